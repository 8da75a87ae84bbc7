// A PostgreSQL with a standby: a commit waits until both have it, and the standby takes over when the first is gone.
// The package has no pg_basebackup, so the copy is made here in the same way.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { aCluster, freePort, type Cluster } from './postgres.ts'

export interface Followed {
  readonly port: number
  /** The database on the first server; the standby has the same name on its own port. */
  readonly url: string
  /** An empty database on the server that leads now; resolves to its address there. */
  createDatabase(name: string): Promise<string>
  /** Ends the server that leads now at once, as a power cut does. */
  dies(): Promise<void>
  /** After it died, the same server starts again from what it had written down. */
  startsAgain(): Promise<void>
  /** After it died, the standby leads; resolves to its port when it accepts writes. */
  promotes(): Promise<number>
  /** Gives the promoted server a standby, as the first had. Commits wait for it from then on. */
  followedAgain(): Promise<void>
  close(): Promise<void>
}

export async function followedPostgres(): Promise<Followed> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-followed-'))
  // PostgreSQL runs as another user, who may not enter this folder by default.
  chmodSync(folder, 0o755)
  let servers = 0
  const place = async () => ({ folder: join(folder, `server-${++servers}`), port: await freePort() })
  const first = await place()
  let leader: Placed = { ...first, cluster: aCluster(first.folder, first.port) }
  await leader.cluster.start()
  await leader.cluster.createDatabase('school')
  let standby: Standby | undefined = await follow(leader, await place())
  return {
    port: first.port,
    url: addressOf(first.port, 'school'),
    async createDatabase(name) {
      await leader.cluster.createDatabase(name)
      return addressOf(leader.port, name)
    },
    dies: () => leader.cluster.breaks(),
    async startsAgain() {
      leader = { ...leader, cluster: aCluster(leader.folder, leader.port, { exists: true }) }
      await leader.cluster.start()
    },
    async promotes() {
      if (standby === undefined) throw new Error('nobody follows it')
      const { takenOver, ...next } = standby
      await ask(next.port, 'select pg_promote(wait => true)')
      await takenOver
      rmSync(leader.folder, { recursive: true, force: true })
      leader = next
      standby = undefined
      return next.port
    },
    async followedAgain() {
      standby = await follow(leader, await place())
    },
    async close() {
      if (isRunning(leader)) await leader.cluster.stop()
      await standby?.cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Placed {
  readonly folder: string
  readonly port: number
  readonly cluster: Cluster
}

interface Standby extends Placed {
  /** Resolves after promotion, when it accepts writes. */
  readonly takenOver: Promise<void>
}

async function follow({ folder: from, port }: Placed, place: Omit<Placed, 'cluster'>): Promise<Standby> {
  await copyInto(place.folder, { from, port })
  const cluster = aCluster(place.folder, place.port, { exists: true })
  const takenOver = cluster.start()
  takenOver.catch(() => undefined)
  const follows = `select state, sync_state from pg_stat_replication where application_name = 'second'`
  await until(async () => (await ask(port, follows)).some((row) => row['state'] === 'streaming'))
  await ask(port, `alter system set synchronous_standby_names = 'second'`)
  await ask(port, 'select pg_reload_conf()')
  await until(async () => (await ask(port, follows)).some((row) => row['sync_state'] === 'sync'))
  return { ...place, cluster, takenOver }
}

/** Copies a running server by PostgreSQL's own rules for a base backup; changes made meanwhile arrive by streaming. */
async function copyInto(to: string, { from, port }: { from: string; port: number }): Promise<void> {
  const client = new pg.Client(addressOf(port))
  await client.connect()
  await client.query(`select pg_backup_start('second', true)`)
  // Keeps owners and rights, for which Node's own copying has no option.
  execFileSync('cp', ['-a', from, to])
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()')
  await client.end()
  rmSync(join(to, 'postmaster.pid'), { force: true })
  const { uid, gid } = statSync(from)
  const write = (file: string, text: string) => {
    writeFileSync(join(to, file), text)
    chownSync(join(to, file), uid, gid)
  }
  const first = `host=127.0.0.1 port=${port} user=postgres password=password application_name=second`
  write('backup_label', rows[0]?.labelfile ?? '')
  write('standby.signal', '')
  // It looks for a leader that starts again more often than the usual five seconds.
  write('postgresql.auto.conf', `primary_conninfo = '${first}'\nwal_retrieve_retry_interval = 100\n`)
}

async function ask(port: number, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(addressOf(port))
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

function addressOf(port: number, database = 'postgres'): string {
  return `postgres://postgres:password@127.0.0.1:${port}/${database}`
}

function isRunning({ folder }: Placed): boolean {
  try {
    process.kill(pidIn(folder), 0)
    return true
  } catch {
    return false
  }
}

function pidIn(folder: string): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) await pause(50)
}

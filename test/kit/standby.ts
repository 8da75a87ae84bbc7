// A PostgreSQL with a standby: a commit waits until both have it, and the standby takes over when the first is gone.
// The package has no pg_basebackup, so the copy is made here in the same way.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { aCluster, freePort } from './postgres.ts'

export interface Followed {
  readonly port: number
  /** The database on the first server; the standby has the same name on its own port. */
  readonly url: string
  /** Ends the first server at once, as a power cut does. */
  dies(): Promise<void>
  /** Promotes the standby; resolves to its port when it accepts writes. */
  promotes(): Promise<number>
  close(): Promise<void>
}

export async function followedPostgres(): Promise<Followed> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-followed-'))
  // PostgreSQL runs as another user, who may not enter this folder by default.
  chmodSync(folder, 0o755)
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  const [port, other] = [await freePort(), await freePort()]
  const cluster = aCluster(first, port)
  await cluster.start()
  await cluster.createDatabase('school')
  await copyInto(second, { from: first, port })
  const copy = aCluster(second, other, { exists: true })
  // Resolves only after promotion, when it accepts writes.
  const takenOver = copy.start()
  takenOver.catch(() => undefined)
  const follows = `select state, sync_state from pg_stat_replication where application_name = 'second'`
  await until(async () => (await ask(port, follows)).some((row) => row['state'] === 'streaming'))
  await ask(port, `alter system set synchronous_standby_names = 'second'`)
  await ask(port, 'select pg_reload_conf()')
  await until(async () => (await ask(port, follows)).some((row) => row['sync_state'] === 'sync'))
  return {
    port,
    url: addressOf(port, 'school'),
    dies() {
      // SIGQUIT ends PostgreSQL without a clean shutdown; `stop` waits for the end.
      process.kill(pidIn(first), 'SIGQUIT')
      return cluster.stop()
    },
    async promotes() {
      await ask(other, 'select pg_promote(wait => true)')
      await takenOver
      return other
    },
    async close() {
      await cluster.stop()
      await copy.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
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
  write('postgresql.auto.conf', `primary_conninfo = '${first}'\n`)
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

function pidIn(folder: string): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) await pause(50)
}

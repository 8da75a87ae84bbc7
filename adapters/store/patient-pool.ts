// Connections to PostgreSQL that may break at any moment: errors are handled on every one of them, every wait has a
// limit, and a statement that can't have run, or does no harm twice, is retried.
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'

/** Milliseconds. */
export interface Limits {
  /** For opening a connection. */
  readonly connecting: number
  /** For one statement, as the server counts it; we wait a little longer. */
  readonly statement: number
  /** For a lock that somebody else holds. */
  readonly lock: number
  /** For a statement that changes the schema, or moves a whole school. */
  readonly reshaping: number
}

export const ordinary: Limits = { connecting: 5_000, statement: 10_000, lock: 5_000, reshaping: 600_000 }

/** No connection could be opened, for whatever reason: also a password that was changed, a certificate that expired. */
class NotConnected extends Error {
  /** For whoever says in plain words what to do. */
  readonly code: string
  constructor(cause: unknown) {
    super(`There is no connection to the database: ${sayCause(cause)}`, { cause })
    this.code = codeOf(cause) ?? 'NOT_CONNECTED'
  }
}

/** The connection broke. `perhapsDone` says whether the statement may have run all the same. */
export class ConnectionLost extends Error {
  readonly perhapsDone: boolean
  /** The name by which it is recognised as the database's failure. */
  readonly code: string
  constructor(cause: unknown, perhapsDone: boolean) {
    super(`The connection to the database broke: ${sayCause(cause)}`, { cause })
    this.perhapsDone = perhapsDone
    this.code = codeOf(cause) ?? 'CONNECTION_LOST'
  }
}

/** Milliseconds before each attempt to connect again, and before a read is retried. */
const pauses = [0, 100, 400, 1_500] as const

export function openPool(connectionString: string, limits: Limits = ordinary): PostgresPool {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: limits.connecting,
    // Detects a peer that has silently gone, even while nothing is being asked of it.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // A connection may break whether or not somebody uses it; an error that nobody handles would end the process.
  pool.on('error', unheard)
  pool.on('connect', (client) => client.on('error', unheard))
  const connect = async (): Promise<pg.PoolClient> => {
    for (const [tries, pause] of pauses.entries()) {
      await pauseFor(pause)
      try {
        return await pool.connect()
      } catch (error) {
        if (!isLost(error) || tries === pauses.length - 1) throw new NotConnected(error)
      }
    }
    throw new Error('never reached: the last try throws')
  }
  return {
    connect: async () => patientClient(await connect(), { connect, limits }),
    end: () => pool.end(),
  }
}

const unheard = () => undefined

interface Ways {
  readonly connect: () => Promise<pg.PoolClient>
  readonly limits: Limits
}

const begins = /^\s*(begin|start transaction)\b/i
const commits = /^\s*commit\b/i
const ends = /^\s*(commit|rollback)\s*$/i
const reads = /^\s*select\b/i
const reshapes = /^\s*(create|alter|drop|lock|truncate)\b|^\s*(insert into|update)\b.*\bselect\b|pg_advisory/is

function patientClient(first: pg.PoolClient, { connect, limits }: Ways): PostgresPoolClient {
  let client = first
  let broken = false
  let released = false
  let inTransaction = false
  const once = async (text: string, values: readonly unknown[]) => {
    try {
      return await inTime(ask(client, text, { values, limits }), patience(text, limits))
    } catch (error) {
      if (isLost(error)) broken = true
      throw error
    }
  }
  const anew = async () => {
    client.release(true)
    // Where there is no other to be had.
    released = true
    client = await connect()
    ;[broken, released] = [false, false]
  }
  const again = async (text: string, values: readonly unknown[]) => {
    for (const [tries, pause] of pauses.entries()) {
      try {
        return await once(text, values)
      } catch (error) {
        if (!isLost(error) || tries === pauses.length - 1) throw error
        await pauseFor(pause)
        await anew()
      }
    }
    throw new Error('never reached: the last try throws')
  }
  const run = async (text: string, values: readonly unknown[]) => {
    // A repeated read does no harm, and a transaction that has not begun has done nothing.
    const harmless = !inTransaction && (reads.test(text) || begins.test(text))
    try {
      const result = await (harmless ? again(text, values) : once(text, values))
      if (begins.test(text)) inTransaction = true
      return result
    } catch (error) {
      if (!isLost(error) || error instanceof NotConnected) throw error
      throw new ConnectionLost(error, commits.test(text) || (!inTransaction && !harmless))
    } finally {
      if (ends.test(text)) inTransaction = false
    }
  }
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query(asked: unknown, values: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') throw new Error('Nothing here is streamed.')
    return run(asked, values)
  }
  return {
    query,
    release() {
      if (!released) client.release(broken)
    },
  }
}

/** Settings apply to one transaction only, because a pooler hands the session to somebody else afterwards. */
function ask(client: pg.PoolClient, text: string, { values, limits }: { values: readonly unknown[]; limits: Limits }) {
  if (!begins.test(text)) return client.query(text, [...values])
  const { statement, lock } = limits
  const held = `set local idle_in_transaction_session_timeout = ${statement * 3}`
  const asked = client.query(
    `${text}; set local statement_timeout = ${statement}; set local lock_timeout = ${lock}; ${held}`,
  )
  // Several statements have several results.
  return asked.then((results: unknown) => (Array.isArray(results) ? (results[0] as pg.QueryResult) : asked))
}

/** Half a second for the round trip, before a server that is stuck counts as lost. */
function patience(text: string, { statement, reshaping }: Limits): number {
  return (reshapes.test(text) ? reshaping : statement) + 500
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(Object.assign(new Error('it did not answer in time'), { code: 'ETIMEDOUT' })),
      ms,
    )
    work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

/**
 * Unlike other timers, it keeps the process alive: a command that waits for its database has nothing else that does.
 */
function pauseFor(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms))
}

/** A server that stops, starts or has lost us, and the network's own codes. */
const lost =
  /^(57P0[123]|08\w{3}|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|CONNECTION_LOST)$/
/** The client library's words where it has no code. */
const lostWords =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/

export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return error instanceof NotConnected || (code !== undefined && lost.test(code)) || lostWords.test(error.message)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function sayCause(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no reason given'
  return cause.message === '' ? (codeOf(cause) ?? cause.name) : cause.message
}

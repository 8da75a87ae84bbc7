// Kysely's connection to the embedded database: one connection, statements prepared once, writes committed in groups.
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'
import { whenFree } from './busy.ts'
import type { Disk, Groups } from './groups.ts'

export function createDriver(database: DatabaseSyncInstance, { groups, disk }: { groups: Groups; disk: Disk }): Driver {
  const run = prepareOnce(database)
  const queue = createQueue()
  let inTransaction = false
  /** For the holder of the connection: settles when what they wrote is kept or lost. */
  let kept: Promise<void> | undefined

  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      // Commands to the database itself, such as a checkpoint, run between transactions.
      if (!inTransaction && pragmas.test(query.sql)) await groups.parted()
      else if (!inTransaction && !reads.test(query.sql)) {
        await mended({ groups, disk })
        const joining = await whenFree(() => ({ group: groups.join(passing.test(query.sql) ? 'passing' : 'lasting') }))
        kept = joining.group
      }
      return run(query) as QueryResult<R>
    },
    streamQuery: () => {
      throw new Error('Nothing here is streamed.')
    },
  }
  const say = (word: string) => run(CompiledQuery.raw(word))

  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      await queue.enter()
      return connection
    },
    async beginTransaction() {
      await groups.parted()
      await mended({ groups, disk })
      // As a writer from the start: a transaction that starts by reading is refused when another process has written
      // meanwhile.
      await whenFree(() => groups.begin())
      inTransaction = true
    },
    commitTransaction() {
      say('commit')
      inTransaction = false
      kept = groups.follow()
      return Promise.resolve()
    },
    rollbackTransaction() {
      inTransaction = false
      // After some failures there is nothing left to roll back.
      if (database.isTransaction) database.exec('rollback')
      return Promise.resolve()
    },
    async releaseConnection() {
      const mine = kept
      kept = undefined
      // First the connection is released, so that others can write meanwhile.
      queue.leave()
      await mine
    },
    async destroy() {
      await groups.ended()
      // So that the file alone is complete, and nothing that was erased stays in the log.
      database.exec('pragma busy_timeout = 5000; pragma wal_checkpoint(truncate)')
      database.close()
      await disk.close()
    },
  }
}

/** Nothing is written on top of what the disk may have lost, and a group that is open is committed first. */
async function mended({ groups, disk }: { groups: Groups; disk: Disk }): Promise<void> {
  if (!disk.isTrusted()) {
    await groups.parted()
    await disk.mend()
  }
}

/**
 * Deliveries, questions, rulings and addresses: a power cut may lose the last of them, because nothing was promised.
 */
const passing = /^(insert into|update) "(claim|question|ruling)"|^update "(account" set "spoke_at|arrival)"/
const pragmas = /^\s*pragma\b/i
const reads = /^\s*select\b/i
const reshapes = /^\s*(create|alter|drop)\b/i
const answers = /^\s*(select|with|pragma)\b|\breturning\b/i

function prepareOnce(database: DatabaseSyncInstance): (query: CompiledQuery) => QueryResult<unknown> {
  const prepared = new Map<string, Statement>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const fresh = prepare(database, sql)
    // Schema steps run once; only statements that come again are worth keeping.
    if (prepared.size < 200) prepared.set(sql, fresh)
    return fresh
  }
  return ({ sql, parameters }) => {
    // Statements that were prepared before may return other columns afterwards.
    if (reshapes.test(sql)) prepared.clear()
    return statement(sql)(parameters)
  }
}

type Statement = (parameters: readonly unknown[]) => QueryResult<unknown>

function prepare(database: DatabaseSyncInstance, sql: string): Statement {
  const statement = database.prepare(sql)
  if (!answers.test(sql)) {
    return (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...bind(parameters))
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    }
  }
  statement.setReturnArrays(true)
  const names = statement.columns().map(({ name }) => name)
  return (parameters) => {
    const rows = statement.all(...bind(parameters)) as unknown[][] // as `setReturnArrays` says
    return { rows: rows.map((values) => asRow(names, values)) }
  }
}

/** Rows built here are read in half the time of those that the database builds. */
function asRow(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < names.length; at++) row[names[at] ?? ''] = values[at]
  return row
}

type Bindable = null | number | bigint | string | Uint8Array

function bind(parameters: readonly unknown[]): Bindable[] {
  return parameters.map((value) => (value === undefined ? null : (value as Bindable)))
}

/** One at a time, in the order of arrival. */
function createQueue() {
  const waiting: (() => void)[] = []
  let busy = false
  return {
    enter(): Promise<void> | undefined {
      if (busy) return new Promise((resolve) => waiting.push(resolve))
      busy = true
      return undefined
    },
    leave(): void {
      const next = waiting.shift()
      if (next === undefined) busy = false
      else next()
    },
  }
}

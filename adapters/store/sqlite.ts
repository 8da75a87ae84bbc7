// The embedded database: one file in the school's home, durable at every commit.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Opens (and creates or upgrades) the database at `file`; `:memory:` keeps it in memory. */
export async function openSqlite(file: string): Promise<Kysely<Tables>> {
  const database = new DatabaseSync(file)
  // FULL: a power cut must not take back what somebody was told is kept.
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000',
  )
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: asDriver(database) }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

type Bindable = null | number | bigint | string | Uint8Array

/** Kysely speaks better-sqlite3's dialect; this is the little of it that it needs, with statements prepared once. */
function asDriver(database: DatabaseSyncInstance) {
  const prepared = new Map<string, ReturnType<DatabaseSyncInstance['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const fresh = database.prepare(sql)
    // Schema steps pass once; only what comes again is worth keeping.
    if (prepared.size < 200) prepared.set(sql, fresh)
    return fresh
  }
  return {
    close: () => database.close(),
    prepare: (sql: string) => ({
      reader: /^\s*(select|with|pragma)\b|\breturning\b/i.test(sql),
      all: (parameters: readonly unknown[]) => statement(sql).all(...bind(parameters)) as unknown[],
      run: (parameters: readonly unknown[]) => statement(sql).run(...bind(parameters)),
      iterate: (parameters: readonly unknown[]) =>
        statement(sql).iterate(...bind(parameters)) as IterableIterator<unknown>,
    }),
  }
}

function bind(parameters: readonly unknown[]): Bindable[] {
  return parameters.map((value) => (value === undefined ? null : (value as Bindable)))
}

// The embedded database: one file in the school's home. Every promise is durable when it resolves.
import { chmodSync, closeSync, openSync } from 'node:fs'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { existsSync, statSync } from 'node:fs'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { FileState } from '../../src/ports/ports.ts'
import { createDriver } from './driver.ts'
import { createGroups, diskOf, noDisk, type Disk } from './groups.ts'
import { stayingInPlace } from './in-place.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

/**
 * Opens (and creates or upgrades) the database at `file`; `:memory:` keeps it in memory. `alone` throws `InUse` while
 * any other program has it open, and keeps everything in that one file.
 */
export async function openSqlite(file: string, use: 'shared' | 'alone' = 'shared'): Promise<Kysely<Tables>> {
  return use === 'alone' ? openAlone(file) : openShared(openFile(file), file)
}

/** Over a connection that nobody has used yet to the database at `file`. */
export async function openShared(database: DatabaseSyncInstance, file: string): Promise<Kysely<Tables>> {
  // NORMAL waits for the disk where the file itself changes. For the log, which receives the commits, the groups wait:
  // a power cut must not take back what somebody was told is kept.
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 5000; pragma secure_delete = on',
  )
  // In kibibytes, and no more than there are pages. A county's people are read by name, which touches the whole file.
  database.exec('pragma cache_size = -64000')
  // The process may only block up to this point: from now on it waits between tries.
  database.exec('pragma busy_timeout = 0')
  if (file === ':memory:') return openOver(database, { disk: noDisk, inPlace: () => undefined })
  return openOver(database, { disk: diskOf(`${file}-wal`, () => emptyLog(database)), inPlace: stayingInPlace(file) })
}

/** In SQLite's own words, where a file cannot be opened because of what it holds; undefined for any other error. */
export function damageIn(error: unknown): string | undefined {
  if (!(error instanceof Error && 'sqliteCodeName' in error)) return undefined
  return /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.sqliteCodeName)) ? error.message : undefined
}

/** All that was committed goes into the file itself, and SQLite waits for the disk. Throws where that is not done. */
function emptyLog(database: DatabaseSyncInstance): void {
  const rows = database.prepare('pragma wal_checkpoint(truncate)').all() as readonly { readonly busy: number }[] // as SQLite names it
  if (rows[0]?.busy !== 0) throw new Error('Another program is reading the log.')
}

/** Another program, such as the bot, has the database open. */
export class InUse extends Error {}

/** Other accounts on this machine must not read it, nor its log, which takes its permissions from the file. */
export function openFile(file: string): DatabaseSyncInstance {
  if (file !== ':memory:') {
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  }
  return new DatabaseSync(file)
}

function openAlone(file: string): Promise<Kysely<Tables>> {
  const database = openFile(file)
  try {
    // Only the last one to have it open can leave the log behind.
    database.exec('pragma journal_mode = delete; pragma synchronous = full')
    database.exec('pragma foreign_keys = on; pragma busy_timeout = 5000; pragma secure_delete = on')
  } catch (error) {
    database.close()
    const busy = error instanceof Error && 'sqliteCodeName' in error && error.sqliteCodeName === 'SQLITE_BUSY'
    throw busy ? new InUse(`${file} is in use by another program.`, { cause: error }) : error
  }
  // It waits for the disk by itself with every commit.
  return openOver(database, { disk: noDisk, inPlace: () => undefined })
}

/** Copies the database as it is at this moment into the empty file `to`, while others go on writing. */
export function snapshotSqlite(file: string, to: string): void {
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma busy_timeout = 5000')
    closeSync(openSync(to, 'a', 0o600))
    // Pages that were freed, with whatever was erased from them, are not copied.
    database.exec(`vacuum into '${to.replaceAll("'", "''")}'`)
  } finally {
    database.close()
  }
}

interface Keeping {
  readonly disk: Disk
  /** Throws where what is written would not be found again. */
  readonly inPlace: () => void
}

async function openOver(database: DatabaseSyncInstance, { disk, inPlace }: Keeping): Promise<Kysely<Tables>> {
  const groups = createGroups((sql) => {
    if (sql === 'begin') inPlace()
    // After some failures there is nothing left to roll back.
    if (sql !== 'rollback' || database.isTransaction) database.exec(sql === 'begin' ? 'begin immediate' : sql)
  }, disk)
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createDriver: () => createDriver(database, { groups, disk }),
    },
  })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/**
 * Whether a database's file exists and is intact, without opening it as the bot does: nothing is created or changed.
 * Every page is read once.
 */
export function quickCheck(file: string): FileState {
  if (!existsSync(file)) return { kind: 'missing' }
  if (statSync(file).size === 0) return { kind: 'empty' }
  let database: DatabaseSyncInstance | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    database.exec('pragma busy_timeout = 5000')
    const said = database
      .prepare('pragma quick_check(1)')
      .all()
      .map((row) => String(Object.values(row as object)[0]))
    if (said.join() !== 'ok') return { kind: 'damaged', what: said.join('; ').replaceAll('\n', ' ') }
    const tables = database.prepare(`select 1 from sqlite_master where type = 'table' limit 1`).all()
    return { kind: tables.length === 0 ? 'empty' : 'whole' }
  } catch (error) {
    return { kind: 'damaged', what: error instanceof Error ? error.message : 'it cannot be read' }
  } finally {
    database?.close()
  }
}

// The embedded database: one file in the school's home, every write durable when its promise resolves.
import { DatabaseSync } from '@photostructure/sqlite'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { createDriver } from './driver.ts'
import { createGroups, diskOf, noDisk } from './groups.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Opens (and creates or upgrades) the database at `file`; `:memory:` keeps it in memory. */
export async function openSqlite(file: string): Promise<Kysely<Tables>> {
  const database = new DatabaseSync(file)
  // NORMAL waits for the disk where the file itself changes. For the log, into which commits go, the groups wait: a
  // power cut must not take back what somebody was told is kept.
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma busy_timeout = 5000; pragma secure_delete = on',
  )
  const disk = file === ':memory:' ? noDisk : diskOf(`${file}-wal`)
  const groups = createGroups((sql) => {
    // After some failures there is nothing left to roll back.
    if (sql !== 'rollback' || database.isTransaction) database.exec(sql)
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

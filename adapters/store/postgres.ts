// The database for several programs at once: PostgreSQL, reached by a `postgres://` address.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Opens (and creates or upgrades) the database at `url`. */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that breaks while nobody uses it is replaced by the next one asked for; unheard, it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

// The database for several programs at once: PostgreSQL, at a `postgres://` address.
import { Kysely, PostgresDialect } from 'kysely'
import { migrate, wasUsed } from './migrations.ts'
import { openPool, ordinary, type Limits } from './patient-pool.ts'
import type { Tables } from './tables.ts'

/** Opens (and creates or upgrades) the database at `url`. */
export async function openPostgres(url: string, limits: Limits = ordinary): Promise<Kysely<Tables>> {
  const db = databaseAt(url, limits)
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** Whether a Policy Guide ever used the database at `url`; creates nothing in it. */
export async function isUsedPostgres(url: string, limits: Limits = ordinary): Promise<boolean> {
  const db = databaseAt(url, limits)
  try {
    return await wasUsed(db)
  } finally {
    await db.destroy()
  }
}

function databaseAt(url: string, limits: Limits): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, limits) }) })
}

// The database for several programs at once: PostgreSQL, at a `postgres://` address.
import { Kysely, PostgresDialect } from 'kysely'
import { isHalfCopy } from './half-copy.ts'
import { migrate, wasUsed } from './migrations.ts'
import { openPool, ordinary, type Limits } from './patient-pool.ts'
import type { Tables } from './tables.ts'

/** Opens (and creates or upgrades) the database at `url`. Throws where a school is only half copied into it. */
export function openPostgres(url: string, limits: Limits = ordinary): Promise<Kysely<Tables>> {
  return openWith(databaseAt(url, limits), async (db) => {
    if (await isHalfCopy(db)) throw new Error(onlyHalf)
    await migrate(db)
  })
}

/** Also where half a copy is in it. */
export function openToCopyInto(url: string): Promise<Kysely<Tables>> {
  return openWith(databaseAt(url, ordinary), migrate)
}

const onlyHalf =
  'A school is only half copied into this database: `store copy` was interrupted, or is still under way. Give the same command again, and it goes on where it stopped; or name another database.'

async function openWith(db: Kysely<Tables>, ready: (db: Kysely<Tables>) => Promise<void>): Promise<Kysely<Tables>> {
  try {
    await ready(db)
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

// Whether the database and its disk take what is written: by writing, because a full disk can still be read.
import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { isPostgres } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Milliseconds for which PostgreSQL's disk is believed to have room, so that asking often costs nothing. */
const believed = 15_000

/** Writes something that nobody reads, and throws where it is not taken. */
export function createProbe(db: Kysely<Tables>): (at: Date) => Promise<void> {
  let roomAt: number | undefined
  return async (at) => {
    const row = at.toISOString()
    await sql`insert into probe (one, at) values (1, ${row}) on conflict (one) do update set at = ${row}`.execute(db)
    const isFresh = roomAt !== undefined && Math.abs(at.getTime() - roomAt) < believed
    if (isFresh || !isPostgres(db)) return
    await needsRoom(db)
    roomAt = at.getTime()
  }
}

const undone = new Error('rolled back on purpose: nothing was to be kept')

/**
 * PostgreSQL changes a small row inside its page, on a full disk too. What fills a page of its own needs room; it is
 * gone at once, and its page when PostgreSQL tidies.
 */
async function needsRoom(db: Kysely<Tables>): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      // At random, so that it is not packed smaller.
      await sql`insert into probe (one, at) values (2, ${randomBytes(4_000).toString('hex')})`.execute(tx)
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
}

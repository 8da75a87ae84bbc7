// Moves a school into an empty PostgreSQL database and out of one, completely or not at all.
import { sql, type Kysely } from 'kysely'
import { copiedTables, copyAll, usedTables, type Counts, type Tell } from './copy.ts'
import type { Tables } from './tables.ts'

export type Filled<T> =
  | { readonly kind: 'filled'; readonly counts: Counts }
  /** Somebody has used the database, so nothing was written. */
  | { readonly kind: 'used'; readonly tables: readonly string[] }
  /** What `judge` found wrong with the copy, of which nothing remains. */
  | { readonly kind: 'refused'; readonly why: T }

interface Filling<T> {
  readonly from: Kysely<Tables>
  readonly judge: (copy: Kysely<Tables>) => Promise<T | undefined>
  readonly tell?: Tell | undefined
}

/** `judge` checks the copy before anybody else can see it, and says what is wrong with it. */
export async function fillPostgres<T>(db: Kysely<Tables>, given: Filling<T>): Promise<Filled<T>> {
  let outcome: Filled<T> | undefined
  try {
    await db.transaction().execute(async (to) => {
      // A bot that starts meanwhile waits, and then finds everything.
      await sql`lock table ${sql.join(copiedTables.map(([table]) => sql.table(table)))} in access exclusive mode`.execute(
        to,
      )
      outcome = await fill(to, given)
      if (outcome.kind !== 'filled') throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
  if (outcome === undefined) throw new Error('nothing was decided')
  return outcome
}

const undone = new Error('rolled back on purpose: nothing was to be kept')

async function fill<T>(to: Kysely<Tables>, { from, judge, tell }: Filling<T>): Promise<Filled<T>> {
  const tables = await usedTables(to)
  if (tables.length > 0) return { kind: 'used', tables }
  const counts = await copyAll(from, to, tell)
  const why = await judge(to)
  return why === undefined ? { kind: 'filled', counts } : { kind: 'refused', why }
}

/** Everything as it is at one moment, while others go on writing. */
export function copyOfPostgres(db: Kysely<Tables>, to: Kysely<Tables>): Promise<Counts> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((from) => to.transaction().execute((copy) => copyAll(from, copy)))
}

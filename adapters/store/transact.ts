// A transaction that is retried when the database asks for it, as databases with several writers do, and when the
// connection broke before it can have happened.
import type { Kysely, Transaction } from 'kysely'
import { ConnectionLost } from './patient-pool.ts'
import type { Tables } from './tables.ts'

/**
 * The most retries. PostgreSQL's reasons: could not serialise, deadlock, the same key at the same moment, and locked by
 * somebody.
 */
const most: Readonly<Record<string, number>> = { '40001': 6, '40P01': 6, '23505': 6, '55P03': 2 }

export async function transact<T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt >= triesAt(error)) throw error
    }
  }
}

function triesAt(error: unknown): number {
  if (error instanceof ConnectionLost) return error.perhapsDone ? 1 : 4
  return error instanceof Error && 'code' in error ? (most[String(error.code)] ?? 1) : 1
}

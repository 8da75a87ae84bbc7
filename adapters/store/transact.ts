// A transaction that is tried again when the database asks for it, as databases with several writers do.
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** PostgreSQL: could not serialise, deadlock, and the same key at the same moment. SQLite: another process writes. */
const again = new Set(['40001', '40P01', '23505', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])
const tries = 6

export async function transact<T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === tries || !again.has(codeOf(error))) throw error
    }
  }
}

/** SQLite’s own word stands beside a code that is the same for whatever goes wrong. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('sqliteCodeName' in error) return String(error.sqliteCodeName)
  return 'code' in error ? String(error.code) : ''
}

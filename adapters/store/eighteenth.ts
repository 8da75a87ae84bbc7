// Schema step eighteen: campaigns that were handed to a named person. Never changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function eighteenth(db: Transaction<Tables>): Promise<void> {
  await sql`alter table campaign add column handed text`.execute(db)
}

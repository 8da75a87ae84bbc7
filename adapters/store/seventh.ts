// Schema step seven: campaigns that are changed while they run, and the days that everybody has at least. Never changed
// once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function seventh(db: Transaction<Tables>): Promise<void> {
  await sql`alter table campaign add column changed_on text`.execute(db)
  await sql`alter table campaign add column least_days integer`.execute(db)
}

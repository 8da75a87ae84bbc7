// Schema step seven: changes of running campaigns, and the least number of working days that everybody has. Never
// changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function seventh(db: Transaction<Tables>): Promise<void> {
  await sql`alter table campaign add column changed_on text`.execute(db)
  await sql`alter table campaign add column least_days integer`.execute(db)
}

// Schema step fifteen: campaigns after which people are asked again. Never changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function fifteenth(db: Transaction<Tables>): Promise<void> {
  await sql`alter table campaign add column recurs text`.execute(db)
  await sql`alter table campaign add column follows text`.execute(db)
}

// Schema step thirteen: campaigns that ask for several documents together, and those that ask anew. Never changed once
// released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function thirteenth(db: Transaction<Tables>): Promise<void> {
  await sql`alter table campaign add column round text`.execute(db)
  await sql`alter table campaign add column since text`.execute(db)
}

// Schema step thirteen: campaigns for several documents together, and campaigns that ask people to sign again. Never
// changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function thirteenth(db: Transaction<Tables>): Promise<void> {
  await sql`alter table campaign add column round text`.execute(db)
  await sql`alter table campaign add column since text`.execute(db)
}

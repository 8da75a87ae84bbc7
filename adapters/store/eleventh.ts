// Schema step: a time-stamping authority's answer about a head is kept with it, in base64. Never changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function eleventh(db: Transaction<Tables>): Promise<void> {
  await sql`alter table head_known add column token text`.execute(db)
}

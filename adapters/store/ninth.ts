// Schema step nine: what a ruling was based on, and a hash by which the reference on the card can be checked. Never
// changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function ninth(db: Transaction<Tables>): Promise<void> {
  for (const column of ['edition', 'version', 'hash'] as const)
    await sql`alter table ruling add column ${sql.ref(column)} text`.execute(db)
  await sql`create index ruling_hash on ruling (hash)`.execute(db)
}

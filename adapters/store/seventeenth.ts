// Schema step seventeen: groups of a platform as last read, how many people a rule left out, and staff numbers. Never
// changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function seventeenth(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('membership')
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('group_id', 'text', (c) => c.notNull())
    .addColumn('members', 'text', (c) => c.notNull())
    .addColumn('read_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('membership_key', ['platform', 'group_id'])
    .execute()
  await db.schema
    .createTable('left_out')
    .addColumn('platform', 'text', (c) => c.primaryKey())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await sql`alter table person add column staff_number text`.execute(db)
}

// Schema step five: what was heard and is still to be answered, and a place to try whether the disk takes anything.
// Never changed once released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function fifth(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('arrival')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('content', 'text')
    .addColumn('by', 'text')
    .addColumn('held_until', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('became', 'text')
    .addColumn('tries', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('arrival_open').on('arrival').columns(['settled_at', 'at']).execute()
  await db.schema
    .createTable('probe')
    .addColumn('one', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
}

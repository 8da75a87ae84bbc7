// Schema step nineteen: what a platform's own thumbs under a message mean. Never changed once released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function nineteenth(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('thumbs')
    .addColumn('platform', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('helped', 'text', (c) => c.notNull())
    .addColumn('not_helped', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('thumbs_key', ['platform', 'message'])
    .execute()
}

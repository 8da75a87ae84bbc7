// Schema step four: part-time weekdays, a campaign’s own rhythm and its pauses, and indexes for looking back. Never
// changed once released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function fourth(db: Transaction<Tables>): Promise<void> {
  await db.schema.alterTable('person').addColumn('weekdays', 'text').execute()
  await db.schema.alterTable('campaign').addColumn('rhythm', 'text').execute()
  await db.schema.alterTable('campaign').addColumn('paused_on', 'text').execute()
  await db.schema.createIndex('entry_kind').on('entry').columns(['kind', 'seq']).execute()
}

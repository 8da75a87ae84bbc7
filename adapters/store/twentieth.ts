// Schema step twenty: which notices somebody was told of is seen in the index alone. Never changed once released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function twentieth(db: Transaction<Tables>): Promise<void> {
  await db.schema.createIndex('notice_person_key').on('notice').columns(['person', 'key']).execute()
  await db.schema.dropIndex('notice_person').execute()
}

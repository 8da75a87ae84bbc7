// Schema step sixteen: questions that are answered before signing, until the signature, and how often each was
// misunderstood. Never changed once released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function sixteenth(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('right_answer')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('policy', 'text', (c) => c.notNull())
    .addColumn('edition', 'text', (c) => c.notNull())
    .addColumn('keys', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('right_answer_key', ['person', 'policy'])
    .execute()
  await db.schema
    .createTable('understood_count')
    .addColumn('policy', 'text', (c) => c.notNull())
    .addColumn('edition', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('practice', 'integer', (c) => c.notNull())
    .addColumn('shown_people', 'integer', (c) => c.notNull())
    .addColumn('shown_missed', 'integer', (c) => c.notNull())
    .addColumn('new_people', 'integer', (c) => c.notNull())
    .addColumn('new_missed', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('understood_count_key', ['policy', 'edition', 'question', 'practice'])
    .execute()
}

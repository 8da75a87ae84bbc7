// Schema step ten: what questions teach, and what owners adopted of it. Never changed once released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function tenth(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('lesson')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('policy', 'text', (c) => c.notNull())
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('hashes', 'text', (c) => c.notNull())
    .addColumn('shown_by', 'text', (c) => c.notNull())
    .addColumn('practice', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('lesson_at').on('lesson').columns(['at']).execute()
  await db.schema
    .createTable('taught')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('policy', 'text', (c) => c.notNull())
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('hashes', 'text', (c) => c.notNull())
    .addColumn('questions', 'text', (c) => c.notNull())
    .addColumn('practice', 'integer', (c) => c.notNull())
    .addColumn('taken_by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'text')
    .execute()
}

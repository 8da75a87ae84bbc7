// Schema step fourteen: the versions of the school's own files, for servers that each have a home. Never changed once
// released.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function fourteenth(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('home_file')
    .addColumn('path', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('content', 'text')
    .addColumn('hash', 'text')
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('home_file_key', ['path', 'version'])
    .execute()
}

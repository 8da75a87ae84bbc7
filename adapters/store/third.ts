// Schema step three: what is sent once. Never changed once released.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export async function third(db: Transaction<Tables>): Promise<void> {
  await db.schema
    .createTable('notice')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('planned', 'integer', (c) => c.notNull())
    .addColumn('by', 'text')
    .addColumn('claimed_at', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('next_at', 'text')
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('way', 'text')
    .addColumn('message', 'text')
    .addColumn('what', 'text')
    .execute()
  for (const [name, columns] of [
    ['notice_person', ['person']],
    ['notice_state', ['state', 'at']],
  ] as const) {
    const keys = sql.join(columns.map((column) => sql.ref(column)))
    await sql`create index ${sql.ref(name)} on ${sql.table('notice')} (${keys})`.execute(db)
  }
}

// Schema step five: what was heard and is still to be answered, and a row to test whether the disk accepts writes.
// Never changed once released.
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from './tables.ts'

export async function fifth(db: Transaction<Tables>): Promise<void> {
  await mendSecond(db)
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

const Signed = z.object({ wording: z.string() })

/** Homes from the first days of step two do not have this column; its contents are in the journal. */
async function mendSecond(db: Transaction<Tables>): Promise<void> {
  const tables = await db.introspection.getTables()
  const columns = tables.find(({ name }) => name === 'involvement')?.columns ?? []
  if (columns.some(({ name }) => name === 'signed_wording')) return
  await db.schema.alterTable('involvement').addColumn('signed_wording', 'text').execute()
  const signed = await db
    .selectFrom('involvement')
    .innerJoin('entry', 'entry.id', 'involvement.signed_entry')
    .select(['involvement.person', 'involvement.policy', 'entry.fact'])
    .execute()
  for (const { person, policy, fact } of signed) {
    const { wording } = Signed.parse(JSON.parse(fact))
    await db
      .updateTable('involvement')
      .set({ signed_wording: wording })
      .where('person', '=', person)
      .where('policy', '=', policy)
      .execute()
  }
}

// The schema, step by step. Steps are numbered, never changed once released, and only go forward.
import { sql, type Kysely, type Transaction } from 'kysely'
import { fourth } from './fourth.ts'
import { second } from './second.ts'
import { sixth } from './sixth.ts'
import type { Tables } from './tables.ts'
import { third } from './third.ts'

type Step = (db: Transaction<Tables>) => Promise<void>

const steps: readonly Step[] = [
  async function first(db) {
    await db.schema
      .createTable('claim')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('question')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('policy', 'text')
      .addColumn('section', 'text')
      .addColumn('certainty', 'double precision', (c) => c.notNull())
      .addColumn('helpful', 'integer')
      .execute()
    await db.schema
      .createTable('ruling')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('platform', 'text', (c) => c.notNull())
      .addColumn('account', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('scenario', 'text', (c) => c.notNull())
      .addColumn('ruling', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('person')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.unique())
      .execute()
    await db.schema
      .createTable('account')
      .addColumn('platform', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('roles', 'text', (c) => c.notNull())
      .addColumn('open', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('account_key', ['platform', 'id'])
      .execute()
    for (const [name, table, columns] of [
      ['claim_at', 'claim', ['at']],
      ['question_at', 'question', ['at']],
      ['ruling_of', 'ruling', ['platform', 'account', 'at']],
      ['account_person', 'account', ['person']],
    ] as const) {
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute()
    }
  },
  second,
  third,
  fourth,
  sixth,
]

/** Brings the database to this program's schema, or only as far as `to`; throws when a newer program has been here. */
export async function migrate(db: Kysely<Tables>, to = steps.length): Promise<void> {
  const { adapter } = db.getExecutor()
  await db.connection().execute(async (connection) => {
    // Several programs may start on one database at once.
    await adapter.acquireMigrationLock(connection, lock)
    try {
      await connection.transaction().execute((tx) => climb(tx, to))
    } finally {
      await adapter.releaseMigrationLock(connection, lock)
    }
  })
}

const lock = { lockTable: 'schema_version', lockRowId: 'one' }

async function climb(tx: Transaction<Tables>, to: number): Promise<void> {
  await sql`create table if not exists schema_version (version integer not null)`.execute(tx)
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(tx)
  const version = rows[0]?.version ?? 0
  if (version > steps.length) {
    throw new Error(
      `The database is at schema ${version}, this program knows ${steps.length}. Start the newer Policy Guide, or restore a backup that is older.`,
    )
  }
  if (version >= to) return
  for (const step of steps.slice(version, to)) await step(tx)
  if (rows.length === 0) await sql`insert into schema_version (version) values (${to})`.execute(tx)
  else await sql`update schema_version set version = ${to}`.execute(tx)
}

// The schema, step by step. Steps are numbered, never changed once released, and only go forward.
import { PostgresAdapter, sql, type Kysely, type Transaction } from 'kysely'
import { eighth } from './eighth.ts'
import { eighteenth } from './eighteenth.ts'
import { nineteenth } from './nineteenth.ts'
import { eleventh } from './eleventh.ts'
import { seventeenth } from './seventeenth.ts'
import { fifth } from './fifth.ts'
import { fifteenth } from './fifteenth.ts'
import { fourteenth } from './fourteenth.ts'
import { fourth } from './fourth.ts'
import { ninth } from './ninth.ts'
import { second } from './second.ts'
import { sixteenth } from './sixteenth.ts'
import { sixth } from './sixth.ts'
import { seventh } from './seventh.ts'
import type { Tables } from './tables.ts'
import { tenth } from './tenth.ts'
import { third } from './third.ts'
import { thirteenth } from './thirteenth.ts'
import { twelfth } from './twelfth.ts'
import { twentieth } from './twentieth.ts'

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
  fifth,
  sixth,
  seventh,
  eighth,
  ninth,
  tenth,
  eleventh,
  twelfth,
  thirteenth,
  fourteenth,
  fifteenth,
  sixteenth,
  seventeenth,
  eighteenth,
  nineteenth,
  twentieth,
]

/** Brings the database to this program's schema, or only as far as `to`; throws where a newer program has used it. */
export async function migrate(db: Kysely<Tables>, to = steps.length): Promise<void> {
  // Nearly always there is nothing to do, and then nobody has to wait.
  if ((await versionOf(db)) >= to) return
  await db.transaction().execute(async (tx) => {
    await alone(tx)
    await climb(tx, to)
  })
}

/** Whether a Policy Guide ever used it; creates nothing. Throws where a newer program has used it. */
export async function wasUsed(db: Kysely<Tables>): Promise<boolean> {
  return (await versionOf(db)) > 0
}

/** Zero for a database that was never used. Throws where a newer program has used it. */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  const there = isPostgres(db)
    ? sql`select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = 'schema_version'`
    : sql`select 1 from sqlite_master where type = 'table' and name = 'schema_version'`
  if ((await there.execute(db)).rows.length === 0) return 0
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db)
  const version = rows[0]?.version ?? 0
  if (version > steps.length) {
    throw new Error(
      `The database is at schema ${version}, this program knows ${steps.length}. Start the newer Policy Guide, or restore a backup that is older.`,
    )
  }
  return version
}

/**
 * Several programs may start on one database at once. The lock belongs to the transaction, because a pooler hands
 * sessions from one client to another.
 */
async function alone(tx: Transaction<Tables>): Promise<void> {
  if (!isPostgres(tx)) return
  await sql.raw(`set local lock_timeout = ${longest}; set local statement_timeout = ${longest}`).execute(tx)
  await sql.raw(`select pg_advisory_xact_lock(${lock})`).execute(tx)
}

export function isPostgres(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/** Any number, as long as it never changes. */
const lock = 20_151_026
/** Milliseconds that an upgrade of a school's tables may take. */
const longest = 600_000

async function climb(tx: Transaction<Tables>, to: number): Promise<void> {
  await refuseForeign(tx)
  await sql`create table if not exists schema_version (version integer not null)`.execute(tx)
  // Another program may have done it meanwhile.
  const version = await versionOf(tx)
  if (version >= to) return
  for (const step of steps.slice(version, to)) await step(tx)
  await sql`delete from schema_version`.execute(tx)
  await sql`insert into schema_version (version) values (${to})`.execute(tx)
}

/** A file is a school's own, while a schema of PostgreSQL may hold other programs' tables too. */
async function refuseForeign(tx: Transaction<Tables>): Promise<void> {
  if (isPostgres(tx)) return
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(tx)
  if (rows.length > 0 && !rows.some(({ name }) => name === 'schema_version'))
    throw new Error(
      'The database holds tables of another program and none of Policy Guide’s, so ours were not added. Is this the right folder?',
    )
}

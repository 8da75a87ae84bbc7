// What a database knows of itself while a school is being copied into it, in two tables of its own that go when it is
// whole: from which school, and how far each table has come. Nobody starts on a database that has them.
import { sql, type Kysely, type Transaction } from 'kysely'
import { copiedTables, usedTables, type Reached } from './copy.ts'
import { isPostgres } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Where the copied journal ended when the copy was begun. */
export interface CopiedHead {
  readonly seq: number
  readonly hash: string
}

export type Begun =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'half'; readonly head: CopiedHead }
  /** It holds something else, so nothing was written. */
  | { readonly kind: 'used'; readonly tables: readonly string[] }

export async function isHalfCopy(db: Kysely<Tables>): Promise<boolean> {
  const there = isPostgres(db)
    ? sql`select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = 'half_copy'`
    : sql`select 1 from sqlite_master where type = 'table' and name = 'half_copy'`
  return (await there.execute(db)).rows.length > 0
}

/** Marks an unused database as half a copy, or finds that it is one. */
export function beginCopy(to: Kysely<Tables>, head: CopiedHead): Promise<Begun> {
  return to.transaction().execute(async (tx): Promise<Begun> => {
    await lockAll(tx)
    if (await isHalfCopy(tx)) {
      const { rows } = await sql<CopiedHead>`select seq, hash from half_copy`.execute(tx)
      return { kind: 'half', head: rows[0] ?? head }
    }
    const tables = await usedTables(tx)
    if (tables.length > 0) return { kind: 'used', tables }
    await mark(tx, head)
    return { kind: 'fresh' }
  })
}

/** Whoever else has it open waits. */
export async function lockAll(tx: Transaction<Tables>): Promise<void> {
  if (!isPostgres(tx)) return
  const tables = sql.join(copiedTables.map(([table]) => sql.table(table)))
  await sql`lock table ${tables} in access exclusive mode`.execute(tx)
}

async function mark(tx: Transaction<Tables>, { seq, hash }: CopiedHead): Promise<void> {
  await sql`create table half_copy (seq integer not null, hash text not null)`.execute(tx)
  await sql`create table half_copied (name text primary key, copied integer not null, content text not null, last_key text not null)`.execute(
    tx,
  )
  await sql`insert into half_copy (seq, hash) values (${seq}, ${hash})`.execute(tx)
  // It is copied like any other row, and without it nobody adds to the journal.
  await tx.deleteFrom('journal_head').execute()
}

export async function reachedIn(to: Kysely<Tables>): Promise<ReadonlyMap<string, Reached>> {
  const { rows } = await sql<{
    name: string
    copied: number
    content: string
    last_key: string
  }>`select name, copied, content, last_key from half_copied`.execute(to)
  return new Map(
    rows.map(({ name, copied, content, last_key: last }) => [
      name,
      { rows: copied, sum: content, last: JSON.parse(last) as unknown[] }, // as `keepReached` wrote it
    ]),
  )
}

/** In the transaction that inserts the rows. Throws where another copy has come further meanwhile. */
export async function keepReached(
  tx: Transaction<Tables>,
  name: string,
  { before, now }: { readonly before: Reached; readonly now: Reached },
): Promise<void> {
  const last = JSON.stringify(now.last)
  const kept =
    before.rows === 0
      ? sql`insert into half_copied (name, copied, content, last_key) values (${name}, ${now.rows}, ${now.sum}, ${last})`
      : sql`update half_copied set copied = ${now.rows}, content = ${now.sum}, last_key = ${last} where name = ${name} and copied = ${before.rows}`
  const { numAffectedRows } = await kept.execute(tx)
  if (numAffectedRows !== 1n) throw new Error('Another copy into this database is under way. Let that one finish.')
}

/** The database is whole: nothing shows any more that it was not. */
export async function unmark(tx: Transaction<Tables>): Promise<void> {
  await sql`drop table half_copied`.execute(tx)
  await sql`drop table half_copy`.execute(tx)
}

/** As it was before anything was copied. */
export function dropHalf(to: Kysely<Tables>): Promise<void> {
  return to.transaction().execute(async (tx) => {
    const names = copiedTables.map(([table]) => table)
    if (isPostgres(tx)) await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(tx)
    else for (const name of names.toReversed()) await sql`delete from ${sql.table(name)}`.execute(tx)
    await tx
      .insertInto('journal_head')
      .values({ one: 1, seq: 0, hash: '0'.repeat(64) })
      .execute()
    await unmark(tx)
  })
}

// The tables of a school, read in the order of their keys from a database of any kind, each row's content as a number of
// its own: what was copied is compared by it, whatever order a database sorts in.
import { sql, type Kysely } from 'kysely'
import { sha256 } from '../../src/kit/hash.ts'
import type { Tables } from './tables.ts'

/** The key by which each table is read; the tables are in the order in which rows may refer to each other. */
const keys: { readonly [T in keyof Tables]: readonly (keyof Tables[T])[] } = {
  person: ['id'],
  account: ['platform', 'id'],
  address: ['platform', 'id'],
  membership: ['platform', 'group_id'],
  left_out: ['platform'],
  claim: ['key'],
  question: ['id'],
  thumbs: ['platform', 'message'],
  lesson: ['id'],
  taught: ['key'],
  school_note: ['id'],
  home_file: ['path', 'version'],
  ruling: ['id'],
  entry: ['seq'],
  journal_head: ['one'],
  head_known: ['seq', 'way'],
  hidden: ['entry'],
  wording: ['hash'],
  reading: ['person', 'policy'],
  right_answer: ['person', 'policy'],
  understood_count: ['policy', 'edition', 'question', 'practice'],
  involvement: ['policy', 'person'],
  campaign: ['id'],
  link: ['hash'],
  session: ['hash'],
  notice: ['key'],
  arrival: ['id'],
  cases: ['id'],
  case_message: ['case_id', 'seq'],
  draft_request: ['id'],
  draft_count: ['month', 'practice', 'outcome'],
}

/** Every table but the one that holds the schema's version. */
export const copiedTables: readonly (readonly [name: string, key: readonly string[]])[] = Object.entries(keys)

/** A table, and the columns by which its rows are told apart. */
export interface Table {
  readonly table: string
  readonly key: readonly string[]
}

export type Row = Readonly<Record<string, unknown>>

/** How far a table has been read, and what was in it until there. */
export interface Reached {
  readonly rows: number
  /** The sum of its rows' contents, as a hexadecimal number. */
  readonly sum: string
  /** The values of the last row's key, in the order of the key; empty before the first row. */
  readonly last: readonly unknown[]
}

export const unread: Reached = { rows: 0, sum: '0', last: [] }

/** Rows that are read at once. */
export const batch = 200

/** The next rows; none at the end. */
export async function readNext(db: Kysely<Tables>, { table, key }: Table, { last }: Reached): Promise<readonly Row[]> {
  const after = last.length === 0 ? sql`` : sql`where (${refs(key)}) > (${sql.join(last)})`
  const query = sql<Row>`select * from ${sql.table(table)} ${after} order by ${refs(key)} limit ${batch}`
  return (await query.execute(db)).rows
}

export function reachedWith(reached: Reached, { key }: Table, rows: readonly Row[]): Reached {
  const last = rows.at(-1)
  if (last === undefined) return reached
  const sum = rows.reduce((all, row) => all + contentOf(row), BigInt(`0x${reached.sum}`))
  return {
    rows: reached.rows + rows.length,
    sum: BigInt.asUintN(128, sum).toString(16),
    last: key.map((each) => last[each]),
  }
}

/** Read to the end, or until so many rows. */
export async function readThrough(db: Kysely<Tables>, table: Table, most = Infinity): Promise<Reached> {
  for (let reached = unread; ;) {
    const rows = await readNext(db, table, reached)
    if (rows.length === 0 || reached.rows >= most) return reached
    reached = reachedWith(reached, table, rows.slice(0, most - reached.rows))
  }
}

/** Databases give some numbers as text, and bytes in objects of their own. */
function contentOf(row: Row): bigint {
  const values = Object.keys(row)
    .toSorted()
    .map((column) => [column, asText(row[column])])
  return BigInt(`0x${sha256(JSON.stringify(values)).slice(0, 32)}`)
}

function asText(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return typeof value === 'number' || typeof value === 'bigint' ? value.toString() : value
}

export async function insertRows(db: Kysely<Tables>, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
  await sql`insert into ${sql.table(table)} (${refs(columns)}) values ${sql.join(values)}`.execute(db)
}

/** The tables that differ from those of an unused database. */
export async function usedTables(db: Kysely<Tables>): Promise<readonly string[]> {
  const used: string[] = []
  for (const [table] of copiedTables) {
    const fresh = table === 'journal_head' ? sql`where seq > 0` : sql``
    const { rows } = await sql`select 1 from ${sql.table(table)} ${fresh} limit 1`.execute(db)
    if (rows.length > 0) used.push(table)
  }
  return used
}

export async function countIn(db: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ count: unknown }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.count)
}

function refs(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)))
}

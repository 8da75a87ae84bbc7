// Copies every table from one database to another of any kind, in batches.
import { sql, type Kysely } from 'kysely'
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

/** Numbers of rows by table. */
export type Counts = Readonly<Record<string, number>>

/** Called now and then with how many of a table's rows are copied, and at its end. */
export type Tell = (table: string, copied: number, of: number) => void

const batch = 200
/** Rows between two calls. */
const between = 10_000

/**
 * Both must be transactions, and `to` must be empty apart from the journal's head. Throws where the copy has a
 * different number of rows.
 */
export async function copyAll(from: Kysely<Tables>, to: Kysely<Tables>, tell: Tell = () => undefined): Promise<Counts> {
  await to.deleteFrom('journal_head').execute()
  const counts: Record<string, number> = {}
  for (const [table, key] of copiedTables) {
    const of = await countIn(from, table)
    const copied = await copyTable({ table, key }, { from, to, tell: (done) => tell(table, done, of) })
    if (of > 0) tell(table, copied, of)
    const [there, here] = [await countIn(from, table), await countIn(to, table)]
    if (copied !== there || copied !== here)
      throw new Error(`Of ${there} rows in “${table}” ${here} arrived. Nothing was copied.`)
    counts[table] = copied
  }
  return counts
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

interface Table {
  readonly table: string
  readonly key: readonly string[]
}

type Row = Readonly<Record<string, unknown>>

async function copyTable(
  { table, key }: Table,
  {
    from,
    to,
    tell,
  }: { readonly from: Kysely<Tables>; readonly to: Kysely<Tables>; readonly tell: (done: number) => void },
): Promise<number> {
  let copied = 0
  for (let last: Row | undefined; ;) {
    const rows = await readAfter(from, { table, key }, last)
    const [first] = rows
    if (first === undefined) return copied
    const columns = Object.keys(first)
    const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
    await sql`insert into ${sql.table(table)} (${refs(columns)}) values ${sql.join(values)}`.execute(to)
    copied += rows.length
    if (copied % between === 0) tell(copied)
    last = rows.at(-1)
  }
}

async function readAfter(from: Kysely<Tables>, { table, key }: Table, last: Row | undefined): Promise<readonly Row[]> {
  const after = last === undefined ? sql`` : sql`where (${refs(key)}) > (${sql.join(key.map((each) => last[each]))})`
  const query = sql<Row>`select * from ${sql.table(table)} ${after} order by ${refs(key)} limit ${batch}`
  return (await query.execute(from)).rows
}

function refs(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)))
}

async function countIn(db: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{ count: unknown }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.count)
}

// Copies a school from one database into another of any kind, some thousand rows at a time, each time with how far it
// has come. What is interrupted goes on from there, and counts for nothing until every row was read again where it
// arrived.
import { sql, type Kysely, type Transaction } from 'kysely'
import {
  batch,
  copiedTables,
  countIn,
  insertRows,
  reachedWith,
  readNext,
  readThrough,
  unread,
  type Reached,
  type Table,
} from './copy.ts'
import { beginCopy, dropHalf, keepReached, lockAll, reachedIn, unmark, type CopiedHead } from './half-copy.ts'
import { isPostgres } from './migrations.ts'
import type { Tables } from './tables.ts'
import { transact } from './transact.ts'

/** Numbers of rows by table. */
export type Counts = Readonly<Record<string, number>>

/** What is told while it works. */
export type Step =
  | { readonly kind: 'copied'; readonly table: string; readonly rows: number; readonly of: number }
  /** So many rows were there already. */
  | { readonly kind: 'going-on'; readonly rows: number }
  /** The school was written to since the copy was interrupted. */
  | { readonly kind: 'anew' }
  | { readonly kind: 'looking-again'; readonly table: string; readonly rows: number }

export type Tell = (step: Step) => void

export type Rows =
  | { readonly kind: 'copied' }
  /** Somebody has used the database, so nothing was written. */
  | { readonly kind: 'used'; readonly tables: readonly string[] }
  /** It holds half a copy of another school, so nothing was written. */
  | { readonly kind: 'another' }

export type Finished<T> =
  | { readonly kind: 'whole'; readonly counts: Counts }
  /** Something else wrote into it meanwhile. Nothing was taken away. */
  | { readonly kind: 'disturbed'; readonly table: string }
  /** What `judge` found wrong with the copy, of which nothing remains. */
  | { readonly kind: 'refused'; readonly why: T }

/** Everything as it is at one moment. `still`: whoever wants to write there meanwhile has to wait. */
export function atOneMoment<T>(
  db: Kysely<Tables>,
  { still }: { readonly still: boolean },
  read: (from: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (!isPostgres(db)) return db.transaction().execute(read)
  const moment = db.transaction().setIsolationLevel('repeatable read')
  if (!still) return moment.setAccessMode('read only').execute(read)
  return moment.execute(async (from) => {
    const tables = sql.join(copiedTables.map(([table]) => sql.table(table)))
    await sql`lock table ${tables} in share mode`.execute(from)
    return read(from)
  })
}

/** `from` does not change meanwhile. What throws leaves what was copied, except where a row cannot be kept there at all. */
export async function copyRows(
  to: Kysely<Tables>,
  { from, tell = () => undefined }: { readonly from: Kysely<Tables>; readonly tell?: Tell | undefined },
): Promise<Rows> {
  const head = await from.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirstOrThrow()
  const begun = await beginCopy(to, head)
  if (begun.kind === 'used') return begun
  if (begun.kind === 'half') {
    if (!(await isOf(from, begun.head))) return { kind: 'another' }
    const there = await reachedIn(to)
    if (await isStillSo(from, there))
      tell({ kind: 'going-on', rows: [...there.values()].reduce((all, { rows }) => all + rows, 0) })
    else {
      tell({ kind: 'anew' })
      await dropHalf(to)
      await beginCopy(to, head)
    }
  }
  const there = await reachedIn(to)
  try {
    for (const [table, key] of copiedTables)
      await copyTable({ table, key }, { from, to, tell, reached: there.get(table) ?? unread })
  } catch (error) {
    if (cannotBeKept(error)) await dropHalf(to)
    throw error
  }
  return { kind: 'copied' }
}

/** PostgreSQL's error classes for values that a column does not take. */
function cannotBeKept(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]\w{3}$/.test(String(error.code))
}

async function isOf(from: Kysely<Tables>, { seq, hash }: CopiedHead): Promise<boolean> {
  if (seq === 0) return true
  const entry = await from.selectFrom('entry').select('hash').where('seq', '=', seq).executeTakeFirst()
  return entry?.hash === hash
}

/** Whether what was copied is still how the school stands. */
async function isStillSo(from: Kysely<Tables>, there: ReadonlyMap<string, Reached>): Promise<boolean> {
  for (const [table, key] of copiedTables) {
    const reached = there.get(table) ?? unread
    const now = await readThrough(from, { table, key }, reached.rows)
    if (now.sum !== reached.sum || now.rows !== reached.rows) return false
  }
  return true
}

/** Rows of one transaction. */
const chunk = 10 * batch

async function copyTable(
  table: Table,
  { from, to, tell, ...given }: Copying & { readonly tell: Tell; readonly reached: Reached },
): Promise<void> {
  let { reached } = given
  const of = await countIn(from, table.table)
  if (reached.rows === of) return
  for (;;) {
    const before = reached
    // A connection that broke is made again, and the chunk copied again as a whole.
    reached = await transact(to, (tx) => copyChunk(table, { from, to: tx, before }))
    if (reached.rows === before.rows) return
    tell({ kind: 'copied', table: table.table, rows: reached.rows, of })
  }
}

interface Copying {
  readonly from: Kysely<Tables>
  readonly to: Kysely<Tables>
}

async function copyChunk(
  table: Table,
  { from, to, before }: { readonly from: Kysely<Tables>; readonly to: Transaction<Tables>; readonly before: Reached },
): Promise<Reached> {
  let now = before
  while (now.rows - before.rows < chunk) {
    const rows = await readNext(from, table, now)
    if (rows.length === 0) break
    await insertRows(to, table.table, rows)
    now = reachedWith(now, table, rows)
  }
  if (now.rows > before.rows) await keepReached(to, table.table, { before, now })
  return now
}

const undone = new Error('rolled back on purpose: nothing was to be kept')

/** Reads all of it again where it arrived; `judge` checks it before anybody else can use it. */
export async function finishCopy<T>(
  to: Kysely<Tables>,
  {
    judge,
    tell = () => undefined,
  }: { readonly judge: (copy: Kysely<Tables>) => Promise<T | undefined>; readonly tell?: Tell | undefined },
): Promise<Finished<T>> {
  let outcome: Finished<T> | undefined
  try {
    await to.transaction().execute(async (tx) => {
      await lockAll(tx)
      outcome = await lookAgain(tx, { judge, tell })
      if (outcome.kind !== 'whole') throw undone
      await unmark(tx)
    })
  } catch (error) {
    if (error !== undone) throw error
  }
  if (outcome === undefined) throw new Error('nothing was decided')
  if (outcome.kind === 'refused') await dropHalf(to)
  return outcome
}

async function lookAgain<T>(
  copy: Transaction<Tables>,
  { judge, tell }: { readonly judge: (copy: Kysely<Tables>) => Promise<T | undefined>; readonly tell: Tell },
): Promise<Finished<T>> {
  const counts: Record<string, number> = {}
  const there = await reachedIn(copy)
  for (const [table, key] of copiedTables) {
    const copied = there.get(table) ?? unread
    const found = await readThrough(copy, { table, key })
    if (found.sum !== copied.sum || found.rows !== copied.rows) return { kind: 'disturbed', table }
    if (found.rows > 0) tell({ kind: 'looking-again', table, rows: found.rows })
    counts[table] = found.rows
  }
  const why = await judge(copy)
  return why === undefined ? { kind: 'whole', counts } : { kind: 'refused', why }
}

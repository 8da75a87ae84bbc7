// Takes a list back that was imported by mistake: whoever it changed, and nothing has changed since, is as before; whoever
// it brought and has done nothing yet is gone again. Everybody else stays as they are.
import type { Kysely, Transaction } from 'kysely'
import type { ListUndo } from '../../src/ports/people.ts'
import { toEntry } from './entries.ts'
import { hasHistory } from './join.ts'
import { inParts } from './parts.ts'
import { endSessions, refreshRoles } from './persons.ts'
import { sortKey } from './rows.ts'
import { sealsOf, type Cells, type SealOf } from './seals.ts'
import type { PersonRow, Tables } from './tables.ts'
import { laterColumns, sealedColumns, type Witness } from './witness.ts'

/** What a list says of somebody; all their roles together and practice are worked out, or are none of a list's. */
const listColumns = [...sealedColumns, ...laterColumns].filter((name) => name !== 'all_roles' && name !== 'practice')

interface Plan {
  readonly back: readonly { readonly id: string; readonly cells: Cells }[]
  readonly gone: readonly string[]
  readonly kept: readonly string[]
}

/** Undefined where no list was imported by that entry. Changes nothing. */
export async function lookAtUndoing(db: Kysely<Tables>, list: string): Promise<ListUndo | undefined> {
  const plan = await planOf(db, list)
  return plan && toUndo(plan)
}

export async function undoListRows(
  tx: Transaction<Tables>,
  { list, witness }: { readonly list: string; readonly witness: Witness },
): Promise<ListUndo | undefined> {
  const plan = await planOf(tx, list)
  if (plan === undefined) return undefined
  const { back, gone } = plan
  const reporting = await reportingTo(tx, gone)
  await witness.look([...back.map(({ id }) => id), ...gone, ...reporting])
  for (const some of inParts(gone)) {
    await tx.updateTable('person').set({ manager: null }).where('manager', 'in', some).execute()
    await tx.deleteFrom('person').where('id', 'in', some).execute()
  }
  // Two of them may have swapped their addresses.
  for (const some of inParts(back.map(({ id }) => id)))
    await tx.updateTable('person').set({ email: null }).where('id', 'in', some).execute()
  for (const { id, cells } of back) await putBack(tx, id, cells)
  return toUndo(plan)
}

async function putBack(tx: Transaction<Tables>, id: string, cells: Cells): Promise<void> {
  const row = Object.fromEntries(listColumns.map((name) => [name, cells[name]]))
  await tx
    .updateTable('person')
    .set({ ...row, sort: sortKey(cells.name) })
    .where('id', '=', id)
    .execute()
  await refreshRoles(tx, id)
  await endSessions(tx, id)
}

async function reportingTo(tx: Transaction<Tables>, managers: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const some of inParts(managers)) {
    const rows = await tx.selectFrom('person').select('id').where('manager', 'in', some).execute()
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

async function planOf(db: Kysely<Tables>, list: string): Promise<Plan | undefined> {
  const row = await db
    .selectFrom('entry')
    .selectAll()
    .where('id', '=', list)
    .where('kind', '=', 'list-imported')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { seq, fact } = toEntry(row)
  if (fact.kind !== 'list-imported') return undefined
  // Its changes follow it without a gap, in the same transaction.
  const range = { from: seq, to: seq + fact.changes }
  const told = await db
    .selectFrom('entry')
    .select('person')
    .distinct()
    .where('seq', '>', range.from)
    .where('seq', '<=', range.to)
    .where('person', 'is not', null)
    .execute()
  const plan = { back: [] as Plan['back'][number][], gone: [] as string[], kept: [] as string[] }
  for (const some of inParts(told.flatMap(({ person }) => person ?? []))) await sort(db, some, { range, plan })
  return withoutClashes(db, plan)
}

interface Sorting {
  readonly range: { readonly from: number; readonly to: number }
  readonly plan: { readonly back: Plan['back'][number][]; readonly gone: string[]; readonly kept: string[] }
}

async function sort(db: Kysely<Tables>, ids: readonly string[], { range, plan }: Sorting): Promise<void> {
  const rows = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
  const now = new Map(rows.map((row) => [row.id, row]))
  const seals = new Map<string, SealOf[]>(ids.map((id) => [id, []]))
  for (const each of await sealsOf(db, ids)) seals.get(each.person)?.push(each)
  for (const id of ids) {
    const [row, own] = [now.get(id), seals.get(id) ?? []]
    const after = own.find(({ seq }) => seq > range.from && seq <= range.to)
    if (row === undefined || !isUntouched(row, after)) {
      if (row !== undefined) plan.kept.push(id)
      continue
    }
    const before = own.findLast(({ seq }) => seq < range.from)
    if (before?.cells !== undefined) plan.back.push({ id, cells: before.cells })
    else if (before === undefined && !(await hasBegun(db, id))) plan.gone.push(id)
    else plan.kept.push(id)
  }
}

/** Whether it still says what the list made it say. */
function isUntouched(row: PersonRow, after: SealOf | undefined): boolean {
  const { cells } = after ?? {}
  return (
    cells !== undefined &&
    row.erased === 0 &&
    row.same_as === null &&
    listColumns.every((name) => row[name] === cells[name])
  )
}

/** Whether they have come in or done anything. */
async function hasBegun(db: Kysely<Tables>, id: string): Promise<boolean> {
  const account = await db.selectFrom('account').select('id').where('person', '=', id).executeTakeFirst()
  return account !== undefined || (await hasHistory(db, id))
}

/** Whose address somebody else has by now keeps what they have. */
async function withoutClashes(db: Kysely<Tables>, plan: Plan): Promise<Plan> {
  const going = new Set([...plan.back.map(({ id }) => id), ...plan.gone])
  const taken = new Set<string>()
  for (const some of inParts(plan.back.flatMap(({ cells }) => cells.email ?? []))) {
    const rows = await db.selectFrom('person').select(['id', 'email']).where('email', 'in', some).execute()
    for (const { id, email } of rows) if (email !== null && !going.has(id)) taken.add(email)
  }
  const clashes = plan.back.filter(({ cells: { email } }) => email !== null && taken.has(email))
  if (clashes.length === 0) return plan
  return {
    ...plan,
    back: plan.back.filter((each) => !clashes.includes(each)),
    kept: [...plan.kept, ...clashes.map(({ id }) => id)],
  }
}

function toUndo({ back, gone, kept }: Plan): ListUndo {
  return { back: back.map(({ id }) => id), gone, kept }
}

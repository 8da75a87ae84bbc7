// What was sealed of people's rows over time, as values: it gives back what somebody had before.
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { toEntry } from './entries.ts'
import type { PersonRow, Tables } from './tables.ts'
import { laterColumns, rowIn, sealedColumns } from './witness.ts'

export type Cells = Pick<PersonRow, (typeof sealedColumns | typeof laterColumns)[number]> & {
  readonly accounts: readonly (readonly [platform: string, id: string])[]
}

/** What the journal said about somebody at that entry. */
export interface SealOf {
  readonly seq: number
  readonly at: number
  readonly person: string
  readonly merged: boolean
  /** Undefined once they were erased. */
  readonly cells: Cells | undefined
}

/** In order. */
export async function sealsOf(db: Kysely<Tables>, people: readonly string[]): Promise<SealOf[]> {
  const rows = await db
    .selectFrom('entry')
    .leftJoin('hidden as h', 'h.entry', 'entry.id')
    .selectAll('entry')
    .select('h.fields')
    .where('entry.person', 'in', people)
    .where('kind', '=', 'directory')
    .orderBy('seq')
    .execute()
  return rows.flatMap(({ fields, ...row }) => {
    const { seq, at, fact } = toEntry(row)
    if (fact.kind !== 'directory') return []
    const cells = fields === null ? undefined : cellsIn(fields)
    return [{ seq, at: at.getTime(), person: fact.person, merged: fact.what.includes('merged'), cells }]
  })
}

const Pairs = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.null()])]))
const Accounts = z.array(z.tuple([z.string(), z.string()]).rest(z.unknown()))

/** As `sealedRow` wrote them; what is no longer a column is left out. */
function cellsIn(fields: string): Cells {
  const said = new Map(Pairs.parse(JSON.parse(rowIn(fields) ?? '')))
  const accounts = Accounts.parse(JSON.parse(String(said.get('accounts') ?? '[]')))
  const cells = new Map<string, unknown>(
    sealedColumns.filter((name) => said.has(name)).map((name) => [name, said.get(name)]),
  )
  for (const name of laterColumns) cells.set(name, said.get(name) ?? null)
  const own = Object.fromEntries(cells) as unknown as Omit<Cells, 'accounts'> // parsed above
  return { ...own, accounts: accounts.map(([platform, id]) => [platform, id] as const) }
}

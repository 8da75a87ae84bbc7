// What a school's list would change, and what must be asked first: decisions that the page and the command line share.
import type { Person } from '../chat/people.ts'
import { readTable, type FileRecord, type Mapping } from '../people/columns.ts'
import { planImport, type PeoplePlan } from '../people/plan.ts'
import { readRows } from '../people/rows.ts'
import type { PersonChange } from '../people/types.ts'

export interface ListPlan extends PeoplePlan {
  readonly ignored: readonly string[]
  readonly rows: number
  readonly guesses: readonly string[]
  readonly head: ReturnType<typeof readTable>['head']
}

export function planRecords(
  records: readonly FileRecord[],
  { mapping = {}, ...planning }: Parameters<typeof planImport>[1] & { readonly mapping?: Mapping },
): ListPlan {
  const table = readTable(records, mapping)
  const rows = readRows(table.rows)
  const bad = [...table.problems, ...rows.problems]
  const plan = planImport(rows.listed, planning)
  return {
    ...plan,
    problems: [...bad, ...plan.problems].toSorted((a, b) => a.line - b.line),
    ignored: table.ignored,
    rows: rows.listed.length,
    guesses: [...table.guesses, ...rows.guesses],
    head: table.head,
  }
}

/** With the wrong file, everybody seems to leave. */
export function tooManyLeave({ changes }: Pick<PeoplePlan, 'changes'>, known: readonly Person[]): boolean {
  const missing = changes.filter(({ kind, fields }) => kind === 'leaves' && fields.length === 0).length
  return missing >= 5 && missing > known.filter(({ listed }) => listed).length / 5
}

export const changeHeadings: Readonly<Record<PersonChange['kind'], string>> = {
  joins: 'Joining',
  returns: 'Coming back',
  changes: 'Changing',
  leaves: 'Leaving',
}

/** One change in a line: "Ada Okafor <ada@…>; group: support → teaching". */
export function sayPersonChange({ person, fields }: PersonChange, names: ReadonlyMap<string, string>): string {
  const value = (text: string) => (text === '' ? 'nothing' : (names.get(text) ?? text))
  const details = fields.map(({ field, from, to }) => `${field}: ${value(from)} → ${value(to)}`)
  const address = person.email === undefined ? '' : ` <${person.email}>`
  return [`${person.name}${address}`, ...details].join('; ')
}

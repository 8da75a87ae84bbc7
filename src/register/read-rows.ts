// Everybody with their standing with a policy, with constant memory: for spreadsheets, packs and lists.
import type { Group } from '../chat/people.ts'
import type { Journal, Register } from '../ports/evidence.ts'
import type { Counting, RegisterLine, RegisterRow } from '../standing/totals.ts'
import type { Matter } from '../turn/matter.ts'
import { placeIn, withDoubts } from './read-page.ts'

export interface RowsAsked {
  readonly practice: boolean
  readonly group: Group | 'none' | undefined
  readonly counting: Counting
}

/** By name. */
export async function* rowsOf(
  { register, journal }: { readonly register: Register; readonly journal: Pick<Journal, 'entriesBy'> },
  { policy }: Matter,
  { counting, practice, group }: RowsAsked,
): AsyncGenerator<RegisterRow & RegisterLine> {
  let after: string | undefined
  for (;;) {
    const page = await register.page({ policy: policy.id, practice, group, most: pageSize, after })
    yield* await withDoubts(
      journal,
      page.map((line) => ({ ...line, ...placeIn(line, counting) })),
    )
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return
  }
}

const pageSize = 500

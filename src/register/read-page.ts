// Reads one page of the register, as the filters ask for it.
import { signingDoubtsOf } from '../standing/doubts.ts'
import { isSigning } from '../standing/fold.ts'
import { standingOf } from '../standing/standing.ts'
import type { RegisterLine } from '../standing/totals.ts'
import type { Journal } from '../ports/evidence.ts'
import type { Ports } from '../ports/ports.ts'
import type { Counting } from '../standing/totals.ts'
import type { RegisterRow } from '../standing/totals.ts'
import type { Page, View } from './cards.ts'
import { isMeant } from './filter.ts'

const rowsOnPage = 25
/** How many people are searched for one page of a rare standing before asking whether to go on. */
const mostLookedAt = 5_000
const atOnce = 250

/** Somebody with their standing, before the signature itself was read. */
export type Placed = Omit<RegisterRow, 'doubts'>

export async function pageOf(
  { register, journal }: Pick<Ports, 'register'> & { readonly journal: Signatures },
  view: View,
  { counting, practice }: { counting: Counting; practice: boolean },
): Promise<Page> {
  const { policy, group, standing, name } = view
  const most = standing === undefined && name === undefined ? rowsOnPage + 1 : atOnce
  const query = { policy, practice, most, group }
  const rows: Placed[] = []
  let after = view.after
  for (let looked = 0; looked < mostLookedAt; looked += most) {
    const lines = await register.page({ ...query, after })
    const found = lines.map((line) => placeIn(line, counting))
    rows.push(...found.filter((row) => isMeant(row, { standing, name })))
    if (rows.length > rowsOnPage) {
      const shown = rows.slice(0, rowsOnPage)
      return { rows: await withDoubts(journal, shown), next: shown.at(-1)?.person.id }
    }
    after = lines.at(-1)?.person.id
    if (after === undefined || lines.length < most) return { rows: await withDoubts(journal, rows), next: undefined }
  }
  return { rows: await withDoubts(journal, rows), next: after }
}

export function placeIn(line: RegisterLine, counting: Counting): Placed {
  const standing = standingOf({ ...line, ...counting }, counting.asOf)
  return { person: line.person, standing, due: 'due' in standing ? standing.due : undefined }
}

type Signatures = Pick<Journal, 'entriesBy'>

/** Read from the signatures themselves, for the whole page at once. */
export async function withDoubts<T extends Placed>(
  journal: Signatures,
  rows: readonly T[],
): Promise<(T & RegisterRow)[]> {
  const entries = await journal.entriesBy(rows.flatMap(({ standing }) => ('entry' in standing ? [standing.entry] : [])))
  const doubts = new Map(entries.filter(isSigning).map((entry) => [entry.id, signingDoubtsOf(entry)]))
  return rows.map((row) => ({
    ...row,
    doubts: ('entry' in row.standing ? doubts.get(row.standing.entry) : undefined) ?? [],
  }))
}

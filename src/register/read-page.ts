// The register as it is read: one page of people as the filters ask for them.
import { fold } from '../kit/text.ts'
import { standingOf } from '../standing/standing.ts'
import type { RegisterLine } from '../standing/totals.ts'
import type { Ports } from '../ports/ports.ts'
import type { Counting } from '../standing/totals.ts'
import type { RegisterRow } from '../standing/totals.ts'
import type { Page, View } from './cards.ts'

const rowsOnPage = 25
/** How many people are looked through for one page of a rare standing, before asking whether to go on. */
const mostLookedAt = 5_000
const atOnce = 250

export async function pageOf(
  { register }: Pick<Ports, 'register'>,
  view: View,
  { counting, practice }: { counting: Counting; practice: boolean },
): Promise<Page> {
  const { policy, group, standing, name } = view
  const most = standing === undefined && name === undefined ? rowsOnPage + 1 : atOnce
  const query = { policy, practice, most, ...(group === undefined ? {} : { group }) }
  const rows: RegisterRow[] = []
  let after = view.after
  for (let looked = 0; looked < mostLookedAt; looked += most) {
    const lines = await register.page({ ...query, ...(after === undefined ? {} : { after }) })
    const found = lines.map((line) => rowOf(line, counting))
    rows.push(...found.filter((row) => isMeant(row, view)))
    if (rows.length > rowsOnPage) return { rows: rows.slice(0, rowsOnPage), next: rows[rowsOnPage - 1]?.person.id }
    after = lines.at(-1)?.person.id
    if (after === undefined || lines.length < most) return { rows, next: undefined }
  }
  return { rows, next: after }
}

function isMeant({ person, standing }: RegisterRow, { standing: wanted, name }: View): boolean {
  if (name !== undefined && !fold(person.name).includes(fold(name))) return false
  if (wanted === undefined) return true
  return wanted === 'unsigned' ? !settled.has(standing.kind) : standing.kind === wanted
}

/** Of whoever has one of these, no signature is missing. */
const settled: ReadonlySet<string> = new Set(['signed', 'carried-over', 'excused', 'left'])

export function rowOf(line: RegisterLine, counting: Counting): RegisterRow {
  const standing = standingOf({ ...line, ...counting }, counting.asOf)
  return { person: line.person, standing, due: 'due' in standing ? standing.due : undefined }
}

// The register as it is read: totals over everybody, and one page of people as the filters ask for them.
import type { Person } from '../chat/people.ts'
import { marksOf, standingOf } from '../standing/standing.ts'
import type { Matter } from '../turn/matter.ts'
import type { RegisterLine } from '../ports/evidence.ts'
import type { Ports } from '../ports/ports.ts'
import type { Turn } from '../turn/turn.ts'
import { totalsOf, type Counting, type Totals } from '../standing/totals.ts'
import type { RegisterRow } from '../standing/campaigns.ts'
import type { Page, View } from './cards.ts'

const rowsOnPage = 10
/** How many people are looked through for one page of a rare standing, before asking whether to go on. */
const mostLookedAt = 5_000
const atOnce = 250

/** What every standing of a policy is judged by, in the world of whoever asks. */
export async function countingOf(
  { ports }: { readonly ports: Pick<Ports, 'journal'> },
  { policy, asOf }: Matter,
  { practice }: Pick<Person, 'practice'>,
): Promise<Counting> {
  // Both concern nobody in particular; facts are always somebody's.
  const { marks, campaigns } = await ports.journal.factsOf({ policy: policy.id, person: '' })
  return { marks: marksOf(marks, practice), campaigns, asOf }
}

export async function totalsFor(
  turn: Turn,
  { matter, counting, practice }: { matter: Matter; counting: Counting; practice: boolean },
): Promise<Totals> {
  const tally = await turn.ports.register.tally({ policy: matter.policy.id, practice, today: matter.asOf.today })
  return totalsOf(tally, counting)
}

export async function pageOf(
  { register }: Pick<Ports, 'register'>,
  view: View,
  { counting, practice }: { counting: Counting; practice: boolean },
): Promise<Page> {
  const { policy, group, standing } = view
  const most = standing === undefined ? rowsOnPage + 1 : atOnce
  const query = { policy, practice, most, ...(group === undefined ? {} : { group }) }
  const rows: RegisterRow[] = []
  let after = view.after
  for (let looked = 0; looked < mostLookedAt; looked += most) {
    const lines = await register.page({ ...query, ...(after === undefined ? {} : { after }) })
    const found = lines.map((line) => rowOf(line, counting))
    rows.push(...found.filter((row) => standing === undefined || row.standing.kind === standing))
    if (rows.length > rowsOnPage) return { rows: rows.slice(0, rowsOnPage), next: rows[rowsOnPage - 1]?.person.id }
    after = lines.at(-1)?.person.id
    if (after === undefined || lines.length < most) return { rows, next: undefined }
  }
  return { rows, next: after }
}

export function rowOf(line: RegisterLine, counting: Counting): RegisterRow {
  const standing = standingOf({ ...line, ...counting }, counting.asOf)
  return { person: line.person, standing, due: 'due' in standing ? standing.due : undefined }
}

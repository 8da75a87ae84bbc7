// Reads how one campaign stands, person by person, for whoever minds it: only those whom it asks.
import type { Person } from '../chat/people.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { hasLeft } from '../standing/due.ts'
import { standingOf } from '../standing/standing.ts'
import type { RegisterLine } from '../standing/totals.ts'
import type { Standing } from '../standing/types.ts'
import { countingOf } from '../turn/counting.ts'
import type { Matter } from '../turn/matter.ts'
import { whatAsked } from './read-preview.ts'

export type MindedShow = 'owes' | 'signed' | 'excused'

export interface MindedRow {
  readonly person: Person
  readonly standing: Standing
  /** How many reminders of this campaign they have had. */
  readonly reminded: number
}

export interface Minded {
  readonly counts: Readonly<Record<MindedShow, number>>
  readonly rows: readonly MindedRow[]
  /** The person id after which there are more. */
  readonly next: string | undefined
}

const pageSize = 500
const rowsShown = 25

export async function readMinded(
  ports: Pick<Ports, 'journal' | 'register' | 'notices'>,
  { matter, campaign }: { readonly matter: Matter; readonly campaign: Campaign },
  { show, after }: { readonly show: MindedShow; readonly after: string | undefined },
): Promise<Minded> {
  const { practice, audience, policy } = campaign
  const every = await countingOf({ ports }, matter, { practice })
  const counting = { ...every, campaigns: [campaign] }
  const placeIn = (line: RegisterLine) =>
    inAudience(line.person, audience) && !hasLeft(line.person, matter.asOf.today)
      ? whatAsked(line, counting)
      : undefined
  const counts = { owes: 0, signed: 0, excused: 0 }
  const found: Omit<MindedRow, 'reminded'>[] = []
  let begun = after === undefined
  let last: string | undefined
  for (;;) {
    const page = await ports.register.page({ policy, practice, most: pageSize, after: last })
    for (const line of page) {
      const what = placeIn(line)
      if (what !== undefined) counts[what] += 1
      if (what === show && begun && found.length <= rowsShown)
        found.push({ person: line.person, standing: standingOf({ ...line, ...counting }, counting.asOf) })
      begun ||= line.person.id === after
    }
    last = page.at(-1)?.person.id
    if (page.length < pageSize) break
  }
  const rows = await withReminders(ports, campaign, found.slice(0, rowsShown))
  return { counts, rows, next: found.length > rowsShown ? rows.at(-1)?.person.id : undefined }
}

async function withReminders(
  { notices }: Pick<Ports, 'notices'>,
  { id, policy, edition }: Campaign,
  rows: readonly Omit<MindedRow, 'reminded'>[],
): Promise<readonly MindedRow[]> {
  const sent = rows.length === 0 ? [] : await notices.of(rows.map(({ person }) => person.id))
  const about = [`reminder:${id}:`, `reminder:${policy}@${edition}:`]
  const theirs = sent.filter(({ key, state }) => state === 'sent' && about.some((start) => key.startsWith(start)))
  return rows.map((row) => ({ ...row, reminded: theirs.filter(({ person }) => person === row.person.id).length }))
}

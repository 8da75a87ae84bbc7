// Everybody whom a campaign would ask, judged as if it were already open, and how each would be written to.
import type { Audience, Rhythm } from '../journal/types.ts'
import type { Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import { hasLeft } from '../standing/due.ts'
import { marksFor } from '../standing/meanwhile.ts'
import { standingOf } from '../standing/standing.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { Counting } from '../standing/totals.ts'
import type { Matter } from '../turn/matter.ts'
import { countAsked, nobodyAsked, previewOf, type PreviewAsked, type CampaignPreview } from './preview.ts'

type Reading = Pick<Ports, 'journal' | 'register' | 'people'>

export interface CampaignOpening {
  readonly matter: Matter
  readonly audience: Audience
  readonly due: Day
  readonly rhythm: Rhythm
  readonly practice: boolean
  readonly calendar: Calendar
  readonly now: Date
  /** Whether somebody with an address but no account is written to. */
  readonly letters: boolean
}

const pageSize = 500

export async function readPreview(ports: Reading, opening: CampaignOpening): Promise<CampaignPreview> {
  return previewOf(await readAsked(ports, opening), opening)
}

async function readAsked(ports: Reading, opening: CampaignOpening): Promise<PreviewAsked> {
  const { matter, practice } = opening
  const counting = withIt(await ports.journal.factsOf({ policy: matter.policy.id, person: '' }), opening)
  let asked = nobodyAsked
  let after: string | undefined
  for (;;) {
    const which = { policy: matter.policy.id, practice, most: pageSize }
    const page = await ports.register.page(after === undefined ? which : { ...which, after })
    asked = await countPage(ports, asked, { page, counting, opening })
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return asked
  }
}

/** As if it were already open: a campaign for the edition in force implies that it is to be signed. */
function withIt(
  facts: Pick<SigningFacts, 'marks' | 'campaigns'>,
  { matter, audience, due, practice }: CampaignOpening,
): Counting {
  const { policy, edition, asOf } = matter
  const pretended = {
    id: 'pretended',
    policy: policy.id,
    edition: edition.id,
    audience,
    due,
    openedOn: asOf.today,
    closedOn: undefined,
    practice,
    rhythm: undefined,
    pausedOn: undefined,
  }
  const campaigns = [...facts.campaigns, pretended]
  return { marks: marksFor({ marks: facts.marks, campaigns }, practice, asOf), campaigns, asOf }
}

interface Page {
  readonly page: Awaited<ReturnType<Reading['register']['page']>>
  readonly counting: Counting
  readonly opening: CampaignOpening
}

async function countPage(
  { people }: Reading,
  before: PreviewAsked,
  { page, counting, opening }: Page,
): Promise<PreviewAsked> {
  const { audience, letters, matter } = opening
  const { today } = matter.asOf
  const theirs = page.filter(({ person }) => inAudience(person, audience) && !hasLeft(person, today))
  const ways = await people.waysOf(theirs.map(({ person }) => person.id))
  return theirs.reduce((asked, line) => {
    const { person } = line
    const { kind } = standingOf({ ...line, ...counting }, counting.asOf)
    if (kind === 'signed' || kind === 'carried-over') return countAsked(asked, { kind: 'signed' })
    if (kind === 'excused') return countAsked(asked, { kind: 'excused' })
    const way = ways.get(person.id) ?? (letters && person.email !== undefined ? 'email' : 'none')
    const away = person.away.some(({ from, to }) => from <= today && today <= to)
    const later = person.startsOn !== undefined && person.startsOn > today
    return countAsked(asked, { kind: 'owes', name: person.name, way, away, later })
  }, before)
}

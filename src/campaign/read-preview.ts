// Everybody whom a campaign would ask, judged as if it were already open, and how each would be written to.
import type { Person } from '../chat/people.ts'
import type { Audience, Rhythm } from '../journal/types.ts'
import type { Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import type { School } from '../turn/library.ts'
import { inAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { hasLeft } from '../standing/due.ts'
import { marksFor } from '../standing/meanwhile.ts'
import { standingOf } from '../standing/standing.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { Counting, RegisterLine } from '../standing/totals.ts'
import type { Matter } from '../turn/matter.ts'
import {
  countAsked,
  nobodyAsked,
  previewOf,
  type CampaignPreview,
  type PreviewAsked,
  type SendingWay,
} from './preview.ts'

type Reading = Pick<Ports, 'journal' | 'register' | 'people'>

/** A campaign that is not open yet. */
export interface Pretended {
  readonly matter: Matter
  readonly audience: Audience
  readonly due: Day
  readonly practice: boolean
  readonly since?: Date | undefined
}

export interface CampaignOpening extends Pretended {
  readonly rhythm: Rhythm
  readonly calendar: Calendar
  readonly now: Date
  /** Whether somebody with an address but no account is written to. */
  readonly letters: boolean
  readonly goesOn?: boolean
  readonly escalation?: School['escalation']
}

interface OpeningFrame {
  readonly matter: Matter
  readonly school: Pick<School, 'reminders' | 'calendar' | 'escalation'>
  readonly now: Date
  readonly letters: boolean
}

/** A campaign as it would be asked from now on: a new one, or one that is about to be changed. */
export function openingOf(campaign: Planning, { matter, school, now, letters }: OpeningFrame): CampaignOpening {
  const { audience, due, rhythm, practice } = campaign
  const { reminders, calendar, escalation } = school
  const goesOn = keepsAsking(campaign, matter.asOf.today)
  return { matter, audience, due, practice, rhythm: rhythm ?? reminders, calendar, escalation, now, letters, goesOn }
}

type Planning = Pick<Campaign, 'audience' | 'due' | 'rhythm' | 'practice'> & Partial<Asking>
type Asking = Pick<Campaign, 'openedOn' | 'changedOn'>

/** It is open, and another due day does not make it ask afresh today. */
export function keepsAsking({ openedOn, changedOn }: Partial<Asking>, today: Day): boolean {
  return openedOn !== undefined && changedOn !== today
}

const pageSize = 500

export async function readPreview(ports: Reading, opening: CampaignOpening): Promise<CampaignPreview> {
  return previewOf(await readAsked(ports, opening), opening)
}

async function readAsked(ports: Reading, opening: CampaignOpening): Promise<PreviewAsked> {
  const { matter, practice } = opening
  const counting = countingWith(await ports.journal.factsOf({ policy: matter.policy.id }), opening)
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
export function countingWith(
  facts: Pick<SigningFacts, 'marks' | 'campaigns'>,
  { matter, audience, due, practice, since }: Pretended,
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
    since,
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
  const { audience, letters } = opening
  const theirs = page.filter(({ person }) => inAudience(person, audience))
  const ways = await people.waysOf(theirs.map(({ person }) => person.id))
  return theirs.reduce((asked, line) => {
    const what = whatAsked(line, counting)
    if (what === undefined) return asked
    if (what !== 'owes') return countAsked(asked, { kind: what })
    return countAsked(asked, owing(line.person, { today: counting.asOf.today, letters, way: ways.get(line.person.id) }))
  }, before)
}

/** What it is to somebody of the audience. Undefined where they have left. */
export function whatAsked(line: RegisterLine, counting: Counting): 'signed' | 'excused' | 'owes' | undefined {
  if (hasLeft(line.person, counting.asOf.today)) return undefined
  const { kind } = standingOf({ ...line, ...counting }, counting.asOf)
  if (kind === 'signed' || kind === 'carried-over') return 'signed'
  return kind === 'excused' ? 'excused' : 'owes'
}

interface Reached {
  readonly today: Day
  readonly letters: boolean
  readonly way: SendingWay | undefined
}

export function owing({ name, email, away, startsOn }: Person, { today, letters, way }: Reached) {
  return {
    kind: 'owes',
    name,
    way: way ?? (letters && email !== undefined ? 'email' : 'none'),
    away: away.some(({ from, to }) => from <= today && today <= to),
    later: startsOn !== undefined && startsOn > today,
  } as const
}

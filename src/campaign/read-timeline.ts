// Reads what the timeline of a campaign shows: what was done to it, and who of its audience signed on which day.
import type { FactKind } from '../journal/types.ts'
import type { Calendar } from '../kit/calendar.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Timeline, TimelineMark } from '../kit/timeline.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { countingOf } from '../turn/counting.ts'
import type { Matter } from '../turn/matter.ts'
import { whatAsked } from './read-preview.ts'
import { timelineOf, type SignedSoFar } from './timeline.ts'

type Reading = Pick<Ports, 'journal' | 'register'>

export interface TimelineAsked {
  readonly matter: Matter
  readonly campaign: Campaign
  readonly reminders: Rhythm
  readonly calendar: Calendar
}

export async function readTimeline(ports: Reading, asked: TimelineAsked): Promise<Timeline> {
  const { matter, campaign, reminders, calendar } = asked
  return timelineOf({
    title: matter.edition.title,
    campaign,
    reminders,
    calendar,
    today: matter.asOf.today,
    turned: await readTurned(ports, campaign, calendar.zone),
    signed: await readSigned(ports, asked),
  })
}

const turns = {
  'campaign-changed': 'changed',
  'campaign-paused': 'reminders paused',
  'campaign-resumed': 'reminders went on',
  'campaign-closed': 'closed',
  'campaign-reopened': 'opened again',
  'campaign-handed': 'handed to somebody',
  'campaign-taken-back': 'taken back',
  'campaign-lapsed': 'with SLT again',
} as const satisfies { readonly [K in FactKind]?: string }

const mostTurns = 500

/** What was done to a campaign since it was opened, in the order of the days. */
export async function readTurned(
  { journal }: Pick<Ports, 'journal'>,
  { id, policy }: Pick<Campaign, 'id' | 'policy'>,
  zone: string,
): Promise<readonly TimelineMark[]> {
  const kinds = Object.keys(turns) as (keyof typeof turns)[]
  const entries = await journal.happened({ kinds, policy, most: mostTurns })
  return entries.toReversed().flatMap(({ at, fact }) => {
    const says = fact.kind in turns ? turns[fact.kind as keyof typeof turns] : undefined
    return says !== undefined && 'campaign' in fact && fact.campaign === id ? [{ day: dayIn(zone, at), says }] : []
  })
}

const pageSize = 500

async function readSigned(ports: Reading, { matter, campaign, calendar }: TimelineAsked): Promise<SignedSoFar> {
  const { practice, audience, policy } = campaign
  const counting = await countingOf({ ports }, matter, { practice })
  const days: Day[] = []
  let total = 0
  let after: string | undefined
  for (;;) {
    const page = await ports.register.page({ policy, practice, most: pageSize, after })
    for (const line of page) {
      const what = inAudience(line.person, audience) ? whatAsked(line, counting) : undefined
      if (what === undefined || what === 'excused') continue
      total += 1
      const at = line.involvement?.signed?.at
      if (what === 'signed' && at !== undefined) days.push(dayIn(calendar.zone, at))
    }
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return { total, days }
  }
}

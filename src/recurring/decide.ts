// What SLT decides about asking again: that it recurs, a yes to the next round, not this time, and that it ends.
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { FactOf, Recurring } from '../journal/types.ts'
import type { Calendar } from '../kit/calendar.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { SigningFacts } from '../standing/types.ts'
import { afterSkipping, afterToday, everyOf, nextRound, type Every, type Seen } from './next.ts'

interface About {
  readonly campaign: string
  readonly calendar: Calendar
  /** The days of the signatures that count, of everybody whom it asks; none where no months are counted. */
  readonly signed?: readonly Day[]
  /** A person id, or `operator` on the command line. */
  readonly by: string
  readonly stamp: Stamp
}

export type RecurringOutcome =
  | { readonly kind: 'done'; readonly campaign: Campaign; readonly recurs: Recurring | undefined }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'no-such-campaign' }
  /** It is no longer about that round: somebody has answered, or it has been opened. */
  | { readonly kind: 'other-round' }
  | { readonly kind: 'agreed-before'; readonly opens: Day; readonly by: string }
  /** Nobody could sign between those days, or the last has passed. */
  | { readonly kind: 'days-wrong'; readonly today: Day }
  /** No later term is known. */
  | { readonly kind: 'no-terms' }
  /** Nobody has signed, so no months are counted yet. */
  | { readonly kind: 'no-signatures' }

type Facts = Pick<SigningFacts, 'campaigns'>
type Decided = RecordDecision<RecurringOutcome>

export function setRecurring(facts: Facts, about: About & Every): Decided {
  const every = everyOf(about)
  const campaign = find(facts, about)
  if (campaign === undefined) return refuse({ kind: 'no-such-campaign' })
  const before = campaign.recurs
  if (before !== undefined && isSame(everyOf(before), every)) return refuse({ kind: 'unchanged' })
  const seen = seenBy(about)
  const recurs: Recurring = { ...every, after: afterToday(every, seen) }
  // With the first signature it follows by itself; terms have to be entered.
  if (recurs.every === 'term' && nextRound(campaign, recurs, seen) === undefined) return refuse({ kind: 'no-terms' })
  return keep(campaign, about, { what: 'set', recurs })
}

/** What was asked and signed stays, and whatever is open goes on. */
export function stopRecurring(facts: Facts, about: About): Decided {
  const campaign = find(facts, about)
  if (campaign === undefined) return refuse({ kind: 'no-such-campaign' })
  if (campaign.recurs === undefined) return refuse({ kind: 'unchanged' })
  return keep(campaign, about, { what: 'stopped', recurs: undefined })
}

interface OfRound extends About {
  /** What was shown was about the round that comes after this day. */
  readonly after: Day
}

/** Yes, with these days. Of two who press at the same time, the second hears that it was agreed. */
export function agreeRecurring(facts: Facts, about: OfRound & { readonly opens: Day; readonly due: Day }): Decided {
  const { after, opens, due, calendar, by, stamp } = about
  const campaign = find(facts, about)
  if (campaign === undefined) return refuse({ kind: 'no-such-campaign' })
  const { recurs } = campaign
  if (recurs?.after !== after) return refuse({ kind: 'other-round' })
  const { agreed } = recurs
  if (agreed?.opens === opens && agreed.due === due) return refuse({ kind: 'agreed-before', opens, by: agreed.by })
  const today = dayIn(calendar.zone, stamp.at)
  if (due < opens || due < today) return refuse({ kind: 'days-wrong', today })
  return keep(campaign, about, { what: 'agreed', recurs: { ...recurs, agreed: { opens, due, by } } })
}

/** Not this time: the round after it is the next. Also takes back a yes, for as long as nothing was opened. */
export function skipRecurring(facts: Facts, about: OfRound): Decided {
  const { after } = about
  const campaign = find(facts, about)
  if (campaign === undefined) return refuse({ kind: 'no-such-campaign' })
  const { recurs } = campaign
  if (recurs?.after !== after) return refuse({ kind: 'other-round' })
  const next = nextRound(campaign, recurs, seenBy(about))
  if (next === undefined) return refuse({ kind: recurs.every === 'months' ? 'no-signatures' : 'no-terms' })
  const left: Recurring = { ...everyOf(recurs), after: afterSkipping(recurs, next) }
  return keep(campaign, about, { what: 'skipped', recurs: left })
}

function isSame(one: Every, other: Every): boolean {
  if (one.every !== 'months' || other.every !== 'months') return one.every === other.every
  return one.months === other.months
}

function seenBy({ calendar, signed = [], stamp }: About): Seen {
  return { calendar, signed, today: dayIn(calendar.zone, stamp.at) }
}

function find({ campaigns }: Facts, { campaign }: About): Campaign | undefined {
  return campaigns.find(({ id }) => id === campaign)
}

interface Kept {
  readonly what: FactOf<'campaign-recurs'>['what']
  readonly recurs: Recurring | undefined
}

function keep(before: Campaign, { by, stamp }: About, kept: Kept): Decided {
  const { recurs } = kept
  const campaign: Campaign = { ...before, recurs }
  return {
    entries: [recursEntry(campaign, kept, { by, stamp })],
    campaign,
    outcome: { kind: 'done', campaign, recurs },
  }
}

export function recursEntry(
  { id: campaign, policy }: Campaign,
  { what, recurs }: Kept,
  { by, stamp }: { readonly by: string; readonly stamp: Stamp },
) {
  const fact = { kind: 'campaign-recurs', policy, campaign, what, by } as const
  return entryOf(recurs === undefined ? fact : { ...fact, recurring: recurs }, stamp)
}

function refuse(outcome: RecurringOutcome): Decided {
  return { entries: [], outcome }
}

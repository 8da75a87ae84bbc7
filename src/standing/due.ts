// Decides by which day somebody is to sign, and which campaigns ask them at all.
import type { Person } from '../chat/people.ts'
import { worksOn, type Calendar } from '../kit/calendar.ts'
import { addDays, type Day } from '../kit/days.ts'
import { memoLast } from '../kit/memo.ts'
import { inAudience } from './audience.ts'
import type { Campaign, Owed } from './campaigns.ts'

/**
 * The number of their own working days that a campaign opened today gives everybody, from the day they could know of
 * it.
 */
export const leastDays = 5

/** What a person's own day depends on, besides the campaign and themselves. */
export interface Allowing {
  /** The days that a joiner has, from their first day. */
  readonly joinerDays: number
  /** Undefined where nobody's own days are known: then the campaign's day applies. */
  readonly calendar?: Calendar | undefined
}

type Who = Pick<Person, 'startsOn'> & Partial<Pick<Person, 'weekdays' | 'away'>>
type Asking = Pick<Campaign, 'due'> & Partial<Pick<Campaign, 'openedOn' | 'changedOn' | 'leastDays'>>

/**
 * Usually the campaign's day. Somebody who started recently, or starts later, has `joinerDays` from their first day.
 * Nobody's day is earlier than the campaign's least number of their own working days after they could know of it.
 */
export function dueFor(person: Who, campaign: Asking, { joinerDays, calendar }: Allowing): Day {
  const due = laterOf(campaign.due, person.startsOn && addDays(person.startsOn, joinerDays))
  const { leastDays: least = 0, openedOn } = campaign
  if (least === 0 || calendar === undefined || openedOn === undefined) return due
  const known = laterOf(laterOf(openedOn, campaign.changedOn), person.startsOn)
  const { weekdays, away = [] } = person
  // Days away only matter where they fall between, and nearly always they do not.
  const unhindered = nthForMany(least, known, { calendar, weekdays })
  const hindered = away.some(({ from, to }) => unhindered === undefined || (to >= known && from <= unhindered))
  return laterOf(due, hindered ? nthForOne(least, known, calendar, weekdays, away) : unhindered)
}

function laterOf(a: Day, b: Day | undefined): Day {
  return b !== undefined && b > a ? b : a
}

interface OwnDays extends Partial<Pick<Person, 'weekdays' | 'away'>> {
  readonly calendar: Calendar
}

/**
 * Somebody's n-th working day, counting `from` if they work on it; undefined where there are not that many within two
 * years.
 */
export function nthWorkingDay(count: number, from: Day, { calendar, weekdays, away = [] }: OwnDays): Day | undefined {
  let left = count
  for (let ahead = 0; ahead < 2 * 366; ahead++) {
    const day = addDays(from, ahead)
    if (worksOn(day, calendar, { weekdays, away })) left -= 1
    if (left === 0) return day
  }
  return undefined
}

/** Remembered: somebody who was away is asked for ten documents on the same day, one after the other. */
const nthForOne = memoLast(
  (count: number, from: Day, calendar: Calendar, weekdays: Who['weekdays'], away: Person['away']) =>
    nthWorkingDay(count, from, { calendar, weekdays, away }),
)

/** Remembered: many people share their weekdays, and counting days took four tenths of planning for a county. */
function nthForMany(count: number, from: Day, { calendar, weekdays }: Omit<OwnDays, 'away'>): Day | undefined {
  const days = known.get(calendar) ?? new Map<string, Map<Day, Day | undefined>>()
  known.set(calendar, days)
  const who = weekdays === undefined ? everybody : weekdays.join()
  const key = count === leastDays ? who : `${who} ${count}`
  const theirs = days.get(key) ?? new Map<Day, Day | undefined>()
  days.set(key, theirs)
  if (!theirs.has(from)) theirs.set(from, nthWorkingDay(count, from, { calendar, weekdays }))
  return theirs.get(from)
}
const known = new WeakMap<Calendar, Map<string, Map<Day, Day | undefined>>>()
const everybody = 'everybody'

/**
 * The campaigns that ask this person today, the earliest due first. Nobody is asked before their first day or after
 * their last.
 */
export function owedBy(
  person: Person,
  campaigns: readonly Campaign[],
  { today, ...allowing }: Allowing & { readonly today: Day },
): readonly Owed[] {
  if (hasLeft(person, today) || (person.startsOn !== undefined && person.startsOn > today)) return []
  // A whole county is judged person by person, so nothing is built that is not needed.
  const owed: Owed[] = []
  for (const campaign of campaigns)
    if (
      isCampaignOpen(campaign, today) &&
      campaign.practice === person.practice &&
      inAudience(person, campaign.audience)
    )
      owed.push({ campaign, due: dueFor(person, campaign, allowing) })
  return owed.length < 2 ? owed : owed.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
}

/** The last day still counts. */
export function hasLeft({ leavesOn }: Pick<Person, 'leavesOn'>, today: Day): boolean {
  return leavesOn !== undefined && leavesOn < today
}

/** A paused campaign still asks, but nobody is reminded. */
export function isPaused({ pausedOn }: Pick<Campaign, 'pausedOn'>, today: Day): boolean {
  return pausedOn !== undefined && pausedOn <= today
}

export function isCampaignOpen({ openedOn, closedOn }: Pick<Campaign, 'openedOn' | 'closedOn'>, today: Day): boolean {
  return closedOn === undefined && openedOn <= today
}

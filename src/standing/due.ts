// By which day somebody is to sign, and which campaigns ask them at all.
import type { Person } from '../chat/people.ts'
import { worksOn, type Calendar } from '../kit/calendar.ts'
import { addDays, type Day } from '../kit/days.ts'
import { inAudience } from './audience.ts'
import type { Campaign, Owed } from './campaigns.ts'

/** Own working days that a campaign opened today leaves everybody, from the day on which they could know of it. */
export const leastDays = 5

/** What a person's own day depends on, beside the campaign and themselves. */
export interface Allowing {
  /** How long a joiner has, from their first day. */
  readonly joinerDays: number
  /** Undefined where nobody's own days are known: then the campaign's day stands. */
  readonly calendar?: Calendar | undefined
}

type Who = Pick<Person, 'startsOn'> & Partial<Pick<Person, 'weekdays' | 'away'>>
type Asking = Pick<Campaign, 'due'> & Partial<Pick<Campaign, 'openedOn' | 'changedOn' | 'leastDays'>>

/**
 * The campaign's day; whoever started lately, or starts later, has `joinerDays` from their first day. Never before the
 * campaign's least number of the person's own working days since they could know of it.
 */
export function dueFor(person: Who, campaign: Asking, { joinerDays, calendar }: Allowing): Day {
  const due = laterOf(campaign.due, person.startsOn && addDays(person.startsOn, joinerDays))
  const { leastDays: least = 0, openedOn } = campaign
  if (least === 0 || calendar === undefined || openedOn === undefined) return due
  const known = laterOf(laterOf(openedOn, campaign.changedOn), person.startsOn)
  // Nearly always the day is weeks away, and nobody's days have to be counted.
  if (person.away?.length === 0 && person.weekdays === undefined)
    return laterOf(due, nthForEverybody(least, known, calendar))
  return laterOf(due, nthWorkingDay(least, known, { ...person, calendar }))
}

function laterOf(a: Day, b: Day | undefined): Day {
  return b !== undefined && b > a ? b : a
}

interface OwnDays extends Partial<Pick<Person, 'weekdays' | 'away'>> {
  readonly calendar: Calendar
}

/** The so manieth working day of somebody, `from` being the first if they work on it; undefined within two years. */
export function nthWorkingDay(count: number, from: Day, { calendar, weekdays, away = [] }: OwnDays): Day | undefined {
  let left = count
  for (let ahead = 0; ahead < 2 * 366; ahead++) {
    const day = addDays(from, ahead)
    if (worksOn(day, calendar, { weekdays, away })) left -= 1
    if (left === 0) return day
  }
  return undefined
}

const known = new WeakMap<Calendar, Map<string, Day | undefined>>()

function nthForEverybody(count: number, from: Day, calendar: Calendar): Day | undefined {
  const days = known.get(calendar) ?? new Map<string, Day | undefined>()
  known.set(calendar, days)
  const key = `${count} ${from}`
  if (!days.has(key)) days.set(key, nthWorkingDay(count, from, { calendar }))
  return days.get(key)
}

/** Which of the campaigns ask this person today, the first due first. Nobody is asked before their first day or after their last. */
export function owedBy(
  person: Person,
  campaigns: readonly Campaign[],
  { today, ...allowing }: Allowing & { readonly today: Day },
): readonly Owed[] {
  if (hasLeft(person, today) || (person.startsOn !== undefined && person.startsOn > today)) return []
  // A county is judged person by person: nothing is built that is not needed.
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

/** The last day still belongs to it. */
export function hasLeft({ leavesOn }: Pick<Person, 'leavesOn'>, today: Day): boolean {
  return leavesOn !== undefined && leavesOn < today
}

/** While it is paused it still asks, and nobody is reminded. */
export function isPaused({ pausedOn }: Pick<Campaign, 'pausedOn'>, today: Day): boolean {
  return pausedOn !== undefined && pausedOn <= today
}

export function isCampaignOpen({ openedOn, closedOn }: Pick<Campaign, 'openedOn' | 'closedOn'>, today: Day): boolean {
  return closedOn === undefined && openedOn <= today
}

// Decides who is warned of which reviews at a moment, and when on that day. Pure: the same state and moment give the
// same plan.
import type { Person } from '../chat/people.ts'
import { hoursOf, isWorkingDay, worksOn, type Calendar, type OwnDays } from '../kit/calendar.ts'
import { addDays, dayIn, daysBetween, type Day } from '../kit/days.ts'
import { may } from '../people/may.ts'
import type { Notice } from '../ports/notices.ts'
import { slotFor } from '../reminder/slot.ts'
import { stepDue, undatedStep } from './steps.ts'
import type { Review, WarningStep } from './types.ts'

/** A review with the warning whose day has come. */
export interface DueReview extends Review {
  readonly step: WarningStep
}

/** One message to one person, with all reviews that they are to hear of. */
export interface Warning {
  readonly person: Person
  readonly at: Date
  readonly keys: readonly string[]
  readonly reviews: readonly DueReview[]
}

/** Senior leaders and policy owners, in the real world only, while they work here. */
export function isWarned(person: Person | undefined, today: Day): person is Person {
  if (person === undefined || person.practice || !may(person, 'own-policy', today)) return false
  return person.startsOn === undefined || person.startsOn <= today
}

/** Only the latest warning of each whose day has come: missed ones are not made up for. */
export function dueOn(reviews: readonly Review[], today: Day, until: Day = today): readonly DueReview[] {
  return reviews.flatMap((review) => {
    const step = review.due === undefined ? undatedStep(today) : stepDue(review.due, until, review.since)
    return step === undefined ? [] : [{ ...review, step }]
  })
}

/** A holiday is more than a week without a working day; what falls into it is said in the last week before. */
const week = 7

/**
 * The last day whose warnings are given today: today itself, or, in the week before a holiday, the holiday's last day.
 */
export function warnedUntil(today: Day, calendar: Calendar): Day {
  for (let ahead = 0; ahead <= week; ahead++) {
    const last = addDays(today, ahead)
    if (!isWorkingDay(last, calendar)) continue
    const next = nextDay(last, calendar)
    if (next !== undefined && daysBetween(last, next) > week) return addDays(next, -1)
  }
  return today
}

/** Undefined where none comes within the longest holiday. */
function nextDay(after: Day, calendar: Calendar): Day | undefined {
  for (let ahead = 1; ahead <= patience; ahead++) {
    const day = addDays(after, ahead)
    if (isWorkingDay(day, calendar)) return day
  }
  return undefined
}

/**
 * The policy’s own owners among the people who may be warned; everybody, where none is named or none of those is here.
 */
export function ownersOf(
  policy: string,
  people: readonly Person[],
  owners: Readonly<Record<string, readonly string[]>> = {},
): readonly Person[] {
  const named = (owners[policy] ?? []).map((each) => each.toLowerCase())
  const own = people.filter(
    ({ email, roles }) =>
      (email !== undefined && named.includes(email.toLowerCase())) || roles.some((role) => named.includes(role)),
  )
  return own.length > 0 ? own : people
}

export function warningKey({ policy, edition, due, step }: DueReview, person: string): string {
  return `review:${policy.id}@${edition.id}:${due ?? 'none'}:${step.id}:${person}`
}

export interface ReviewMoment {
  readonly now: Date
  readonly calendar: Calendar
}

/** `notices` are all that were ever recorded for these people. */
export function planWarnings(
  due: readonly DueReview[],
  people: readonly Person[],
  {
    notices,
    owners,
    ...moment
  }: ReviewMoment & {
    readonly notices: readonly Notice[]
    /** By policy id. */
    readonly owners?: Readonly<Record<string, readonly string[]>> | undefined
  },
): readonly Warning[] {
  const known = new Map(notices.map((notice) => [notice.key, notice]))
  const hear = new Map(due.map(({ policy }) => [policy.id, new Set(ownersOf(policy.id, people, owners))]))
  return people.flatMap((person) => {
    const theirs = due.filter(({ policy }) => hear.get(policy.id)?.has(person))
    const reviews = theirs.filter((each) => isOpen(known.get(warningKey(each, person.id)), moment.now))
    const at = reviews.length === 0 ? undefined : slotToday(person, moment)
    if (at === undefined) return []
    return [{ person, at, reviews, keys: reviews.map((each) => warningKey(each, person.id)) }]
  })
}

function isOpen(notice: Notice | undefined, now: Date): boolean {
  if (notice === undefined || notice.state === 'planned') return true
  return notice.state === 'failed' && (notice.nextAt === undefined || notice.nextAt <= now)
}

/** When they may still be written to today; undefined where they may not. */
export function slotToday(person: Person, { now, calendar }: ReviewMoment): Date | undefined {
  const today = dayIn(calendar.zone, now)
  const opening = openingFor(person, today, calendar)
  if (opening === undefined || !worksOn(today, opening.calendar, opening.own)) return undefined
  const slot = slotFor(person.id, { day: today, calendar })
  const at = slot > now ? slot : now
  return at < hoursOf(today, calendar).to ? at : undefined
}

/** Longer than any holiday, which is waited for; a calendar without any day at all is not waited for. */
const patience = 56

interface Opening {
  readonly calendar: Calendar
  readonly own: OwnDays
}

/**
 * The days on which somebody may be warned. A calendar that nobody maintains must not silence a review: where no day
 * comes within eight weeks, terms are ignored, then the person’s own weekdays, then closures. Days away always count;
 * undefined where they alone are longer than that.
 */
function openingFor({ weekdays, away }: Person, today: Day, calendar: Calendar): Opening | undefined {
  const always = { ...calendar, terms: [] }
  const openings: readonly Opening[] = [
    { calendar, own: { weekdays, away } },
    { calendar: always, own: { weekdays, away } },
    { calendar: always, own: { weekdays: undefined, away } },
    { calendar: { ...always, closed: new Set() }, own: { weekdays: undefined, away } },
  ]
  return openings.find(({ calendar: days, own }) =>
    Array.from({ length: patience + 1 }, (_, ahead) => addDays(today, ahead)).some((day) => worksOn(day, days, own)),
  )
}

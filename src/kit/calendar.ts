// When a school works: its days, its hours, and the next moment at which somebody may be written to.
import { addDays, dayIn, instantAt, weekdayOf, type Day } from './days.ts'

export interface Calendar {
  /** An IANA zone. */
  readonly zone: string
  /** ISO weekdays on which the school works: Monday is 1. */
  readonly weekdays: readonly number[]
  /** In minutes after midnight, on the school's clock; `to` is the first minute outside. */
  readonly hours: { readonly from: number; readonly to: number }
  /** None: it is term all year. Some weeks after the last of them ends, working weekdays are term again. */
  readonly terms: readonly CalendarSpan[]
  /** Bank holidays and closures: nobody works. Bank holidays have no end, so this is asked and never listed. */
  readonly closed: { has(day: Day): boolean }
  /** Staff work on these, in term or not, whatever the weekday. */
  readonly inset: { has(day: Day): boolean }
}

/** Both days belong to it. */
export interface CalendarSpan {
  readonly from: Day
  readonly to: Day
}

/** What differs for one person: part-time weekdays, and days away. */
export interface OwnDays {
  /** Undefined: those of the school. */
  readonly weekdays: readonly number[] | undefined
  readonly away: readonly CalendarSpan[]
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.closed.has(day)) return false
  if (calendar.inset.has(day)) return true
  return calendar.weekdays.includes(weekdayOf(day)) && isTerm(day, calendar)
}

/** As long as the longest holidays last: then somebody has forgotten to write down the new terms. */
export const weeksWithoutTerms = 6

function isTerm(day: Day, calendar: Calendar): boolean {
  const { terms } = calendar
  return terms.length === 0 || isWithin(day, terms) || day > (quietUntil(calendar) ?? day)
}

/** The last day of the last term that is known; undefined where it is term all year. */
export function lastTermEnds({ terms }: Pick<Calendar, 'terms'>): Day | undefined {
  return terms.reduce<Day | undefined>((last, { to }) => (last === undefined || to > last ? to : last), undefined)
}

/** The last day on which a school whose terms have ended is quiet. */
export function quietUntil(calendar: Calendar): Day | undefined {
  const known = quiet.get(calendar)
  if (known !== undefined) return known
  const ends = lastTermEnds(calendar)
  const until = ends === undefined ? undefined : addDays(ends, 7 * weeksWithoutTerms)
  if (until !== undefined) quiet.set(calendar, until)
  return until
}
/** Asked for every day that anybody is judged by. */
const quiet = new WeakMap<Calendar, Day>()

/** On an inset day a part-time colleague works only if it is one of their weekdays. */
export function worksOn(day: Day, calendar: Calendar, { weekdays, away }: OwnDays): boolean {
  if (isWithin(day, away) || !isWorkingDay(day, calendar)) return false
  return weekdays === undefined || weekdays.includes(weekdayOf(day))
}

/** The working hours of a day as instants, true to daylight saving: 08:00 is 08:00 on the wall. */
export function hoursOf(day: Day, calendar: Calendar): { readonly from: Date; readonly to: Date } {
  const known = asked.get(calendar)
  if (known?.day === day) return known.hours
  const hours = workOut(day, calendar)
  asked.set(calendar, { day, hours })
  return hours
}
/** The day that was asked for last: nearly everything asks for today. */
const asked = new WeakMap<Calendar, { readonly day: Day; readonly hours: { readonly from: Date; readonly to: Date } }>()

function workOut(day: Day, { zone, hours }: Calendar): { readonly from: Date; readonly to: Date } {
  const at = (minutes: number) =>
    instantAt(addDays(day, Math.floor(minutes / minutesPerDay)), minutes % minutesPerDay, zone)
  return { from: at(hours.from), to: at(hours.to) }
}

const minutesPerDay = 24 * 60

/** Whether somebody may be written to at that instant. */
export function isWorkingTime(at: Date, calendar: Calendar, own: OwnDays = everyDay): boolean {
  const day = dayIn(calendar.zone, at)
  const { from, to } = hoursOf(day, calendar)
  return at >= from && at < to && worksOn(day, calendar, own)
}

/** The first instant from `at` on at which somebody may be written to; undefined when none comes within two years. */
export function nextWorkingTime(at: Date, calendar: Calendar, own: OwnDays = everyDay): Date | undefined {
  const today = dayIn(calendar.zone, at)
  for (let ahead = 0; ahead < 2 * 366; ahead++) {
    const day = addDays(today, ahead)
    if (!worksOn(day, calendar, own)) continue
    const { from, to } = hoursOf(day, calendar)
    if (at < to) return at > from ? at : from
  }
  return undefined
}

const everyDay: OwnDays = { weekdays: undefined, away: [] }

function isWithin(day: Day, spans: readonly CalendarSpan[]): boolean {
  return spans.some(({ from, to }) => day >= from && day <= to)
}

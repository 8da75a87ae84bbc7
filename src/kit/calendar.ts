// When a school works: its days, its hours, and the next moment at which somebody may be written to.
import { addDays, dayIn, instantAt, weekdayOf, type Day } from './days.ts'

export interface Calendar {
  /** An IANA zone name. */
  readonly zone: string
  /** ISO weekdays on which the school works; Monday is 1. */
  readonly weekdays: readonly number[]
  /** Minutes after midnight on the school's clock; `to` is the first minute outside working hours. */
  readonly hours: { readonly from: number; readonly to: number }
  /**
   * Without terms it is always term time. Some weeks after the last term ends, working weekdays count as term again.
   */
  readonly terms: readonly CalendarSpan[]
  /**
   * Bank holidays and closures, on which nobody works. Bank holidays have no last date, so this is a function and not a
   * list.
   */
  readonly closed: { has(day: Day): boolean }
  /** Inset days: staff work on them, in term or not, whatever the weekday. */
  readonly inset: { has(day: Day): boolean }
}

/** Both days are included. */
export interface CalendarSpan {
  readonly from: Day
  readonly to: Day
}

/** What differs for one person: part-time weekdays, and days away. */
export interface OwnDays {
  /** Undefined means the school's weekdays. */
  readonly weekdays: readonly number[] | undefined
  readonly away: readonly CalendarSpan[]
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.closed.has(day)) return false
  if (calendar.inset.has(day)) return true
  return calendar.weekdays.includes(weekdayOf(day)) && isTerm(day, calendar)
}

/** The length of the longest holiday. After that, somebody must have forgotten to enter the new terms. */
export const weeksWithoutTerms = 6

function isTerm(day: Day, calendar: Calendar): boolean {
  const { terms } = calendar
  return terms.length === 0 || isWithin(day, terms) || day > (quietUntil(calendar) ?? day)
}

/** The last day of the last known term; undefined where there are no terms. */
export function lastTermEnds({ terms }: Pick<Calendar, 'terms'>): Day | undefined {
  return terms.reduce<Day | undefined>((last, { to }) => (last === undefined || to > last ? to : last), undefined)
}

/** The last day on which nobody is written to after the last known term has ended. */
export function quietUntil(calendar: Calendar): Day | undefined {
  const known = quiet.get(calendar)
  if (known !== undefined) return known
  const ends = lastTermEnds(calendar)
  const until = ends === undefined ? undefined : addDays(ends, 7 * weeksWithoutTerms)
  if (until !== undefined) quiet.set(calendar, until)
  return until
}
/** Remembered, because it is asked for on every day of every person. */
const quiet = new WeakMap<Calendar, Day>()

/** On an inset day a part-time colleague works only if it is one of their weekdays. */
export function worksOn(day: Day, calendar: Calendar, { weekdays, away }: OwnDays): boolean {
  if (isWithin(day, away) || !isWorkingDay(day, calendar)) return false
  return weekdays === undefined || weekdays.includes(weekdayOf(day))
}

/** The working hours of a day as instants. Daylight saving is respected: 08:00 means 08:00 on the school's clock. */
export function hoursOf(day: Day, calendar: Calendar): { readonly from: Date; readonly to: Date } {
  const known = asked.get(calendar)
  if (known?.day === day) return known.hours
  const hours = workOut(day, calendar)
  asked.set(calendar, { day, hours })
  return hours
}
/** Remembers the last day that was asked for, because nearly every call asks for today. */
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

/**
 * The first instant at or after `at` when somebody may be written to; undefined where there is none within two years.
 */
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

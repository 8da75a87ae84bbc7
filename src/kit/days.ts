// Calendar days and months. They are not instants: `dayIn` is the one place where an instant becomes a day.
import { compact } from './defined.ts'
import { Temporal } from 'temporal-polyfill'

/** A calendar day such as `2015-10-26`. Days compare correctly as text. */
export type Day = string & { readonly kind: 'day' }
/** A calendar month such as `2016-10`. Schools publish many dates as months, and these stay months. */
export type Month = string & { readonly kind: 'month' }
export type DayOrMonth = Day | Month

/** The day that `text` writes as `YYYY-MM-DD`, or undefined where there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return day >= 1 && day <= daysIn(year, month) ? (text as Day) : undefined
}

/** 0 where there is no such month. By hand, because a long document has tens of thousands of dates. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (lengths[month - 1] ?? 0)
}
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The day or month that `text` writes as `YYYY-MM-DD` or `YYYY-MM`, or undefined. */
export function parseDayOrMonth(text: string): DayOrMonth | undefined {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? (text as Month) : parseDay(text)
}

/** The calendar day at that instant in `zone`, an IANA name. */
export function dayIn(zone: string, instant: Date): Day {
  const at = instant.getTime()
  const lately = asked.get(zone) ?? []
  asked.set(zone, lately)
  for (const each of lately) if (each.from <= at && at < each.until) return each.day
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const start = zoned.startOfDay()
  const day = zoned.toPlainDate().toString() as Day
  if (lately.length >= mostDays) lately.shift()
  lately.push({ day, from: start.epochMilliseconds, until: start.add({ days: 1 }).epochMilliseconds })
  return day
}
/**
 * For each zone, the last days that were asked for and their instants: nearly every call asks for today, and most of the
 * others for a day on which many heard of something.
 */
const asked = new Map<string, { readonly day: Day; readonly from: number; readonly until: number }[]>()
const mostDays = 8

/** The instant at which clocks in `zone` show that many minutes after midnight. */
export function instantAt(day: Day, minutes: number, zone: string): Date {
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds)
}

/**
 * Every UTC day has 24 hours, so days are counted in UTC. Speed matters: planning for a county counts millions of days.
 */
function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

const msPerDay = 24 * 60 * 60_000

/** Monday is 1. */
export function weekdayOf(day: Day): number {
  return ((Math.floor(noonOf(day) / msPerDay) + 3) % 7) + 1
}

/** The Monday of the week that contains the day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/**
 * The ISO 8601 name of a week, such as `2026-W48`. A week begins on a Monday and belongs to the year that contains its
 * Thursday.
 */
export function isoWeek(day: Day): string {
  const { yearOfWeek = 0, weekOfYear = 0 } = Temporal.PlainDate.from(day)
  return `${String(yearOfWeek).padStart(4, '0')}-W${String(weekOfYear).padStart(2, '0')}`
}

/** The Monday of a week as `isoWeek` writes it; undefined where there is no such week. */
export function startOfWeek(week: string): Day | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? []
  if (year === undefined) return undefined
  // 4 January is always in week 1.
  const monday = addDays(mondayOf(`${year}-01-04` as Day), 7 * (Number(number) - 1))
  return isoWeek(monday) === week ? monday : undefined
}

export function addDays(day: Day, days: number): Day {
  return new Date(noonOf(day) + days * msPerDay).toISOString().slice(0, 10) as Day
}

/** The same day of a later month, or the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString() as Day
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noonOf(to) - noonOf(from)) / msPerDay)
}

export function firstDayOf(when: DayOrMonth): Day {
  return isMonth(when) ? (Temporal.PlainYearMonth.from(when).toPlainDate({ day: 1 }).toString() as Day) : when
}

/** The last day of it: a month is not over until its last day is. */
export function lastDayOf(when: DayOrMonth): Day {
  if (!isMonth(when)) return when
  const month = Temporal.PlainYearMonth.from(when)
  return month.toPlainDate({ day: month.daysInMonth }).toString() as Day
}

export function isMonth(when: DayOrMonth): when is Month {
  return when.length === 7
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** "26 October 2015", or "October 2016" for a month. */
export function sayDay(when: DayOrMonth): string {
  const [year, month, day] = when.split('-')
  const name = `${monthNames[Number(month) - 1] ?? ''} ${year ?? ''}`
  return day === undefined ? name : `${Number(day)} ${name}`
}

/** "on 26 October 2015", or "in October 2016" for a month. */
export function sayWhen(when: DayOrMonth): string {
  return `${isMonth(when) ? 'in' : 'on'} ${sayDay(when)}`
}

/** The time between two days as people say it: "3 days", "5 weeks", "10 years and 1 month". */
export function sayDuration(from: Day, to: Day): string {
  const span = Temporal.PlainDate.from(from).until(to, { largestUnit: 'years' })
  if (span.years > 0)
    return compact([count(span.years, 'year'), span.months ? count(span.months, 'month') : undefined]).join(' and ')
  if (span.months > 0) return count(span.months, 'month')
  return span.days >= 14 ? count(Math.floor(span.days / 7), 'week') : count(span.days, 'day')
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** "month", "18 months", "year", "2 years": to stand after "every". */
export function sayMonths(months: number): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month']
  return count === 1 ? unit : `${count} ${unit}s`
}

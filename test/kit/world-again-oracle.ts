// A second, plain implementation of when people are asked again, which shares no code with the bot's: the days of the
// next round, the day on which the school's leaders are asked about it, and whose signature still stands.
import type { Calendar } from '../../src/kit/calendar.ts'
import { worksOnPlainly } from './world-oracle.ts'

export type PlainEvery =
  { readonly every: 'year' } | { readonly every: 'term' } | { readonly every: 'months'; readonly months: number }

export interface PlainBefore {
  readonly openedOn: string
  readonly due: string
  /** The next round is the first due after this day. */
  readonly after: string
}

export interface PlainSeen {
  readonly calendar: Calendar
  readonly today: string
  /** The days of the valid signatures. */
  readonly signed: readonly string[]
}

export interface PlainRound {
  readonly opens: string
  readonly due: string
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day in a later month, or that month's last day if it is shorter. */
export function laterBy(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return shift(first.toISOString().slice(0, 10), Math.min(date, length) - 1)
}

function opensAt(calendar: Calendar, day: string): boolean {
  return worksOnPlainly({ away: [], weekdays: undefined }, calendar, day)
}

/** The n-th of the school's working days from that day on; backwards if the step is -1. */
function nth(calendar: Calendar, from: string, count: number, step = 1): string | undefined {
  let day = from
  for (let left = count, looked = 0; looked < 366; looked++, day = shift(day, step)) {
    if (opensAt(calendar, day)) left -= 1
    if (left === 0) return day
  }
  return undefined
}

/** The days of the next round, as the decisions describe it; undefined if none is known. */
export function nextPlainly(every: PlainEvery, before: PlainBefore, seen: PlainSeen): PlainRound | undefined {
  const { calendar } = seen
  const meant = meantPlainly(every, before, seen)
  if (meant === undefined) return undefined
  const opens = nth(calendar, meant.opens, 1) ?? meant.opens
  const least = nth(calendar, opens, 5) ?? shift(opens, 7)
  const due = nth(calendar, meant.due, 1, -1) ?? meant.due
  return { opens, due: due > least ? due : least }
}

function meantPlainly(every: PlainEvery, before: PlainBefore, seen: PlainSeen): PlainRound | undefined {
  const { openedOn, due, after } = before
  const length = (Date.parse(due) - Date.parse(openedOn)) / 86_400_000
  if (every.every === 'year') {
    for (let year = 1; ; year++)
      if (laterBy(openedOn, 12 * year) > after)
        return { opens: laterBy(openedOn, 12 * year), due: laterBy(due, 12 * year) }
  }
  if (every.every === 'term') {
    const [opens] = seen.calendar.terms.map(({ from }) => String(from)).filter((from) => from > after).sort() // prettier-ignore
    return opens === undefined ? undefined : { opens, due: shift(opens, length) }
  }
  const turns = seen.signed.map((day) => {
    let turn = laterBy(day, every.months)
    for (let times = 2; turn <= after; times++) turn = laterBy(day, every.months * times)
    return turn
  })
  const [first] = turns.sort()
  if (first === undefined) return undefined
  // At least two working weeks lie between the last day of one round and the first of the next; or two weeks, if the
  // working days of that time are no longer known.
  const forgotten = seen.calendar.terms.length > 0 && !seen.calendar.terms.some(({ from }) => from <= due)
  const rested = (forgotten ? undefined : nth(seen.calendar, shift(due, 1), 11)) ?? shift(due, 15)
  const opens = [first, rested, seen.today].sort().at(-1) ?? first
  return { opens, due: shift(opens, length) }
}

/** Ten working days before it opens; or two weeks, if no terms of that time are known. */
export function askedPlainly({ opens }: PlainRound, calendar: Calendar): string {
  return nth(calendar, shift(opens, -1), 10, -1) ?? shift(opens, -14)
}

/**
 * Whether a signature of that day still stands in a round. With months, it stands if its turn comes after the due day.
 */
export function standsPlainly(every: PlainEvery, signed: string, { opens, due }: PlainRound): boolean {
  if (signed >= opens) return true
  return every.every === 'months' && laterBy(signed, every.months) > due
}

/** In the form "15 March 2027". */
export function dayPlainly(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }) // prettier-ignore
}

// When people are asked again: the day on which the next round opens, the day by which they sign, and the day from which
// SLT is asked about it. Pure.
import type { Recurring } from '../journal/types.ts'
import { isWorkingDay, type Calendar } from '../kit/calendar.ts'
import { never } from '../kit/never.ts'
import { addDays, addMonths, daysBetween, type Day } from '../kit/days.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { leastDays, nthWorkingDay } from '../standing/due.ts'

export interface NextRound {
  readonly opens: Day
  readonly due: Day
}

/** The number of working days before the opening day from which SLT is asked: two weeks. */
const workingDaysAhead = 10

/** How often, without its days. */
export type Every =
  { readonly every: 'year' } | { readonly every: 'term' } | { readonly every: 'months'; readonly months: number }

export function everyOf(recurs: Every): Every {
  return recurs.every === 'months' ? { every: 'months', months: recurs.months } : { every: recurs.every }
}

type Before = Pick<Campaign, 'openedOn' | 'due'>

export interface Seen {
  readonly calendar: Calendar
  readonly today: Day
  /** The days of the signatures that count, of everybody whom it asks. Only months are counted from them. */
  readonly signed: readonly Day[]
}

/** Undefined where no later term is known, or nobody whose months could be counted has signed. */
export function nextRound(campaign: Before, recurs: Recurring, seen: Seen): NextRound | undefined {
  const { calendar } = seen
  const meant = meantBy(campaign, recurs, seen)
  if (meant === undefined) return undefined
  const opens = nthWorkingDay(1, meant.opens, { calendar }) ?? meant.opens
  const least = nthWorkingDay(leastDays, opens, { calendar }) ?? addDays(opens, 7)
  const due = lastWorkingDay(meant.due, calendar)
  return { opens, due: due > least ? due : least }
}

function meantBy(campaign: Before, recurs: Recurring, seen: Seen): NextRound | undefined {
  switch (recurs.every) {
    case 'year':
      return yearAfter(campaign, recurs.after)
    case 'term':
      return termAfter(campaign, { after: recurs.after, calendar: seen.calendar })
    case 'months':
      return monthsAfter(campaign, recurs, seen)
    default:
      return never(recurs)
  }
}

/** The same days of the first year whose opening day comes after that day. */
function yearAfter({ openedOn, due }: Before, after: Day): NextRound {
  let years = 1
  while (addMonths(openedOn, 12 * years) <= after) years += 1
  return { opens: addMonths(openedOn, 12 * years), due: addMonths(due, 12 * years) }
}

/** The first day of the next term, with as many days to sign as before. */
function termAfter(
  { openedOn, due }: Before,
  { after, calendar }: { readonly after: Day; readonly calendar: Calendar },
): NextRound | undefined {
  const opens = calendar.terms
    .map(({ from }) => from)
    .filter((from) => from > after)
    .toSorted()[0]
  return opens === undefined ? undefined : { opens, due: addDays(opens, daysBetween(openedOn, due)) }
}

type Months = Extract<Recurring, { every: 'months' }>

/**
 * The day on which the first signature is old enough, with as many days to sign as before. Two working weeks after the
 * last day of the round before at the earliest, so that whoever is late is not given new time each month.
 */
function monthsAfter(
  { openedOn, due }: Before,
  recurs: Months,
  { calendar, today, signed }: Seen,
): NextRound | undefined {
  const first = firstTurn(signed, recurs)
  if (first === undefined) return undefined
  const opens = [first, restedFrom(due, calendar), today].toSorted().at(-1) ?? first
  return { opens, due: addDays(opens, daysBetween(openedOn, due)) }
}

/**
 * Where the terms of that time are not written down any more, its days would all count as holidays: then two weeks are
 * two weeks.
 */
function restedFrom(due: Day, calendar: Calendar): Day {
  const { terms } = calendar
  const plain = addDays(due, 15)
  if (terms.length > 0 && terms.every(({ from }) => from > due)) return plain
  return nthWorkingDay(workingDaysAhead + 1, addDays(due, 1), { calendar }) ?? plain
}

/** The turn of a signature is so many months after it. One that was left out comes again so many months later. */
function firstTurn(signed: readonly Day[], { months, after }: Pick<Months, 'months' | 'after'>): Day | undefined {
  return signed
    .map((day) => {
      let times = 1
      while (addMonths(day, months * times) <= after) times += 1
      return addMonths(day, months * times)
    })
    .toSorted()[0]
}

/**
 * The day after which the next round comes, where it is said today. A signature that is old enough already has its turn
 * now, and not so many months from now.
 */
export function afterToday(every: Every, { today, signed }: Pick<Seen, 'today' | 'signed'>): Day {
  if (every.every !== 'months') return today
  const turns = signed.map((day) => addDays(addMonths(day, every.months), -1))
  return [today, ...turns].toSorted()[0] ?? today
}

/** Once a round is left out, the day after which the next one comes: of months, all whom it would have asked are left out. */
export function afterSkipping({ every }: Pick<Recurring, 'every'>, { opens, due }: NextRound): Day {
  return every === 'months' ? due : opens
}

/**
 * A signature from before that day does not count in the round. With months, that is whoever's turn comes by its due
 * day; nobody signs twice in one round.
 */
export function sinceDay(every: Every, { opens, due }: NextRound): Day {
  if (every.every !== 'months') return opens
  // A month has no 31st: the day is sought, and not calculated.
  let since = addDays(addMonths(due, -every.months), 4)
  while (addMonths(addDays(since, -1), every.months) > due) since = addDays(since, -1)
  return since < opens ? since : opens
}

/** The day itself, or the last working day before it. */
function lastWorkingDay(day: Day, calendar: Calendar): Day {
  for (let back = 0; back < 366; back++) if (isWorkingDay(addDays(day, -back), calendar)) return addDays(day, -back)
  return day
}

/** A working day. */
export function askedFrom(opens: Day, calendar: Calendar): Day {
  let left = workingDaysAhead
  for (let back = 1; back < 366; back++) {
    const day = addDays(opens, -back)
    if (isWorkingDay(day, calendar)) left -= 1
    if (left === 0) return day
  }
  return addDays(opens, -14)
}

// When people are asked again: the day on which the next round opens, the day by which they sign, and the day from which
// SLT is asked about it. Pure.
import type { Recurring } from '../journal/types.ts'
import { isWorkingDay, type Calendar } from '../kit/calendar.ts'
import { addDays, addMonths, daysBetween, type Day } from '../kit/days.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { leastDays, nthWorkingDay } from '../standing/due.ts'

export interface NextRound {
  readonly opens: Day
  readonly due: Day
}

type Before = Pick<Campaign, 'openedOn' | 'due'>

/** Undefined where it is asked for each term, and no later term is known. */
export function nextRound(
  campaign: Before,
  { every, after }: Pick<Recurring, 'every' | 'after'>,
  calendar: Calendar,
): NextRound | undefined {
  const meant = every === 'year' ? yearAfter(campaign, after) : termAfter(campaign, { after, calendar })
  if (meant === undefined) return undefined
  const opens = nthWorkingDay(1, meant.opens, { calendar }) ?? meant.opens
  const least = nthWorkingDay(leastDays, opens, { calendar }) ?? addDays(opens, 7)
  const due = lastWorkingDay(meant.due, calendar)
  return { opens, due: due > least ? due : least }
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

/** The day itself, or the last working day before it. */
function lastWorkingDay(day: Day, calendar: Calendar): Day {
  for (let back = 0; back < 366; back++) if (isWorkingDay(addDays(day, -back), calendar)) return addDays(day, -back)
  return day
}

/** The number of working days before the opening day from which SLT is asked: two weeks. */
const workingDaysAhead = 10

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

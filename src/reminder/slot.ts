// The minute at which somebody hears of things: always the same one, so that not everybody hears at once.
import { hoursOf, type Calendar } from '../kit/calendar.ts'
import type { Day } from '../kit/days.ts'
import { minuteOf } from './steps.ts'

export interface Hours {
  readonly from: Date
  readonly to: Date
}

/** Their minute of the day’s first hour; with `since`, the next time from then on that their minute comes round. */
export function minuteFor({ from, to }: Hours, person: string, since?: Date): Date {
  const span = Math.min(60, (to.getTime() - from.getTime()) / minute) * minute
  const first = from.getTime() + minuteOf(person, span / minute) * minute
  const rounds = since === undefined ? 0 : Math.max(0, Math.ceil((since.getTime() - first) / span))
  return new Date(first + rounds * span)
}

/** When somebody hears of things on a day: always at the same time, and not everybody at once. */
export function slotFor(person: string, { day, calendar }: { readonly day: Day; readonly calendar: Calendar }): Date {
  return minuteFor(hoursOf(day, calendar), person)
}

const minute = 60_000

/** At most this many may hear in the same minute. */
export const handful = 5

/** What would be sent now. A retry has its own time and is not delayed further. */
export interface DueReminder {
  readonly person: { readonly id: string }
  readonly at: Date
  readonly again: boolean
}

/** People who are due are added one by one; only those who hear now are kept. */
export interface Gathering<T> {
  add(each: T): void
  now(): readonly T[]
}

/**
 * The people who hear now. Where more than a handful are due at once, as after an outage or when a campaign opens at
 * eleven, each hears in their own minute, within the hour: on every beat, the people whose minute has come since the
 * last beat. The minutes are the same on every server and after every restart, so nothing has to be remembered.
 */
export function gatherNow<T extends DueReminder>({
  now,
  since,
  hours,
}: {
  readonly now: Date
  readonly since: Date
  readonly hours: Hours
}): Gathering<T> {
  const first: T[] = []
  const theirs: T[] = []
  let count = 0
  return {
    add(each) {
      if (each.at > now) return
      count += 1
      if (count <= handful) first.push(each)
      if (each.again || minuteFor(hours, each.person.id, since) <= now) theirs.push(each)
    },
    now: () => (count <= handful ? first : theirs),
  }
}

/** The same looked at in advance: when each of them hears. */
export function timesOf(
  waiting: readonly DueReminder[],
  { now, hours }: { readonly now: Date; readonly hours: Hours },
): readonly Date[] {
  const crowded = waiting.filter(({ at }) => at <= now).length > handful
  return waiting.map(({ person, at, again }) =>
    crowded && !again && at <= now ? minuteFor(hours, person.id, now) : at,
  )
}

/** A longer gap without a beat is an outage: then nobody can know whose minute has passed. */
const outage = 60 * minute

/** From when on minutes count: since the last beat of this program, or within the last minute. */
export function sinceLast(now: Date, last: Date | undefined): Date {
  const justNow = new Date(now.getTime() - minute)
  return last === undefined || last > justNow || now.getTime() - last.getTime() > outage ? justNow : last
}

// At which minute somebody hears of things: always their own, so that not everybody hears at once, at eight or later.
import { minuteOf } from './steps.ts'

export interface Hours {
  readonly from: Date
  readonly to: Date
}

/** Their minute of the day’s first hour; with `since` the first time from then on that their minute comes round again. */
export function slotIn({ from, to }: Hours, person: string, since?: Date): Date {
  const span = Math.min(60, (to.getTime() - from.getTime()) / minute) * minute
  const first = from.getTime() + minuteOf(person, span / minute) * minute
  const rounds = since === undefined ? 0 : Math.max(0, Math.ceil((since.getTime() - first) / span))
  return new Date(first + rounds * span)
}

const minute = 60_000

/** So few may hear in the same minute. */
export const handful = 5

/** What would go out now. A second try has its own time, and is not put off again. */
export interface Waiting {
  readonly person: { readonly id: string }
  readonly at: Date
  readonly again: boolean
}

/**
 * Those who hear now. Where more than a handful are due at once, as after an outage or when a campaign opens at eleven,
 * each hears when their own minute comes round, within the hour: with every beat those whose minute has come since the
 * last. The minutes are the same for all servers and after every restart, so nothing has to be remembered.
 */
export async function* spreadOut<T extends Waiting>(
  waiting: AsyncIterable<T>,
  { now, since, hours }: { readonly now: Date; readonly since: Date; readonly hours: Hours },
): AsyncGenerator<T> {
  const isTheirs = ({ person, again }: Waiting) => again || slotIn(hours, person.id, since) <= now
  let held: T[] | undefined = []
  for await (const each of waiting) {
    if (each.at > now) continue
    if (held !== undefined && held.length < handful) held.push(each)
    else {
      if (held !== undefined) yield* held.filter(isTheirs)
      held = undefined
      if (isTheirs(each)) yield each
    }
  }
  yield* held ?? []
}

/** The same looked at beforehand: when each of them hears. */
export function timesOf(
  waiting: readonly Waiting[],
  { now, hours }: { readonly now: Date; readonly hours: Hours },
): readonly Date[] {
  const crowded = waiting.filter(({ at }) => at <= now).length > handful
  return waiting.map(({ person, at, again }) => (crowded && !again && at <= now ? slotIn(hours, person.id, now) : at))
}

/** Longer than that without a beat is an outage: nobody can know any more whose minute has been. */
const outage = 60 * minute

/** From when on minutes have come: since the last beat of this program, or within the last minute. */
export function sinceLast(now: Date, last: Date | undefined): Date {
  const justNow = new Date(now.getTime() - minute)
  return last === undefined || last > justNow || now.getTime() - last.getTime() > outage ? justNow : last
}

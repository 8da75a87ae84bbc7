// How long a link for signing lives: until its holder hears of it again, so that no email ever has a dead link.
import { nextWorkingTime, type Calendar, type OwnDays } from '../kit/calendar.ts'
import { dayIn, instantAt } from '../kit/days.ts'
import { nextStepAfter } from './steps.ts'
import type { Rhythm } from '../journal/types.ts'
import type { OwedItem } from './types.ts'

const none: Rhythm = { before: [], every: 7 }
const day = 24 * 60 * 60_000

/** At least `linkDays`, and a day longer than until the next email, which may have to be retried. */
export function linkUntil(
  { due, rhythm = none }: Pick<OwedItem, 'due' | 'rhythm'>,
  now: Date,
  { calendar, linkDays, own }: { readonly calendar: Calendar; readonly linkDays: number; readonly own: OwnDays },
): Date {
  const least = new Date(now.getTime() + linkDays * day)
  const next = instantAt(nextStepAfter(due, rhythm, dayIn(calendar.zone, now)), 0, calendar.zone)
  const mail = nextWorkingTime(next, calendar, own) ?? next
  return mail.getTime() + day > least.getTime() ? new Date(mail.getTime() + day) : least
}

// Decides whose digest is due in a week, and when: Monday at eight, or that person's next working time in that week.
import type { Person } from '../chat/people.ts'
import { may } from '../people/may.ts'
import { nextWorkingTime, type Calendar } from '../kit/calendar.ts'
import { addDays, dayIn, instantAt, isoWeek, mondayOf, startOfWeek, type Day } from '../kit/days.ts'
import type { Notice } from '../ports/notices.ts'

const eight = 8 * 60

export function digestKey(week: string, person: string): string {
  return `digest:${week}:${person}`
}

/** It is sent to everybody with the SLT role who works here on that day; others who may see it can ask for it. */
export function getsDigest(person: Person | undefined, today: Day): person is Person {
  return (
    person !== undefined &&
    person.roles.includes('slt') &&
    may(person, 'see-register', today) &&
    (person.startsOn === undefined || person.startsOn <= today)
  )
}

/** When they may have this week’s digest, from `now` on; undefined where they do not work any more this week. */
export function slotIn(person: Pick<Person, 'weekdays' | 'away'>, now: Date, calendar: Calendar): Date | undefined {
  const { zone } = calendar
  const today = dayIn(zone, now)
  const opens = instantAt(mondayOf(today), eight, zone)
  const slot = nextWorkingTime(now > opens ? now : opens, calendar, person)
  return slot !== undefined && isoWeek(dayIn(zone, slot)) === isoWeek(today) ? slot : undefined
}

/** Whether there is still something to do about this week’s digest at that moment. */
export function isOpen(notice: Notice | undefined, now: Date): boolean {
  if (notice === undefined || notice.state === 'planned') return true
  return notice.state === 'failed' && (notice.nextAt === undefined || notice.nextAt <= now)
}

/**
 * The first day that a digest covers: the Monday of the week of the last digest that reached them in a week before
 * `before`; otherwise a week ago.
 */
export function sinceWhen(notices: readonly Notice[], { before, today }: { before: string; today: Day }): Day {
  const weeks = notices
    .filter(({ kind, state }) => kind === 'digest' && (state === 'sent' || state === 'unknown'))
    .map(({ key }) => key.split(':')[1] ?? '')
    .filter((week) => week < before)
    .sort()
  return startOfWeek(weeks.at(-1) ?? '') ?? addDays(today, -7)
}

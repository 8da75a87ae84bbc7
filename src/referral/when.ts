// By when the asker should hear, and when the responder hears of the case.
import { dayIn, addDays, type Day } from '../kit/days.ts'
import { isWorkingDay, nextWorkingTime, type Calendar } from '../kit/calendar.ts'
import type { Person } from '../chat/people.ts'
import type { CaseAbout, Route } from '../ports/cases.ts'

/** Working days within which somebody should hear. */
export function daysToAnswer(route: Route, { what }: Pick<CaseAbout, 'what'>): number {
  if (route === 'safeguarding') return 0
  return what === 'concern' ? 2 : 3
}

/** That many working days after the day on which it can first be seen. */
export function dueAfter(now: Date, days: number, calendar: Calendar): Day {
  let day = answeringDay(now, calendar)
  for (let left = days, ahead = 0; left > 0 && ahead < mostAhead; ahead++) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

const mostAhead = 366

/** Today, or the next day on which the school works. */
export function answeringDay(now: Date, calendar: Calendar): Day {
  return dayIn(calendar.zone, nextWorkingTime(now, calendar) ?? now)
}

/** When somebody may be told: a child's safety does not wait for working hours. */
export function hearsAt(now: Date, { route, calendar, person }: HearingTime): Date {
  return route === 'safeguarding' ? now : (nextWorkingTime(now, calendar, person) ?? now)
}

export interface HearingTime {
  readonly route: Route
  readonly calendar: Calendar
  readonly person: Pick<Person, 'weekdays' | 'away'>
}

// When an owner is warned of a review: well before it, at its start, weekly while it lasts, and regularly once it is
// overdue.
import { addDays, addMonths, firstDayOf, isMonth, lastDayOf, type Day, type DayOrMonth } from '../kit/days.ts'
import type { WarningStep } from './types.ts'

const weeksBefore = [12, 8, 4, 2, 1] as const

/**
 * All warnings whose day has come, oldest first. A review in a month starts on the month's first day, and is overdue
 * after its last. A warning on or before the day when the date was recorded is covered by the recording.
 */
export function stepsUntil(due: DayOrMonth, today: Day, since?: Day): WarningStep[] {
  return stepsIn(due, { from: since, until: today, firstMonth: 1 })
}

interface Window {
  /** After that day. */
  readonly from: Day | undefined
  readonly until: Day
  /** The first few of the monthly ones: after many years nobody needs them all. */
  readonly firstMonth: number
}

function stepsIn(due: DayOrMonth, { from, until, firstMonth }: Window): WarningStep[] {
  const first = firstDayOf(due)
  const last = lastDayOf(due)
  const before = weeksBefore.map((weeks): WarningStep => {
    const id = weeks === 1 ? '1-week-before' : `${weeks}-weeks-before`
    return { id, on: addDays(first, -7 * weeks), when: 'before' }
  })
  const now: WarningStep[] = [{ id: isMonth(due) ? 'month' : 'day', on: first, when: 'now' }]
  for (let week = 1; addDays(first, 7 * week) <= last; week++) {
    now.push({ id: `month-week-${week + 1}`, on: addDays(first, 7 * week), when: 'now' })
  }
  return [...before, ...now, ...overdueSteps(last, { until, firstMonth })].filter(
    ({ on }) => on <= until && (from === undefined || on > from),
  )
}

/** Weekly for the first month, then monthly for as long as it takes. */
function overdueSteps(last: Day, { until, firstMonth }: Pick<Window, 'until' | 'firstMonth'>): WarningStep[] {
  const steps: WarningStep[] = []
  const start = addDays(last, 1)
  const month = addMonths(start, 1)
  for (let week = 1; addDays(start, 7 * (week - 1)) < month; week++) {
    steps.push({ id: `overdue-week-${week}`, on: addDays(start, 7 * (week - 1)), when: 'overdue' })
  }
  for (let months = firstMonth; addMonths(start, months) <= until; months++) {
    steps.push({ id: `overdue-month-${months}`, on: addMonths(start, months), when: 'overdue' })
  }
  return steps
}

/** The warning to give now: the latest whose day has come. Missed ones are not made up for. */
export function stepDue(due: DayOrMonth, today: Day, since?: Day): WarningStep | undefined {
  return stepsIn(due, { from: since, until: today, firstMonth: monthBefore(due, today) }).at(-1)
}

/** The day of the first warning after today. */
export function nextStepOn(due: DayOrMonth, today: Day): Day {
  const last = lastDayOf(due)
  const far = addMonths(last > today ? last : today, 2)
  return stepsIn(due, { from: today, until: far, firstMonth: monthBefore(due, today) })[0]?.on ?? far
}

/** The number of whole months since the last day, less one to be safe. */
function monthBefore(due: DayOrMonth, today: Day): number {
  const monthsOf = (when: DayOrMonth) => Number(when.slice(0, 4)) * 12 + Number(when.slice(5, 7))
  return Math.max(1, monthsOf(today) - monthsOf(due) - 2)
}

/** A policy without a review date is mentioned once a month. */
export function undatedStep(today: Day): WarningStep {
  const month = today.slice(0, 7)
  return { id: `undated-${month}`, on: addDays(today, 1 - Number(today.slice(8))), when: 'undated' }
}

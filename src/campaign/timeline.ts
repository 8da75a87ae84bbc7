// A campaign over its days: what it has done and will do, the holidays in between, and how many have signed. Pure.
import { isWorkingDay, type Calendar } from '../kit/calendar.ts'
import { addDays, sayDay, weekdayOf, type Day } from '../kit/days.ts'
import type { Timeline, TimelineLine, TimelineMark } from '../kit/timeline.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { nthWorkingDay } from '../standing/due.ts'

export interface TimelineAbout {
  readonly title: string
  readonly campaign: Pick<Campaign, 'openedOn' | 'due' | 'closedOn' | 'pausedOn' | 'rhythm'>
  /** The school's own rhythm. */
  readonly reminders: Rhythm
  readonly calendar: Calendar
  readonly today: Day
  /** What was done to it since it was opened, such as "Changed". */
  readonly turned: readonly TimelineMark[]
  readonly signed: SignedSoFar
  /** What the line counts; those who have signed, unless it is said. */
  readonly counts?: string
}

/** Of everybody who is asked. */
export interface SignedSoFar {
  /** Those who signed and those who owe it. */
  readonly total: number
  /** The day on which each of those signed who have, in no order. */
  readonly days: readonly Day[]
}

/** Reminders after the due day go on for as long as somebody owes it; these many are shown. */
const mostAfter = 3

export function timelineOf(about: TimelineAbout): Timeline {
  const { title, campaign, calendar, today, signed, counts = 'signed so far' } = about
  const marks = marksOn(about)
  const last = marks.at(-1)?.day ?? campaign.due
  const to = campaign.closedOn === undefined && today > last ? today : last
  const from = campaign.openedOn
  return {
    label: `Timeline: ${title}`,
    from,
    to,
    today,
    marks,
    shaded: { says: 'Holidays and closed days', spans: daysOff(from, to, calendar) },
    line: lineOf(signed, from, counts),
  }
}

/** Several things on one day are one mark. */
function marksOn(about: TimelineAbout): readonly TimelineMark[] {
  const all = [{ day: about.campaign.openedOn, says: 'opened' }, ...about.turned, ...planned(about)]
  const days = new Map<Day, string[]>()
  for (const { day, says } of all) {
    const there = days.get(day)
    if (there === undefined) days.set(day, [says])
    else if (!there.includes(says)) there.push(says)
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, says]) => ({ day, says: says.join(', ') }))
}

/** As its rhythm has it: each on the first working day from then on. */
function planned({ campaign, reminders, calendar, today }: TimelineAbout): readonly TimelineMark[] {
  const { due, openedOn, closedOn, pausedOn, rhythm = reminders } = campaign
  const out = (day: Day) => nthWorkingDay(1, day, { calendar }) ?? day
  const before = rhythm.before
    .map((days) => ({
      on: addDays(due, -days),
      says: days === 0 ? 'reminder on the day' : `reminder ${sayDaysBefore(days)}`,
    }))
    .filter(({ on }) => on > openedOn)
  const after = Array.from({ length: mostAfter }, (_each, at) => (at + 1) * rhythm.every)
    .map((days) => ({ on: addDays(due, days), says: `reminder ${days} ${days === 1 ? 'day' : 'days'} after` }))
    .filter(({ on }, at) => at === 0 || on <= today)
  const late = { on: addDays(due, 1), says: 'line managers hear who is late' }
  const reaches = (day: Day) =>
    (closedOn === undefined || day <= closedOn) && (pausedOn === undefined || day < pausedOn)
  return [
    { day: due, says: 'due' },
    ...[...before, late, ...after].map(({ on, says }) => ({ day: out(on), says })).filter(({ day }) => reaches(day)),
  ]
}

function sayDaysBefore(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'} before`
}

/** Weekends alone are no holidays; beside other days off they are a part of them. */
function daysOff(from: Day, to: Day, calendar: Calendar): Timeline['shaded']['spans'] {
  const spans: { from: Day; to: Day }[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) continue
    const last = spans.at(-1)
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day
    else spans.push({ from: day, to: day })
  }
  return spans.filter((span) => hasWeekday(span, calendar))
}

function hasWeekday({ from, to }: { readonly from: Day; readonly to: Day }, { weekdays }: Calendar): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) return true
  return false
}

/** Whoever had signed before counts from the first day on. */
function lineOf({ total, days }: SignedSoFar, from: Day, says: string): TimelineLine {
  const byDay = new Map<Day, number>([[from, 0]])
  for (const day of days) {
    const shown = day < from ? from : day
    byDay.set(shown, (byDay.get(shown) ?? 0) + 1)
  }
  let count = 0
  const points = [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, more]) => ({ day, count: (count += more) }))
  return { says, total, points }
}

/** For a note beside the picture. */
export function sayGoesOn(
  { rhythm, closedOn, due }: Pick<Campaign, 'rhythm' | 'closedOn' | 'due'>,
  reminders: Rhythm,
): string {
  if (closedOn !== undefined) return `It was closed on ${sayDay(closedOn)}.`
  const { every } = rhythm ?? reminders
  return `After ${sayDay(due)} whoever still owes it is reminded every ${every === 1 ? 'day' : `${every} days`}.`
}

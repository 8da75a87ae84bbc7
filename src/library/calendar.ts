// The school's working days and hours, as the office writes them in school.yaml.
import { z } from 'zod'
import type { Calendar, CalendarSpan } from '../kit/calendar.ts'
import { parseDay, type Day } from '../kit/days.ts'
import { bankHolidays, nations } from './holidays.ts'

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Three letters are enough; Monday is 1. */
const Weekday = z.string().transform((text, context) => {
  const name = text.trim().toLowerCase()
  const at = name.length < 3 ? -1 : weekdayNames.findIndex((each) => each.startsWith(name))
  if (at !== -1) return at + 1
  context.addIssue(`“${text}” is not a day of the week, such as monday`)
  return z.NEVER
})

const ADay = z.string().transform((text, context): Day => {
  const day = parseDay(text.trim())
  if (day !== undefined) return day
  context.addIssue(`“${text}” is not a date; write one such as 2026-09-02`)
  return z.NEVER
})

const whole = z.strictObject({ from: ADay, to: ADay })

/** `2026-09-02 to 2026-10-23`, or one day. */
const ASpan = z
  .union([z.string(), whole], 'is not a span of days, such as 2026-09-02 to 2026-10-23')
  .transform((given, context): CalendarSpan => {
    const [from, to = from] =
      typeof given === 'string' ? given.split(/\s+(?:to|-|–)\s+/).map(parseDay) : [given.from, given.to]
    if (from !== undefined && to !== undefined && from <= to) return { from, to }
    context.addIssue('is not a span of days, such as 2026-09-02 to 2026-10-23')
    return z.NEVER
  })

const Clock = z.string().transform((text, context) => {
  const [, hours = '', minutes = ''] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  if (hours !== '' && Number(minutes) < 60 && total <= 24 * 60) return total
  context.addIssue(`“${text}” is not a time of day, such as 08:00`)
  return z.NEVER
})

/** `08:00-17:00`, as minutes after midnight. */
const Hours = z
  .union(
    [
      z.string().transform((text) => {
        const [from = '', to = ''] = text.split(/\s*(?:-|–|\bto\b)\s*/)
        return { from, to }
      }),
      z.strictObject({ from: z.string(), to: z.string() }),
    ],
    'is not a span of hours, such as 08:00-17:00',
  )
  .pipe(z.object({ from: Clock, to: Clock }))
  .refine(({ from, to }) => from < to, 'ends before it begins')

export const CalendarFile = z.strictObject({
  weekdays: z.array(Weekday).min(1).default([1, 2, 3, 4, 5]),
  hours: Hours.prefault('08:00-17:00'),
  bankHolidays: z.enum([...nations, 'none'], `is not one of ${[...nations, 'none'].join(', ')}`).default('england'),
  terms: z.array(ASpan).default([]),
  inset: z.array(ASpan).default([]),
  closed: z.array(ASpan).default([]),
  open: z.array(ASpan).default([]),
})

const days = z.int('is not a whole number of days')

export const Reminders = z.strictObject({
  before: z.array(days.min(0).max(365)).default([7, 3, 1, 0]),
  every: days.min(1).max(365).default(7),
})

/** Days in the file take precedence over bank holidays, and a closed day over an open one. */
export function openCalendar(zone: string, file: z.output<typeof CalendarFile>): Calendar {
  const { weekdays, hours, terms } = file
  const bank = file.bankHolidays === 'none' ? undefined : bankHolidays(file.bankHolidays)
  const within = (day: Day, spans: readonly CalendarSpan[]) => spans.some(({ from, to }) => from <= day && day <= to)
  return {
    zone,
    weekdays,
    hours,
    terms,
    inset: { has: (day) => within(day, file.inset) || within(day, file.open) },
    closed: {
      has: (day) =>
        within(day, file.closed) ||
        (!within(day, file.open) && !within(day, file.inset) && bank !== undefined && bank.has(day)),
    },
  }
}

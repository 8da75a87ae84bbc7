// A school calendar for tests: weekdays from eight to five, all year, without holidays.
import type { Calendar } from '../../src/kit/calendar.ts'

export const weekdaysAllYear: Calendar = {
  zone: 'Europe/London',
  weekdays: [1, 2, 3, 4, 5],
  hours: { from: 8 * 60, to: 17 * 60 },
  terms: [],
  closed: new Set(),
  inset: new Set(),
}

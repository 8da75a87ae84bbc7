// Bank holidays of the four nations for any year. The school corrects mistakes of the list in school.yaml.
import { createRequire } from 'node:module'
import type DateHolidays from 'date-holidays'
import { parseDay, weekdayOf, type Day } from '../kit/days.ts'

export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]

const states: Readonly<Record<Nation, string>> = {
  england: 'ENG',
  wales: 'WLS',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
}

/** Proclaimed for a single year, and missing from the library's list. */
const proclaimed: Readonly<Record<Nation, readonly Day[]>> = {
  england: [],
  wales: [],
  // For the World Cup: https://www.gov.scot, 4 February 2026; looked at on 30 November 2026.
  scotland: ['2026-06-15' as Day],
  'northern-ireland': [],
}

const require = createRequire(import.meta.url)

/**
 * Years are computed when they are asked for. The list of all countries is large, so it is loaded with the first of
 * them: a school that asks nobody to sign never needs it.
 */
export function bankHolidays(nation: Nation): { has(day: Day): boolean } {
  const years = new Map<string, ReadonlySet<Day>>()
  let list: DateHolidays | undefined
  const yearOf = (year: string) => {
    if (list === undefined) {
      const Holidays = require('date-holidays') as typeof DateHolidays
      list = new Holidays('GB', states[nation])
    }
    return new Set(
      list
        .getHolidays(Number(year))
        .filter(({ type }) => type === 'public' || type === 'bank')
        .flatMap(({ date }) => parseDay(date.slice(0, 10)) ?? [])
        .concat(proclaimed[nation].filter((day) => day.startsWith(year)))
        // A holiday at a weekend is taken on a substitute working day, which is listed too.
        .filter((day) => weekdayOf(day) <= 5),
    )
  }
  return {
    has(day) {
      const year = day.slice(0, 4)
      const known = years.get(year) ?? yearOf(year)
      years.set(year, known)
      return known.has(day)
    },
  }
}

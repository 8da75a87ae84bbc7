// When people are asked again: a year later or with the next term, never in a holiday, and SLT is asked two weeks before.
import { expect } from 'chai'
import { addDays } from '../../../src/kit/days.ts'
import { askedFrom, nextRound } from '../../../src/recurring/next.ts'
import type { Recurring } from '../../../src/journal/types.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { day } from '../declaration/builders.ts'

const terms = [
  { from: day('2026-09-03'), to: day('2026-12-18') },
  { from: day('2027-01-05'), to: day('2027-03-26') },
  { from: day('2027-04-13'), to: day('2027-07-21') },
  { from: day('2027-09-02'), to: day('2027-12-17') },
]
const calendar = { ...weekdaysAllYear, terms }
const september = { openedOn: day('2026-09-03'), due: day('2026-09-30') }

describe('the next round', () => {
  const table: readonly (readonly [
    what: string,
    before: typeof september,
    every: Recurring['every'],
    after: string,
    next: readonly [string, string] | undefined,
  ])[] = [
    ['a year later', september, 'year', '2026-09-03', ['2027-09-03', '2027-09-30']],
    ['the year after it was skipped', { openedOn: day('2026-03-02'), due: day('2026-03-27') }, 'year', '2027-03-02', ['2028-03-02', '2028-03-27']],
    ['not in a holiday', { openedOn: day('2025-12-28'), due: day('2026-01-09') }, 'year', '2026-01-01', ['2027-01-05', '2027-01-11']],
    ['five working days at least', { openedOn: day('2026-09-03'), due: day('2026-09-04') }, 'year', '2026-09-03', ['2027-09-03', '2027-09-09']],
    ['a due day on a Saturday becomes the Friday', { openedOn: day('2026-09-10'), due: day('2026-10-02') }, 'year', '2026-09-10', ['2027-09-10', '2027-10-01']],
    ['with the next term', september, 'term', '2026-09-03', ['2027-01-05', '2027-02-01']],
    ['with the term after it was skipped', september, 'term', '2027-01-05', ['2027-04-13', '2027-05-10']],
    ['no later term is known', september, 'term', '2027-09-02', undefined],
  ] // prettier-ignore
  for (const [what, before, every, after, next] of table)
    it(what, () => {
      const found = nextRound(before, { every, after: day(after) }, calendar)
      expect(found && [found.opens, found.due]).to.deep.equal(next)
    })

  it('is asked about ten working days before, also where holidays lie between', () => {
    expect(askedFrom(day('2027-09-16'), calendar)).to.equal('2027-09-02')
    expect(askedFrom(day('2027-09-03'), calendar)).to.equal('2027-07-09')
    expect(askedFrom(day('2027-01-05'), { ...calendar, terms: [] })).to.equal('2026-12-22')
    expect(askedFrom(day('2027-01-05'), { ...calendar, weekdays: [] })).to.equal(addDays(day('2027-01-05'), -14))
  })
})

import { expect } from 'chai'
import {
  addDays,
  dayIn,
  daysBetween,
  isoWeek,
  lastDayOf,
  mondayOf,
  parseDay,
  parseDayOrMonth,
  sayDay,
  sayDuration,
  sayWhen,
  startOfWeek,
  type Day,
  type DayOrMonth,
} from '../../../src/kit/days.ts'

const day = (text: string) => text as Day

describe('days', () => {
  for (const [text, real] of [
    ['2015-10-26', true],
    ['2016-02-29', true],
    ['2015-02-29', false],
    ['2015-13-01', false],
    ['26-10-2015', false],
    ['2015-10', false],
    ['', false],
  ] as const) {
    it(`${text || 'an empty text'} is ${real ? 'a' : 'no'} day`, () =>
      expect(parseDay(text)).to.equal(real ? text : undefined))
  }

  it('reads months as months', () => {
    expect(parseDayOrMonth('2016-10')).to.equal('2016-10')
    expect(parseDayOrMonth('2016-00')).to.equal(undefined)
  })

  it('works out the day in the school’s zone, summer and winter', () => {
    expect(dayIn('Europe/London', new Date('2026-07-01T23:30:00Z'))).to.equal('2026-07-02')
    expect(dayIn('Europe/London', new Date('2026-12-01T23:30:00Z'))).to.equal('2026-12-01')
    expect(dayIn('Pacific/Auckland', new Date('2026-12-01T23:30:00Z'))).to.equal('2026-12-02')
  })

  it('works out the day again where it ends, also on days of 23 and 25 hours', () => {
    const midnights = ['2026-03-29T00:00', '2026-03-29T23:00', '2026-10-24T23:00', '2026-10-26T00:00']
    const around = midnights.flatMap((midnight) => {
      const at = new Date(`${midnight}Z`).getTime()
      return [-1, 0, -1].map((ms) => dayIn('Europe/London', new Date(at + ms)))
    })
    expect(around).to.deep.equal(
      ['03-28', '03-29', '03-28', '03-29', '03-30', '03-29', '10-24', '10-25', '10-24', '10-25', '10-26', '10-25'].map(
        (rest) => `2026-${rest}`,
      ),
    )
  })

  for (const [text, week, monday] of [
    ['2026-11-23', '2026-W48', '2026-11-23'],
    ['2026-11-29', '2026-W48', '2026-11-23'],
    ['2026-12-31', '2026-W53', '2026-12-28'],
    ['2027-01-03', '2026-W53', '2026-12-28'],
    ['2027-01-04', '2027-W01', '2027-01-04'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
    ['2023-01-01', '2022-W52', '2022-12-26'],
    ['2026-03-29', '2026-W13', '2026-03-23'],
  ] as const) {
    it(`${text} is in the week ${week}, which begins on ${monday}`, () => {
      expect(isoWeek(day(text))).to.equal(week)
      expect(mondayOf(day(text))).to.equal(monday)
      expect(startOfWeek(week)).to.equal(monday)
    })
  }

  it('knows no week that a year does not have', () => {
    for (const week of ['2026-W54', '2025-W53', '2026-W00', '2026-48', ''])
      expect(startOfWeek(week), week).to.equal(undefined)
  })

  it('counts days across the clock change', () => {
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).to.equal(2)
    expect(addDays(day('2026-12-31'), 1)).to.equal('2027-01-01')
  })

  it('knows when a month is over', () => {
    expect(lastDayOf('2016-02' as DayOrMonth)).to.equal('2016-02-29')
    expect(lastDayOf('2016-10-03' as DayOrMonth)).to.equal('2016-10-03')
  })

  it('says days and months as people do', () => {
    expect(sayDay('2015-10-26' as DayOrMonth)).to.equal('26 October 2015')
    expect(sayWhen('2016-10' as DayOrMonth)).to.equal('in October 2016')
    expect(sayWhen('2015-10-26' as DayOrMonth)).to.equal('on 26 October 2015')
  })

  for (const [from, to, said] of [
    ['2016-10-31', '2026-11-22', '10 years'],
    ['2016-10-31', '2026-12-05', '10 years and 1 month'],
    ['2016-10-31', '2017-01-05', '2 months'],
    ['2026-01-01', '2026-01-16', '2 weeks'],
    ['2026-01-01', '2026-01-02', '1 day'],
  ] as const) {
    it(`says that ${said} lie between ${from} and ${to}`, () => expect(sayDuration(day(from), day(to))).to.equal(said))
  }
})

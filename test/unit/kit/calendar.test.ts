// When a school works: through changes of term, bank holidays, part-time weeks and the two clock changes.
import { expect } from 'chai'
import {
  hoursOf,
  isWorkingDay,
  isWorkingTime,
  nextWorkingTime,
  worksOn,
  type Calendar,
} from '../../../src/kit/calendar.ts'
import { parseDay, type Day } from '../../../src/kit/days.ts'

function day(text: string): Day {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`${text} is no day`)
  return read
}

const school: Calendar = {
  zone: 'Europe/London',
  weekdays: [1, 2, 3, 4, 5],
  hours: { from: 8 * 60, to: 17 * 60 },
  terms: [
    { from: day('2026-09-02'), to: day('2026-10-23') },
    { from: day('2026-11-02'), to: day('2026-12-18') },
  ],
  closed: new Set([day('2026-11-27')]),
  inset: new Set([day('2026-09-01'), day('2026-11-28')]),
}

describe('kit: the school’s calendar', () => {
  for (const [what, text, works] of [
    ['a weekday in term', '2026-11-23', true],
    ['a Saturday', '2026-11-21', false],
    ['half term', '2026-10-28', false],
    ['the first day of term', '2026-09-02', true],
    ['the last day of term', '2026-12-18', true],
    ['the day after term', '2026-12-21', false],
    ['a closed day in term', '2026-11-27', false],
    ['an inset day before term', '2026-09-01', true],
    ['an inset day on a Saturday', '2026-11-28', true],
  ] as const) {
    it(`${what}: ${works ? 'works' : 'does not'}`, () => {
      expect(isWorkingDay(day(text), school)).to.equal(works)
    })
  }

  it('leaves a colleague alone on days away and on weekdays not worked', () => {
    const own = { weekdays: [1, 2], away: [{ from: day('2026-11-23'), to: day('2026-11-24') }] }
    expect(worksOn(day('2026-11-23'), school, own)).to.equal(false)
    expect(worksOn(day('2026-11-25'), school, own)).to.equal(false)
    expect(worksOn(day('2026-11-30'), school, own)).to.equal(true)
  })

  it('keeps to the wall clock on both sides of a clock change', () => {
    expect(hoursOf(day('2026-10-23'), school).from.toISOString()).to.equal('2026-10-23T07:00:00.000Z')
    expect(hoursOf(day('2026-11-02'), school).from.toISOString()).to.equal('2026-11-02T08:00:00.000Z')
    const wholeDay = { ...school, hours: { from: 0, to: 24 * 60 } }
    const { from, to } = hoursOf(day('2026-10-25'), wholeDay)
    expect((to.getTime() - from.getTime()) / 3_600_000).to.equal(25)
  })

  for (const [what, at, next] of [
    ['in the middle of the day: now', '2026-11-23T10:30:00Z', '2026-11-23T10:30:00.000Z'],
    ['before eight: at eight', '2026-11-23T05:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['at five sharp: tomorrow', '2026-11-23T17:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['over a closed day, the inset Saturday', '2026-11-26T18:00:00Z', '2026-11-28T08:00:00.000Z'],
    ['on the Friday before half term: after it, by winter time', '2026-10-23T16:00:00Z', '2026-11-02T08:00:00.000Z'],
  ] as const) {
    it(`the next working time ${what}`, () => {
      expect(nextWorkingTime(new Date(at), school)?.toISOString()).to.equal(next)
      expect(isWorkingTime(new Date(next), school)).to.equal(true)
    })
  }

  it('says when no working time comes any more', () => {
    const never = { ...school, closed: { has: () => true } }
    expect(nextWorkingTime(new Date('2027-01-01T09:00:00Z'), never)).to.equal(undefined)
  })

  it('takes weekdays for term again six weeks after the last one that is known', () => {
    const next = nextWorkingTime(new Date('2027-01-01T09:00:00Z'), school)
    expect(next?.toISOString()).to.equal('2027-02-01T08:00:00.000Z')
  })
})

// When an owner is warned of a review.
import { expect } from 'chai'
import { addDays, addMonths, daysBetween, parseDayOrMonth, type Day, type DayOrMonth } from '../../../src/kit/days.ts'
import { nextStepOn, stepDue, stepsUntil } from '../../../src/review/steps.ts'

function when(text: string): DayOrMonth {
  const read = parseDayOrMonth(text)
  if (read === undefined) throw new Error(`${text} is neither day nor month`)
  return read
}
const day = (text: string) => when(text) as Day

describe('review: when an owner is warned', () => {
  for (const [today, step] of [
    ['2016-07-08', undefined],
    ['2016-07-09', '12-weeks-before'],
    ['2016-08-05', '12-weeks-before'],
    ['2016-08-06', '8-weeks-before'],
    ['2016-09-24', '1-week-before'],
    ['2016-09-30', '1-week-before'],
    ['2016-10-01', 'month'],
    ['2016-10-08', 'month-week-2'],
    ['2016-10-31', 'month-week-5'],
    ['2016-11-01', 'overdue-week-1'],
    ['2016-11-30', 'overdue-week-5'],
    ['2016-12-01', 'overdue-month-1'],
    ['2026-11-22', 'overdue-month-120'],
  ] as const) {
    it(`October 2016, seen on ${today}: ${step ?? 'nothing yet'}`, () => {
      expect(stepDue(when('2016-10'), day(today))?.id).to.equal(step)
    })
  }

  it('a review on a day has no month to last', () => {
    expect(stepDue(when('2026-10-14'), day('2026-10-14'))?.id).to.equal('day')
    expect(stepDue(when('2026-10-14'), day('2026-10-15'))?.id).to.equal('overdue-week-1')
    expect(stepsUntil(when('2026-10-14'), day('2026-10-14')).map(({ id }) => id)).to.not.include('month')
  })

  it('the latest is the last of all, however long ago it was due', () => {
    for (const due of ['2016-10', '2016-01-31', '2015-12-31', '2016-02-29', '2026-10']) {
      for (let today = day('2026-09-01'); today < '2027-03-05'; today = addDays(today, 1)) {
        const all = stepsUntil(when(due), today)
        expect(stepDue(when(due), today), `${due} on ${today}`).to.deep.equal(all.at(-1))
        const next = stepsUntil(when(due), addMonths(today, 3), today)[0]?.on
        expect(nextStepOn(when(due), today), `${due} on ${today}`).to.equal(next)
      }
    }
  })

  it('is never silent for longer than a month once it is due, and names no step twice', () => {
    for (const due of ['2016-10', '2024-01', '2026-01-31', '2026-02']) {
      const steps = stepsUntil(when(due), addMonths(day('2030-01-01'), 0))
      const ids = steps.map(({ id }) => id)
      expect(new Set(ids).size).to.equal(ids.length)
      for (const [at, { on }] of steps.entries()) {
        const next = steps[at + 1]?.on
        if (next !== undefined) expect(daysBetween(on, next)).to.be.within(1, 31)
        expect(stepDue(when(due), addDays(on, 0))?.id).to.equal(ids[at])
      }
    }
  })
})

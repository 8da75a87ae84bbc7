// A link to sign works at least until the next mail, whatever the rhythm, the holidays and somebody's own days.
import { expect } from 'chai'
import type { Day } from '../../../src/kit/days.ts'
import { nextStepAfter } from '../../../src/reminder/steps.ts'
import { linkUntil } from '../../../src/reminder/until.ts'
import { hilltop } from '../../kit/hilltop.ts'

const rhythm = { before: [14, 7, 3, 0], every: 14 }
const day = (text: string) => text as Day
const own = { weekdays: undefined, away: [] }

describe('reminder: how long a link lives', () => {
  const steps: readonly (readonly [due: string, today: string, next: string])[] = [
    ['2026-12-18', '2026-11-23', '2026-12-04'],
    ['2026-12-18', '2026-12-04', '2026-12-11'],
    ['2026-12-18', '2026-12-15', '2026-12-18'],
    ['2026-12-18', '2026-12-18', '2027-01-01'],
    ['2026-12-18', '2027-01-01', '2027-01-15'],
    ['2026-12-18', '2027-01-02', '2027-01-15'],
  ]
  for (const [due, today, next] of steps)
    it(`due ${due}, on ${today}: the next mail is on ${next}`, () =>
      expect(nextStepAfter(day(due), rhythm, day(today))).to.equal(next))

  it('is never shorter than until the mail after it, and never than the school’s own days', () => {
    for (const every of [3, 14, 60])
      for (let n = 0; n < 90; n++) {
        const now = new Date(Date.UTC(2026, 10, 1 + n, 9))
        const today = now.toISOString().slice(0, 10) as Day
        const owing = { due: day('2026-12-18'), rhythm: { before: [14, 7, 3, 0], every } }
        const until = linkUntil(owing, now, { calendar: hilltop.school.calendar, linkDays: 7, own })
        const next = nextStepAfter(owing.due, owing.rhythm, today)
        expect(until.getTime() - now.getTime(), today).to.be.at.least(7 * 24 * 60 * 60_000)
        expect(until > new Date(`${next}T17:00:00Z`), `${today}: until ${until.toISOString()}, mail ${next}`).to.equal(
          true,
        )
      }
  })

  it('waits for somebody’s own working day', () => {
    const owing = { due: day('2026-12-18'), rhythm }
    const mondays = { weekdays: [1], away: [] }
    const until = (of: typeof own | typeof mondays) =>
      linkUntil(owing, new Date('2026-11-23T09:00:00Z'), { calendar: hilltop.school.calendar, linkDays: 7, own: of })
    expect(until(mondays).toISOString().slice(0, 10)).to.equal('2026-12-08')
    expect(until(own).toISOString().slice(0, 10)).to.equal('2026-12-05')
  })
})

// Which step of a reminder has come: the latest one, and never one that was missed.
import { expect } from 'chai'
import type { Day } from '../../../src/kit/days.ts'
import { latestStep, minuteOf } from '../../../src/reminder/steps.ts'

const rhythm = { before: [7, 3, 1, 0], every: 7 }
const step = (today: string, askedOn = '2026-09-07', due = '2026-10-12') =>
  latestStep({ askedOn: askedOn as Day, due: due as Day }, rhythm, today as Day)?.id

describe('reminder: steps', () => {
  for (const [today, id] of [
    ['2026-09-06', undefined],
    ['2026-09-07', 'asked'],
    ['2026-10-04', 'asked'],
    ['2026-10-05', 'due-7'],
    ['2026-10-09', 'due-3'],
    ['2026-10-11', 'due-1'],
    ['2026-10-12', 'due-0'],
    ['2026-10-18', 'due-0'],
    ['2026-10-19', 'over-7'],
    ['2026-11-01', 'over-14'],
    ['2027-10-12', 'over-364'],
  ] as const) {
    it(`on ${today}: ${id ?? 'none'}`, () => expect(step(today)).to.equal(id))
  }

  it('leaves out what would come before being asked, or with it', () => {
    expect(step('2026-10-08', '2026-10-08')).to.equal('asked')
    expect(step('2026-10-09', '2026-10-09')).to.equal('asked')
    expect(step('2026-10-12', '2026-10-12')).to.equal('asked')
  })

  it('keeps to the school’s own rhythm', () => {
    const own = (today: string) =>
      latestStep({ askedOn: '2026-09-07' as Day, due: '2026-10-12' as Day }, { before: [10], every: 14 }, today as Day)
        ?.id
    expect([own('2026-10-01'), own('2026-10-02'), own('2026-10-25'), own('2026-10-26')]).to.deep.equal([
      'asked',
      'due-10',
      'due-10',
      'over-14',
    ])
  })

  it('spreads people over the hour, always at the same minute', () => {
    const counts = Array.from({ length: 60 }, () => 0)
    for (let n = 0; n < 6_000; n++) {
      const minute = minuteOf(`p_${n}`, 60)
      counts[minute] = (counts[minute] ?? 0) + 1
    }
    expect(Math.min(...counts)).to.be.greaterThan(40)
    expect(Math.max(...counts)).to.be.lessThan(180)
    expect(minuteOf('p_1', 60)).to.equal(minuteOf('p_1', 60))
  })
})

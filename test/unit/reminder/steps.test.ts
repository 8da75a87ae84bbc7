// Which step of the reminders is due: the latest one, and never one that was missed.
import { expect } from 'chai'
import type { Day } from '../../../src/kit/days.ts'
import {
  awayKey,
  latestStep,
  minuteOf,
  notTheirsKey,
  nudgeAllKey,
  readAwayKey,
  readNotTheirs,
} from '../../../src/reminder/steps.ts'

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

  it('is on its own day, whenever it is looked at', () => {
    const asked = { askedOn: '2026-09-07' as Day, due: '2026-10-12' as Day }
    const on = (today: string) => latestStep(asked, rhythm, today as Day)?.on
    expect([on('2026-09-10'), on('2026-10-06'), on('2026-10-30')]).to.deep.equal([
      '2026-09-07',
      '2026-10-05',
      '2026-10-26',
    ])
  })

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

  it('is the latest in whatever order a school writes its rhythm', () => {
    const rhythm = { before: [0, 7, 1, 3], every: 7 }
    const asked = { askedOn: '2026-09-07' as Day, due: '2026-10-12' as Day }
    expect(latestStep(asked, rhythm, '2026-10-12' as Day)?.id).to.equal('due-0')
    expect(latestStep(asked, { ...rhythm, before: [3, 7] }, '2026-10-10' as Day)?.id).to.equal('due-3')
  })

  it('reads its own keys, and no others', () => {
    const about = { policy: 'social-media', edition: '2026-09', person: 'p_1' }
    expect(readNotTheirs(notTheirsKey(about, 'p_1'))).to.deep.equal(about)
    expect(readAwayKey(awayKey('p_1', '2026-10-12' as Day))).to.deep.equal({ person: 'p_1', day: '2026-10-12' })
    for (const other of ['not-theirs:social-media', 'not-theirs:@2026-09:p_1', 'away-said:p_1', 'daily:p_1:2026-10-12'])
      expect(readNotTheirs(other), other).to.equal(undefined)
    for (const other of ['away-said:2026-13-01:p_1', 'away-said:2026-10-12:', 'daily:p_1:2026-10-12'])
      expect(readAwayKey(other), other).to.equal(undefined)
    const everybody = (practice: boolean) => nudgeAllKey(about, '2026-10-12' as Day, practice)
    expect([everybody(false), everybody(true)]).to.deep.equal([
      'nudge-all:social-media@2026-09:2026-10-12',
      'nudge-all:social-media@2026-09:2026-10-12:practice',
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

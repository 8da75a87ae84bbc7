// When somebody’s digest is due, and which days it covers.
import { expect } from 'chai'
import { digestKey, getsDigest, isOpen, sinceWhen, slotIn } from '../../../src/digest/week.ts'
import type { Notice } from '../../../src/ports/notices.ts'
import type { Calendar } from '../../../src/kit/calendar.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aPerson, day } from '../../kit/evidence.ts'

const slotOf = (at: string, given: Partial<Calendar> = {}, person = aPerson('p')) =>
  slotIn(person, new Date(at), { ...weekdaysAllYear, ...given })?.toISOString()

describe('digest: when it is due', () => {
  const early = { hours: { from: 7 * 60, to: 17 * 60 } }
  const late = { hours: { from: 9 * 60 + 30, to: 17 * 60 } }
  const half = { terms: [{ from: day('2026-11-26'), to: day('2026-12-18') }] }
  const away = aPerson('p', { away: [{ from: day('2026-11-01'), to: day('2026-11-24') }] })
  const gone = aPerson('p', { away: [{ from: day('2026-11-23'), to: day('2026-11-27') }] })
  const thursdays = aPerson('p', { weekdays: [4] })
  for (const [what, slot, expected] of [
    ['on Monday at eight', slotOf('2026-11-23T00:00:00Z'), '2026-11-23T08:00:00.000Z'],
    ['at eight by the wall in summer', slotOf('2026-06-15T00:00:00Z'), '2026-06-15T07:00:00.000Z'],
    ['at eight the day after the clocks change', slotOf('2026-03-30T00:00:00Z'), '2026-03-30T07:00:00.000Z'],
    [
      'not before eight where the school begins earlier',
      slotOf('2026-11-23T07:00:00Z', early),
      '2026-11-23T08:00:00.000Z',
    ],
    ['when the school begins, where it begins later', slotOf('2026-11-23T08:00:00Z', late), '2026-11-23T09:30:00.000Z'],
    [
      'on Tuesday after a bank holiday',
      slotOf('2026-11-23T09:00:00Z', { closed: new Set([day('2026-11-23')]) }),
      '2026-11-24T08:00:00.000Z',
    ],
    [
      'in the first hour of a term that begins within the week',
      slotOf('2026-11-23T09:00:00Z', half),
      '2026-11-26T08:00:00.000Z',
    ],
    ['at once, later in the week', slotOf('2026-11-25T13:20:00Z'), '2026-11-25T13:20:00.000Z'],
    ['the next morning, after hours', slotOf('2026-11-25T18:00:00Z'), '2026-11-26T08:00:00.000Z'],
    ['after days away', slotOf('2026-11-23T09:00:00Z', {}, away), '2026-11-25T08:00:00.000Z'],
    ['on a part-time colleague’s day', slotOf('2026-11-23T09:00:00Z', {}, thursdays), '2026-11-26T08:00:00.000Z'],
    ['not in a week without any', slotOf('2026-11-23T09:00:00Z', {}, gone), undefined],
    ['not any more on Friday evening', slotOf('2026-11-27T17:00:00Z'), undefined],
    ['not on a Sunday for the week that is over', slotOf('2026-11-29T12:00:00Z'), undefined],
  ] as const) {
    it(what, () => expect(slot).to.equal(expected))
  }

  it('goes to whoever has the role and works here', () => {
    const today = day('2026-11-23')
    for (const [gets, person] of [
      [true, aPerson('p', { roles: ['slt'] })],
      [true, aPerson('p', { roles: ['slt'], leavesOn: today })],
      [false, aPerson('p', { roles: ['slt'], leavesOn: day('2026-11-22') })],
      [false, aPerson('p', { roles: ['slt'], startsOn: day('2026-11-24') })],
      [false, aPerson('p', { roles: ['administrator', 'policy-owner'] })],
      [false, undefined],
    ] as const)
      expect(getsDigest(person, today)).to.equal(gets)
  })
})

describe('digest: what it tells of', () => {
  const notice = (week: string, state: Notice['state'], nextAt?: string): Notice => ({
    key: digestKey(week, 'p'),
    kind: 'digest',
    person: 'p',
    state,
    at: new Date('2026-11-23T08:00:00Z'),
    tries: 0,
    nextAt: nextAt === undefined ? undefined : new Date(nextAt),
    way: undefined,
    message: undefined,
    what: undefined,
  })
  const since = (...notices: Notice[]) => sinceWhen(notices, { before: '2026-W48', today: day('2026-11-25') })

  it('goes back a week where there was none', () => expect(since()).to.equal('2026-11-18'))
  it('goes back to the Monday of the last one that arrived, or may have', () => {
    expect(since(notice('2026-W45', 'sent'), notice('2026-W46', 'unknown'))).to.equal('2026-11-09')
    expect(since(notice('2026-W45', 'sent'), notice('2026-W47', 'given-up'))).to.equal('2026-11-02')
  })
  it('goes back over a year’s end', () =>
    expect(sinceWhen([notice('2026-W53', 'sent')], { before: '2027-W02', today: day('2027-01-11') })).to.equal(
      '2026-12-28',
    ))
  it('does not count this week’s own', () => expect(since(notice('2026-W48', 'sent'))).to.equal('2026-11-18'))

  it('is open until it went out or was given up, and while a platform’s pause is over', () => {
    const now = new Date('2026-11-23T09:00:00Z')
    for (const [open, given] of [
      [true, undefined],
      [true, notice('2026-W48', 'failed', '2026-11-23T09:00:00Z')],
      [false, notice('2026-W48', 'failed', '2026-11-23T09:01:00Z')],
      [false, notice('2026-W48', 'sent')],
      [false, notice('2026-W48', 'unknown')],
      [false, notice('2026-W48', 'given-up')],
      [false, notice('2026-W48', 'claimed')],
    ] as const)
      expect(isOpen(given, now)).to.equal(open)
  })
})

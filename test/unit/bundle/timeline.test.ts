// A round shown as one campaign over its days: which due day counts, how long it reminds, and which of its parts are
// named.
import { expect } from 'chai'
import { roundTimelineOf, wholeRound } from '../../../src/bundle/timeline.ts'
import type { Calendar } from '../../../src/kit/calendar.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import type { Round } from '../../../src/standing/rounds.ts'
import { theLibrary } from '../../kit/library.ts'
import { day } from '../../kit/evidence.ts'

const calendar: Calendar = theLibrary().school.calendar
const reminders = { before: [7, 0], every: 7 }

function part(policy: string, given: Partial<Campaign> = {}): Campaign {
  return {
    id: `${policy}.1`,
    policy,
    edition: '2026-09',
    audience: { everybody: true, groups: [], roles: [], people: [] },
    due: day('2026-12-18'),
    openedOn: day('2026-11-23'),
    closedOn: undefined,
    practice: false,
    rhythm: undefined,
    pausedOn: undefined,
    ...given,
  }
}
const round = (...parts: readonly Campaign[]): Round => ({
  id: 'pack.1',
  bundle: 'pack',
  title: 'Pack',
  practice: false,
  parts,
})
const later = { due: day('2027-01-15') }
const closed = { closedOn: day('2026-12-01') }
const paused = { pausedOn: day('2026-11-30') }

describe('the timeline of a round', () => {
  const wholes: readonly (readonly [string, Round, object])[] = [
    ['the last day of its parts', round(part('a', later), part('b')), later],
    ['open while one part is', round(part('a', closed), part('b')), { closedOn: undefined }],
    [
      'closed with the last',
      round(part('a', closed), part('b', { closedOn: day('2026-12-03') })),
      { closedOn: '2026-12-03' },
    ],
    ['reminding while one part does', round(part('a', paused), part('b')), { pausedOn: undefined }],
    ['paused once all are', round(part('a', paused), part('b', paused)), paused],
    ['paused where what is open is', round(part('a', paused), part('b', closed)), paused],
  ]
  for (const [what, given, expected] of wholes)
    it(`is ${what}`, () => expect(wholeRound(given)).to.deep.include(expected))

  it('names a document whose day is another, and counts who has signed all of theirs', () => {
    const timeline = roundTimelineOf({
      round: round(part('a'), part('b', { due: day('2026-12-11') })),
      reminders,
      calendar,
      today: day('2026-11-25'),
      turned: [
        { day: day('2026-11-24'), says: 'changed' },
        { day: day('2026-11-24'), says: 'changed' },
      ],
      signed: { total: 3, days: [day('2026-11-24'), day('2026-11-20')] },
      titleOf: (policy) => `Policy ${policy}`,
    })
    expect(timeline?.label).to.equal('Timeline: Pack')
    const marks = timeline?.marks.map((mark) => `${mark.day} ${mark.says}`)
    expect(marks)
      .to.include('2026-11-23 opened')
      .and.include('2026-11-24 changed')
      .and.include('2026-12-11 due: Policy b, reminder 7 days before')
    expect(timeline?.line).to.deep.equal({
      says: 'signed all of theirs so far',
      total: 3,
      points: [
        { day: '2026-11-23', count: 1 },
        { day: '2026-11-24', count: 2 },
      ],
    })
  })

  it('is none without a document', () => expect(wholeRound(round())).to.equal(undefined))
})

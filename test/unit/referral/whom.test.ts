// Who receives a case: whoever is responsible, a deputy while they are away, and the next person when nobody takes it.
import { expect } from 'chai'
import { ranksFor, couldAnswer, offerTo, type Staff } from '../../../src/referral/whom.ts'
import { aPerson, day } from '../../kit/evidence.ts'
import { weekdaysAllYear as calendar } from '../../kit/calendar.ts'

const monday = day('2026-11-23')
const away = [{ from: day('2026-11-20'), to: day('2026-11-27') }]
const people = { owner: aPerson('owner'), lead: aPerson('lead'), deputy: aPerson('deputy'), head: aPerson('head') }
const empty: Staff = { named: {}, owners: [], leaders: [], administrators: [] }

const offers = (
  staff: Partial<Staff>,
  about: { route: 'policy-owner' | 'slt' | 'safeguarding'; policy?: string },
  given = {},
) =>
  offerTo(ranksFor({ policy: undefined, ...about }, { ...empty, ...staff }), {
    day: monday,
    calendar,
    asker: 'asker',
    late: false,
    ...given,
  }).map(({ id }) => id)

describe('whom a case goes to', () => {
  const { owner, lead, deputy, head } = people
  for (const [what, got, expected] of [
    [
      'a policy’s own people first',
      offers({ named: { trips: [lead] }, owners: [owner] }, { route: 'policy-owner', policy: 'trips' }),
      ['lead'],
    ],
    [
      'owners for a policy without',
      offers({ named: { trips: [lead] }, owners: [owner] }, { route: 'policy-owner', policy: 'other' }),
      ['owner'],
    ],
    [
      'leaders where nobody owns',
      offers({ leaders: [head, deputy] }, { route: 'policy-owner', policy: 'x' }),
      ['head', 'deputy'],
    ],
    [
      'leaders for what no policy covers',
      offers({ owners: [owner], leaders: [head] }, { route: 'policy-owner' }),
      ['head'],
    ],
    [
      'the deputy while the lead is away',
      offers({ named: { safeguarding: [{ ...lead, away }, deputy] } }, { route: 'safeguarding' }),
      ['deputy'],
    ],
    [
      'the lead where everybody is away',
      offers(
        {
          named: {
            safeguarding: [
              { ...lead, away },
              { ...deputy, away },
            ],
          },
        },
        { route: 'safeguarding' },
      ),
      ['lead'],
    ],
    [
      'nobody who has left',
      offers({ named: { slt: [{ ...lead, leavesOn: day('2026-11-20') }] }, leaders: [head] }, { route: 'slt' }),
      ['head'],
    ],
    [
      'nobody on a day off',
      offers({ named: { slt: [{ ...lead, weekdays: [2, 3] }] }, leaders: [head] }, { route: 'slt' }),
      ['head'],
    ],
    ['never whoever asks', offers({ leaders: [head, deputy] }, { route: 'slt' }, { asker: 'head' }), ['deputy']],
    [
      'the next as well, once it is late',
      offers({ named: { slt: [lead] }, leaders: [head] }, { route: 'slt' }, { late: true }),
      ['lead', 'head'],
    ],
    ['administrators at the last', offers({ administrators: [owner] }, { route: 'safeguarding' }), ['owner']],
    ['nobody where there is nobody', offers({}, { route: 'slt' }), []],
  ] as const)
    it(what, () => expect(got).to.deep.equal(expected))

  it('may be passed on to anybody who stands in, each once', () => {
    const ranks = ranksFor(
      { route: 'safeguarding', policy: undefined },
      { ...empty, named: { safeguarding: [lead, head] }, leaders: [head] },
    )
    expect(couldAnswer(ranks, { day: monday, asker: 'x' }).map(({ id }) => id)).to.deep.equal(['lead', 'head'])
  })
})

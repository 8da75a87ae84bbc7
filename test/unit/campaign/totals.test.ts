import { expect } from 'chai'
import { totalsOf } from '../../../src/standing/totals.ts'
import type { Person } from '../../../src/chat/people.ts'
import { foldInvolvement } from '../../../src/standing/fold.ts'
import type { Fact } from '../../../src/journal/types.ts'
import { aCampaign, aPerson, day, declared, entriesOf, signedFact, toSign } from '../declaration/builders.ts'

const upon = { policy: 'social-media', person: 'p-1' }
const line = (count: number, person: Partial<Person>, ...history: Fact[]) => ({
  count,
  person: aPerson(person),
  involvement: foldInvolvement(entriesOf(...history), undefined),
})
const counting = {
  marks: new Map(),
  campaigns: [aCampaign({ audience: { everybody: false, groups: ['teaching', 'governor'], roles: [], people: [] } })],
  asOf: {
    edition: '2015-10',
    editions: ['2015-10', '2014-10'],
    wordings: new Map(['2015-10', '2014-10'].map((id) => [id, [declared(toSign({ id })).hash]])),
    today: day('2026-09-10'),
    joinerDays: 14,
  },
}

describe('a register counted', () => {
  const totals = totalsOf(
    [
      line(2, {}, signedFact('2015-10')),
      line(1, {}),
      line(3, {}, { kind: 'excused', ...upon, by: 'p-9' }),
      line(5, { leavesOn: day('2026-09-09') }, signedFact('2015-10')),
      line(1, { group: 'governor' }, { kind: 'declined', ...upon, edition: '2015-10' }),
      line(4, { group: 'support' }),
      line(1, { group: 'support' }, signedFact('2014-10')),
      line(1, { group: undefined }, signedFact('2015-10')),
    ],
    counting,
  )
  it('leaves leavers and the excused out of the percentage, and those whom nobody asks', () => {
    expect(totals.all).to.deep.include({ people: 18, signed: 3, outstanding: 2, excused: 3, left: 5, notAsked: 5, percent: 60 })
    expect(totals.all.kinds).to.include({ signed: 3, asked: 1, declined: 1, left: 5, excused: 3, 'not-asked': 4, 'signed-earlier': 1 })
  }) // prettier-ignore
  it('is by group in the policy’s order, those without one last, empty ones left out', () => {
    expect(totals.groups.map(({ group, signed, outstanding, percent }) => [group, signed, outstanding, percent])).to.deep.equal([
      ['teaching', 2, 1, 66],
      ['support', 0, 0, undefined],
      ['governor', 0, 1, 0],
      ['none', 1, 0, 100],
    ])
  }) // prettier-ignore
  it('never says 100 before everybody has signed', () => {
    const almost = totalsOf([line(999, {}, signedFact('2015-10')), line(1, {})], counting)
    expect(almost.all.percent).to.equal(99)
    expect(totalsOf([], counting)).to.deep.include({ groups: [] })
    expect(totalsOf([], counting).all.percent).to.be.undefined
  })
})

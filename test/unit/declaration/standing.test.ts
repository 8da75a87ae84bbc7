import { expect } from 'chai'
import { foldInvolvement } from '../../../src/declaration/fold.ts'
import { editionIds, marksOf, standingOf, type AsOf } from '../../../src/declaration/standing.ts'
import type { Standing } from '../../../src/declaration/types.ts'
import type { Campaign } from '../../../src/campaign/types.ts'
import type { Person } from '../../../src/chat/people.ts'
import type { Fact } from '../../../src/journal/types.ts'
import { aCampaign, aPerson, day, entriesOf, policyToSign, signedFact, toSign } from './builders.ts'

const upon = { policy: 'social-media', person: 'p-1' }
const declined = (edition: string): Fact => ({ kind: 'declined', ...upon, edition })
const raised = (edition: string, what: 'question' | 'concern'): Fact => ({ kind: 'raised', ...upon, edition, what })
const withdrawn = (entry: string): Fact => ({ kind: 'withdrawn', ...upon, edition: '2015-10', entry, by: 'p-9' })
const excused = (until?: string): Fact => ({
  kind: 'excused',
  ...upon,
  by: 'p-9',
  ...(until === undefined ? {} : { until: day(until) }),
})
const excuseEnded: Fact = { kind: 'excuse-ended', ...upon, by: 'p-9' }
const marked = (edition: string, change: 'material' | 'editorial'): Fact => ({
  kind: 'edition-marked', policy: 'social-media', edition, change, by: 'p-9',
}) // prettier-ignore

interface Case {
  readonly history?: readonly Fact[]
  readonly person?: Partial<Person>
  readonly marks?: readonly Fact[]
  readonly campaigns?: readonly Campaign[]
  readonly asOf?: Partial<AsOf>
  readonly reading?: string
}

/** The standing on 10 September 2026, with one campaign for everybody due on the 30th. */
function standing({ history = [], person, marks = [], campaigns = [aCampaign()], asOf, reading }: Case): Standing {
  const read = reading === undefined ? undefined : { edition: reading, read: ['1', '2'], at: new Date() }
  return standingOf(
    {
      person: aPerson(person),
      involvement: foldInvolvement(entriesOf(...history), read),
      marks: marksOf(entriesOf(...marks)),
      campaigns,
    },
    {
      edition: '2015-10',
      editions: ['2015-10', '2014-10', '2013-10'],
      today: day('2026-09-10'),
      joinerDays: 14,
      ...asOf,
    },
  )
}

const table: readonly (readonly [string, Case, string])[] = [
  ['nobody asks', { campaigns: [] }, 'not-asked'],
  ['a campaign asks', {}, 'asked 2026-09-30'],
  ['a campaign of another edition asks', { campaigns: [aCampaign({ edition: '2014-10' })] }, 'not-asked'],
  ['a campaign of an edition that carries over asks', { campaigns: [aCampaign({ edition: '2014-10' })], marks: [marked('2015-10', 'editorial')] }, 'asked 2026-09-30'],
  ['a campaign is closed', { campaigns: [aCampaign({ closedOn: day('2026-09-05') })] }, 'not-asked'],
  ['a campaign asks others', { campaigns: [aCampaign({ audience: { everybody: false, groups: ['governor'], roles: [], people: [] } })] }, 'not-asked'],
  ['a practice campaign asks', { campaigns: [aCampaign({ practice: true })] }, 'not-asked'],
  ['they start later', { person: { startsOn: day('2026-09-11') } }, 'not-asked'],
  ['they start today', { person: { startsOn: day('2026-09-10') } }, 'asked 2026-09-30'],
  ['they started and have longer', { person: { startsOn: day('2026-09-10') }, asOf: { joinerDays: 30 } }, 'asked 2026-10-10'],
  ['two campaigns ask', { campaigns: [aCampaign(), aCampaign({ due: day('2026-09-20') })] }, 'asked 2026-09-20'],
  ['they have begun to read', { reading: '2015-10' }, 'reading 2026-09-30'],
  ['they have begun to read what nobody asked for', { reading: '2015-10', campaigns: [] }, 'reading'],
  ['they were reading the edition before', { reading: '2014-10' }, 'asked 2026-09-30'],
  ['they signed', { history: [signedFact('2015-10')], reading: '2015-10' }, 'signed'],
  ['they signed unasked', { history: [signedFact('2015-10')], campaigns: [] }, 'signed'],
  ['they signed an earlier edition', { history: [signedFact('2014-10')] }, 'signed-earlier 2026-09-30'],
  ['they signed an earlier edition and nobody asks again', { history: [signedFact('2014-10')], campaigns: [] }, 'signed-earlier'],
  ['the change since was editorial', { history: [signedFact('2014-10')], marks: [marked('2015-10', 'editorial')] }, 'carried-over'],
  ['both changes since were editorial', { history: [signedFact('2013-10')], marks: [marked('2015-10', 'editorial'), marked('2014-10', 'editorial')] }, 'carried-over'],
  ['one of two changes since was editorial', { history: [signedFact('2013-10')], marks: [marked('2015-10', 'editorial')] }, 'signed-earlier 2026-09-30'],
  ['the mark was changed', { history: [signedFact('2014-10')], marks: [marked('2015-10', 'editorial'), marked('2015-10', 'material')] }, 'signed-earlier 2026-09-30'],
  ['they signed an edition that is gone', { history: [signedFact('2012-10')], marks: [marked('2015-10', 'editorial')] }, 'signed-earlier 2026-09-30'],
  ['their signature was withdrawn', { history: [signedFact('2015-10'), withdrawn('e1')] }, 'asked 2026-09-30'],
  ['it was withdrawn and an earlier one stands', { history: [signedFact('2014-10'), signedFact('2015-10'), withdrawn('e2')] }, 'signed-earlier 2026-09-30'],
  ['an old paper was recorded after they signed', { history: [signedFact('2015-10'), signedFact('2014-10')] }, 'signed'],
  ['they declined', { history: [declined('2015-10')] }, 'declined 2026-09-30'],
  ['they declined and then signed', { history: [declined('2015-10'), signedFact('2015-10')] }, 'signed'],
  ['they declined an edition before a material change', { history: [declined('2014-10')] }, 'asked 2026-09-30'],
  ['they raised a concern', { history: [raised('2015-10', 'concern')] }, 'concern-raised 2026-09-30'],
  ['they asked a question', { history: [raised('2015-10', 'question')] }, 'asked 2026-09-30'],
  ['they raised a concern and then declined', { history: [raised('2015-10', 'concern'), declined('2015-10')] }, 'declined 2026-09-30'],
  ['they raised a concern after an earlier signature', { history: [signedFact('2014-10'), raised('2015-10', 'concern')] }, 'concern-raised 2026-09-30'],
  ['an old paper does not settle a new concern', { history: [raised('2015-10', 'concern'), signedFact('2014-10')] }, 'concern-raised 2026-09-30'],
  ['a withdrawn signature leaves the concern open', { history: [raised('2015-10', 'concern'), signedFact('2015-10'), withdrawn('e2')] }, 'concern-raised 2026-09-30'],
  ['they are excused for good', { history: [excused()] }, 'excused'],
  ['they are excused until today', { history: [excused('2026-09-10')] }, 'excused'],
  ['they were excused until yesterday', { history: [excused('2026-09-09')] }, 'asked 2026-09-30'],
  ['the excuse was ended', { history: [excused(), excuseEnded] }, 'asked 2026-09-30'],
  ['they are excused and signed all the same', { history: [excused(), signedFact('2015-10')] }, 'signed'],
  ['they are excused and declined', { history: [declined('2015-10'), excused()] }, 'excused'],
  ['they left', { history: [signedFact('2015-10')], person: { leavesOn: day('2026-09-09') } }, 'left'],
  ['it is their last day', { person: { leavesOn: day('2026-09-10') } }, 'asked 2026-09-30'],
  ['they left and came back', { history: [signedFact('2015-10')], person: { leavesOn: undefined } }, 'signed'],
] // prettier-ignore

describe('standing', () => {
  for (const [when, given, expected] of table) {
    it(`when ${when}: ${expected}`, () => {
      const found = standing(given)
      const due = 'due' in found && found.due !== undefined ? ` ${found.due}` : ''
      expect(`${found.kind}${due}`).to.equal(expected)
    })
  }

  it('carries the signature that it rests on', () => {
    expect(standing({ history: [signedFact('2014-10')], marks: [marked('2015-10', 'editorial')] })).to.deep.equal({
      kind: 'carried-over',
      entry: 'e1',
      edition: '2014-10',
      at: new Date('2026-09-01T08:00:00Z'),
    })
  })

  it('counts only editions that were in force: none in other words once there is adopted text', () => {
    const restated = toSign({ id: '2016-10', wording: 'restated' })
    expect(editionIds(policyToSign(toSign({ id: '2014-10' }), restated, toSign()))).to.deep.equal([
      '2015-10',
      '2014-10',
    ])
    expect(editionIds(policyToSign(restated))).to.deep.equal(['2016-10'])
  })
})

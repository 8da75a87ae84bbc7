import { expect } from 'chai'
import { foldInvolvement } from '../../../src/standing/fold.ts'
import { inForceOf, marksOf, standingOf, type AsOf } from '../../../src/standing/standing.ts'
import type { Standing } from '../../../src/standing/types.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import type { Person } from '../../../src/chat/people.ts'
import type { Fact } from '../../../src/journal/types.ts'
import { aCampaign, aPerson, day, declared, entriesOf, policyToSign, signedFact, toSign } from './builders.ts'

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
const marked = (edition: string, change: 'material' | 'editorial', practice = false): Fact => ({
  kind: 'edition-marked', policy: 'social-media', edition, change, by: 'p-9', practice,
}) // prettier-ignore

const wordings = new Map(['2015-10', '2014-10', '2013-10'].map((id) => [id, [declared(toSign({ id })).hash]]))
/** A signature from before the words were replaced under the same edition. */
const otherWords = (edition: string) => signedFact(edition, { wording: 'f'.repeat(64) })

interface Case {
  readonly history?: readonly Fact[]
  readonly person?: Partial<Person>
  readonly marks?: readonly Fact[]
  readonly campaigns?: readonly Campaign[]
  readonly asOf?: Partial<AsOf>
  readonly reading?: string
  readonly readAt?: string
}

/** The standing on 10 September 2026; by default one campaign asks everybody, due on the 30th. */
function standing({
  history = [],
  person,
  marks = [],
  campaigns = [aCampaign()],
  asOf,
  reading,
  readAt = '2026-08-30',
}: Case): Standing {
  const read =
    reading === undefined ? undefined : { edition: reading, read: ['1', '2'], at: new Date(`${readAt}T08:00:00Z`) }
  return standingOf(
    {
      person: aPerson(person),
      involvement: foldInvolvement(entriesOf(...history), read),
      marks: marksOf(entriesOf(...marks), person?.practice === true),
      campaigns,
    },
    {
      edition: '2015-10',
      editions: ['2015-10', '2014-10', '2013-10'],
      wordings,
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
  ['they signed this edition in other words', { history: [otherWords('2015-10')] }, 'signed-earlier 2026-09-30'],
  ['they signed it in other words, and then as it is', { history: [otherWords('2015-10'), signedFact('2015-10')] }, 'signed'],
  ['the words are again those that they signed before others', { history: [signedFact('2015-10'), otherWords('2015-10')] }, 'signed-earlier 2026-09-30'],
  ['its other words were raised as a concern', { history: [otherWords('2015-10'), raised('2015-10', 'concern')] }, 'concern-raised 2026-09-30'],
  ['an earlier edition was signed in other words before an editorial change', { history: [otherWords('2014-10')], marks: [marked('2015-10', 'editorial')] }, 'signed-earlier 2026-09-30'],
  ['somebody marked the edition in practice', { history: [signedFact('2014-10')], marks: [marked('2015-10', 'editorial', true)] }, 'signed-earlier 2026-09-30'],
  ['a practice person is in a world where it was marked', { person: { practice: true }, campaigns: [], history: [signedFact('2014-10')], marks: [marked('2015-10', 'editorial', true)] }, 'carried-over'],
  ['a practice person is in a world where only the school marked it', { person: { practice: true }, campaigns: [], history: [signedFact('2014-10')], marks: [marked('2015-10', 'editorial')] }, 'signed-earlier'],
  ['they read it before they signed, and its words were replaced', { history: [otherWords('2015-10')], reading: '2015-10', readAt: '2026-08-30' }, 'signed-earlier 2026-09-30'],
  ['they read the words that took the place of those signed', { history: [otherWords('2015-10')], reading: '2015-10', readAt: '2026-09-09' }, 'reading 2026-09-30'],
  ['they raised a concern after they signed', { history: [signedFact('2015-10'), raised('2015-10', 'concern')] }, 'signed'],
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

  it('is signed by earlier words of the standard statement, for as long as the school has them', () => {
    const given = { history: [otherWords('2015-10')] }
    const [theirs, now] = ['f'.repeat(64), 'e'.repeat(64)]
    expect(standing({ ...given, asOf: { wordings: new Map([['2015-10', [now, theirs]]]) } }).kind).to.equal('signed')
    expect(standing({ ...given, asOf: { wordings: new Map([['2015-10', [now]]]) } }).kind).to.equal('signed-earlier')
  })

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
    const both = inForceOf(policyToSign(toSign({ id: '2014-10' }), restated, toSign()), toSign())
    expect(both.editions).to.deep.equal(['2015-10', '2014-10'])
    expect([...both.wordings]).to.deep.equal([...wordings].slice(0, 2))
    expect(inForceOf(policyToSign(restated), restated).editions).to.deep.equal(['2016-10'])
  })

  it('goes by the adopted words where a summary has the same edition id', () => {
    const says = ['I have read the summary.']
    const both = inForceOf(policyToSign(toSign({ wording: 'restated', says }), toSign()), toSign())
    expect(both).to.deep.equal({ editions: ['2015-10'], wordings: new Map([['2015-10', [declared(toSign()).hash]]]) })
  })
})

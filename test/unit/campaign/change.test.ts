// Changing a campaign while it runs, reopening it, and what happens to it when a newer edition is marked.
import { expect } from 'chai'
import { changeCampaign, markEdition, reopenCampaign, type ChangeRequest } from '../../../src/campaign/change.ts'
import { Fact } from '../../../src/journal/types.ts'
import { marksFor, undecidedIn } from '../../../src/standing/meanwhile.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import { aCampaign, day, stampAt, zone } from '../declaration/builders.ts'

const id = aCampaign().id
const about = { campaign: id, zone, by: 'p_slt', stamp: stampAt('2026-09-10T08:00:00Z') }
const teaching = { everybody: false, groups: ['teaching' as const], roles: [], people: [] }

describe('changing a campaign', () => {
  const change = (given: Partial<ChangeRequest>, campaign: Partial<Campaign> = {}) =>
    changeCampaign({ campaigns: [aCampaign(campaign)] }, { ...about, reason: 'Snow days', ...given })
  const table: readonly (readonly [what: string, given: Partial<ChangeRequest>, kind: string])[] = [
    ['another day', { due: day('2026-10-20') }, 'changed'],
    ['another audience', { audience: teaching }, 'changed'],
    ['another rhythm', { rhythm: { before: [1], every: 3 } }, 'changed'],
    ['the day that it has', { due: day('2026-09-30') }, 'no-change'],
    ['a day that has passed', { due: day('2026-09-09') }, 'due-passed'],
    ['no reason', { due: day('2026-10-20'), reason: ' … ' }, 'reason-empty'],
    ['one that there is not', { campaign: 'x', due: day('2026-10-20') }, 'no-such-campaign'],
  ]
  for (const [what, given, kind] of table)
    it(`with ${what}: ${kind}`, () => {
      const { outcome, entries } = change(given)
      expect([outcome.kind, entries.length]).to.deep.equal([kind, kind === 'changed' ? 1 : 0])
    })

  it('is one entry that says who and hides why, and begins reminders anew for another day alone', () => {
    const { entries, campaign } = change({ due: day('2026-10-20') })
    expect(Fact.parse(entries[0]?.fact)).to.deep.equal({ kind: 'campaign-changed', policy: 'social-media', campaign: id, due: '2026-10-20', by: 'p_slt' }) // prettier-ignore
    expect(entries[0]?.hidden).to.deep.equal({ reason: 'Snow days' })
    expect([campaign?.due, campaign?.changedOn]).to.deep.equal(['2026-10-20', '2026-09-10'])
    expect(change({ audience: teaching }).campaign?.changedOn).to.equal(undefined)
  })

  it('is not for a closed one, which can be opened again, once', () => {
    const closed = aCampaign({ closedOn: day('2026-09-09') })
    expect(change({ due: day('2026-10-20') }, { closedOn: day('2026-09-09') }).outcome.kind).to.equal('closed')
    const again = reopenCampaign({ campaigns: [closed] }, about)
    expect([again.outcome.kind, again.campaign?.closedOn]).to.deep.equal(['reopened', undefined])
    expect(reopenCampaign({ campaigns: [aCampaign()] }, about).outcome.kind).to.equal('not-closed')
    const another = aCampaign({ id: 'c9' })
    expect(reopenCampaign({ campaigns: [closed, another] }, about).outcome.kind).to.equal('another-open')
  })
})

describe('a newer edition in the middle of a campaign', () => {
  const old = aCampaign().edition
  const asOf = { edition: 'new', editions: ['new', old], wordings: new Map(), today: day('2026-09-20'), joinerDays: 14 }
  const marked = (change: 'material' | 'editorial') => ({
    fact: { kind: 'edition-marked' as const, policy: 'social-media', edition: 'new', change, by: 'x', practice: false },
  })
  const table: readonly (readonly [
    what: string,
    campaigns: readonly Campaign[],
    marks: readonly ReturnType<typeof marked>[],
    means: string | undefined,
    asks: string | undefined,
  ])[] = [
    // prettier-ignore
    ['nobody has said anything', [aCampaign()], [], 'editorial', 'unsaid'],
    ['no campaign is open', [aCampaign({ closedOn: day('2026-09-10') })], [], undefined, undefined],
    ['the campaign is practice', [aCampaign({ practice: true })], [], undefined, undefined],
    ['it is editorial', [aCampaign()], [marked('editorial')], 'editorial', undefined],
    ['it is material', [aCampaign()], [marked('material')], 'material', 'again'],
    ['a campaign was opened for it', [aCampaign({ id: 'c2', edition: 'new' }), aCampaign()], [], undefined, undefined],
    ['one for it was opened and closed', [aCampaign({ id: 'c2', edition: 'new', closedOn: day('2026-09-19') }), aCampaign()], [], undefined, 'unsaid'], // prettier-ignore
  ]
  for (const [what, campaigns, marks, means, asks] of table)
    it(`${what}: counts as ${means ?? 'not said'}, SLT is asked ${asks ?? 'nothing'}`, () => {
      expect(marksFor({ marks, campaigns }, false, asOf).get('new')).to.equal(means)
      const said = new Map(marks.map(({ fact }) => [fact.edition, fact.change] as const))
      expect(undecidedIn({ campaigns, said }, false, asOf)?.kind).to.equal(asks)
    })

  const decide = (change: 'material' | 'editorial', campaign: Partial<Campaign> = {}) =>
    markEdition(
      { person: undefined, history: [], marks: [], campaigns: [aCampaign(campaign)], reading: undefined },
      { policy: 'social-media', edition: 'new', change, practice: false, asOf, by: 'x', stamp: stampAt('2026-09-20T08:00:00Z'), stamps: [stampAt('2026-09-20T08:00:01Z')] }, // prettier-ignore
    )

  it('is asked of everybody once it is material, by the same day', () => {
    const { outcome, entries, campaigns } = decide('material')
    expect([outcome.kind, entries.map(({ fact }) => fact.kind)]).to.deep.equal(['marked', ['edition-marked', 'campaign-changed']]) // prettier-ignore
    expect(campaigns?.map(({ edition, due, changedOn }) => [edition, due, changedOn])).to.deep.equal([['new', '2026-09-30', '2026-09-20']]) // prettier-ignore
  })
  it('leaves the campaign as it is where it is editorial', () =>
    expect(decide('editorial').campaigns).to.deep.equal([]))
  it('is not marked material while everybody would be late at once', () =>
    expect(decide('material', { due: day('2026-09-19') }).outcome.kind).to.equal('due-passed'))
})

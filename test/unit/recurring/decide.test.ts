// What SLT decides about asking again, and the round that opens after a yes: once, and never without one.
import { expect } from 'chai'
import { Fact, type Recurring } from '../../../src/journal/types.ts'
import { agreeRecurring, setRecurring, skipRecurring, stopRecurring } from '../../../src/recurring/decide.ts'
import { openNext, stampsNeeded } from '../../../src/recurring/open-next.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import { weekdaysAllYear as calendar } from '../../kit/calendar.ts'
import { theLibrary } from '../../kit/library.ts'
import { editionInForce } from '../../../src/policy/force.ts'
import { aCampaign, day, stampAt, zone } from '../declaration/builders.ts'

const id = aCampaign().id
const about = { campaign: id, calendar, by: 'p_slt', stamp: stampAt('2026-09-10T08:00:00Z') }
const yearly: Recurring = { every: 'year', after: day('2026-09-10') }
const round = { after: day('2026-09-10'), opens: day('2027-09-01'), due: day('2027-09-30') }
const agreed: Recurring = { ...yearly, agreed: { opens: round.opens, due: round.due, by: 'p_slt' } }
const facts = (given: Partial<Campaign> = {}) => ({ campaigns: [aCampaign(given)] })

describe('asking again', () => {
  it('is said by SLT, and stands in the journal', () => {
    const { campaign, entries, outcome } = setRecurring(facts(), { ...about, every: 'year' })
    expect([outcome.kind, campaign?.recurs]).to.deep.equal(['done', yearly])
    expect(Fact.parse(entries[0]?.fact)).to.deep.equal({ kind: 'campaign-recurs', policy: 'social-media', campaign: id, what: 'set', recurring: yearly, by: 'p_slt' }) // prettier-ignore
    expect(setRecurring(facts({ recurs: yearly }), { ...about, every: 'year' }).outcome.kind).to.equal('unchanged')
    expect(setRecurring(facts(), { ...about, every: 'term' }).outcome.kind).to.equal('no-terms')
    expect(stopRecurring(facts({ recurs: yearly }), about).campaign?.recurs).to.equal(undefined)
    expect(stopRecurring(facts(), about).outcome.kind).to.equal('unchanged')
  })

  it('needs a yes with days that people can keep, about the round that was shown, and hears it once', () => {
    const agree = (given: object, recurs: Recurring | undefined = yearly) =>
      agreeRecurring(facts({ recurs }), { ...about, ...round, ...given }).outcome.kind
    expect(agree({})).to.equal('done')
    expect(agree({}, agreed)).to.equal('agreed-before')
    expect(agree({ due: day('2027-10-08') }, agreed)).to.equal('done')
    expect(agree({ due: day('2027-08-31') })).to.equal('days-wrong')
    expect(agree({ opens: day('2026-09-01'), due: day('2026-09-09') })).to.equal('days-wrong')
    expect(agree({ after: day('2025-09-01') })).to.equal('other-round')
    expect(agreeRecurring({ campaigns: [] }, { ...about, ...round }).outcome.kind).to.equal('no-such-campaign')
  })

  it('is left out once, which also takes back a yes', () => {
    const skip = (recurs: Recurring) => skipRecurring(facts({ recurs }), { ...about, after: round.after })
    expect(skip(agreed).campaign?.recurs).to.deep.equal({ every: 'year', after: '2027-09-01' })
    expect(skip({ ...yearly, after: day('2027-09-01') }).outcome.kind).to.equal('other-round')
  })

  it('counts months from signatures: said before anybody has signed, changed, and left out with all whom it would ask', () => {
    const months = (number: number) => ({ ...about, every: 'months', months: number }) as const
    const said = setRecurring(facts(), months(12))
    expect(said.campaign?.recurs).to.deep.equal({ every: 'months', months: 12, after: '2026-09-10' })
    expect(Fact.parse(said.entries[0]?.fact)).to.deep.include({ recurring: { every: 'months', months: 12, after: '2026-09-10' } }) // prettier-ignore
    const recurs: Recurring = { every: 'months', months: 12, after: day('2026-09-10') }
    expect(setRecurring(facts({ recurs }), months(12)).outcome.kind).to.equal('unchanged')
    expect(setRecurring(facts({ recurs }), months(6)).outcome.kind).to.equal('done')
    const skip = (signed: string[]) =>
      skipRecurring(facts({ recurs, due: day('2026-09-30'), openedOn: day('2026-09-01') }), { ...about, after: recurs.after, signed: signed.map(day) }) // prettier-ignore
    expect(skip([]).outcome.kind).to.equal('no-signatures')
    expect(skip(['2026-09-14']).campaign?.recurs).to.deep.equal({ every: 'months', months: 12, after: '2027-10-13' })
    for (const wrong of [0, 61, 1.5])
      expect(Fact.safeParse({ ...said.entries[0]?.fact, recurring: { ...recurs, months: wrong } }).success).to.equal(
        false,
      )
  })

  const policy = theLibrary().policies.find((each) => each.id === 'social-media')
  if (policy === undefined) throw new Error('no policy')
  const opening = (now: string, given: Partial<Campaign>) =>
    openNext(facts(given), {
      ...{ campaign: id, policy, zone, accepted: ['social-media@2015-10'], now: new Date(now) },
      edition: editionInForce(policy, day('2027-09-01')),
      stamps: Array.from({ length: stampsNeeded }, (_, n) => ({ ...stampAt(now), id: `e${n}` })),
    })

  it('opens the next round on its day: the one before is closed, and what was signed before does not count', () => {
    const { outcome, entries, campaigns = [] } = opening('2027-09-01T08:00:00Z', { recurs: agreed })
    expect(outcome.kind).to.equal('opened')
    expect(entries.map(({ fact }) => Fact.parse(fact).kind)).to.deep.equal(['campaign-closed', 'campaign-opened', 'campaign-recurs']) // prettier-ignore
    const [before, next] = campaigns
    expect([before?.closedOn, before?.recurs]).to.deep.equal(['2027-09-01', undefined])
    expect(next).to.deep.include({ due: '2027-09-30', follows: id, openedOn: '2027-09-01' })
    expect(next?.recurs).to.deep.equal({ every: 'year', after: '2027-09-01' })
    expect(next?.since?.toISOString()).to.equal('2027-08-31T23:00:00.000Z')
    expect(new Set(entries.map((each) => each.id)).size).to.equal(3)
  })

  it('asks with months only those whose signature is old by its due day, and says which months go on', () => {
    const recurs: Recurring = { ...agreed, every: 'months', months: 6 }
    const { campaigns = [], entries } = opening('2027-09-01T08:00:00Z', { recurs })
    const next = campaigns.at(-1)
    // People who signed by 31 March are asked again by 30 September: six months later, the last day of the month.
    expect(next?.since?.toISOString()).to.equal('2027-03-31T23:00:00.000Z')
    expect(next?.recurs).to.deep.equal({ every: 'months', months: 6, after: '2027-09-01' })
    expect(entries.every(({ fact }) => Fact.safeParse(fact).success)).to.equal(true)
  })

  const never: readonly (readonly [what: string, now: string, given: Partial<Campaign>, kind: string])[] = [
    ['without a yes', '2027-09-01T08:00:00Z', { recurs: yearly }, 'not-now'],
    ['before its day', '2027-08-31T08:00:00Z', { recurs: agreed }, 'not-now'],
    ['a second time', '2027-09-01T08:00:00Z', {}, 'not-now'],
    ['when its last day has passed', '2027-10-01T08:00:00Z', { recurs: agreed }, 'refused'],
  ]
  for (const [what, now, given, kind] of never)
    it(`does not open ${what}`, () => {
      const { outcome, entries } = opening(now, given)
      expect([outcome.kind, entries.length]).to.deep.equal([kind, 0])
    })
})

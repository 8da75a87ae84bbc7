import { expect } from 'chai'
import { dueFor, owedBy } from '../../../src/standing/due.ts'
import { closeCampaign, openCampaign, type OpenRequest } from '../../../src/campaign/open-campaign.ts'
import { Fact } from '../../../src/journal/types.ts'
import { anEdition } from '../../kit/builders.ts'
import { weekdaysAllYear } from '../../kit/calendar.ts'
import { aCampaign, aPerson, day, policyToSign, stampAt, toSign, zone } from '../declaration/builders.ts'

const everybody = { everybody: true, groups: [], roles: [], people: [] }

function asked(given: Partial<OpenRequest> = {}): OpenRequest {
  return {
    policy: policyToSign(),
    edition: toSign(),
    audience: everybody,
    due: day('2026-09-30'),
    practice: false,
    zone,
    accepted: [],
    by: 'operator',
    stamp: stampAt('2026-09-09T23:30:00Z'),
    ...given,
  }
}

describe('opening a campaign', () => {
  it('has the next number, opens on the school’s day, and is one entry', () => {
    const { entries, campaign, outcome } = openCampaign({ campaigns: [aCampaign({ due: day('2025-01-01'), closedOn: day('2025-02-01') })] }, asked())
    expect(campaign).to.deep.equal({
      id: 'social-media@2015-10.2',
      policy: 'social-media',
      edition: '2015-10',
      audience: everybody,
      due: '2026-09-30',
      openedOn: '2026-09-10',
      closedOn: undefined,
      rhythm: undefined,
      pausedOn: undefined,
      practice: false,
      leastDays: 5,
      round: undefined,
      since: undefined,
      follows: undefined,
      recurs: undefined,
    })
    expect(outcome).to.deep.equal({ kind: 'opened', campaign })
    expect(Fact.parse(entries[0]?.fact)).to.deep.equal(entries[0]?.fact)
    expect(entries[0]?.fact).to.include({ kind: 'campaign-opened', campaign: 'social-media@2015-10.2', by: 'operator' })
  }) // prettier-ignore
  const refusals: readonly (readonly [string, Partial<OpenRequest>, string])[] = [
    ['a day that has passed, in the school’s zone', { due: day('2026-09-09') }, 'due-passed'],
    ['nobody', { audience: { ...everybody, everybody: false } }, 'nobody'],
    ['nothing to sign', { edition: anEdition() }, 'no-declaration'],
    ['a restated edition', { edition: toSign({ wording: 'restated' }) }, 'not-accepted'],
  ]
  for (const [what, given, kind] of refusals) {
    it(`is refused with ${what}`, () => {
      const { entries, campaign, outcome } = openCampaign({ campaigns: [] }, asked(given))
      expect(outcome.kind).to.equal(kind)
      expect(entries).to.be.empty
      expect(campaign).to.be.undefined
    })
  }
  it('is the same for the same people in another order', () => {
    const ask = (groups: ('teaching' | 'governor')[]) => ({ audience: { ...everybody, everybody: false, groups } })
    const campaigns = [aCampaign(ask(['teaching', 'governor']))]
    const { outcome } = openCampaign({ campaigns }, asked(ask(['governor', 'teaching'])))
    expect(outcome.kind).to.equal('already-open')
    expect(openCampaign({ campaigns }, asked(ask(['governor']))).outcome.kind).to.equal('opened')
  })
  it('is harmless twice, and a second one for others is another campaign', () => {
    const campaigns = [aCampaign()]
    expect(openCampaign({ campaigns }, asked()).outcome.kind).to.equal('already-open')
    expect(openCampaign({ campaigns }, asked({ practice: true })).outcome.kind).to.equal('opened')
    const governors = { ...everybody, everybody: false, groups: ['governor' as const] }
    expect(openCampaign({ campaigns }, asked({ audience: governors })).outcome.kind).to.equal('opened')
    expect(openCampaign({ campaigns: [aCampaign({ closedOn: day('2026-09-02') })] }, asked()).outcome.kind).to.equal(
      'opened',
    )
  })
})

describe('closing a campaign', () => {
  const close = (campaign: string) => ({ campaign, zone, by: 'operator', stamp: stampAt('2026-09-10T08:00:00Z') })
  it('is one entry, once', () => {
    const { entries, campaign, outcome } = closeCampaign({ campaigns: [aCampaign()] }, close('social-media@2015-10.1'))
    expect(outcome.kind).to.equal('closed')
    expect(campaign?.closedOn).to.equal('2026-09-10')
    expect(Fact.parse(entries[0]?.fact)).to.deep.equal(entries[0]?.fact)
    const again = closeCampaign(
      { campaigns: campaign === undefined ? [] : [campaign] },
      close('social-media@2015-10.1'),
    )
    expect(again.outcome).to.deep.equal({ kind: 'already-closed', on: '2026-09-10' })
    expect(closeCampaign({ campaigns: [] }, close('x')).outcome.kind).to.equal('no-such-campaign')
  })
})

interface Given {
  readonly due?: string
  readonly leastDays?: undefined
  readonly weekdays?: readonly number[]
  readonly away?: readonly (readonly [from: string, to: string])[]
  readonly startsOn?: string
  readonly changedOn?: string
}

describe('the day by which somebody is to sign', () => {
  const due = (startsOn: string | undefined) =>
    dueFor(
      { startsOn: startsOn === undefined ? undefined : day(startsOn) },
      { due: day('2026-09-30') },
      { joinerDays: 14 },
    )
  it('is the campaign’s, or two weeks after their first day', () => {
    expect(due(undefined)).to.equal('2026-09-30')
    expect(due('2019-09-01')).to.equal('2026-09-30')
    expect(due('2026-09-16')).to.equal('2026-09-30')
    expect(due('2026-09-17')).to.equal('2026-10-01')
    expect(due('2027-01-04')).to.equal('2027-01-18')
  })
  const days: readonly (readonly [what: string, given: Given, due: string])[] = [
    ['a day that is far enough stands', {}, '2026-09-30'],
    ['one that is too near gives everybody five working days', { due: '2026-09-03' }, '2026-09-07'],
    [
      'those opened before there was such a floor keep theirs',
      { due: '2026-09-03', leastDays: undefined },
      '2026-09-03',
    ],
    ['part-time, on Mondays and Tuesdays', { due: '2026-09-03', weekdays: [1, 2] }, '2026-09-15'],
    ['away when it was opened and when it was due', { away: [['2026-08-01', '2027-01-10']] }, '2027-01-15'],
    ['away in the middle, with days enough before', { away: [['2026-09-10', '2027-01-10']] }, '2026-09-30'],
    ['who joins in the summer has five days of term', { startsOn: '2026-08-03', due: '2026-08-20' }, '2026-09-07'],
    ['a day that was changed lately', { due: '2026-09-22', changedOn: '2026-09-21' }, '2026-09-25'],
  ]
  for (const [what, given, expected] of days)
    it(`${what}: ${expected}`, () => {
      const { startsOn, weekdays, away = [], due: on = '2026-09-30', changedOn } = given
      const who = aPerson({
        startsOn: startsOn === undefined ? undefined : day(startsOn),
        weekdays,
        away: away.map(([from, to]) => ({ from: day(from), to: day(to) })),
      })
      const least = 'leastDays' in given ? undefined : 5
      const changed = changedOn === undefined ? undefined : day(changedOn)
      const campaign = { due: day(on), openedOn: day('2026-09-01'), changedOn: changed, leastDays: least }
      const calendar = { ...weekdaysAllYear, terms: [{ from: day('2026-09-01'), to: day('2027-07-20') }] }
      expect(dueFor(who, campaign, { joinerDays: 14, calendar })).to.equal(expected)
    })
  it('is owed to the campaigns that are open and ask them, the first due first', () => {
    const campaigns = [
      aCampaign({ id: 'late' }),
      aCampaign({ id: 'soon', due: day('2026-09-12') }),
      aCampaign({ id: 'closed', closedOn: day('2026-09-02') }),
      aCampaign({ id: 'not yet', openedOn: day('2026-09-11') }),
      aCampaign({ id: 'practice', practice: true }),
    ]
    const owed = (person: Parameters<typeof aPerson>[0]) =>
      owedBy(aPerson(person), campaigns, { today: day('2026-09-10'), joinerDays: 14 }).map(
        ({ campaign }) => campaign.id,
      )
    expect(owed({})).to.deep.equal(['soon', 'late'])
    expect(owed({ practice: true })).to.deep.equal(['practice'])
    expect(owed({ leavesOn: day('2026-09-09') })).to.be.empty
    expect(owed({ startsOn: day('2026-09-11') })).to.be.empty
  })
})

// Pausing a campaign and resuming it: each is recorded once, in one entry, and the journal’s check accepts both.
import { expect } from 'chai'
import { pauseCampaign, resumeCampaign } from '../../../src/campaign/pause.ts'
import type { Campaign } from '../../../src/standing/campaigns.ts'
import { checkCampaigns } from '../../../src/proof/asked.ts'
import { Fact, type Entry } from '../../../src/journal/types.ts'
import { aCampaign, day, stampAt, zone } from '../declaration/builders.ts'

const id = 'social-media@2015-10.1'
const at = (instant: string) => ({ campaign: id, zone, by: 'operator', stamp: stampAt(instant) })

describe('pausing a campaign', () => {
  it('is one entry, on the school’s day, once; and so is going on', () => {
    const paused = pauseCampaign({ campaigns: [aCampaign({ id })] }, at('2026-09-09T23:30:00Z'))
    expect(paused.outcome.kind).to.equal('paused')
    expect(paused.campaign?.pausedOn).to.equal('2026-09-10')
    expect(Fact.parse(paused.entries[0]?.fact)).to.include({ kind: 'campaign-paused', campaign: id })
    const campaigns = [paused.campaign ?? aCampaign()]
    expect(pauseCampaign({ campaigns }, at('2026-09-11T08:00:00Z'))).to.deep.equal({
      entries: [],
      outcome: { kind: 'already-paused', on: '2026-09-10' },
    })
    const resumed = resumeCampaign({ campaigns }, at('2026-09-12T08:00:00Z'))
    expect(resumed.campaign).to.deep.equal(aCampaign({ id }))
    expect(resumeCampaign({ campaigns: [aCampaign({ id })] }, at('2026-09-12T08:00:00Z')).outcome.kind).to.equal('not-paused') // prettier-ignore
  })

  it('is not for one that is closed, or that there is not', () => {
    const campaigns = [aCampaign({ id, closedOn: day('2026-09-05') })]
    for (const turn of [pauseCampaign, resumeCampaign]) {
      expect(turn({ campaigns }, at('2026-09-12T08:00:00Z')).outcome.kind).to.equal('closed')
      expect(turn({ campaigns: [] }, at('2026-09-12T08:00:00Z')).outcome.kind).to.equal('no-such-campaign')
    }
  })

  const rhythm = { before: [14, 1], every: 7 }
  const told = (...kinds: Fact['kind'][]) =>
    kinds.map((kind, n): Entry => {
      const about = { policy: 'social-media', campaign: id, by: 'operator' }
      const { openedOn: _, closedOn: __, pausedOn: ___, id: ____, ...opened } = aCampaign({ id, rhythm })
      const fact = Fact.parse(kind === 'campaign-opened' ? { kind, ...opened, ...about } : { kind, ...about })
      return { seq: n + 1, id: `e${n}`, at: new Date(0), fact, hidden: {}, before: '', hash: '' }
    })
  const check = async (kept: Campaign, entries: readonly Entry[]) => {
    const checking = checkCampaigns({ campaigns: () => Promise.resolve([kept]) })
    for (const entry of entries) checking.take(entry)
    return (await checking.end())?.kind ?? 'holds'
  }
  const [pausedOn, running] = [day('2026-09-10'), aCampaign({ id, rhythm })]

  it('is checked against the journal, and so is the rhythm', async () => {
    const [opened, paused, resumed] = [told('campaign-opened'), told('campaign-opened', 'campaign-paused'), told('campaign-opened', 'campaign-paused', 'campaign-resumed')] // prettier-ignore
    expect(await check(running, opened)).to.equal('holds')
    expect(await check({ ...running, pausedOn }, paused)).to.equal('holds')
    expect(await check(running, resumed)).to.equal('holds')
    expect(await check({ ...running, pausedOn }, opened)).to.equal('broken')
    expect(await check(running, paused)).to.equal('broken')
    expect(await check({ ...running, pausedOn }, resumed)).to.equal('broken')
    expect(await check({ ...running, rhythm: undefined }, opened)).to.equal('broken')
    expect(await check({ ...running, rhythm: { ...rhythm, every: 14 } }, opened)).to.equal('broken')
  })
})

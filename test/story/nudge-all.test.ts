// SLT asks to remind everybody, or to catch up: many people hear, each once, spread over an hour, and SLT hears how it
// went.
import { expect } from 'chai'
import type { App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { pauseCampaign } from '../../src/campaign/pause.ts'
import type { Person } from '../../src/chat/people.ts'
import type { RecordDecision } from '../../src/ports/evidence.ts'
import { editionInForce } from '../../src/policy/force.ts'
import { handful } from '../../src/reminder/slot.ts'
import { aPerson, day, policy as id } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { isOwnTime, startPosting } from '../kit/posting.ts'

const zone = 'Europe/London'
const audience = { everybody: true, groups: [], roles: [], people: [] }
const head = { platform: 'web', id: 'head' } as const

describe('reminding many', () => {
  let test: TestPorts
  let app: App
  let posts: { to: string; at: string; title: string; text: string; key: string }[]
  let events: number
  let away: (account: string) => boolean

  beforeEach(async () => {
    test = await memoryPorts('2026-10-01T09:00:00Z')
    posts = []
    events = 0
    away = () => false
    app = start()
    await test.ports.directory.keep(head, { name: 'Joanne Clarke', email: undefined, roles: ['staff', 'slt'] })
    for (let n = 0; n < 20; n++) await join(`u${n}`)
    const policy = theLibrary().policies.find((each) => each.id === id)
    if (policy === undefined) throw new Error('no policy')
    const opening = { policy, edition: editionInForce(policy, day('2026-10-01')), audience, due: day('2026-11-30') }
    const stamp = { id: 'c1', at: new Date('2026-10-01T09:00:00Z'), salt: 's' }
    await test.ports.journal.record({ policy: id }, (facts) =>
      openCampaign(facts, { ...opening, practice: false, zone, accepted: [`${id}@2015-10`], by: 'operator', stamp }),
    )
  })
  afterEach(() => test.close())

  function start(): App {
    return startPosting(test.ports, (post) => {
      const { to, key, card } = post
      if (away(to)) return { kind: 'refused', why: 'blocked', what: 'blocked' }
      const at = test.ports.clock().toISOString()
      if (!isOwnTime(post)) posts.push({ to, at, title: card.title, text: card.summary, key })
      return undefined
    })
  }
  const join = async (account: string, given: Partial<Person> = {}) => {
    await test.ports.directory.keep(
      { platform: 'web', id: account },
      { name: account, email: undefined, roles: ['staff'] },
    )
    const person = await test.ports.directory.find({ platform: 'web', id: account })
    await test.ports.people.put([{ ...aPerson(person?.id ?? '', { name: account, email: undefined }), ...given }])
  }
  /** Runs one beat a minute. */
  const pass = async (from: string, minutes: number) => {
    for (let n = 0; n < minutes; n++) {
      const at = new Date(Date.parse(from) + n * 60_000)
      test.setClock(at.toISOString())
      await app.tick(at)
    }
  }
  const press = async (action: Action, at: string) => {
    test.setClock(at)
    const place = { ...head, kind: 'private' } as const
    const [reply] = await app.hear({
      kind: 'pressed',
      id: `e${++events}`,
      account: head,
      place,
      packed: pack(action),
      fields: {},
    })
    return reply?.card ?? { title: '', summary: '' }
  }
  const staff = () => posts.filter(({ to }) => to !== 'head')
  const perMinute = () => {
    const counts = new Map<string, number>()
    for (const { at } of staff()) counts.set(at, (counts.get(at) ?? 0) + 1)
    return [...counts.values()]
  }
  const confirm = { do: 'confirm-nudge-all', policy: id, edition: '2015-10' } as const

  it('after an outage that ends at eleven is spread over the hour, whatever restarts in it', async () => {
    await pass('2026-10-02T10:00:00Z', 20)
    app = start()
    await pass('2026-10-02T10:20:00Z', 20)
    const other = start()
    await Promise.all([app, other].map((each) => each.tick(new Date('2026-10-02T10:40:00Z'))))
    await pass('2026-10-02T10:41:00Z', 20)
    expect(staff()).to.have.length(20)
    expect(new Set(staff().map(({ to }) => to)).size).to.equal(20)
    expect(Math.max(...perMinute())).to.be.at.most(handful)
    expect(perMinute().length).to.be.greaterThan(9)
  })

  it('is asked with the number first, written down, and told of in the end', async () => {
    await pass('2026-10-02T07:00:00Z', 61)
    await test.ports.people.put([
      { ...(await personOf('u1')), away: [{ from: day('2026-10-05'), to: day('2026-10-05') }] },
    ])
    await test.ports.people.put([{ ...(await personOf('u2')), weekdays: [2, 3] }])
    away = (account) => account === 'u3'
    posts = []
    const asked = await press({ do: 'nudge-all', policy: id }, '2026-10-05T10:00:00Z')
    expect(asked.summary).to.include('21 people are asked to sign the Social Media Policy and have not.')
    await press({ do: 'nudge', policy: id, person: (await personOf('u4')).id }, '2026-10-05T10:00:10Z')
    expect((await press(confirm, '2026-10-05T10:00:20Z')).summary).to.include('within the hour, in working hours')
    expect((await press(confirm, '2026-10-05T10:00:30Z')).title).to.equal('Once a day')
    expect(staff()).to.have.length(1)
    await pass('2026-10-05T10:01:00Z', 92)
    expect(staff()).to.have.length(17)
    expect(new Set(staff().map(({ to }) => to)).size).to.equal(17)
    expect(Math.max(...perMinute())).to.be.at.most(handful)
    const [told, ...more] = posts.filter(({ title }) => title === 'Everybody was reminded')
    expect(more).to.deep.equal([])
    expect(told?.text).to.equal(
      '18 people were reminded to sign the Social Media Policy. 2 people are away, off that day, or asked to be left alone. 1 person could not be reached, in a chat or by email.',
    )
    posts = []
    await pass('2026-10-06T07:00:00Z', 61)
    expect(staff()).to.deep.equal([])
  })

  it('waits for the next working day where less than an hour is left, and counts who heard before', async () => {
    await pass('2026-10-02T07:00:00Z', 61)
    posts = []
    expect((await press(confirm, '2026-10-02T15:30:00Z')).summary).to.include(
      'on 5 October 2026, in the first working hour',
    )
    await pass('2026-10-02T15:30:00Z', 40)
    expect(staff()).to.deep.equal([])
    await pass('2026-10-05T07:00:00Z', 63)
    expect(staff()).to.have.length(20)
    expect(posts.find(({ to, key }) => to === 'head' && key.startsWith('nudge-all'))?.text).to.include('21 people were')
  })

  it('is made up for on the next working day after an outage: nobody hears twice, and whoever wished it hears', async () => {
    await pass('2026-10-02T07:00:00Z', 61)
    posts = []
    await press(confirm, '2026-10-05T10:00:00Z')
    await pass('2026-10-05T10:01:00Z', 20)
    const before = staff().length
    expect(before).to.be.within(1, 19)
    app = start()
    await pass('2026-10-06T07:00:00Z', 95)
    expect(staff()).to.have.length(20)
    expect(new Set(staff().map(({ to }) => to)).size).to.equal(20)
    const told = posts.filter(({ key }) => key.startsWith('nudge-all'))
    expect(told.map(({ text }) => text)).to.deep.equal([
      '21 people were reminded to sign the Social Media Policy. It was meant for 5 October 2026, and took until today.',
    ])
    posts = []
    await pass('2026-10-07T07:00:00Z', 61)
    expect(posts).to.deep.equal([])
  })

  describe('from the command line, where nobody leads the school yet', () => {
    const wish = `nudge-all:${id}@2015-10:2026-10-05`
    beforeEach(async () => {
      await lead(false)
      await pass('2026-10-02T07:00:00Z', 61)
      posts = []
      await test.ports.notices.plan({ key: wish, kind: 'nudge', person: 'operator', at: new Date('2026-10-05T10:00:00Z') }) // prettier-ignore
    })

    it('is told to whoever leads it when it is done', async () => {
      await pass('2026-10-05T10:01:00Z', 30)
      await lead(true)
      await pass('2026-10-05T10:31:00Z', 62)
      const told = posts.filter(({ title }) => title === 'Everybody was reminded')
      expect(told.map(({ to, text }) => [to, text])).to.deep.equal([
        ['head', '21 people were reminded to sign the Social Media Policy.'],
      ])
    })

    it('is only logged where nobody leads it then, and nothing counts as not delivered', async () => {
      await pass('2026-10-05T10:01:00Z', 92)
      expect(posts.filter(({ title }) => title === 'Everybody was reminded')).to.deep.equal([])
      expect(posts).to.have.length(21)
      const line = test.logged.find((each) => each.includes('nobody leads the school'))
      expect(line).to.include('"sent":21')
      expect((await test.ports.notices.find([wish])).map(({ state }) => state)).to.deep.equal(['sent'])
      posts = []
      await pass('2026-10-06T07:00:00Z', 61)
      expect(posts, 'it is over').to.deep.equal([])
    })
  })

  it('lapses where the outage lasts longer than a week', async () => {
    await pass('2026-10-02T07:00:00Z', 61)
    posts = []
    await press(confirm, '2026-10-05T10:00:00Z')
    await pass('2026-10-12T07:00:00Z', 95)
    expect(posts).to.deep.equal([])
  })

  it('reminds nobody while paused, and is for SLT alone', async () => {
    const stamp = { id: 'pause', at: new Date('2026-10-02T09:00:00Z'), salt: 's' }
    await test.ports.journal.record({ policy: id }, (facts): RecordDecision<string> => {
      const recorded = pauseCampaign(facts, { campaign: `${id}@2015-10.1`, zone, by: 'operator', stamp })
      return { ...recorded, outcome: '' }
    })
    expect((await press(confirm, '2026-10-02T10:00:00Z')).summary).to.include('The campaign is paused')
    const account = { platform: 'web', id: 'u1' } as const
    const place = { ...account, kind: 'private' } as const
    const [reply] = await app.hear({ kind: 'pressed', id: 'x', account, place, packed: pack(confirm), fields: {} })
    expect(reply?.card.title).to.equal('That is not open to everybody')
    await pass('2026-10-02T10:00:00Z', 61)
    expect(posts).to.deep.equal([])
  })

  const lead = (leads: boolean) => {
    const roles: Person['roles'] = leads ? ['staff', 'slt'] : ['staff']
    return test.ports.directory.keep(head, { name: 'Joanne Clarke', email: undefined, roles })
  }
  const personOf = async (account: string): Promise<Person> => {
    const person = await test.ports.directory.find({ platform: 'web', id: account })
    if (person === undefined) throw new Error('nobody is there')
    return person
  }
})

// Reminders as people receive them: on the day, in the place where they last spoke, once; and what their buttons do.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Account, Person } from '../../src/chat/people.ts'
import { excuse } from '../../src/declaration/excuse.ts'
import { changeCampaign } from '../../src/campaign/change.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { pauseCampaign, resumeCampaign } from '../../src/campaign/pause.ts'
import type { RecordDecision } from '../../src/ports/evidence.ts'
import { editionInForce } from '../../src/policy/force.ts'
import type { Day } from '../../src/kit/days.ts'
import type { Posted } from '../../src/ports/ports.ts'
import { theLibrary } from '../kit/library.ts'
import { cannotReplace, cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'

const slack = { platform: 'slack', id: 'U1' } as const
const teams = { platform: 'teams', id: 'T1' } as const
const boss = { platform: 'slack', id: 'U2' } as const

describe('reminders', () => {
  let test: TestPorts
  let app: App
  let posts: { place: string; title: string; card: Card; key: string | undefined }[]
  let outcome: (place: string) => Posted
  let letters: { to: string; subject: string; text: string }[]
  let events = 0

  beforeEach(async () => {
    test = await memoryPorts('2026-10-01T09:00:00Z')
    posts = []
    letters = []
    outcome = () => ({ kind: 'sent', message: 'm' })
    const { ports } = test
    app = createApp(
      {
        ...ports,
        publicUrl: 'https://policies.school.example',
        chat: {
          find: cannotTell,
          replace: cannotReplace,
          post: (place, card, about) => {
            // The digest and reviews have stories of their own.
            if (/^(digest|review):/.test(about?.key ?? '')) return Promise.resolve({ kind: 'sent', message: 'm' })
            posts.push({ place: place.id, title: card.title, card, key: about?.key })
            return Promise.resolve(outcome(place.id))
          },
        },
        mail: {
          on: true,
          send: (letter) => {
            letters.push(letter)
            return Promise.resolve({ kind: 'sent', message: 'mail' })
          },
        },
      },
      theLibrary(),
    )
    await ports.directory.keep(slack, { name: 'Priya Nair', email: 'priya@x.uk', roles: ['staff'] })
    await ports.directory.keep(boss, { name: 'Joanne Clarke', email: 'jo@x.uk', roles: ['slt', 'staff'] })
    const policy = theLibrary().policies.find(({ id }) => id === 'social-media')
    if (policy === undefined) throw new Error('no policy')
    const priya = await personOf()
    await ports.people.put([{ ...priya, manager: (await ports.directory.find(boss))?.id }])
    await ports.journal.record({ policy: policy.id }, (facts) =>
      openCampaign(facts, {
        policy,
        edition: editionInForce(policy, '2026-10-01' as Day),
        audience: { everybody: false, groups: [], roles: [], people: [priya.id] },
        due: '2026-10-12' as Day,
        practice: false,
        zone: 'Europe/London',
        accepted: ['social-media@2015-10'],
        by: 'operator',
        stamp: { id: 'c1', at: new Date('2026-10-01T09:00:00Z'), salt: 's' },
      }),
    )
  })
  afterEach(() => test.close())

  const personOf = async (): Promise<Person> => {
    const person = await test.ports.directory.find(slack)
    if (person === undefined) throw new Error('nobody is there')
    return person
  }
  const tick = async (at: string) => {
    test.setClock(at)
    await app.tick(new Date(at))
  }
  const sent = () => posts.map(({ place, key }) => [place, key?.split(':').at(-1)])
  const press = (action: Action, at: string) => {
    test.setClock(at)
    return app.hear({
      kind: 'pressed',
      id: `e${++events}`,
      account: slack,
      place: { platform: 'slack', id: 'D1', kind: 'private' },
      packed: pack(action),
      fields: {},
    })
  }
  const about = [{ policy: 'social-media', edition: '2015-10' }]

  it('come on the day, within hours, once, whatever the number of ticks', async () => {
    for (const at of ['2026-10-01T06:59:00Z', '2026-10-01T18:00:00Z']) await tick(at)
    expect(sent()).to.deep.equal([])
    for (const at of ['2026-10-02T10:00:00Z', '2026-10-02T10:01:00Z', '2026-10-03T10:00:00Z', '2026-10-04T10:00:00Z'])
      await tick(at)
    expect(sent()).to.deep.equal([['U1', 'asked']])
    await Promise.all([tick('2026-10-05T09:00:00Z'), tick('2026-10-05T09:00:00Z'), tick('2026-10-05T09:00:00Z')])
    expect(sent()).to.deep.equal([
      ['U1', 'asked'],
      ['U1', 'due-7'],
    ])
    expect(posts[1]?.key).to.equal(`reminder:social-media@2015-10.1:${(await personOf()).id}:due-7`)
    expect(JSON.stringify(posts[1]?.card)).to.include('by 12 October 2026')
  })

  it('are one after a summer in which nothing ran, and the manager hears once', async () => {
    for (const at of ['2027-09-06T10:00:00Z', '2027-09-06T10:01:00Z', '2027-09-07T10:00:00Z']) await tick(at)
    expect(posts.map(({ place, title }) => [place, title])).to.deep.equal([
      ['U1', 'A reminder, Priya'],
      ['U2', 'Not signed yet'],
    ])
    await tick('2027-09-14T10:00:00Z')
    expect(posts.filter(({ place }) => place === 'U2')).to.have.length(1)
  })

  it('leave alone who is excused, away, or has left', async () => {
    const priya = await personOf()
    await test.ports.people.put([{ ...priya, away: [{ from: '2026-10-02' as Day, to: '2026-10-02' as Day }] }])
    await tick('2026-10-02T10:00:00Z')
    await test.ports.journal.record({ policy: 'social-media', person: priya.id }, (facts) =>
      excuse(facts, {
        policy: 'social-media',
        reason: 'on leave',
        until: '2026-10-06' as Day,
        today: '2026-10-02' as Day,
        by: 'operator',
        stamp: { id: 'x1', at: new Date('2026-10-02T10:00:00Z'), salt: 's' },
      }),
    )
    await tick('2026-10-05T10:00:00Z')
    await test.ports.people.put([{ ...priya, leavesOn: '2026-10-07' as Day }])
    await tick('2026-10-08T10:00:00Z')
    expect(posts).to.deep.equal([])
    await test.ports.people.put([priya])
    await tick('2026-10-09T10:00:00Z')
    expect(sent()).to.deep.equal([['U1', 'due-3']])
  })

  const says = async (account: Account, at: string) => {
    test.setClock(at)
    await app.hear({ kind: 'said', id: at, account, place: { ...account, kind: 'private' }, text: 'Hello' })
  }

  it('go where the person last spoke, then to the other place, then by email', async () => {
    await test.ports.directory.keep(teams, { name: 'Priya Nair', email: 'priya@x.uk', roles: ['staff'] })
    await says(teams, '2026-10-01T09:30:00Z')
    await says(slack, '2026-10-01T10:00:00Z')
    await tick('2026-10-02T10:00:00Z')
    outcome = (place) =>
      place === 'U1' ? { kind: 'refused', why: 'blocked', what: 'no' } : { kind: 'sent', message: 'm' }
    await tick('2026-10-05T10:00:00Z')
    outcome = () => ({ kind: 'failed', what: 'no answer' })
    await tick('2026-10-09T10:00:00Z')
    expect(sent()).to.deep.equal([
      ['U1', 'asked'],
      ['U1', 'due-7'],
      ['T1', 'due-7'],
      ['U1', 'due-3'],
      ['T1', 'due-3'],
    ])
    expect(letters.map(({ to }) => to)).to.deep.equal(['priya@x.uk'])
    expect(letters[0]?.text).to.match(/policies\.school\.example\/sign\/token-/)
  })

  it('the first by email asks, and the next reminds; each with a link that lives until the next', async () => {
    outcome = () => ({ kind: 'failed', what: 'no answer' })
    const priya = await personOf()
    await test.ports.people.put([{ ...priya, email: 'priya@x.uk' }])
    await tick('2026-10-02T10:00:00Z')
    await tick('2026-10-05T10:00:00Z')
    const [first, next] = letters
    expect(first?.text).to.include('asks you to read and sign').and.not.include('reminder')
    expect(next?.text).to.include('This is a reminder from')
    expect(first?.text).to.match(/for you alone, until \d+ October 2026/)
  })

  it('are tried again later, and given up in the end', async () => {
    const priya = await personOf()
    await test.ports.people.put([{ ...priya, email: undefined }])
    outcome = () => ({ kind: 'failed', what: 'no answer', retryAfter: 900 })
    await tick('2026-10-02T07:59:00Z')
    const before = posts.length
    await tick('2026-10-02T08:10:00Z')
    expect(posts).to.have.length(before, 'a platform that asks for a pause gets it')
    for (let hour = 8; hour < 16; hour++)
      for (const m of ['16', '46']) await tick(`2026-10-02T${String(hour).padStart(2, '0')}:${m}:00Z`)
    expect(posts).to.have.length(6)
    const [given] = await test.ports.notices.list({ states: ['given-up'], since: new Date(0), most: 5 })
    expect(given?.key).to.match(/:asked$/)
    expect(given?.what).to.equal('slack: no answer')
  })

  it('reach whoever had no account once they have one, on the same day and once', async () => {
    const list = { name: 'Ann Able', email: undefined, group: 'teaching' as const }
    await test.ports.people.put([{ ...(await personOf()), id: 'p9', ...list, manager: undefined }])
    const [campaign] = await test.ports.journal.campaigns()
    if (campaign === undefined) throw new Error('no campaign')
    await test.ports.journal.record({ policy: 'social-media' }, (facts) =>
      changeCampaign(facts, {
        campaign: campaign.id,
        audience: { ...campaign.audience, people: [], groups: ['teaching'] },
        reason: 'Teachers',
        zone: 'Europe/London',
        by: 'operator',
        stamp: { id: 'c2', at: new Date('2026-10-01T10:00:00Z'), salt: 's' },
      }),
    )
    const toAnn = () => posts.filter(({ place }) => place === 'U9').map(({ key }) => key?.split(':').at(-1))
    await tick('2026-10-02T08:30:00Z')
    await tick('2026-10-02T09:30:00Z')
    const given = await test.ports.notices.of(['p9'])
    expect(given.map(({ state }) => state)).to.deep.equal(['given-up', 'given-up'])
    const account = { platform: 'slack', id: 'U9' } as const
    await test.ports.directory.keep(account, { name: 'Ann', email: 'ann@x.uk', roles: ['staff'] })
    const seen = await test.ports.directory.find(account)
    await test.ports.people.join(seen?.id ?? '', 'p9')
    for (const at of ['11:30', '11:31', '12:45', '15:00']) await tick(`2026-10-02T${at}:00Z`)
    expect(toAnn()).to.deep.equal(['asked'])
  })

  it('count as sent where nobody knows whether they arrived', async () => {
    outcome = () => ({ kind: 'unknown', what: 'timed out' })
    for (const at of ['2026-10-02T10:00:00Z', '2026-10-02T15:00:00Z', '2026-10-04T10:00:00Z']) await tick(at)
    expect(posts).to.have.length(1)
    expect(await test.ports.notices.counts()).to.include({ unknown: 1 })
  })

  it('come again tomorrow, twice at most, and not besides what comes anyway', async () => {
    await tick('2026-10-02T10:00:00Z')
    const [one] = await press({ do: 'remind-tomorrow', about }, '2026-10-02T10:05:00Z')
    expect(one?.card.title).to.equal('I will remind you on 5 October 2026')
    const [same] = await press({ do: 'remind-tomorrow', about }, '2026-10-02T10:06:00Z')
    expect(same?.card.title).to.equal('I will remind you on 5 October 2026')
    await tick('2026-10-05T10:00:00Z')
    expect(sent()).to.deep.equal([
      ['U1', 'asked'],
      ['U1', 'due-7'],
    ])
    await press({ do: 'remind-tomorrow', about }, '2026-10-05T10:05:00Z')
    await tick('2026-10-06T10:00:00Z')
    expect(sent().at(-1)).to.deep.equal(['U1', 'tomorrow-2'])
    const [enough] = await press({ do: 'remind-tomorrow', about }, '2026-10-06T10:05:00Z')
    expect(enough?.card.title).to.equal('That was twice')
    await tick('2026-10-07T10:00:00Z')
    expect(posts).to.have.length(3)
  })

  it('stop for whoever says that it is not for them, and SLT hears once', async () => {
    for (let times = 0; times < 2; times++) {
      const [reply] = await press({ do: 'not-for-me', about }, '2026-10-02T10:00:00Z')
      expect(reply?.card.title).to.equal('Thank you for saying so')
    }
    expect(posts.map(({ place, title }) => [place, title])).to.deep.equal([['U2', 'Not the right person to sign?']])
    for (const at of ['2026-10-05T10:00:00Z', '2026-10-20T10:00:00Z']) await tick(at)
    expect(posts).to.have.length(1)
  })

  it('come on somebody’s own days only, and to a line manager on theirs', async () => {
    const [priya, jo] = [await personOf(), await test.ports.directory.find(boss)]
    if (jo === undefined) throw new Error('nobody is there')
    await test.ports.people.put([
      { ...priya, weekdays: [2, 3] },
      { ...jo, weekdays: [5] },
    ])
    for (const at of ['2026-10-02T10:00:00Z', '2026-10-05T10:00:00Z']) await tick(at)
    expect(sent()).to.deep.equal([])
    // Priya's due day is her fifth working day, Tuesday 20 October; the campaign's own would leave her three.
    for (const day of ['06', '07', '08', '13', '14', '15', '16', '19', '20', '21', '22', '23'])
      for (const hour of ['09', '10']) await tick(`2026-10-${day}T${hour}:00:00Z`)
    expect(posts.map(({ place, title, key }) => [place, title, key?.split(':').at(-1)])).to.deep.equal([
      ['U1', 'Something to sign, Priya', 'asked'],
      ['U1', 'A reminder, Priya', 'due-7'],
      ['U1', 'A reminder, Priya', 'due-0'],
      ['U2', 'Not signed yet', priya.id],
    ])
  })

  it('of a paused campaign wait, and then come once, about now', async () => {
    await tick('2026-10-02T10:00:00Z')
    const turn = (verb: typeof pauseCampaign | typeof resumeCampaign, at: string) =>
      test.ports.journal.record({ policy: 'social-media' }, (facts): RecordDecision<string> => {
        const stamp = { id: `turn-${at}`, at: new Date(at), salt: 's' }
        const recorded = verb(facts, {
          campaign: 'social-media@2015-10.1',
          zone: 'Europe/London',
          by: 'operator',
          stamp,
        })
        return { ...recorded, outcome: recorded.outcome.kind }
      })
    expect(await turn(pauseCampaign, '2026-10-02T11:00:00Z')).to.equal('paused')
    for (const day of ['05', '09', '12', '13', '14', '20']) await tick(`2026-10-${day}T10:00:00Z`)
    expect(sent()).to.deep.equal([['U1', 'asked']])
    expect(await turn(resumeCampaign, '2026-10-20T11:00:00Z')).to.equal('resumed')
    for (const at of ['2026-10-20T11:01:00Z', '2026-10-20T11:02:00Z', '2026-10-21T10:00:00Z']) await tick(at)
    expect(posts.map(({ place, key }) => [place, key?.split(':')[0], key?.split(':').at(-1)])).to.deep.equal([
      ['U1', 'reminder', 'asked'],
      ['U1', 'reminder', 'over-7'],
      ['U2', 'manager', (await personOf()).id],
    ])
  })

  it('say nothing to do where nothing is owed, and change nothing', async () => {
    const [reply] = await press(
      { do: 'remind-tomorrow', about: [{ policy: 'other', edition: 'x' }] },
      '2026-10-02T10:00:00Z',
    )
    expect(reply?.card.title).to.equal('Nothing is waiting for you')
    expect(await test.ports.notices.of([(await personOf()).id])).to.deep.equal([])
  })
})

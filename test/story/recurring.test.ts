// What recurs, on every platform: SLT sets it, sees what the next round will do, and says yes, another day, or not this
// time; and, by the clock, nothing opens without a yes and everything opens once with it.
import { expect } from 'chai'
import type { App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { editionInForce } from '../../src/policy/force.ts'
import { agreeRecurring, setRecurring } from '../../src/recurring/decide.ts'
import { verify } from '../../src/proof/verify.ts'
import { day, policy as id } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { isOwnTime, startPosting } from '../kit/posting.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { story as tell } from '../kit/stages.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { library })

describe('asking again, in conversation', () => {
  story('a campaign recurs each year, after a yes, on another day, or not this time', async ({ slt, teacher }) => {
    await slt.says('campaigns for attendance')
    await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026' }, 'Open the campaign')
    await slt.presses('Open it')
    const once = await slt.presses('Ask again regularly')
    expect(once.last.text).to.include('It is asked for once.')
    const set = await slt.presses('Each year')
    expect(set.last.title).to.include('Ask again? Attendance Policy')
    expect(set.last.text)
      .to.include(
        'next from 23 November 2027, to sign by 17 December 2027, once somebody of the senior leadership team',
      )
      .and.include('On 23 November 2027 everybody would be asked to sign')
      .and.match(/\d people are asked to sign/)
    await slt.presses('Another day')
    expect((await slt.fills({ 'It opens on': 'soon' }, 'Show what it will do')).last.title).to.include('Another day')
    const other = await slt.fills({ 'It opens on': '01/12/2027', 'Sign by': '19/12/2027' }, 'Show what it will do')
    expect(other.last.text).to.include('19 December 2027 is a Sunday.')
    const yes = await slt.presses('Yes, on 1 December 2027')
    expect(yes.last.text).to.include('Joanne Clarke has said yes. It opens by itself.')
    const not = await slt.presses('Not this time')
    expect(not.last.text).to.include('next from 23 November 2028')
    expect((await slt.says('recurring')).last.text).to.include('each year')
    expect((await slt.presses('Stop asking again')).last.text).to.include('It is asked for once.')
    expect((await teacher.says('recurring')).last.text).to.not.include('Attendance Policy, everybody')
  })

  story('a bundle recurs as one', async ({ slt }) => {
    await slt.says('bundles')
    await slt.fills({ 'By which day': '18/12/2026' }, 'Show what it will do')
    await slt.presses('Open it all the same')
    await slt.says('recurring')
    const set = await slt.presses('Each year')
    expect(set.last.title).to.include('Ask again? September pack')
    expect(set.last.text).to.include('people would be asked for 3 documents by 17 December 2027')
    expect((await slt.presses('Yes, on 23 November 2027')).last.text).to.include('It opens by itself.')
  })
})

describe('asking again, on the clock', () => {
  const zone = 'Europe/London'
  let test: TestPorts
  let app: App
  let posts: { to: string; at: string; card: Card; key: string }[]
  let events = 0

  beforeEach(async () => {
    test = await memoryPorts('2026-09-10T09:00:00Z')
    posts = []
    app = start()
    const names = [
      ['head', ['staff', 'slt']],
      ['deputy', ['staff', 'slt']],
      ['teacher', ['staff']],
    ] as const
    for (const [account, roles] of names)
      await test.ports.directory.keep({ platform: 'web', id: account }, { name: account, email: undefined, roles })
    const policy = theLibrary().policies.find((each) => each.id === id)
    if (policy === undefined) throw new Error('no policy')
    const audience = { everybody: true, groups: [], roles: [], people: [] }
    const stamp = (name: string) => ({ id: name, at: new Date('2026-09-10T09:00:00Z'), salt: 's' })
    const edition = editionInForce(policy, day('2026-09-10'))
    const about = { policy, edition, audience, due: day('2026-09-30'), practice: false, zone, by: 'operator' }
    await test.ports.journal.record({ policy: id }, (facts) =>
      openCampaign(facts, { ...about, accepted: [`${id}@2015-10`], stamp: stamp('c1') }),
    )
    const [campaign] = await test.ports.journal.campaigns(id)
    const { calendar } = theLibrary().school
    await test.ports.journal.record({ policy: id }, (facts) =>
      setRecurring(facts, {
        campaign: campaign?.id ?? '',
        every: 'year',
        calendar,
        by: 'operator',
        stamp: stamp('r1'),
      }),
    )
  })
  afterEach(() => test.close())

  function start(): App {
    return startPosting(test.ports, (post) => {
      if (!isOwnTime(post)) posts.push({ ...post, at: test.ports.clock().toISOString() })
      return undefined
    })
  }
  const beat = async (at: string, apps: readonly App[] = [app]) => {
    test.setClock(at)
    await Promise.all(apps.map((each) => each.tick(new Date(at))))
  }
  const hear = async (account: string, said: { text: string } | { action: Action }) => {
    const who = { platform: 'web', id: account } as const
    const about = { id: `e${++events}`, account: who, place: { ...who, kind: 'private' } } as const
    const event =
      'text' in said
        ? ({ ...about, kind: 'said', text: said.text } as const)
        : ({ ...about, kind: 'pressed', packed: pack(said.action), fields: {} } as const)
    const [reply] = await app.hear(event)
    return reply?.card ?? { title: '', summary: '', blocks: [] }
  }
  const asked = () => posts.filter(({ key }) => key.startsWith('recurring:'))
  const pressesYes = async (account: string) => {
    const card = asked().find(({ to }) => to === account)?.card
    const buttons = card?.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? []
    const action = buttons.find(({ label }) => label.startsWith('Yes'))?.action
    if (action === undefined) throw new Error('nobody was asked')
    return hear(account, { action })
  }

  it('asks SLT once, two working weeks before, in working hours; without a yes nothing opens, and the digest says so', async () => {
    await beat('2027-08-25T10:00:00Z')
    expect(asked()).to.deep.equal([])
    await beat('2027-08-26T05:00:00Z')
    expect(asked()).to.deep.equal([])
    await beat('2027-08-26T10:00:00Z')
    await beat('2027-08-31T10:00:00Z')
    expect(
      asked()
        .map(({ to, at }) => [to, at.slice(0, 10)])
        .toSorted(),
    ).to.deep.equal([
      ['deputy', '2027-08-26'],
      ['head', '2027-08-26'],
    ])
    expect(asked()[0]?.card.summary).to.include('next from 10 September 2027, to sign by 30 September 2027')
    await beat('2027-09-13T10:00:00Z')
    await beat('2027-09-20T10:00:00Z')
    expect((await test.ports.journal.campaigns(id)).map(({ due }) => due)).to.deep.equal(['2026-09-30'])
    expect((await hear('head', { text: 'digest' })).summary).to.include(
      'was to be asked for again from 10 September 2027 and waits for your yes',
    )
  })

  it('opens once on its day after one yes, with two of SLT and two servers; what was signed stays, and all are asked', async () => {
    await beat('2027-08-27T10:00:00Z')
    const [first, second] = [await pressesYes('head'), await pressesYes('deputy')]
    expect(first.summary).to.include('Agreed. It opens by itself on that day')
    expect(second.summary).to.include('head had said yes already: it opens on 10 September 2027, once.')
    await beat('2027-09-09T10:00:00Z')
    expect(await test.ports.journal.campaigns(id)).to.have.length(1)
    posts = []
    await beat('2027-09-10T10:00:00Z', [app, start()])
    await beat('2027-09-10T10:30:00Z', [app, start()])
    const [now, before, ...more] = await test.ports.journal.campaigns(id)
    expect(more).to.deep.equal([])
    expect(now).to.deep.include({ openedOn: '2027-09-10', due: '2027-09-30', follows: before?.id })
    expect([now?.recurs, before?.recurs]).to.deep.equal([{ every: 'year', after: '2027-09-10' }, undefined])
    expect(before?.closedOn).to.equal('2027-09-10')
    expect(posts.filter(({ key }) => key.startsWith('reminder:')).map(({ to }) => to).toSorted()).to.deep.equal(['deputy', 'head', 'teacher']) // prettier-ignore
    const digest = await hear('head', { text: 'digest' })
    expect(digest.summary).to.not.include('waits for your yes')
    const beside = 'This round: 0 of 3 have signed. Last round, by 10 September 2026: 0 of 3.'
    expect(JSON.stringify(digest.blocks)).to.include(beside)
    expect(JSON.stringify((await hear('head', { text: 'register' })).blocks)).to.include(beside)
    expect(await verify(test.ports, { fold: foldInvolvement })).to.include({ kind: 'holds' })
  })

  it('says in the digest what was agreed and could not be opened, and never opens it late by itself', async () => {
    const [campaign] = await test.ports.journal.campaigns(id)
    const { calendar } = theLibrary().school
    const stamp = { id: 'a1', at: new Date('2027-08-27T10:00:00Z'), salt: 's' }
    const days = { after: day('2026-09-10'), opens: day('2027-09-10'), due: day('2027-09-30') }
    await test.ports.journal.record({ policy: id }, (facts) =>
      agreeRecurring(facts, { campaign: campaign?.id ?? '', calendar, by: 'operator', stamp, ...days }),
    )
    await beat('2027-10-04T10:00:00Z')
    expect(await test.ports.journal.campaigns(id)).to.have.length(1)
    expect((await hear('head', { text: 'digest' })).summary).to.include(
      'was to be asked for again from 10 September 2027, and could not be opened',
    )
    const shown = JSON.stringify((await hear('head', { text: 'recurring' })).blocks)
    expect(shown).to.include('It could not be opened before its last day had passed. Choose another day.')
  })
})

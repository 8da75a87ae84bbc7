// A campaign is handed to a named person, on every platform: they can manage it and nothing else, until it is taken
// back; and, by the clock, they are told, and it lapses when they have left.
import { expect } from 'chai'
import { createApp } from '../../src/app.ts'
import { handCampaigns, takeBackCampaigns } from '../../src/campaign/hand.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import { editionInForce } from '../../src/policy/force.ts'
import { verify } from '../../src/proof/verify.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { day, policy as id } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { cannotReplace, cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'
import { septemberPack } from '../kit/september-pack.ts'
import { story as tell } from '../kit/stages.ts'
import { askEverybody } from '../kit/hilltop.ts'
import { press, serveOffice, words, type TestOffice } from '../kit/office.ts'
import { somebody } from '../kit/office-people.ts'
import { staff, type World } from '../kit/story.ts'
import { meadowLane, morePolicies } from '../kit/three-policies.ts'

const library = meadowLane({ ...morePolicies(1), ...septemberPack })
const story = (what: string, told: Parameters<typeof tell>[1]) => tell(what, told, { library })

/** On the web everybody is invented, so both worlds are searched. */
async function personNamed({ ports }: World, name: string) {
  for (const practice of [false, true])
    for (const person of await ports.people.list({ practice, most: 100 })) if (person.name === name) return person
  throw new Error(`nobody is called ${name}`)
}

describe('handing a campaign on, in conversation', () => {
  story(
    'SLT hands a campaign to a named person, who minds it and nothing else, until it is taken back',
    async ({ slt, teacher, starter, world }) => {
      await slt.says('campaigns for attendance')
      await slt.fills({ 'Who is asked': 'all', 'By which day': '18/12/2026' }, 'Open the campaign')
      await slt.presses('Open it')
      const first = (await teacher.says('handed to me')).last
      expect(first.text).to.include('Nothing is with you at the moment.')
      const me = await personNamed(world, staff.teacher)
      const asked = await slt.presses('Hand it to somebody')
      expect(asked.last.text).to.include('To whom do you hand the campaign for the Attendance Policy')
      const nobody = await slt.fills({ 'To whom': 'Zebedee Quux' }, 'Hand it over')
      expect(nobody.last.text).to.include('Nobody who works here matches that.')
      const done = await slt.fills({ 'To whom': me.name }, 'Hand it over')
      expect(done.last.text).to.include(`${me.name} now has the campaign for the Attendance Policy`)
      expect((await slt.presses('Show the campaigns')).last.text).to.include(`With ${me.name}.`)

      const minded = await teacher.says('handed to me')
      expect(minded.last.title).to.include('With you: Attendance Policy')
      expect(minded.last.text).to.match(/0 of \d+ have signed/)
      expect((await teacher.presses('Remind all who have not signed')).last.text).to.match(/asked to sign/)
      await teacher.says('handed to me')
      await teacher.presses('Give it a later day')
      const sooner = await teacher.fills({ 'By which day': '11/12/2026', Why: 'Sooner' }, 'Give it that day')
      expect(sooner.last.text).to.include('Write a later day.')
      const later = await teacher.fills({ 'By which day': '08/01/2027', Why: 'Exams' }, 'Give it that day')
      expect(later.last.text).to.include('sign by 8 January 2027')

      for (const other of ['register', 'register for attendance', 'campaigns', 'campaigns for attendance'])
        expect((await teacher.says(other)).last.title, other).to.equal('That is not open to everybody')
      expect((await starter.says('handed to me')).last.text).to.include('Nothing is with you at the moment.')

      await teacher.says('handed to me')
      await slt.says('campaigns for attendance')
      expect((await slt.presses('Take it back')).last.text).to.include('with the senior leadership team alone again')
      const late = await teacher.presses('Give it a later day')
      expect(late.last.text).to.include('That campaign is not with you')
      expect((await world.ports.journal.campaigns()).map(({ due }) => due)).to.deep.equal(['2027-01-08'])
    },
  )

  story('a bundle that is asked is handed over as one', async ({ slt, teacher, world }) => {
    await slt.says('bundles')
    await slt.fills({ 'By which day': '18/12/2026' }, 'Show what it will do')
    await slt.presses('Open it all the same')
    await slt.says('bundles')
    const me = await personNamed(world, staff.teacher)
    await slt.presses('Hand it to somebody')
    expect((await slt.fills({ 'To whom': me.name }, 'Hand it over')).last.text).to.include('September pack')
    const held = await world.ports.journal.campaigns()
    expect(held.length).to.be.greaterThan(1)
    expect(held.every(({ handed }) => handed?.to === me.id)).to.equal(true)
    expect((await teacher.says('handed to me')).last.text).to.include(`${held.length} campaigns are with you.`)
    await slt.says('bundles')
    await slt.presses('Take it back')
    expect((await world.ports.journal.campaigns()).every(({ handed }) => handed === undefined)).to.equal(true)
  })
})

describe('handing a campaign on, on the clock', () => {
  const zone = 'Europe/London'
  let test: TestPorts
  let posts: { to: string; card: Card }[]
  let events = 0
  const at = () => test.ports.clock()
  const stamps = (...ids: string[]) => ids.map((name) => ({ id: name, at: at(), salt: 's' }))
  const app = () =>
    createApp(
      {
        ...test.ports,
        chat: {
          find: cannotTell,
          replace: cannotReplace,
          post: (place, card, about) => {
            if (about?.key?.startsWith('handed') === true) posts.push({ to: place.id, card })
            return Promise.resolve({ kind: 'sent', message: 'm' })
          },
        },
      },
      theLibrary(),
    )
  const tick = async () => app().tick(at())
  const idOf = async (account: string) => (await test.ports.directory.find({ platform: 'web', id: account }))?.id ?? ''
  const campaigns = () => test.ports.journal.campaigns(id)

  beforeEach(async () => {
    test = await memoryPorts('2026-09-10T09:00:00Z')
    posts = []
    for (const [account, roles] of [
      ['head', ['staff', 'slt']],
      ['deputy', ['staff', 'slt']],
      ['teacher', ['staff']],
    ] as const)
      // prettier-ignore
      await test.ports.directory.keep({ platform: 'web', id: account }, { name: account, email: undefined, roles })
    const policy = theLibrary().policies.find((each) => each.id === id)
    if (policy === undefined) throw new Error('no policy')
    const edition = editionInForce(policy, day('2026-09-10'))
    for (const [name, group] of [
      ['c1', 'teaching'],
      ['c2', 'support'],
    ] as const)
      // prettier-ignore
      await test.ports.journal.record({ policy: id }, (facts) =>
        openCampaign(facts, {
          ...{ policy, edition, due: day('2026-09-30'), practice: false, zone, by: 'operator' },
          audience: { everybody: false, groups: [group], roles: [], people: [] },
          accepted: [`${id}@2015-10`],
          stamp: { id: name, at: at(), salt: 's' },
        }),
      )
  })
  afterEach(() => test.close())

  const hand = async (to: string, ...ids: string[]) => {
    const [campaign] = await campaigns()
    const ask = { campaigns: [campaign?.id ?? ''], by: await idOf('head'), stamps: stamps(...ids) }
    await test.ports.journal.record({}, (facts) => handCampaigns(facts, { ...ask, to }))
    return ask
  }

  it('tells them once, tells them when it was taken back, and says nothing of what they never heard of', async () => {
    const teacher = await idOf('teacher')
    const ask = await hand(teacher, 'h1', 'h2')
    await tick()
    await tick()
    expect(posts.map(({ to, card }) => [to, card.title])).to.deep.equal([['teacher', 'This is with you now']])
    expect(posts[0]?.card.summary).to.include('head has handed you the campaign')
    await test.ports.journal.record({}, (facts) => takeBackCampaigns(facts, { ...ask, stamps: stamps('b1') }))
    await tick()
    await tick()
    expect(posts.map(({ card }) => card.title).slice(1)).to.deep.equal(['No longer with you'])
    await hand(teacher, 'h3', 'h4')
    await test.ports.journal.record({}, (facts) => takeBackCampaigns(facts, { ...ask, stamps: stamps('b2') }))
    await tick()
    expect(posts.length).to.equal(2)
    expect((await verify(test.ports, { fold: foldInvolvement })).kind).to.equal('holds')
  })

  it('lapses when they have left, and each member of SLT hears of it once', async () => {
    const teacher = await idOf('teacher')
    await hand(teacher, 'h1', 'h2')
    await tick()
    const [person] = [await test.ports.people.byId(teacher)]
    if (person === undefined) throw new Error('nobody')
    await test.ports.people.put([{ ...person, leavesOn: day('2026-09-09') }])
    await tick()
    await tick()
    expect((await campaigns()).every(({ handed }) => handed === undefined)).to.equal(true)
    expect(posts.slice(1).map(({ to }) => to).toSorted()).to.deep.equal(['deputy', 'head']) // prettier-ignore
    expect(posts[1]?.card.summary).to.include('teacher no longer works here')
    expect((await verify(test.ports, { fold: foldInvolvement })).kind).to.equal('holds')
  })

  it('lets them into that one campaign only, whatever they press', async () => {
    await hand(await idOf('teacher'), 'h1', 'h2')
    const [own, other] = await campaigns()
    const press = async (action: Action) => {
      const account = { platform: 'web', id: 'teacher' } as const
      const about = { id: `e${++events}`, account, place: { ...account, kind: 'private' } } as const
      const [reply] = await app().hear({ ...about, kind: 'pressed', packed: pack(action), fields: {} })
      return reply?.card.title ?? ''
    }
    const mind = (campaign: string) => press({ do: 'mind-campaign', policy: id, campaign })
    expect(await mind(own?.id ?? '')).to.include('With you')
    expect(await mind(other?.id ?? '')).to.equal('That is not open to everybody')
    for (const verb of ['remind-minded', 'prepare-later', 'give-later'] as const)
      expect(await press({ do: verb, policy: id, campaign: other?.id ?? '' }), verb).to.equal('That is not open to everybody') // prettier-ignore
    for (const verb of ['confirm-close-campaign', 'pause-campaign', 'prepare-change', 'change-campaign', 'confirm-change', 'take-back', 'prepare-hand'] as const) // prettier-ignore
      expect(await press({ do: verb, policy: id, campaign: own?.id ?? '' }), verb).to.equal('That is not open to everybody') // prettier-ignore
    expect((await campaigns()).every(({ closedOn, pausedOn }) => closedOn === undefined && pausedOn === undefined)).to.equal(true) // prettier-ignore
  })
})

describe('handing a campaign on, in the office', () => {
  let office: TestOffice
  afterEach(() => office.close())

  it('hands it to whoever is found by a name or an address, shows with whom it is, and takes it back', async () => {
    office = await serveOffice([
      somebody('slt', 'Joanne Clarke', ['staff', 'slt']),
      somebody('one', 'Daniel Hughes'),
      somebody('two', 'Daniela Hughes'),
    ])
    await askEverybody(office.ports.journal, new Date('2026-11-23T09:00:00Z'))
    const [campaign] = await office.ports.journal.campaigns()
    const browser = await office.enter('slt')
    const page = await browser.open(`/office/campaigns/${encodeURIComponent(campaign?.id ?? '')}`)
    const nobody = await browser.send(press(page, 'Hand it over'), { whom: 'Zebedee' })
    expect(words(nobody)).to.include('Nobody who works here matches that').and.include('Nothing was changed')
    const several = await browser.send(press(nobody, 'Hand it over'), { whom: 'Dan' })
    expect(words(several)).to.include('Several people match that')
    const handed = await browser.send(press(several, 'Hand it over'), { whom: 'Daniela' })
    expect(words(handed)).to.include('Handed over.').and.include('It is with Daniela Hughes')
    expect(words(handed)).to.include('Handed to Daniela Hughes')
    expect((await office.ports.journal.campaigns())[0]?.handed?.to).to.equal('two')
    const back = await browser.send(press(handed, 'Take it back'))
    expect(words(back)).to.include('Taken back').and.include('Taken back from Daniela Hughes')
    expect((await office.ports.journal.campaigns())[0]?.handed).to.equal(undefined)
  })
})

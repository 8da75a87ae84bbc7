import { expect } from 'chai'
import { createApp, type App } from '../../../src/app.ts'
import { pack } from '../../../src/chat/actions.ts'
import type { ChatEvent, Said } from '../../../src/chat/events.ts'
import { theLibrary } from '../../kit/library.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

let ids = 0
function said(text: string, given: Partial<Said> = {}): Said {
  return {
    kind: 'said',
    id: `e${++ids}`,
    account: { platform: 'slack', id: 'U1' },
    place: { platform: 'slack', id: 'D1', kind: 'private' },
    text,
    ...given,
  }
}
const inChannel = { place: { platform: 'slack', id: 'C1', kind: 'shared', thread: '1.2' } } as const

describe('the app', () => {
  let test: TestPorts
  let app: App
  beforeEach(async () => {
    test = await memoryPorts()
    app = createApp(test.ports, theLibrary())
  })
  afterEach(() => test.close())
  const hear = async (event: ChatEvent) => (await app.hear(event)).map(({ to, card }) => ({ to, title: card.title }))

  it('answers a delivery once, also when it comes again', async () => {
    const event = said('who has to follow the social media policy?')
    expect(await hear(event)).to.have.lengthOf(1)
    expect(await hear(event)).to.deep.equal([])
  })

  it('answers in the thread, and a quiet command to the person alone', async () => {
    expect((await hear(said('who has to follow the policy?', inChannel)))[0]?.to).to.equal('place')
    expect((await hear(said('who has to follow the policy?', { ...inChannel, quietly: true })))[0]?.to).to.equal(
      'person',
    )
  })

  it('takes a check and an urgent matter out of a shared place', async () => {
    expect((await hear(said('can I post this?', inChannel)))[0]?.to).to.equal('person')
    expect((await hear(said('a parent threatened to stab me on facebook', inChannel)))[0]?.to).to.equal('person')
  })

  it('offers to share only what others have not seen, and shares it once', async () => {
    const quiet = await app.hear(said('what counts as confidential information?', { ...inChannel, quietly: true }))
    const buttons = quiet[0]?.card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])) ?? []
    const share = buttons.find(({ label }) => label === 'Share with the channel')
    if (share === undefined) throw new Error('there is no share button')
    const press = () => app.hear({ ...said(''), kind: 'pressed', packed: pack(share.action), fields: {}, ...inChannel })
    expect((await press()).map(({ to }) => to)).to.deep.equal(['place', 'card'])
    expect((await press()).map(({ to }) => to)).to.deep.equal(['card'])

    const open = await app.hear(said('what counts as confidential information?', inChannel))
    expect(JSON.stringify(open)).to.not.include('Share with the channel')
  })

  it('answers a forged, foreign or stale button politely', async () => {
    for (const packed of ['', 'x', '1{}', pack({ do: 'read', policy: 'no-such', edition: '1999-01', section: '99' })]) {
      const replies = await hear({ ...said(''), kind: 'pressed', packed, fields: {} })
      expect(
        replies.map(({ title }) => title),
        packed,
      ).to.deep.equal(['That button is out of date'])
    }
  })

  it('says of what it cannot see that it cannot, and finds what is urgent in what somebody passes on', async () => {
    const seen = { quoted: [], pictures: 0, files: [], emoji: [] }
    expect((await hear(said('', { seen: { ...seen, pictures: 1 } })))[0]?.title).to.equal('I can’t look at that')
    expect((await hear(said('', { seen: { ...seen, files: ['trip.docx'] } })))[0]?.title).to.equal(
      'I can’t look at that',
    )
    const quoted = ['a parent threatened to stab me on facebook']
    const [urgent] = await app.hear(said('what should I do?', { ...inChannel, seen: { ...seen, quoted } }))
    expect([urgent?.to, urgent?.card.tone]).to.eql(['person', 'urgent'])
    expect((await hear(said('', { seen: { ...seen, quoted: ['see you at four'] } })))[0]?.title).to.equal(
      'I can’t look at that',
    )
    expect((await hear(said('', { seen: { ...seen, emoji: ['wave'] } })))[0]?.title).to.equal(
      'I did not catch a question',
    )
  })

  it('keeps no asker, no name and no urgent text with a question', async () => {
    await test.ports.directory.keep(
      { platform: 'slack', id: 'U9' },
      { name: 'Priya Nair', email: undefined, roles: [] },
    )
    const kept: string[] = []
    const store = {
      ...test.ports.store,
      keepQuestion: (question: object) => Promise.resolve(void kept.push(JSON.stringify(question))),
    }
    const watched = createApp({ ...test.ports, store }, theLibrary())
    await watched.hear(said('can I share a photo of priya and of Wilhelmina on 07700 900123'))
    await watched.hear(said('a lad in year 10 says he will stab me and Wilhelmina'))
    expect(kept).to.have.lengthOf(2)
    expect(kept.join()).to.not.match(/priya|wilhelmina|07700|U1|stab/i)
  })

  it('says sorry when something breaks, tells the operator why, and goes on', async () => {
    const directory = { ...test.ports.directory, names: () => Promise.reject(new Error('the disk is full')) }
    const broken = createApp({ ...test.ports, directory }, theLibrary())
    const replies = await broken.hear(said('Who is Wilhelmina?'))
    expect(replies.map(({ card }) => card.title)).to.deep.equal(['Sorry, something went wrong'])
    expect(test.logged.join()).to.include('the disk is full').and.not.include('Wilhelmina')
  })

  it('helps in danger whatever breaks, of our own too', async () => {
    const bug = () => Promise.reject(new TypeError('a bug of ours'))
    const store = { ...test.ports.store, keepQuestion: bug }
    const people = { ...test.ports.people, spoke: bug }
    const broken = createApp({ ...test.ports, store, people }, theLibrary())
    const [reply] = await broken.hear(said('a parent threatened to stab me on facebook'))
    expect(reply?.card.tone).to.equal('urgent')
    expect(test.logged.join()).to.include('a bug of ours')
    const [other] = await broken.hear(said('who has to follow the policy?'))
    expect(other?.card.title).to.match(/sorry/i)
  })

  it('forgets what is older than ninety days when the clock ticks', async () => {
    const event = said('hello')
    await hear(event)
    await app.tick(new Date('2027-02-21T09:00:00Z'))
    expect(await hear(event)).to.deep.equal([])
    await app.tick(new Date('2027-02-22T09:00:00Z'))
    expect(await hear(event)).to.have.lengthOf(1)
  })

  it('fills the home page with who, what and where to begin', async () => {
    await test.ports.directory.keep(
      { platform: 'slack', id: 'U1' },
      { name: 'Ada Okafor', email: undefined, roles: ['slt'] },
    )
    const [reply] = await app.hear({ ...said(''), kind: 'opened', surface: 'home' })
    expect(reply?.to).to.equal('surface')
    const text = JSON.stringify(reply?.card)
    expect(text).to.include('Ada Okafor').and.include('For the senior leadership team').and.include('Ask a question')
  })

  it('offers as first questions what many asked, in the owners’ words', async () => {
    const offered = async () => (await app.hear({ ...said(''), kind: 'wondered' })).map(({ card }) => card.title)
    const before = await offered()
    for (let n = 0; n < 3; n++) await hear(said('what happens to Wilhelmina who breaks the rules?'))
    const after = await offered()
    expect([before.length, after.length]).to.deep.equal([4, 4])
    expect(before).not.to.include(after[0])
    expect(after.join()).not.to.include('Wilhelmina')
  })
})

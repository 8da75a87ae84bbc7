// News for SLT, a reminder of one person and a greeting are sent like every notice: under a key, tried again, and by
// email where there is no chat. The whole app, without a platform.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { excuse } from '../../src/declaration/excuse.ts'
import { planConcerned } from '../../src/declaration/send-concerned.ts'
import { statementId } from '../../src/declaration/cards.ts'
import { declarationOf } from '../../src/standing/declared.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Account } from '../../src/chat/people.ts'
import type { Day } from '../../src/kit/days.ts'
import type { Posted } from '../../src/ports/ports.ts'
import { aPerson } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { cannotReplace, cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'

const priya: Account = { platform: 'slack', id: 'U1' }
const boss: Account = { platform: 'slack', id: 'U9' }
const about = { policy: 'social-media', edition: '2015-10' }
const down: Posted = { kind: 'failed', what: 'HTTP 503' }
const sent: Posted = { kind: 'sent', message: 'm' }

describe('told by name, and again', () => {
  let test: TestPorts
  let app: App
  let posts: { to: string; text: string; key: string }[]
  let letters: { to: string; subject: string; text: string }[]
  let outcome: (place: string) => Posted
  let mailed: Posted
  let events = 0
  /** Waits until a notice that is sent in the background has been tried and has failed. */
  const settled = async () => {
    while ((await test.ports.notices.counts()).failed === 0) await new Promise((resolve) => setImmediate(resolve))
  }

  beforeEach(async () => {
    test = await memoryPorts('2026-11-23T10:00:00Z')
    posts = []
    letters = []
    outcome = () => sent
    mailed = sent
    app = createApp(
      {
        ...test.ports,
        publicUrl: 'https://policies.school.example',
        chat: {
          find: cannotTell,
          replace: cannotReplace,
          post: (place, card, { key = '' } = {}) => {
            // The digest and reviews have stories of their own.
            if (/^(digest|review):/.test(key)) return Promise.resolve(sent)
            const posted = outcome(place.id)
            if (posted.kind === 'sent') posts.push({ to: place.id, text: JSON.stringify(card), key })
            return Promise.resolve(posted)
          },
        },
        mail: {
          on: true,
          send: (letter) => {
            if (mailed.kind === 'sent') letters.push(letter)
            return Promise.resolve(mailed)
          },
        },
      },
      theLibrary(),
    )
    const { directory } = test.ports
    await directory.keep(priya, { name: 'Priya Nair', email: undefined, roles: ['staff'] })
    await directory.keep(boss, { name: 'Joanne Clarke', email: undefined, roles: ['staff', 'slt'] })
  })
  afterEach(() => test.close())

  const does = async (account: Account, action: Action, fields: Readonly<Record<string, string>> = {}) => {
    const replies = await app.hear({
      kind: 'pressed',
      id: `e${++events}`,
      account,
      place: { platform: 'slack', id: `D-${account.id}`, kind: 'private' },
      packed: pack(action),
      fields,
    })
    return JSON.stringify(replies)
  }
  const tick = async (at: string) => {
    test.setClock(at)
    await app.tick(new Date(at))
  }
  const personOf = async (account: Account) => {
    const person = await test.ports.directory.find(account)
    if (person === undefined) throw new Error('nobody is there')
    return person
  }
  const to = (place: string) => posts.filter((each) => each.to === place)
  const opens = () => does(boss, { do: 'confirm-campaign', ...about, audience: 'all', due: '2026-12-18' })
  const nudges = async () => does(boss, { do: 'nudge', policy: about.policy, person: (await personOf(priya)).id })
  const raises = () => does(priya, { do: 'say-before', ...about, what: 'concern' }, { words: 'My phone was lost.' })
  const nobodyReached = 'Nobody in the senior leadership team could be reached here just now'

  it('a concern that did not reach SLT arrives a few minutes later, once, and nothing is promised before', async () => {
    outcome = () => down
    expect(await raises()).to.include(nobodyReached)
    outcome = () => sent
    for (const at of ['2026-11-23T10:00:30Z', '2026-11-23T10:03:00Z', '2026-11-23T10:04:00Z', '2026-11-23T11:00:00Z'])
      await tick(at)
    expect(to('U9')).to.have.lengthOf(1)
    expect(to('U9')[0]?.text).to.include('Priya Nair raises a concern').and.include('My phone was lost.')
    expect(to('U9')[0]?.key).to.match(/^said:.+:to:.+$/)
  })

  it('a concern is kept while nobody leads the school, and told to whoever does next, once', async () => {
    const { people, notices } = test.ports
    const head = await personOf(boss)
    await people.put([{ ...head, roles: ['staff'] }])
    await test.ports.directory.keep(boss, { name: head.name, email: undefined, roles: ['staff'] })
    expect(await raises()).to.include(nobodyReached)
    await tick('2026-11-23T10:03:00Z')
    expect(posts.filter(({ text }) => text.includes('raises a concern'))).to.deep.equal([])

    await people.put([{ ...(await personOf(boss)), roles: ['staff', 'slt'] }])
    for (const at of ['2026-11-23T10:04:00Z', '2026-11-23T10:05:00Z', '2026-11-23T10:06:00Z']) await tick(at)
    expect(to('U9').map(({ text }) => text.includes('My phone was lost.'))).to.deep.equal([true])
    expect((await notices.of(['slt-to-be'])).map(({ state }) => state)).to.deep.equal(['sent'])
  })

  it('whoever leads the school alone, and raises a concern, is not told of their own', async () => {
    await does(boss, { do: 'say-before', ...about, what: 'concern' }, { words: 'My phone was lost.' })
    await tick('2026-11-23T10:03:00Z')
    expect(to('U9').filter(({ text }) => text.includes('raises a concern'))).to.deep.equal([])
    expect((await test.ports.notices.of(['slt-to-be'])).map(({ state }) => state)).to.deep.equal(['planned'])
  })

  it('a concern that arrived is not told again', async () => {
    expect(await raises()).to.include('It has been passed to the senior leadership team, privately.')
    for (const at of ['2026-11-23T10:03:00Z', '2026-11-23T11:00:00Z']) await tick(at)
    expect(to('U9')).to.have.lengthOf(1)
  })

  it('what was written down when the program stopped is told by the next one', async () => {
    const { notices } = test.ports
    outcome = () => down
    await raises()
    const [raised] = await test.ports.journal.happened({ kinds: ['raised'], most: 1 })
    const person = (await personOf(boss)).id
    const key = `said:${raised?.id ?? ''}:to:${person}`
    expect((await notices.find([key])).map(({ state, kind }) => [state, kind])).to.deep.equal([
      ['failed', 'said-to-slt'],
    ])
    const head = { ...(await personOf(boss)), id: 'head' }
    await test.ports.people.put([{ ...head, name: 'Hana Head', email: 'hana@school.example' }])
    await notices.plan({
      key: `said:${raised?.id ?? ''}:to:head`,
      kind: 'said-to-slt',
      person: 'head',
      at: test.ports.clock(),
    })
    await tick('2026-11-23T10:00:30Z')
    // The digest and reviews come by email too, so only this letter is counted.
    expect(letters.filter(({ text }) => text.includes('raises a concern'))).to.have.lengthOf(1)
  })

  it('SLT without a chat hears by email that there is something, and not what', async () => {
    await test.ports.people.put([aPerson('head', { name: 'Hana Head', email: 'hana@school.example', roles: ['slt'] })])
    outcome = () => down
    expect(await raises()).to.include('It has been passed to the senior leadership team')
    expect(letters.map((letter) => letter.to)).to.deep.equal(['hana@school.example'])
    expect(letters[0]?.text).to.include('Priya Nair raises a concern').and.not.include('phone')
  })

  it('a school with the web page and email alone: SLT reads it on the open page, or else by email, and is waited for', async () => {
    const slt = aPerson('head', { name: 'Hana Head', email: undefined, roles: ['slt'] })
    await test.ports.people.put([slt])
    outcome = (place) => (place === 'U9' ? down : { kind: 'refused', why: 'other', what: 'no web page open' })
    expect(await raises())
      .to.include(nobodyReached)
      .and.include('as soon as one of them can be reached')
    // For days nobody has the page open, and SLT has no address.
    for (let hour = 11; hour < 24; hour++) await tick(`2026-11-23T${hour}:00:00Z`)
    for (const day of ['24', '25', '26'])
      for (const hour of ['06', '12', '18']) await tick(`2026-11-${day}T${hour}:30:00Z`)
    expect(to('head')).to.deep.equal([])
    outcome = (place) => (place === 'head' ? sent : down)
    for (const hour of ['02', '09', '16', '23']) await tick(`2026-11-27T${hour}:00:00Z`)
    expect(to('head')).to.have.lengthOf(1)
    expect(to('head')[0]?.text).to.include('My phone was lost.')
    await test.ports.people.put([{ ...slt, email: 'hana@school.example' }])
    await tick('2026-11-28T09:00:00Z')
    expect(
      letters.filter(({ text }) => text.includes('raises a concern')),
      'once',
    ).to.deep.equal([])
  })

  it('whoever signed hears of it by email, once; where the mail server is down, as soon as it is not', async () => {
    const library = theLibrary()
    const policy = library.policies.find(({ id }) => id === about.policy)
    const edition = policy?.editions.find(({ id }) => id === about.edition)
    const declaration = policy && edition && declarationOf(policy, edition)
    if (declaration === undefined) throw new Error('there is nothing to sign')
    await test.ports.people.put([{ ...(await personOf(priya)), email: 'priya@school.example' }])
    const ticks = Object.fromEntries(declaration.statements.map((_, at) => [statementId(at), 'yes']))
    mailed = down
    await does(priya, { do: 'sign', ...about, wording: declaration.hash }, { ...ticks, name: 'Priya Nair' })
    await settled()
    expect(letters).to.deep.equal([])
    expect(await test.ports.journal.knownHead()).to.equal(undefined)
    mailed = sent
    for (const at of ['2026-11-23T10:00:30Z', '2026-11-23T10:05:00Z', '2026-11-23T11:00:00Z']) await tick(at)
    const [letter, ...more] = letters.filter(({ subject }) => subject.startsWith('You signed'))
    expect(more).to.deep.equal([])
    expect(letter?.text).to.include('If it was not you').and.include('Head of the journal at that moment')
    expect((await test.ports.journal.knownHead())?.way).to.equal('signer')
    expect(
      posts.filter(({ key }) => key.startsWith('signed:')),
      'by no chat',
    ).to.deep.equal([])
  })

  it('what the command line recorded of somebody is told by the bot, once, also after failures', async () => {
    const { journal, notices } = test.ports
    const { id } = await personOf(priya)
    const stamp = { id: 'excused-1', at: test.ports.clock(), salt: 'salt' }
    const request = { policy: about.policy, reason: 'Leave', until: undefined, today: '2026-11-23' as Day }
    await journal.record({ policy: about.policy, person: id }, (facts) =>
      excuse(facts, { ...request, by: 'operator', stamp }),
    )
    await planConcerned(notices, { entry: stamp.id, person: id, by: 'operator', at: stamp.at })
    outcome = () => down
    await tick('2026-11-23T10:01:00Z')
    outcome = () => sent
    for (const at of ['2026-11-23T10:05:00Z', '2026-11-23T11:00:00Z']) await tick(at)
    expect(to('U1')).to.have.lengthOf(1)
    expect(to('U1')[0]?.text)
      .to.match(/excused you from signing the Social Media Policy/)
      .and.include('Leave')
  })

  it('“I am not the right person” that did not reach SLT arrives later; pressed again, it says the same', async () => {
    await opens()
    const says = () => does(priya, { do: 'not-for-me', about: [about] })
    outcome = () => down
    expect(await says()).to.include('please tell one of them')
    expect(await says()).to.include('please tell one of them')
    outcome = () => sent
    for (const at of ['2026-11-23T10:03:00Z', '2026-11-23T10:04:00Z']) await tick(at)
    const told = to('U9').filter(({ text }) => text.includes('and says: I am not the right person'))
    expect(told.map(({ key }) => key.split(':')[0])).to.deep.equal(['not-theirs'])
  })

  it('a reminder of one person that failed is tried again with the clock’s', async () => {
    await opens()
    outcome = () => down
    expect(await nudges()).to.include('Hand them this link')
    expect(await nudges()).to.include('Hand them this link')
    outcome = () => sent
    for (const at of ['2026-11-23T10:03:00Z', '2026-11-23T10:30:00Z', '2026-11-23T11:30:00Z']) await tick(at)
    expect(to('U1')).to.have.lengthOf(1)
    expect(await nudges()).to.include('has had a reminder today')
  })

  it('a reminder of one person without a chat goes out by email with a link of their own', async () => {
    await test.ports.people.put([{ ...(await personOf(priya)), email: 'priya@school.example' }])
    await test.ports.directory.close(priya)
    const person = (await test.ports.people.byEmail('priya@school.example'))?.id ?? ''
    const reply = await does(boss, { do: 'nudge', policy: about.policy, person })
    expect(reply).to.include('has been sent a link to sign, by email.')
    expect(letters[0]?.text).to.match(/https:\/\/policies\.school\.example\/sign\/token-/)
  })

  it('a greeting that failed is said later on the same day, once', async () => {
    await test.ports.people.put([{ ...(await personOf(priya)), startsOn: '2026-11-23' as Day }])
    outcome = () => down
    await tick('2026-11-23T10:00:00Z')
    outcome = () => sent
    for (const at of ['2026-11-23T10:03:00Z', '2026-11-23T10:04:00Z', '2026-11-24T10:00:00Z']) await tick(at)
    expect(to('U1').map(({ key }) => key.split(':')[0])).to.deep.equal(['greeting'])
  })
})

// A question put to a person is never lost when that person leaves, is away, loses the role or cannot be reached; and
// how long it is kept. The whole app, without a platform.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Card } from '../../src/chat/cards.ts'
import type { Account } from '../../src/chat/people.ts'
import { erase } from '../../src/declaration/erase.ts'
import type { Posted } from '../../src/ports/ports.ts'
import type { Library } from '../../src/turn/library.ts'
import type { aPerson } from '../kit/evidence.ts'
import { day } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { cannotReplace, cannotTell, memoryPorts, type TestPorts } from '../kit/ports.ts'

const priya: Account = { platform: 'slack', id: 'U1' }
const boss: Account = { platform: 'slack', id: 'U9' }
const second: Account = { platform: 'slack', id: 'U8' }
const sent: Posted = { kind: 'sent', message: 'm' }
const down: Posted = { kind: 'failed', what: 'HTTP 503' }

describe('what somebody asked a person', () => {
  let test: TestPorts
  let app: App
  let posts: { to: string; card: Card; key: string }[]
  let letters: { to: string; subject: string; text: string }[]
  let outcome: (place: string) => Posted
  let urgentPosts: Card[]
  let events = 0

  beforeEach(async () => {
    test = await memoryPorts('2026-11-23T10:00:00Z')
    posts = []
    letters = []
    urgentPosts = []
    outcome = () => sent
    start()
    const { directory } = test.ports
    await directory.keep(priya, { name: 'Priya Nair', email: 'priya@school.example', roles: ['staff'] })
    await directory.keep(boss, { name: 'Joanne Clarke', email: 'joanne@school.example', roles: ['staff', 'slt'] })
  })
  afterEach(() => test.close())

  /** Starts the app as after a restart, with the library that the school has changed meanwhile. */
  const start = (change: (library: Library) => Library = (same) => same) => {
    const chat = {
      find: cannotTell,
      replace: cannotReplace,
      post: (place: { id: string }, card: Card, { key = '' } = {}) => {
        const posted = outcome(place.id)
        if (posted.kind === 'sent' && key.startsWith('urgent:')) urgentPosts.push(card)
        if (posted.kind === 'sent' && key.startsWith('case:')) posts.push({ to: place.id, card, key })
        return Promise.resolve(posted)
      },
    }
    const mail = {
      on: true,
      send: (letter: { to: string; subject: string; text: string }) => {
        letters.push(letter)
        return Promise.resolve(sent)
      },
    }
    app = createApp({ ...test.ports, publicUrl: 'https://policies.school.example', chat, mail }, change(theLibrary()))
  }
  const does = async (account: Account, action: Action, fields: Readonly<Record<string, string>> = {}) =>
    JSON.stringify(
      await app.hear({
        kind: 'pressed',
        id: `e${++events}`,
        account,
        place: { platform: account.platform, id: `D-${account.id}`, kind: 'private' },
        packed: pack(action),
        fields,
      }),
    )
  const tick = async (at: string) => {
    test.setClock(at)
    await app.tick(new Date(at))
  }
  const to = ({ id }: Account) => posts.filter((each) => each.to === id).map(({ card }) => card.title)
  const asks = (words = 'May I bring a llama?', what = 'question') =>
    does(priya, { do: 'send-case', what, case: 'c1' }, { words })
  const takes = (account: Account) => does(account, { do: 'take-case', case: 'c1' })
  const answers = (account: Account, seen: number, words = 'No llamas.') =>
    does(account, { do: 'say-in-case', case: 'c1', what: 'answer', seen }, { words })
  const change = async (account: Account, given: Parameters<typeof aPerson>[1]) => {
    const person = await test.ports.directory.find(account)
    if (person === undefined) throw new Error('nobody is there')
    await test.ports.people.put([{ ...person, ...given }])
    return person
  }
  const addSecond = () =>
    test.ports.directory.keep(second, { name: 'Sam Cole', email: 'sam@school.example', roles: ['staff', 'slt'] })
  const stateNow = async () => (await test.ports.cases.find('c1'))?.state

  it('whoever has it and leaves: it goes to the next, and the asker is told', async () => {
    await asks()
    await takes(boss)
    await addSecond()
    await change(boss, { leavesOn: day('2026-11-23') })
    await tick('2026-11-24T10:00:00Z')
    expect(to(second)).to.deep.equal(['Somebody asks a person'])
    expect(to(priya)).to.include('Passed on to somebody else')
    expect(await answers(boss, 3)).to.include('Nothing here for you')
    expect(await takes(second)).to.include('May I bring a llama?')
    await answers(second, 4)
    expect(to(priya).at(-1)).to.equal('A person has answered you')
  })

  it('where a card cannot be replaced, the others are told, and whoever presses it after all hears who has it', async () => {
    await addSecond()
    await asks()
    await takes(boss)
    expect(to(second)).to.deep.equal(['Somebody asks a person', 'Taken by somebody else'])
    expect(await takes(second)).to.include('Joanne Clarke has taken it already.')
  })

  it('nobody hears that something was taken of which they had not heard', async () => {
    await addSecond()
    test.setClock('2026-11-23T20:00:00Z')
    await asks()
    await takes(boss)
    await tick('2026-11-24T10:00:00Z')
    expect(to(second)).to.deep.equal([])
  })

  it('whoever has it and loses the role reads it no more, and another takes it', async () => {
    await asks()
    await takes(boss)
    await addSecond()
    await test.ports.directory.keep(boss, { name: 'Joanne Clarke', email: 'joanne@school.example', roles: ['staff'] })
    await change(boss, { roles: ['staff'] })
    await tick('2026-11-23T10:10:00Z')
    expect(await stateNow()).to.equal('waiting')
    expect(await does(boss, { do: 'show-case', case: 'c1' }))
      .to.include('Nothing here for you')
      .and.not.include('llama')
    expect(await takes(boss)).to.include('Nothing here for you')
    expect(await takes(second)).to.include('May I bring a llama?')
  })

  it('whoever lost the role cannot take what was offered to them before', async () => {
    await asks()
    await test.ports.directory.keep(boss, { name: 'Joanne Clarke', email: 'joanne@school.example', roles: ['staff'] })
    await change(boss, { roles: ['staff'] })
    expect(await takes(boss))
      .to.include('Nothing here for you')
      .and.not.include('llama')
  })

  it('the deputy has it while the first is away, and gets it when they go away with it', async () => {
    await addSecond()
    const contacts = { slt: { who: 'x', how: 'y', people: ['joanne@school.example', 'sam@school.example'] } }
    start((library) => ({ ...library, school: { ...library.school, contacts } }))
    await asks()
    expect([to(boss).length, to(second).length]).to.deep.equal([1, 0])
    await takes(boss)
    await change(boss, { away: [{ from: day('2026-11-24'), to: day('2026-11-27') }] })
    await tick('2026-11-24T10:00:00Z')
    expect(to(second)).to.deep.equal(['Somebody asks a person'])
    expect(await takes(second)).to.include('llama')
  })

  it('nobody takes it: they are reminded once a day, and in time the next are asked as well', async () => {
    await addSecond()
    const contacts = { slt: { who: 'x', how: 'y', people: ['joanne@school.example', 'sam@school.example'] } }
    start((library) => ({ ...library, school: { ...library.school, contacts } }))
    await asks()
    for (const at of ['23T15', '24T10', '24T15', '25T10', '26T10']) await tick(`2026-11-${at}:00:00Z`)
    expect(to(boss)).to.have.lengthOf(4)
    expect(to(second)).to.have.lengthOf(0)
    await tick('2026-11-27T10:00:00Z')
    expect(to(second)).to.have.lengthOf(1)
  })

  it('out of hours it is kept, said so, and goes out when the school is at work; a child’s safety does not wait', async () => {
    test.setClock('2026-11-27T20:00:00Z')
    const preview = await does(priya, { do: 'ask-person', what: 'question' })
    expect(preview).to.include('The school is not at work now: it reaches them on 30 November 2026 from 08:00.')
    expect(await asks()).to.include('It is kept, and goes to Joanne Clarke')
    expect(to(boss)).to.have.lengthOf(0)
    await tick('2026-11-28T12:00:00Z')
    expect(to(boss)).to.have.lengthOf(0)
    await tick('2026-11-30T08:01:00Z')
    expect(to(boss)).to.have.lengthOf(1)
    test.setClock('2026-11-30T20:00:00Z')
    await does(priya, { do: 'send-case', what: 'safeguarding', case: 'c2' }, { words: 'Please call me.' })
    expect(to(boss).at(-1)).to.equal('A safeguarding matter for you')
  })

  it('whom no chat reaches hears by email, without a name or a word of it; and it is tried again until it arrives', async () => {
    outcome = (place) => (place === priya.id ? sent : down)
    await change(boss, { email: 'joanne@school.example' })
    expect(await asks('My secret is a llama.')).to.include('It has gone to Joanne Clarke')
    expect(letters.map(({ to: address }) => address)).to.deep.equal(['joanne@school.example'])
    expect(letters[0]?.text).to.include('say “my cases” at https://policies.school.example')
    expect(JSON.stringify(letters)).to.not.match(/llama|Priya/)
  })

  it('nobody can be reached just now: it is said, kept, and arrives later, once, also after a restart', async () => {
    await test.ports.people.put([{ ...(await change(boss, {})), email: undefined }])
    outcome = () => down
    expect(await asks()).to.include('none of them could be reached just now')
    outcome = () => sent
    start()
    for (const at of ['10:03', '10:04', '10:30']) await tick(`2026-11-23T${at}:00Z`)
    expect(to(boss)).to.deep.equal(['Somebody asks a person'])
  })

  it('whoever asked leaves: it is closed, and whoever has it is told', async () => {
    await asks()
    await takes(boss)
    await change(priya, { leavesOn: day('2026-11-23') })
    await tick('2026-11-24T10:00:00Z')
    expect(await stateNow()).to.equal('closed')
    expect(posts.at(-1)?.card.summary).to.include('Whoever asked has left the school')
  })

  it('what was answered is closed after five working days of silence; closed ones are deleted after 90 days, open ones stay', async () => {
    await asks()
    await takes(boss)
    await answers(boss, 2)
    await does(priya, { do: 'send-case', what: 'question', case: 'c2' }, { words: 'Another.' })
    await tick('2026-11-30T12:00:00Z')
    expect(await stateNow()).to.equal('answered')
    await tick('2026-12-01T12:00:00Z')
    expect(await stateNow()).to.equal('closed')
    expect(to(priya).at(-1)).to.equal('Closed')
    await tick('2027-02-26T12:00:00Z')
    expect(await stateNow()).to.equal('closed')
    await tick('2027-03-02T12:00:00Z')
    expect(await stateNow()).to.equal(undefined)
    expect((await test.ports.cases.find('c2'))?.state).to.equal('waiting')
  })

  it('two presses send it once, and an outsider’s press opens nothing', async () => {
    await asks()
    await asks('Something else')
    expect((await test.ports.cases.find('c1'))?.messages).to.have.lengthOf(1)
    expect(to(boss)).to.have.lengthOf(1)
    const replies = await app.hear({
      kind: 'pressed',
      id: 'out',
      account: { platform: 'slack', id: 'U-out' },
      place: { platform: 'slack', id: 'D-out', kind: 'private' },
      packed: pack({ do: 'take-case', case: 'c1' }),
      fields: {},
      outsider: true,
    })
    expect(JSON.stringify(replies)).to.include('you are not on the school’s list').and.not.include('llama')
    expect(await stateNow()).to.equal('waiting')
  })

  it('what somebody asked goes with them when they are erased, and so do the words of whoever answered', async () => {
    await asks()
    await takes(boss)
    await answers(boss, 2)
    const eraseNow = async (account: Account) => {
      const person = await test.ports.directory.find(account)
      await test.ports.journal.record({ policy: '', person: person?.id ?? '' }, (facts) =>
        erase(facts, { by: 'operator', stamp: { id: `x${account.id}`, at: new Date(), salt: 's'.repeat(32) } }),
      )
    }
    await eraseNow(boss)
    expect((await test.ports.cases.find('c1'))?.messages.map(({ text }) => text)).to.deep.equal([
      'May I bring a llama?',
      '',
      '',
    ])
    await eraseNow(priya)
    expect(await test.ports.cases.find('c1')).to.equal(undefined)
  })

  it('where the school wants it, the safeguarding lead hears of urgent help by every way: not who, and not what', async () => {
    const says = (text: string) =>
      app.hear({
        kind: 'said',
        id: `e${++events}`,
        account: priya,
        place: { platform: 'slack', id: 'D-U1', kind: 'private' },
        text,
      })
    const urgent = 'A pupil in my form says she wants to kill herself'
    expect(JSON.stringify(await says(urgent))).to.not.include('The safeguarding lead is told')
    expect(letters).to.have.lengthOf(0)
    start((library) => ({ ...library, school: { ...library.school, urgentAtOnce: true } }))
    expect(JSON.stringify(await says(urgent))).to.include(
      'The safeguarding lead is told that somebody needed this help',
    )
    await says('and what do I do if she runs off')
    await tick('2026-11-23T10:01:00Z')
    const told = letters.filter(({ subject }) => subject === 'Somebody was given urgent help')
    expect(told.map((letter) => letter.to)).to.deep.equal(['joanne@school.example'])
    expect(urgentPosts).to.have.lengthOf(1)
    expect(JSON.stringify([told, urgentPosts])).to.not.match(/Priya|kill|pupil in my form/)
  })

  it('nothing of it stands in the operator’s log', async () => {
    await asks()
    await takes(boss)
    await answers(boss, 2)
    await tick('2026-11-23T10:10:00Z')
    expect(test.logged.join('\n')).to.not.match(/llama|Priya|Joanne/)
  })
})

// Signing across places: one person on two platforms, a card in a channel, a link, a first day. The whole app, without
// a platform.
import { deedsIn } from '../kit/evidence.ts'
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { pack, type Action } from '../../src/chat/actions.ts'
import type { Button, Card } from '../../src/chat/cards.ts'
import type { ChatEvent, Said } from '../../src/chat/events.ts'
import type { Account, Person, Place } from '../../src/chat/people.ts'
import type { Day } from '../../src/kit/days.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { theLibrary, theProjects } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'

const slack: Account = { platform: 'slack', id: 'U1' }
const teams: Account = { platform: 'teams', id: 'T1' }
const boss: Account = { platform: 'slack', id: 'U9' }
const channel: Place = { platform: 'slack', id: 'C1', kind: 'shared', thread: '1.2' }

describe('signing across places', () => {
  let test: TestPorts
  let app: App
  let ids = 0
  beforeEach(async () => {
    test = await memoryPorts()
    app = createApp(test.ports, theLibrary())
    const { directory } = test.ports
    await directory.keep(slack, { name: 'Priya Nair', email: 'priya@school.example', roles: ['staff'] })
    await directory.keep(boss, { name: 'Joanne Clarke', email: 'jo@school.example', roles: ['staff', 'slt'] })
  })
  afterEach(() => test.close())

  const happened = (account: Account, place?: Place) => ({
    id: `e${++ids}`,
    account,
    place: place ?? ({ platform: account.platform, id: `D-${account.id}`, kind: 'private' } as const),
  })
  const says = (account: Account, text: string, place?: Place) =>
    app.hear({ kind: 'said', ...happened(account, place), text } satisfies Said)
  const does = (account: Account, action: Action, fields: Readonly<Record<string, string>> = {}, place?: Place) =>
    app.hear({ kind: 'pressed', ...happened(account, place), packed: pack(action), fields })
  const filled = { s0: 'yes', s1: 'yes', s2: 'yes', name: 'Priya Nair' }
  const signs = async (account: Account) => {
    const [declaration] = await says(account, 'sign')
    return does(account, submitOf(declaration?.card), filled)
  }

  it('half-way on one platform, the rest on another: it is one person, by their email', async () => {
    await test.ports.directory.keep(teams, { name: 'P. Nair', email: 'Priya@School.example', roles: ['staff'] })
    const [first] = await says(slack, 'read and sign')
    const [second] = await does(slack, buttonOn(first?.card, 'Next').action)
    await does(slack, buttonOn(second?.card, 'Next').action)
    const [taken] = await says(teams, 'read and sign')
    expect(JSON.stringify(taken)).to.include('You go on where you left off.').and.include('Section 3 of')
    await signs(teams)
    expect(JSON.stringify(await says(slack, 'status'))).to.include('You signed the Social Media Policy')
    const [receipt] = await says(slack, 'my receipt')
    expect(JSON.stringify(receipt)).to.include('Verification code')
  })

  it('“Sign here” shows everybody a count and no name, and opens a form for whoever presses', async () => {
    expect((await says(slack, 'sign here', channel)).map(({ to }) => to)).to.deep.equal(['person'])
    await says(boss, 'campaigns')
    await does(boss, {
      do: 'confirm-campaign',
      policy: 'social-media',
      edition: '2015-10',
      audience: 'all',
      due: '2026-12-18',
    })
    const [card] = await says(boss, 'sign here', channel)
    expect(card?.to).to.equal('place')
    expect(JSON.stringify(card))
      .to.include('0 of 2 have signed')
      .and.not.match(/Priya|Joanne/)
    const press = buttonOn(card?.card, 'Sign here').action
    const [recounted, form] = await does(slack, press, {}, channel)
    expect([recounted?.to, form?.to]).to.deep.equal(['card', 'person'])
    await does(slack, submitOf(form?.card), filled, channel)
    const [after, told] = await does(boss, press, {}, channel)
    expect(JSON.stringify(after))
      .to.include('1 of 2 have signed')
      .and.not.match(/Priya|Joanne/)
    expect(told?.to).to.equal('person')
  })

  it('an answer in a channel says once that the next question must mention the bot', async () => {
    const asked = 'Do I have to sign something?'
    const textOf = (replies: Awaited<ReturnType<typeof says>>) => JSON.stringify(replies)
    expect(textOf(await says(slack, asked, channel))).to.include('begin your next one with @Policy Guide')
    expect(textOf(await says(slack, asked, channel))).to.not.include('@Policy Guide')
    expect(textOf(await says(slack, asked))).to.not.include('@Policy Guide')
  })

  it('names and standing asked for in a channel come in private, also by a button', async () => {
    const asked = await says(boss, 'register', channel)
    expect(asked.map(({ to }) => to)).to.deep.equal(['person'])
    const turned = await does(boss, { do: 'turn-register', policy: 'social-media' }, {}, channel)
    expect(turned.map(({ to }) => to)).to.deep.equal(['person'])
    const person = await test.ports.directory.find(slack)
    const opened = await does(boss, { do: 'person', policy: 'social-media', person: person?.id ?? '' }, {}, channel)
    expect(opened.map(({ to }) => to)).to.deep.equal(['person'])
    expect(JSON.stringify(opened)).to.include('Priya Nair')
  })

  it('no deed of SLT’s is open to anybody else, whatever button they forge', async () => {
    const person = (await test.ports.directory.find(boss))?.id ?? ''
    const about = { policy: 'social-media', person }
    const forged: Action[] = [
      { do: 'register', policy: 'social-media' },
      { do: 'turn-register', policy: 'social-media' },
      { do: 'person', ...about },
      { do: 'nudge', ...about },
      { do: 'prepare', ...about, what: 'details' },
      { do: 'excuse', ...about },
      { do: 'end-excuse', ...about },
      { do: 'withdraw', ...about, entry: 'e' },
      { do: 'sign-paper', ...about, edition: '2015-10' },
      { do: 'change-person', ...about },
      { do: 'join-person', ...about },
      { do: 'join-sure', ...about, other: about.person },
      { do: 'unjoin', ...about, other: about.person },
      { do: 'new-person', policy: 'social-media' },
      { do: 'add-person', policy: 'social-media' },
      { do: 'campaigns', policy: 'social-media' },
      { do: 'open-campaign', policy: 'social-media', edition: '2015-10' },
      { do: 'confirm-campaign', policy: 'social-media', edition: '2015-10', audience: 'all', due: '2026-12-18' },
      { do: 'close-campaign', policy: 'social-media', campaign: 'c' },
      { do: 'confirm-close-campaign', policy: 'social-media', campaign: 'c' },
      { do: 'reopen-campaign', policy: 'social-media', campaign: 'c' },
      { do: 'prepare-change', policy: 'social-media', campaign: 'c' },
      { do: 'change-campaign', policy: 'social-media', campaign: 'c' },
      { do: 'confirm-change', policy: 'social-media', campaign: 'c', due: '2027-01-15' },
      { do: 'recurring' },
      { do: 'set-recurring', campaign: 'c', every: 'year' },
      { do: 'stop-recurring', campaign: 'c' },
      { do: 'agree-recurring', campaign: 'c', after: '2026-09-01', opens: '2027-09-01', due: '2027-09-30' },
      { do: 'skip-recurring', campaign: 'c', after: '2026-09-01' },
      { do: 'other-days', campaign: 'c', after: '2026-09-01' },
      { do: 'show-days', campaign: 'c', after: '2026-09-01' },
      { do: 'mark-edition', policy: 'social-media', edition: '2015-10', change: 'editorial' },
    ]
    const fields = {
      reason: 'x',
      kept: 'x',
      on: '2026-11-01',
      name: 'x',
      audience: 'all',
      due: '2026-12-01',
      roles: 'slt',
    }
    for (const action of forged) {
      const replies = await does(slack, action, fields)
      expect(
        replies.map(({ card }) => card.title),
        action.do,
      ).to.deep.equal(['That is not open to everybody'])
      expect(JSON.stringify(replies), action.do).to.not.include('Joanne')
    }
    expect(await deedsIn(test.ports.journal)).to.have.lengthOf(0)
  })

  it('a receipt is for its signer and for SLT', async () => {
    await signs(slack)
    const { fact, id } = (await deedsIn(test.ports.journal))[0] ?? {}
    expect(fact?.kind).to.equal('signed')
    await test.ports.directory.keep(teams, { name: 'Somebody Else', email: undefined, roles: ['staff'] })
    const receipt: Action = { do: 'receipt', entry: id ?? '' }
    expect((await does(teams, receipt))[0]?.card.title).to.equal('No such receipt')
    expect((await does(slack, receipt))[0]?.card.title).to.equal('Your receipt')
    expect((await does(boss, receipt))[0]?.card.title).to.equal('Your receipt')
  })

  it('the text that comes with the project is not signed in earnest, and the refusal says what to do', async () => {
    app = createApp(test.ports, theProjects())
    const [refused] = await says(slack, 'sign')
    expect(refused?.card.title).to.equal('This can’t be signed yet')
    expect(JSON.stringify(refused))
      .to.include('in the office on the web page, under Policies')
      .and.not.include('npm run')
    const [policy] = theProjects().policies
    const declared = await import('../../src/standing/declared.ts')
    const edition = policy?.editions[0]
    const wording = policy && edition && declared.declarationOf(policy, edition)?.hash
    await does(slack, { do: 'sign', policy: 'social-media', edition: '2015-10', wording: wording ?? '' }, filled)
    expect(await deedsIn(test.ports.journal)).to.have.lengthOf(0)
  })

  it('a link for signing leads nowhere else', async () => {
    const limitedTo = { kind: 'signing', policy: 'social-media', edition: '2015-10' } as const
    const byLink = (event: ChatEvent) => app.hear({ ...event, limitedTo })
    const said = (text: string) => byLink({ kind: 'said', ...happened(boss), text })
    const pressed = (action: Action, fields = {}) =>
      byLink({ kind: 'pressed', ...happened(boss), packed: pack(action), fields })
    for (const replies of [
      await said('register'),
      await said('can I post this?'),
      await pressed({ do: 'register', policy: 'social-media' }),
      await pressed({ do: 'ask' }, { question: 'register' }),
      await byLink({ kind: 'opened', surface: 'home', ...happened(boss) }),
    ])
      expect(replies.map(({ card }) => card.title)).to.deep.equal(['Not by this link'])
    const [form] = await said('sign')
    await pressed(submitOf(form?.card), { ...filled, name: 'Joanne Clarke' })
    const fact = (await deedsIn(test.ports.journal))[0]?.fact
    expect(fact?.kind === 'signed' && fact.how).to.equal('link')
  })

  it('somebody’s first day brings one greeting, where they can be reached', async () => {
    const person = await test.ports.directory.find(slack)
    if (person === undefined) throw new Error('nobody is there')
    await test.ports.people.put([{ ...person, startsOn: '2026-11-24' as Day } satisfies Person])
    const tick = async (at: string) => {
      test.setClock(at)
      await app.tick(new Date(at))
    }
    await tick('2026-11-23T10:00:00Z')
    // SLT is warned of the overdue review meanwhile, so only Priya's messages count.
    const theirs = () => test.posted.filter(({ place }) => place.id === 'U1').map(({ card }) => card.title)
    expect(theirs()).to.deep.equal([])
    for (const at of ['2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z', '2026-11-25T10:00:00Z']) await tick(at)
    expect(theirs()).to.deep.equal(['Welcome, Priya'])
    expect(await app.hear({ kind: 'joined', ...happened(slack) })).to.deep.equal([])
  })

  it('a join is greeted with what it is, how long it takes, and by when; once', async () => {
    await does(boss, {
      do: 'confirm-campaign',
      policy: 'social-media',
      edition: '2015-10',
      audience: 'all',
      due: '2026-12-18',
    })
    const replies = await app.hear({ kind: 'joined', ...happened(slack) })
    expect(replies.map(({ to }) => to)).to.deep.equal(['person'])
    expect(JSON.stringify(replies)).to.match(/about \d+ minutes\. Please do it by 18 December 2026\./)
    expect(await app.hear({ kind: 'joined', ...happened(slack) })).to.deep.equal([])
  })

  it('“open” gives a link to the web page, privately, and none where there is no page', async () => {
    expect((await says(slack, 'open', channel))[0]?.card.title).to.equal('No web page')
    const ports: Ports = { ...test.ports, publicUrl: 'https://policies.school.example' }
    app = createApp(ports, theLibrary())
    const [reply] = await says(slack, 'open', channel)
    expect(reply?.to).to.equal('person')
    const url = reply?.card.blocks.find((block) => block.kind === 'link')?.url ?? ''
    expect(url).to.match(/^https:\/\/policies\.school\.example\/enter\/.{32,}$/)
    const token = url.split('/').at(-1) ?? ''
    const link = await ports.doors.takeLink(token, ports.clock())
    expect(link?.purpose).to.deep.equal({ kind: 'open' })
    expect(await ports.doors.takeLink(token, ports.clock())).to.equal(undefined)
  })
})

function buttonsOn(card: Card | undefined): readonly Button[] {
  return (
    card?.blocks.flatMap((block) => {
      if (block.kind === 'buttons') return block.buttons
      return block.kind === 'form' ? [block.form.submit] : []
    }) ?? []
  )
}

function buttonOn(card: Card | undefined, label: string): Button {
  const found = buttonsOn(card).find((button) => button.label === label)
  if (found === undefined) throw new Error(`“${card?.title ?? 'no card'}” has no button “${label}”`)
  return found
}

function submitOf(card: Card | undefined): Action {
  return buttonOn(card, 'Sign').action
}

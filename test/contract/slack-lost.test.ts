// The program dies before or after a post to Slack: after a restart the person has been written to exactly once,
// because the program asks Slack which messages it has.
import { patience } from '../../adapters/patience.ts'
import { expect } from 'chai'
import type { Card } from '../../src/chat/cards.ts'
import type { Account } from '../../src/chat/people.ts'
import { deliverAll } from '../../src/outbox/deliver.ts'
import { settleLost } from '../../src/outbox/lost.ts'
import type { Planned } from '../../src/outbox/types.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { installed, plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'
import type { User } from '../kit/slack/types.ts'

const key = 'reminder:social-media@2015-10:p1:due-7'
const daily = 'daily:p1:2026-11-23'
const never = new Promise<never>(() => undefined)
const withoutLooking = installed().scopes.filter((scope) => scope !== 'im:write')

describe('slack: a program that dies while it sends', () => {
  let test: TestPorts
  let bot: Slackbot
  let ada: User
  let ports: Ports
  let planned: Planned
  const begin = async (scopes = installed().scopes) => {
    test = await memoryPorts('2026-11-23T09:00:00Z')
    const { clock, log, directory } = test.ports
    bot = await slackbot({ clock, log, directory, slack: { clock, signingClock: clock }, granted: { scopes } })
    ada = bot.slack.user('Ada Teacher')
    const account: Account = { platform: 'slack', id: ada.id }
    await directory.keep(account, { name: 'Ada Teacher', email: 'ada@x.uk', roles: ['staff'] })
    ports = { ...test.ports, chat: bot.connection.chat }
    const card: Card = plainCard('A reminder')
    planned = {
      key,
      daily,
      kind: 'reminder',
      person: (await directory.find(account))?.id ?? '',
      at: clock(),
      reason: 'due in seven days',
      show: () => card,
      write: () => undefined,
      still: () => Promise.resolve(true),
    }
  }
  afterEach(async () => {
    await bot.stop()
    await test.close()
  })

  const inDm = () => bot.slack.messagesIn('dm', ada).filter(({ text }) => text === 'A reminder.')
  const stateOf = async () => (await ports.notices.of([planned.person])).find((each) => each.key === key)
  /** Runs the delivery until it reaches the call of `died`, and no further. */
  const sendUntilDeath = async (mortal: (died: () => Promise<never>) => Partial<Ports>) => {
    let die: () => void = () => undefined
    const dead = new Promise<void>((resolve) => (die = resolve))
    const died = () => {
      die()
      return never
    }
    await Promise.race([deliverAll({ ...ports, ...mortal(died) }, [planned], ports.clock), dead])
  }
  const afterPost = () => sendUntilDeath((died) => ({ notices: { ...ports.notices, settle: died } }))
  const startAgain = async (minutes = 21) => {
    test.setClock(new Date(ports.clock().getTime() + minutes * 60_000).toISOString())
    await settleLost({ ports, now: ports.clock() })
    await deliverAll(ports, [planned], ports.clock)
    await bot.slack.settled()
  }

  it('after the post: it is found, and not sent again', async () => {
    await begin()
    await afterPost()
    expect((await stateOf())?.state).to.equal('claimed')
    await startAgain()
    expect(inDm()).to.have.length(1)
    expect(await stateOf()).to.include({ state: 'sent', way: 'slack', message: inDm()[0]?.ts })
  })

  it('before the post: it is not found, and sent', async () => {
    await begin()
    await sendUntilDeath((died) => ({ chat: { ...ports.chat, post: died } }))
    expect(inDm()).to.have.length(0)
    await startAgain()
    expect(inDm()).to.have.length(1)
    expect((await stateOf())?.state).to.equal('sent')
  })

  it('before any way was chosen: nobody need be asked, and it is sent', async () => {
    await begin()
    await sendUntilDeath((died) => ({ people: { ...ports.people, accountsOf: died } }))
    await startAgain()
    expect(bot.slack.callsOf('conversations.history')).to.deep.equal([])
    expect(inDm()).to.have.length(1)
  })

  it('it is not mistaken for another, and found among many', async () => {
    await begin()
    await ports.chat.post({ platform: 'slack', id: ada.id, kind: 'private' }, plainCard('Else'), { key: `${key}1` })
    await sendUntilDeath((died) => ({ chat: { ...ports.chat, post: died } }))
    for (let n = 0; n < 120; n++) await ada.says('', { in: 'dm' })
    await startAgain()
    expect(inDm()).to.have.length(1)
    test.setClock('2026-11-24T09:00:00Z')
    const sought = await ports.chat.find(
      { platform: 'slack', id: ada.id, kind: 'private' },
      [`${key}1`],
      new Date('2026-11-23T08:00:00Z'),
    )
    expect(sought.kind).to.equal('found')
    const since = await ports.chat.find({ platform: 'slack', id: ada.id, kind: 'private' }, [`${key}1`], ports.clock())
    expect(since.kind).to.equal('absent')
  })

  it('three programs that start at once send it once', async () => {
    await begin()
    await sendUntilDeath((died) => ({ chat: { ...ports.chat, post: died } }))
    test.setClock('2026-11-23T09:30:00Z')
    await Promise.all(
      [1, 2, 3].map(async () => {
        await settleLost({ ports, now: ports.clock() })
        await deliverAll(ports, [planned], ports.clock)
      }),
    )
    expect(inDm()).to.have.length(1)
  })

  it('where it is not let look, it counts as sent', async () => {
    await begin(withoutLooking)
    await afterPost()
    await startAgain()
    expect(inDm()).to.have.length(1)
    expect((await stateOf())?.state).to.equal('unknown')
  })

  it('while Slack cannot be reached it is left alone, and looked for later', async () => {
    await begin()
    await sendUntilDeath((died) => ({ chat: { ...ports.chat, post: died } }))
    bot.slack.faults.fails('conversations.open', { times: 4 })
    const again = startAgain()
    for (const pause of patience.short) {
      await bot.waits.reached(pause)
      bot.waits.end(pause)
    }
    await again
    expect(inDm()).to.have.length(0)
    expect((await stateOf())?.state).to.equal('claimed')
    await startAgain(5)
    expect(inDm()).to.have.length(1)
  })

  it('a pause that Slack asks for is kept', async () => {
    await begin()
    await afterPost()
    bot.slack.faults.rateLimits('conversations.history', { retryAfter: 30 })
    const again = startAgain()
    await bot.waits.reached(30_000)
    bot.waits.end(30_000)
    await again
    expect((await stateOf())?.state).to.equal('sent')
  })

  for (const [when, afterwards, scopes, state] of [
    ['before Slack took it: it is sent again', false, installed().scopes, 'sent'],
    ['after Slack took it: it is found, and not sent twice', true, installed().scopes, 'sent'],
    ['and there is no looking: it counts as sent', true, withoutLooking, 'unknown'],
  ] as const)
    it(`the connection breaks ${when}`, async () => {
      await begin(scopes)
      bot.slack.faults.drops('chat.postMessage', { afterwards })
      const sending = deliverAll(ports, [planned], ports.clock)
      await bot.waits.reached(500)
      bot.waits.end(500)
      await sending
      expect(inDm()).to.have.length(1)
      expect((await stateOf())?.state).to.equal(state)
    })

  it('whoever wakes up after being taken for lost sends nothing', async () => {
    await begin()
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => (wake = resolve))
    const slow = deliverAll(ports, [{ ...planned, still: () => asleep.then(() => true) }], ports.clock)
    await new Promise((resolve) => setImmediate(resolve))
    await startAgain()
    wake()
    await slow
    expect(inDm()).to.have.length(1)
  })
})

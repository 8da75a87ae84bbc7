// The program dies after Slack has taken an answer and before that is noted: after a restart the person has the answer
// once, because the program asks Slack which messages it has.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { installed, slackbot, type Slackbot } from '../kit/slackbot.ts'

const never = new Promise<never>(() => undefined)
const question = 'Who has to follow the social media policy?'

describe('slack: an answer that was sent and not noted', () => {
  let test: TestPorts
  let bot: Slackbot
  let app: App
  const begin = async (scopes = installed().scopes) => {
    test = await memoryPorts('2026-11-23T09:00:00Z')
    const { clock, directory } = test.ports
    bot = await slackbot({
      clock,
      directory,
      slack: { clock, signingClock: clock },
      granted: { scopes },
      hear: (event) => app.hear(event),
      take: (event) => app.take(event),
    })
    app = start({ ...test.ports.outbox, settle: () => never })
  }
  const start = (outbox: TestPorts['ports']['outbox']) =>
    createApp({ ...test.ports, outbox, chat: bot.connection.chat }, theLibrary(), { alone: true })
  const startAgain = async () => {
    app = start(test.ports.outbox)
    await app.tend()
    await app.idle()
    await bot.slack.settled()
  }
  afterEach(async () => {
    await bot.stop()
    await test.close()
  })
  const answers = (user: ReturnType<Slackbot['slack']['user']>) =>
    bot.slack.messagesIn('dm', user).filter(({ byApp }) => byApp).length

  it('is not sent again, and is settled', async () => {
    await begin()
    const ada = bot.slack.user('Ada Teacher')
    await ada.says(question, { in: 'dm' })
    await bot.slack.settled()
    expect([answers(ada), (await test.ports.outbox.open()).count]).to.deep.equal([1, 1])
    await startAgain()
    expect([answers(ada), (await test.ports.outbox.open()).count]).to.deep.equal([1, 0])
  })

  it('help for an urgent need is given again: twice is better than late', async () => {
    await begin()
    const ada = bot.slack.user('Ada Teacher')
    await ada.says('a parent threatened to stab me on facebook', { in: 'dm' })
    await bot.slack.settled()
    const before = answers(ada)
    await startAgain()
    expect(answers(ada)).to.equal(before * 2)
    expect(bot.slack.callsOf('conversations.history')).to.have.length(0)
  })

  it('is sent again where Slack does not let us look', async () => {
    await begin(installed().scopes.filter((scope) => scope !== 'im:write'))
    const ada = bot.slack.user('Ada Teacher')
    const notices = bot.slack.callsOf('conversations.history').length
    await ada.says(question, { in: 'dm' })
    await bot.slack.settled()
    bot.slack.faults.refuses('conversations.history', 'missing_scope')
    await startAgain()
    expect(answers(ada)).to.equal(2)
    expect(bot.slack.callsOf('conversations.history')).to.have.length(notices + 1)
  })
})

// Somebody who types only the bot's name is told what it can do, not that their message was empty.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts } from '../kit/ports.ts'
import { slackbot } from '../kit/slackbot.ts'
import { teamsbot } from '../kit/teams/teamsbot.ts'

const help = /^What I can do/

describe('a bare mention, a bare command', () => {
  let memory: Awaited<ReturnType<typeof memoryPorts>>
  beforeEach(async () => void (memory = await memoryPorts()))
  afterEach(() => memory.close())

  async function onSlack() {
    const { clock, log, directory } = memory.ports
    const bot = await slackbot({
      clock,
      log,
      directory,
      slack: { clock, signingClock: clock },
      hear: (event) => app.hear(event),
      take: (event) => app.take(event),
    })
    const app: App = createApp({ ...memory.ports, chat: bot.connection.chat }, theLibrary())
    const ada = bot.slack.user('Ada Teacher')
    bot.slack.channel('#staff-room', { members: [ada] })
    return { bot, ada }
  }

  for (const typed of ['', '  ']) {
    it(`Slack: “/policy${typed}” gives help, to whoever typed it alone`, async () => {
      const { bot, ada } = await onSlack()
      await ada.command('/policy', typed, { in: '#staff-room' })
      await bot.slack.settled()
      expect(ada.newest()).to.include({ kind: 'ephemeral' })
      expect(ada.newest()?.text).to.match(help)
      await bot.stop()
    })

    it(`Slack: “@Policy Guide${typed}” gives help, in a thread under it`, async () => {
      const { bot, ada } = await onSlack()
      await ada.mentions(typed, { in: '#staff-room' })
      await bot.slack.settled()
      expect(ada.newest()?.text).to.match(help).and.to.include('begin your next one with @Policy Guide')
      await bot.stop()
    })

    it(`Teams: “@Policy Guide${typed}” gives help`, async () => {
      const { clock, log, directory, addresses, store } = memory.ports
      const bot = await teamsbot({ clock, log, directory, addresses, store, take: (event) => app.take(event) })
      const app: App = createApp({ ...memory.ports, chat: bot.connection.chat }, theLibrary())
      const ada = bot.teams.user('Ada Teacher')
      const staff = bot.teams.channel('Staff', { members: [ada] })
      await ada.mentions(typed, { in: staff })
      await bot.teams.settled()
      expect(ada.newest()?.text).to.match(help)
      await bot.stop()
    })
  }
})

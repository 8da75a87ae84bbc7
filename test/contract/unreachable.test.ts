// The network between the bot and a platform fails: /readyz names the platform and since when, answers 503 meanwhile,
// and recovers with the first call that succeeds. A platform that asks for a pause is not counted as failing.
import { expect } from 'chai'
import { startServer } from '../../adapters/server.ts'
import { createReadiness } from '../../src/command/readiness.ts'
import type { Connection } from '../../src/ports/ports.ts'
import { slackbot } from '../kit/slackbot.ts'
import { teamsbot } from '../kit/teams/teamsbot.ts'

const now = new Date('2026-11-23T09:00:00Z')
/** The wait before the first retry, in milliseconds. */
const first = 500

describe('a network that fails on the way to a platform', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })

  const lookAt = async (connection: Connection) => {
    const ready = createReadiness({
      probe: () => Promise.resolve(),
      connections: () => [connection],
      alive: () => now,
      stopping: () => false,
      clock: () => now,
    })
    const quiet = () => undefined
    const log = { info: quiet, warn: quiet, error: quiet }
    const server = await startServer({ host: '127.0.0.1', port: 0, log, mount: quiet, ready })
    closing.push(server.close)
    return async () => {
      const answer = await fetch(`${server.url}/readyz`)
      const { parts } = (await answer.json()) as { parts: readonly { part: string; what: string }[] }
      return `${answer.status} ${parts.find(({ part }) => part === connection.platform)?.what ?? ''}`
    }
  }

  it('slack, where the Web API fails', async () => {
    const bot = await slackbot({ clock: () => now, slack: { clock: () => now, signingClock: () => now } })
    closing.push(bot.stop)
    const look = await lookAt(bot.connection)
    expect(await look()).to.match(/^200 /)
    bot.slack.faults.fails('chat.postMessage', { status: 503 })
    await bot.slack.user('Ada Teacher').says('hello', { in: 'dm' })
    await bot.waits.reached(first)
    expect(await look()).to.match(/^503 A School: Slack has not been reached since 2026-11-23T09:00:00.000Z \(.*503/)
    bot.waits.end(first)
    await bot.slack.settled()
    expect(await look()).to.match(/^200 A School: last heard/)
  })

  it('slack, where it asks for a pause', async () => {
    const bot = await slackbot({ clock: () => now, slack: { clock: () => now, signingClock: () => now } })
    closing.push(bot.stop)
    const look = await lookAt(bot.connection)
    bot.slack.faults.rateLimits('chat.postMessage', { retryAfter: 7 })
    await bot.slack.user('Ada Teacher').says('hello', { in: 'dm' })
    await bot.waits.reached(7_000)
    expect(await look()).to.match(/^200 /)
    bot.waits.end(7_000)
    await bot.slack.settled()
  })

  it('teams, where the connector fails, and where it asks for a pause', async () => {
    const bot = await teamsbot()
    closing.push(bot.stop)
    const ada = bot.teams.user('Ada Teacher')
    await ada.installs()
    await bot.teams.settled()
    const look = await lookAt(bot.connection)
    expect(await look()).to.match(/^200 /)
    bot.teams.faults.fails('send', { status: 502 })
    const said = ada.says('hello')
    await bot.waits.reached(first)
    expect(await look()).to.match(/^503 Teams cannot be reached \(HTTP 502.*what is to be sent is tried again/)
    bot.waits.end(first)
    await said
    await bot.teams.settled()
    expect(await look()).to.match(/^200 /)

    bot.teams.faults.rateLimits('send', { retryAfter: 7 })
    const again = ada.says('hello again')
    await bot.waits.reached(7_000)
    expect(await look()).to.match(/^200 /)
    bot.waits.end(7_000)
    await again
    await bot.teams.settled()
  })
})

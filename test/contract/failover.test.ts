// The whole program, twice, on one PostgreSQL that goes silent and is replaced by its standby: every acknowledged
// question is answered, every promise is kept, and both servers go on and recover without a restart.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { verify } from '../../src/proof/verify.ts'
import { openNetwork, type Network } from '../kit/chaos.ts'
import { aFolder } from '../kit/databases.ts'
import { eventually } from '../kit/eventually.ts'
import { deedsIn, parts } from '../kit/evidence.ts'
import { overHttp, serveProgram, withTeams, type Running } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack, User } from '../kit/slack/types.ts'
import { followedPostgres, type Followed } from '../kit/standby.ts'
import { startTeams } from '../kit/teams/teams.ts'
import type { Teams, User as TeamsUser } from '../kit/teams/types.ts'

const question = 'who has to follow the social media policy?'
const urgent = 'a parent threatened to stab me on facebook'

describe('PostgreSQL under the whole program', () => {
  let postgres: Followed
  let network: Network
  let slack: Slack
  let teams: Teams
  let servers: Running[]
  let store: OpenStore | undefined
  before(async () => {
    postgres = await followedPostgres()
    network = await openNetwork(postgres.port)
    slack = await startSlack({ settings: installed(), ackWithin: 60_000 })
    teams = await startTeams({ answerWithin: 60_000 })
    servers = await Promise.all([serve(), serve()])
  })
  after(async () => {
    for (const { child } of servers) child.kill('SIGKILL')
    await Promise.all(servers.map(({ gone }) => gone.catch(() => undefined)))
    await store?.close()
    await network.close()
    await Promise.all([slack.close(), teams.close(), postgres.close()])
  })
  const serve = async () => {
    const env = { ...overHttp(slack), ...withTeams(teams), DATABASE_URL: network.through(postgres.url) }
    const running = serveProgram({ home: aHome(), now: new Date().toISOString(), env })
    await running.said('Press Ctrl-C')
    return running
  }
  /** Later messages go to that server, as if a proxy in front of both had chosen it. */
  const to = async (which: 0 | 1) => {
    const url = (await servers[which]?.url) ?? ''
    slack.deliverTo(`${url}/slack/events`)
    teams.deliverTo(`${url}/api/messages`)
  }
  const readiness = async (which: 0 | 1) =>
    (await fetch(`${(await servers[which]?.url) ?? ''}/readyz`)).json() as Promise<{ ok: boolean; parts: unknown }>

  it('falls silent and is replaced: nothing acknowledged is lost, and both servers go on', async () => {
    const [ada, cy] = [slack.user('Ada Teacher'), slack.user('Cy Teacher')]
    const bea = teams.user('Bea Teacher')
    await to(0)
    await bea.installs()
    for (const which of [0, 1] as const) {
      await to(which)
      await answered(ada, () => ada.says(question, { in: 'dm' }))
      await answered(cy, () => cy.says(question, { in: 'dm' }))
      await answeredInTeams(bea, () => bea.says(question))
    }
    await signs(ada)

    // A question is acknowledged and recorded, but Slack takes no answer until the database has gone silent.
    slack.faults.fails('chat.postMessage', { status: 503, times: 10_000 })
    const held = countOf(ada)
    await ada.says(`${question} asked before`, { in: 'dm' })
    expect(slack.deliveries.at(-1)?.acknowledged).to.equal(true)
    network.stalls()
    slack.faults.clear()

    // Both servers answer from memory on both platforms, urgent help too.
    await eventually(() => (countOf(ada) > held ? true : undefined))
    await to(1)
    expect(await answered(cy, () => cy.says(urgent, { in: 'dm' }))).to.match(/999|police/i)
    expect(await answeredInTeams(bea, () => bea.says(question))).to.include('Scope')
    expect(await answeredInTeams(bea, () => bea.says(urgent))).to.match(/999|police/i)
    expect(await answered(cy, () => cy.says('sign', { in: 'dm' }))).to.include('Please try again in a few minutes')
    for (const which of [0, 1] as const) {
      const { ok, parts } = await readiness(which)
      expect([ok, JSON.stringify(parts)].join()).to.match(/^false.*"store","ok":false/)
      expect((await fetch(`${(await servers[which]?.url) ?? ''}/healthz`)).status, 'no restart would help').to.equal(
        200,
      )
    }

    await postgres.dies()
    const port = await postgres.promotes()
    network.leadsTo(port)
    for (const which of [0, 1] as const) await eventually(async () => ((await readiness(which)).ok ? true : undefined))
    const after = openStore(await openPostgres(postgres.url.replace(/:\d+\//, `:${port}/`)), parts)
    store = after
    await eventually(async () => ((await after.outbox.open()).count === 0 ? true : undefined))
    expect(await deedsIn(after.journal), 'what was signed before').to.have.lengthOf(1)
    await signs(cy)
    await to(0)
    expect(await answeredInTeams(bea, () => bea.says('status'))).to.include('have not signed')
    expect(await verify(after, parts)).to.include({ kind: 'holds', signatures: 2 })

    const acknowledged = slack.deliveries.filter(({ kind }) => kind === 'event')
    expect(acknowledged.every((each) => each.acknowledged)).to.equal(true)
    expect(servers.map(({ child }) => child.exitCode)).to.deep.equal([null, null])
    const again = slack.deliveries.find(({ body }) => JSON.stringify(body).includes('asked before'))
    const [before] = [countOf(ada)]
    await to(1)
    await slack.redeliver(again?.id ?? '')
    await answered(cy, () => cy.says(question, { in: 'dm' }))
    expect(countOf(ada), 'what comes twice is answered once').to.equal(before)
  })

  function countOf(user: User): number {
    return slack.messagesIn('dm', user).filter(({ byApp }) => byApp).length
  }

  /** The text of the next message that the bot shows that user. */
  async function answered(user: User, doing: () => Promise<unknown>): Promise<string> {
    const shown = () => user.sees().filter(({ from }) => from === slack.ids.botUser)
    const seen = shown().length
    await doing()
    return eventually(() => (shown().length > seen ? shown().at(-1)?.text : undefined))
  }

  async function answeredInTeams(user: TeamsUser, doing: () => Promise<unknown>): Promise<string> {
    const shown = () => user.sees().filter(({ from, card }) => from === teams.bot.id && card !== undefined)
    const seen = shown().length
    await doing()
    return eventually(() => (shown().length > seen ? shown().at(-1)?.text : undefined))
  }

  async function signs(user: User): Promise<void> {
    const text = await answered(user, () => user.says('sign', { in: 'dm' }))
    const ticks = text.split('\n').filter((line) => /^I have read|^I understand that/.test(line))
    const fields = Object.fromEntries(ticks.map((line) => [line, 'yes']))
    await user.fills({ ...fields, 'Your name, typed in full': user.name }, 'Sign')
    // The receipt and its file come after the thanks, so the newest message may not be the thanks.
    await eventually(() => (user.sees().some(({ text }) => text.includes('Thank you')) ? true : undefined))
  }
})

/** A home in which the summary may be signed, and everybody on Teams belongs. */
function aHome(): string {
  const home = aFolder()
  const settings = readFileSync('knowledge/school.yaml', 'utf8')
  const own = 'signing:\n  acceptRestated: [social-media@2015-10]\nbelonging:\n  teams: everybody\n'
  writeFileSync(join(home, 'school.yaml'), `${settings}\n${own}`)
  return home
}

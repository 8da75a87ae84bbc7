// Who is let in: a request with Teams’s own token for this bot, from the school’s own tenant; any other is refused and
// never heard.
import { expect } from 'chai'
import { connectTeams } from '../../adapters/teams/connect.ts'
import { doctorTeams } from '../../adapters/teams/doctor.ts'
import type { TeamsVariables } from '../../adapters/teams/variables.ts'
import { meetingOver, memoryDirectory } from '../kit/slackbot.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import { memoryAddresses, memoryThumbs } from '../kit/teams/memory.ts'
import { forgeries } from '../kit/teams/issuer.ts'
import { startTeams } from '../kit/teams/teams.ts'
import { settingsFor, teamsbot, type Teamsbot } from '../kit/teams/teamsbot.ts'
import { takenBy } from '../kit/taking.ts'

describe('teams: the door', () => {
  let bot: Teamsbot
  before(async () => {
    bot = await teamsbot()
    await bot.teams.user('Ada Teacher').installs()
  })
  after(() => bot.stop())

  it('lets Teams in', async () => {
    const ada = bot.teams.user('Ada Teacher')
    await ada.says('hello')
    await bot.teams.settled()
    expect(bot.teams.deliveries.at(-1)?.status).to.equal(200)
    expect(bot.heard.at(-1)).to.include({ kind: 'said', text: 'hello' })
  })

  for (const forgery of forgeries) {
    it(`${forgery}: refused, and never heard, also after a good one`, async () => {
      const before = bot.heard.length
      const delivery = await bot.teams.sends(
        { type: 'message', text: 'let me in' },
        { forge: forgery, from: bot.teams.user('Ada Teacher') },
      )
      expect(delivery.status).to.be.oneOf([401, 403])
      expect(bot.heard.length).to.equal(before)
    })
  }

  const odd: readonly [string, object, readonly number[]][] = [
    ['another tenant', { channelData: { tenant: { id: 'b1b1b1b1-0000-4000-8000-000000000000' } } }, [403]],
    ['no tenant', { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }, [403]],
    ['another channel', { channelId: 'webchat' }, [401, 403]],
    ['another service address', { serviceUrl: 'https://smba.example/uk/' }, [401]],
    ['no service address', { serviceUrl: null }, [400]],
  ]
  for (const [what, change, statuses] of odd) {
    it(`${what} in what is sent: refused`, async () => {
      const before = bot.heard.length
      const sent = { type: 'message', text: 'let me in', ...change } as Parameters<typeof bot.teams.sends>[0]
      const delivery = await bot.teams.sends(sent, { from: bot.teams.user('Ada Teacher') })
      expect(delivery.status).to.be.oneOf([...statuses])
      expect(bot.heard.length).to.equal(before)
    })
  }

  it('a guest of another school is refused', async () => {
    const guest = bot.teams.user('Guy Guest', { tenant: 'c2c2c2c2-0000-4000-8000-000000000000' })
    const delivery = await bot.teams.sends({ type: 'message', text: 'hello' }, { from: guest })
    expect(delivery.status).to.equal(403)
  })

  it('what is no JSON, or too much of it, is no crash', async () => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer a.b.c' }
    for (const [body, status] of [
      ['{', 400],
      ['[]', 400],
      [JSON.stringify({ type: 'message', text: 'x'.repeat(1_100_000) }), 413],
    ] as const) {
      expect((await fetch(bot.url, { method: 'POST', headers, body })).status).to.equal(status)
    }
    expect((await fetch(bot.url)).status).to.equal(404)
  })

  it('logs a refusal by its reason, once in a while, and nothing of what was sent', () => {
    const lines = bot.logged.filter((line) => line.includes('turned away'))
    expect(lines).to.have.length(1)
    expect(bot.logged.join('\n')).not.to.contain('let me in')
  })
})

describe('teams: the alarm about forgeries', () => {
  it('goes on for as long as they do, a line a minute with how many there were, also after the clock was set back', async () => {
    let now = new Date('2026-11-23T09:00:00Z')
    const bot = await teamsbot({ clock: () => now })
    const knocks = async (times: number) => {
      for (let n = 0; n < times; n++) expect((await fetch(bot.url, { method: 'POST' })).status).to.equal(401)
    }
    const moves = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
    for (const [minutes, times] of [
      [0, 3],
      [0.5, 2],
      [0.5, 1],
      [1, 4],
      [-90, 1],
    ] as const) {
      moves(minutes)
      await knocks(times)
    }
    const told = bot.logged.filter((line) => line.includes('turned away'))
    expect(told.map((line) => /"requests":(\d+)/.exec(line)?.[1])).to.deep.equal(['1', '5', '1', '4'])
    await bot.stop()
  })
})

describe('teams: locally, asking nobody who they are', () => {
  const variables = { appId: undefined, appPassword: undefined, local: '1', onLoopback: true }

  it('answers without a token, and says so on the health page', async () => {
    const bot = await teamsbot({ variables })
    expect(bot.connection.health().what).to.contain('NOBODY IS CHECKED')
    await bot.teams.sends({ type: 'message', text: 'hello' }, { from: bot.teams.user('Ada Teacher'), forge: 'none' })
    expect(bot.heard.at(-1)).to.include({ kind: 'said', text: 'hello' })
    await bot.stop()
  })

  it('sends nothing to another machine', async () => {
    const bot = await teamsbot({ variables })
    const sent = { type: 'message', text: 'hello', serviceUrl: 'https://smba.example/uk/' }
    const delivery = await bot.teams.sends(sent, { from: bot.teams.user('Ada Teacher'), forge: 'none' })
    expect(delivery.status).to.equal(403)
    await bot.stop()
  })
})

describe('teams: a start that cannot work', () => {
  const refused: readonly [string, TeamsVariables][] = [
    ['a wrong password', { appPassword: 'not~the~right~one~at~all' }],
    ['another app', { appId: '99999999-0000-4000-8000-000000000000' }],
  ]
  for (const [what, variables] of refused) {
    it(`${what}: says why and what to do, and shows no secret`, async () => {
      const teams = await startTeams()
      const said = await messageOf(connect(settingsFor(teams, variables)))
      expect(said)
        .to.match(/invalid_client|unauthorized_client/)
        .and.to.match(/secret’s Value|no such app|belong together/)
      expect(said).not.to.contain('not~the~right').and.not.to.contain(teams.appPassword)
      const rows = await doctorTeams(settingsFor(teams, variables), () => new Date())
      expect(rows.filter(({ ok }) => !ok).map(({ check }) => check)).to.deep.equal(['sign-in'])
      await teams.close()
    })
  }

  it('Entra out of reach does not stop it', async () => {
    const teams = await startTeams()
    const settings = settingsFor(teams)
    await teams.close()
    const connection = await connect(settings)
    expect(connection.health()).to.include({ ok: true })
    await connection.close()
    const rows = await doctorTeams(settings, () => new Date())
    expect(rows.map(({ ok, fix }) => ok || fix.includes('firewall'))).to.deep.equal([true, true, true])
  })

  it('the doctor finds all well', async () => {
    const teams = await startTeams()
    const rows = await doctorTeams(settingsFor(teams), () => new Date())
    expect(rows.map(({ check, ok }) => [check, ok])).to.deep.equal([
      ['sign-in', true],
      ['keys of Teams', true],
      ['clock', true],
      ['SLT', true],
    ])
    await teams.close()
  })
})

function connect(settings: ReturnType<typeof settingsFor>) {
  const quiet = () => undefined
  return connectTeams({
    settings,
    take: takenBy(() => Promise.resolve([])),
    meeting: meetingOver(memoryDirectory().directory),
    addresses: memoryAddresses().addresses,
    memberships: memoryMemberships().memberships,
    thumbs: memoryThumbs(),
    clock: () => new Date(),
    log: { info: quiet, warn: quiet, error: quiet },
  })
}

async function messageOf(starting: Promise<unknown>): Promise<string> {
  try {
    await starting
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('it started')
}

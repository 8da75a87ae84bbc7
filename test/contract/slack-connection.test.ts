// Connecting to Slack: which faults stop the start and say why, which ones only limit it, and what happens when the
// connection is lost.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'chai'
import { connectSlack } from '../../adapters/slack/connect.ts'
import { doctorSlack } from '../../adapters/slack/doctor.ts'
import { scopes } from '../../adapters/slack/names.ts'
import { here } from '../../src/chat/replies.ts'
import { built } from '../kit/built.ts'
import { memoryMemberships } from '../kit/memberships.ts'
import { installed, meetingOver, modes, settingsFor, slackbot, type Mode } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'
import { takenBy } from '../kit/taking.ts'

for (const mode of modes) {
  describe(`slack over ${mode}: a start that cannot work`, () => {
    const refusals: readonly [string, string, RegExp][] = [
      ['an unknown token', 'invalid_auth', /does not know this token/],
      ['a revoked token', 'token_revoked', /Install the app again/],
      ['an app that was removed', 'account_inactive', /Install it again/],
      ['tokens that expire', 'token_expired', /token rotation/],
    ]
    for (const [what, error, fix] of refusals) {
      it(`${what}: says why and what to do, and shows no token`, async () => {
        const said = await startFails(mode, (slack) => slack.faults.refuses('auth.test', error))
        expect(said).to.match(fix).and.to.contain(error)
        expect(said).not.to.match(/xoxb-|xapp-/)
      })
    }

    it('a missing scope that is needed', async () => {
      const said = await startFails(mode, () => undefined, without('chat:write'))
      expect(said).to.contain('scope chat:write: not granted').and.to.contain('reinstall')
    })

    it('Slack out of reach', async () => {
      const said = await startFails(mode, (slack) => slack.faults.drops('auth.test'))
      expect(said).to.contain('cannot be reached').and.to.contain('firewall')
    })
  })

  describe(`slack over ${mode}: a start that works in part`, () => {
    it('without the scope for user groups it goes on and says so', async () => {
      const bot = await slackbot({ mode, granted: without('usergroups:read'), sltGroups: ['slt'] })
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('hello', { in: 'dm' })
      await bot.slack.settled()
      expect(ada.newest()?.fallback).to.equal('An answer.')
      expect(bot.logged.join('\n')).to.contain('usergroups:read')
      expect(bot.connection.health()).to.include({ ok: true })
      await bot.stop()
    })
  })

  describe(`slack over ${mode}: health`, () => {
    it('what a revoked token keeps back is kept for later, and says nothing about the person', async () => {
      const settled: string[] = []
      const taken = {
        replies: () =>
          Promise.resolve([here({ title: 'An answer', tone: 'plain', summary: 'An answer.', blocks: [] })]),
        shown: () => void settled.push('shown'),
        notShown: () => void settled.push('not shown'),
      }
      const bot = await slackbot({ mode, take: () => Promise.resolve(taken) })
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('hello', { in: 'dm' })
      await bot.slack.settled()
      bot.slack.faults.refuses('chat.postMessage', 'token_revoked', { times: 9 })
      await ada.says('hello again', { in: 'dm' })
      await bot.slack.settled()
      expect(settled).to.deep.equal(['shown', 'not shown'])
      const place = { platform: 'slack', id: ada.id, kind: 'private' } as const
      const card = { title: 'A notice', tone: 'plain', summary: 'A notice.', blocks: [] } as const
      expect(await bot.connection.chat.post(place, card, { key: 'k1' })).to.include({ kind: 'failed', whose: 'tenant' })
      await bot.stop()
    })

    it('a token that is revoked meanwhile shows', async () => {
      const bot = await slackbot({ mode })
      expect(bot.connection.health().ok).to.equal(true)
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.refuses('chat.postMessage', 'token_revoked', { times: 5 })
      await ada.says('hello', { in: 'dm' })
      await bot.slack.settled()
      expect(bot.connection.health()).to.include({ ok: false })
      expect(bot.connection.health().what).to.contain('token_revoked').and.to.contain('npm run doctor')
      await bot.stop()
    })
  })
}

describe('slack: a clock that is off', () => {
  const nextDay = () => new Date(Date.now() + 24 * 60 * 60 * 1000)

  it('stops a start over http, where signatures would be refused', async () => {
    const slack = await startSlack({ settings: installed() })
    const said = await messageOf(connect(slack, 'http', nextDay))
    expect(said).to.contain('1440 minutes ahead').and.to.contain('time synchronisation')
    await slack.close()
  })

  it('does not stop Socket Mode', async () => {
    const slack = await startSlack({ mode: 'socket', settings: installed() })
    const connection = await connect(slack, 'socket', nextDay)
    expect(connection.health()).to.include({ ok: true })
    await connection.close()
    await slack.close()
  })
})

describe('slack over socket: the line', () => {
  for (const reason of ['warning', 'refresh_requested'] as const) {
    it(`Slack asks for a new connection (${reason}): there is one, and nobody notices`, async () => {
      const bot = await slackbot({ mode: 'socket' })
      await bot.slack.socket.connected(1)
      bot.slack.socket.disconnects(reason)
      await bot.slack.until(() => (bot.slack.callsOf('apps.connections.open').length === 2 ? true : undefined))
      await bot.slack.socket.connected(1)
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('hello', { in: 'dm' })
      await bot.slack.until(() => (ada.newest()?.fallback === 'An answer.' ? true : undefined))
      await bot.stop()
    })
  }

  it('a pulled cable shows on the health page, and it connects again by itself', async () => {
    const bot = await slackbot({ mode: 'socket' })
    bot.slack.faults.refuses('apps.connections.open', 'internal_error', { times: 2 })
    bot.slack.socket.drops()
    await bot.waits.reached(1_000)
    expect(bot.connection.health()).to.include({ ok: false })
    expect(bot.connection.health().what).to.contain('not connected since')
    for (let tries = 0; !bot.connection.health().ok && tries < 1_000; tries++) {
      bot.waits.end(1_000)
      bot.waits.end(2_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(bot.connection.health()).to.include({ ok: true })
    await bot.stop()
  })

  it('an app token that Slack refuses stops the start', async () => {
    const said = await startFails('socket', (slack) => slack.faults.refuses('apps.connections.open', 'invalid_auth'))
    expect(said).to.contain('app token: Slack says: invalid_auth').and.to.contain('Copy it again')
  })

  it('what is no message of Slack’s is survived', async () => {
    const bot = await slackbot({ mode: 'socket' })
    for (const raw of [
      '',
      'hello',
      '{',
      '{"type":"events_api"}',
      '{"type":"interactive","envelope_id":"1","payload":{}}',
    ]) {
      bot.slack.socket.sendsRaw(raw)
    }
    const ada = bot.slack.user('Ada Teacher')
    await ada.says('hello', { in: 'dm' })
    await bot.slack.settled()
    expect(ada.newest()?.fallback).to.equal('An answer.')
    await bot.stop()
  })
})

describe('slack over socket: in a process of its own, where nobody else listens', () => {
  it('what is no message of Slack’s does not end it', async () => {
    const slack = await startSlack({ mode: 'socket', settings: installed() })
    const child = spawn(process.execPath, [built('listening'), slack.apiUrl, slack.tokens.bot, slack.tokens.app], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const gone = once(child, 'exit')
    await once(child.stdout, 'data')
    for (const type of ['events_api', 'interactive', 'slash_commands']) {
      for (const payload of [{}, { payload: {} }, { payload: null }, { payload: { event: null } }, { payload: 'x' }])
        slack.socket.sendsRaw(JSON.stringify({ type, envelope_id: '1', ...payload }))
    }
    const ada = slack.user('Ada Teacher')
    await ada.says('hello', { in: 'dm' })
    const answered = slack.until(() => (slack.callsOf('chat.postMessage').length > 0 ? 'answered' : undefined))
    expect(await Promise.race([answered, gone.then(() => 'gone')])).to.equal('answered')
    child.stdin.end()
    await gone
    await slack.close()
  })
})

describe('slack: one way in', () => {
  it('in Socket Mode nothing listens at /slack/events', async () => {
    const bot = await slackbot({ mode: 'socket' })
    const answer = await fetch(bot.url, { method: 'POST', body: '{}' })
    expect(answer.status).to.equal(404)
    await bot.stop()
  })
})

describe('slack: doctor', () => {
  const never = { staff: undefined, lastKnown: () => Promise.resolve(undefined) }
  const readAt = new Date('2026-11-23T09:00:00Z')
  it('all is well', async () => {
    const slack = await startSlack({ mode: 'socket', settings: installed() })
    const rows = await doctorSlack(settingsFor(slack, 'socket'), () => new Date())
    expect(rows.filter(({ ok }) => !ok)).to.deep.equal([])
    expect(rows.map(({ check }) => check)).to.deep.equal(['bot token', 'scopes', 'clock', 'SLT', 'app token'])
    await slack.close()
  })

  it('doctor says once that Slack cannot be reached', async () => {
    const slack = await startSlack({ mode: 'socket', settings: installed() })
    slack.faults.drops('auth.test')
    slack.faults.drops('apps.connections.open')
    const rows = await doctorSlack(settingsFor(slack, 'socket'), () => new Date())
    await slack.close()
    expect(rows.map(({ check, ok }) => ({ check, ok }))).to.deep.equal([{ check: 'network', ok: false }])
  })

  it('names each missing scope with what it is for', async () => {
    const slack = await startSlack({ settings: { ...installed(), ...without('users:read', 'assistant:write') } })
    const rows = await doctorSlack(settingsFor(slack, 'http'), () => new Date())
    expect(rows.filter(({ ok }) => !ok).map(({ check, needed }) => [check, needed])).to.deep.equal([
      ['scope assistant:write', false],
      ['scope users:read', true],
    ])
    await slack.close()
  })

  const groups: readonly [string, (slack: Slack) => void, { ok: boolean; what: RegExp; fix: RegExp }][] = [
    [
      'a group with people',
      (slack) => slack.usergroup('slt', [slack.user('Hana Head').id]),
      { ok: true, what: /^SLT: 1 person$/, fix: /^$/ },
    ],
    [
      'a group with nobody',
      (slack) => slack.usergroup('slt', []),
      { ok: false, what: /nobody is in it/, fix: /Add people/ },
    ],
    [
      'a group that is not there',
      (slack) => slack.usergroup('leaders', []),
      {
        ok: false,
        what: /^SLT: there is no such user group; it was never read/,
        fix: /There are @leaders\..*column “role”/,
      },
    ],
    [
      'no groups at all',
      () => undefined,
      { ok: false, what: /no such user group/, fix: /no user groups\. .*people -- import/ },
    ],
    [
      'a free plan',
      (slack) => slack.faults.refuses('usergroups.list', 'plan_upgrade_required'),
      { ok: false, what: /plan_upgrade_required/, fix: /paid plans only.*email.*people -- import/ },
    ],
    [
      'groups that may not be read',
      (slack) => slack.faults.refuses('usergroups.list', 'missing_scope'),
      { ok: false, what: /missing_scope/, fix: /usergroups:read.*reinstall/ },
    ],
    [
      'members that may not be read',
      (slack) => {
        slack.usergroup('slt', [])
        slack.faults.refuses('usergroups.users.list', 'permission_denied')
      },
      { ok: false, what: /permission_denied/, fix: /workspace’s permissions/ },
    ],
  ]
  for (const [what, before, expected] of groups) {
    it(`who is SLT: ${what}`, async () => {
      const slack = await startSlack({ settings: installed() })
      before(slack)
      const rows = await doctorSlack({ ...settingsFor(slack, 'http'), sltGroups: ['slt'] }, () => new Date())
      const row = rows.find(({ check }) => check.includes('group'))
      expect([row?.ok, row?.needed]).to.deep.equal([expected.ok, false])
      expect(row?.what).to.match(expected.what)
      expect(row?.fix).to.match(expected.fix)
      await slack.close()
    })
  }

  const unread: readonly [string, (slack: Slack) => void, RegExp][] = [
    [
      'groups that may not be read',
      ({ faults }) => faults.refuses('usergroups.list', 'missing_scope'),
      /missing_scope/,
    ],
    [
      'members that may not be read',
      (slack) => {
        slack.usergroup('slt', [])
        slack.usergroup('staff', [])
        slack.faults.refuses('usergroups.users.list', 'permission_denied')
        slack.faults.refuses('usergroups.users.list', 'permission_denied')
      },
      /permission_denied/,
    ],
    ['groups that are gone', () => undefined, /no such user group/],
  ]
  for (const [what, before, said] of unread)
    it(`${what}: says who goes on for each group, and since when they are known`, async () => {
      const slack = await startSlack({ settings: installed() })
      before(slack)
      const lastKnown = (group: string) =>
        Promise.resolve({ members: group === 'slt' ? ['U1'] : ['U1', 'U2', 'U3'], readAt })
      const settings = { ...settingsFor(slack, 'http'), sltGroups: ['slt'] }
      const rows = await doctorSlack(settings, () => new Date(), { staff: 'staff', lastKnown })
      const groupRows = rows.filter(({ check }) => check.startsWith('group @'))
      expect(groupRows.map(({ check, ok }) => [check, ok])).to.deep.equal([
        ['group @slt', false],
        ['group @staff', false],
      ])
      expect(groupRows[0]?.what).to.match(/^SLT: .*; the last known 1 person goes on, read at 2026-11-23 09:00 UTC$/)
      expect(groupRows[1]?.what).to.match(
        /^who belongs: .*; the last known 3 people go on, read at 2026-11-23 09:00 UTC$/,
      )
      for (const row of groupRows) expect(row.what).to.match(said)
      await slack.close()
    })

  it('looks for the group of those who belong, too', async () => {
    const slack = await startSlack({ settings: installed() })
    slack.usergroup('staff', [slack.user('Ada Teacher').id, slack.user('Ben Teacher').id])
    const rows = await doctorSlack(settingsFor(slack, 'http'), () => new Date(), { ...never, staff: 'staff' })
    expect(rows.find(({ check }) => check === 'group @staff')).to.include({ ok: true, what: 'who belongs: 2 people' })
    await slack.close()
  })

  const refusals = [
    ['bot token', 'auth.test', 'token_revoked', /Install the app again/],
    ['bot token', 'auth.test', 'internal_error', /trouble of its own.*slack-status/],
    ['bot token', 'auth.test', 'team_access_not_granted', /not installed in this workspace/],
    ['app token', 'apps.connections.open', 'missing_scope', /lacks connections:write/],
    ['app token', 'apps.connections.open', 'token_revoked', /was revoked.*App-Level Tokens/],
    ['app token', 'apps.connections.open', 'socket_mode_not_enabled', /“Socket Mode”, and turn it on/],
    ['app token', 'apps.connections.open', 'forbidden_team', /Ask whoever runs it/],
    ['group @slt', 'usergroups.list', 'fatal_error', /trouble of its own/],
  ] as const
  for (const [check, method, error, fix] of refusals)
    it(`${check}, ${error}: has advice of its own`, async () => {
      const slack = await startSlack({ mode: 'socket', settings: installed() })
      slack.faults.refuses(method, error)
      const settings = { ...settingsFor(slack, 'socket'), sltGroups: ['slt'] }
      const row = (await doctorSlack(settings, () => new Date())).find((each) => each.check === check)
      await slack.close()
      expect(row?.ok).to.equal(false)
      expect(row?.fix).to.match(fix)
    })

  it('two tokens of two apps: the bot would hear nothing', async () => {
    const slack = await startSlack({ mode: 'socket', settings: { ...installed(), botOfApp: 'A0OTHER001' } })
    const rows = await doctorSlack(settingsFor(slack, 'socket'), () => new Date())
    await slack.close()
    expect(rows.find(({ check }) => check === 'app token')).to.include({
      ok: false,
      what: 'it is of another app (A0GUIDE001) than the bot token (A0OTHER001), so the bot would hear nothing',
    })
  })
})

function without(...missing: string[]) {
  return { scopes: Object.keys(scopes).filter((scope) => !missing.includes(scope)) }
}

async function startFails(mode: Mode, before: (slack: Slack) => void, granted = {}): Promise<string> {
  return messageOf(slackbot({ mode, before, granted }).then((bot) => bot.stop()))
}

function connect(slack: Slack, mode: Mode, clock: () => Date) {
  const nobody = {
    find: () => Promise.resolve(undefined),
    names: () => Promise.resolve([]),
    keep: nothing,
    close: nothing,
  }
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  return connectSlack({
    settings: settingsFor(slack, mode),
    hear: () => Promise.resolve([]),
    take: takenBy(() => Promise.resolve([])),
    meeting: meetingOver(nobody),
    memberships: memoryMemberships().memberships,
    clock,
    log,
  })
}

const nothing = () => Promise.resolve()

async function messageOf(starting: Promise<unknown>): Promise<string> {
  try {
    await starting
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('it started')
}

// The whole program is asked to stop while a tick sends reminders and an answer is on its way: it finishes what it has
// begun and begins nothing new, and a second request stops it at once.
import { once } from 'node:events'
import { expect } from 'chai'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { databaseFile } from '../../src/command/home.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { seal } from '../../src/journal/seal.ts'
import type { Day } from '../../src/kit/days.ts'
import { minuteOf } from '../../src/reminder/steps.ts'
import { editionInForce } from '../../src/policy/force.ts'
import { atOnce } from '../../src/outbox/deliver.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { serveSlack, type Running } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { acceptSummary } from '../kit/slack/signing-walk.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack } from '../kit/slack/types.ts'

/** As many as are sent at once, and four who wait. */
const owing = atOnce + 4
const now = '2026-10-05T13:00:05Z'

describe('asked to stop', () => {
  let slack: Slack
  let home: string
  let running: Running | undefined
  beforeEach(async () => {
    slack = await startSlack({ mode: 'socket', settings: installed() })
    home = aFolder()
    await fill(home, slack)
  })
  afterEach(async () => {
    running?.child.kill('SIGKILL')
    running = undefined
    await slack.close()
  })

  const holdReminders = async () => {
    const held = Array.from({ length: atOnce }, () => slack.faults.holds('chat.postMessage'))
    running = serveSlack({ home, slack, now })
    await Promise.race([Promise.all(held.map(({ arrived }) => arrived)), running.gone])
    return { ...running, release: () => held.forEach(({ release }) => release()) }
  }

  it('finishes what is in hand, begins nothing new, and ends well', async () => {
    const { child, lines, said, url, release } = await holdReminders()
    const answer = slack.faults.holds('chat.postMessage')
    const asker = slack.user('Ada Teacher')
    await asker.says('who has to follow the policy? asks Wilhelmina', { in: 'dm' })
    await answer.arrived
    expect((await fetch(`${await url}/readyz`)).status).to.equal(200)

    child.kill('SIGTERM')
    await said('Stopping…')
    const waiting = await fetch(`${await url}/readyz`)
    expect(waiting.status).to.equal(503)
    expect(((await waiting.json()) as { parts: unknown[] }).parts[0]).to.deep.include({ part: 'program', ok: false })
    expect((await fetch(`${await url}/healthz`)).status).to.equal(200)
    expect(child.exitCode).to.equal(null)
    release()
    answer.release()

    if (child.exitCode === null) await once(child, 'exit')
    expect([child.exitCode, child.signalCode]).to.eql([0, null])
    const text = lines.join('\n')
    expect(text).to.include('Stopped. Everything that was kept is safe.')
    expect(lines.filter((line) => line.includes('"level":50'))).to.eql([])
    expect(lines.filter((line) => line.includes('a notice was sent'))).to.have.length(atOnce)
    expect(lines.filter((line) => line.includes('heard and answered'))).to.have.length.greaterThan(0)
    expect(text).to.not.match(/wilhelmina|teacher|school\.example|xoxb|xapp/i)

    const posted = slack.callsOf('chat.postMessage')
    expect(posted).to.have.length(atOnce + 1)
    expect(posted.filter(({ answer: { ok } }) => ok === true)).to.have.length(atOnce + 1)
    const store = await open(home)
    const { sent, claimed, failed, unknown } = await store.notices.counts()
    expect({ sent, claimed, failed, unknown }).to.eql({ sent: atOnce, claimed: 0, failed: 0, unknown: 0 })
    await store.close()

    // The others get theirs when it starts again, and nobody gets a second one.
    running = serveSlack({ home, slack, now })
    await running.said('a notice was sent', owing - atOnce)
    const places = slack.callsOf('chat.postMessage').map(({ args }) => args['channel'])
    expect(new Set(places).size).to.equal(owing + 1)
  })

  it('twice, stops at once', async () => {
    const { child, said } = await holdReminders()
    child.kill('SIGTERM')
    await said('Stopping…')
    child.kill('SIGINT')
    await once(child, 'exit')
    expect([child.exitCode, child.signalCode]).to.eql([1, null])
  })
})

async function open(home: string): Promise<OpenStore> {
  let ids = 0
  return openStore(await openSqlite(databaseFile(home)), {
    newId: () => `seed-${++ids}`,
    clock: () => new Date(),
    seal,
    fold: foldInvolvement,
  })
}

/** Sets up a school that asked some of its staff to sign a while ago; it is the middle of a working day. */
async function fill(home: string, slack: Slack): Promise<void> {
  acceptSummary(home)
  const store = await open(home)
  slack.user('Ada Teacher')
  const people: string[] = []
  for (let at = 0; people.length < owing; at++) {
    const person = `p-${at}`
    // People normally hear in a minute of their own; everybody here has the same minute, which has just begun.
    if (minuteOf(person, 60) !== 0) continue
    people.push(person)
    const [name, email] = [`Bea${at} Teacher`, `staff-${at}@school.example`]
    await store.people.put([{ ...aPerson(person), name, email }])
    const { id } = slack.user(name, { email })
    await store.directory.keep({ platform: 'slack', id }, { name, email, roles: ['staff'] })
  }
  const policy = theLibrary().policies.find(({ id }) => id === 'social-media')
  if (policy === undefined) throw new Error('no policy')
  await store.journal.record({ policy: policy.id }, (facts) =>
    openCampaign(facts, {
      policy,
      edition: editionInForce(policy, '2026-10-01' as Day),
      audience: { everybody: false, groups: [], roles: [], people },
      due: '2026-10-12' as Day,
      practice: false,
      zone: 'Europe/London',
      accepted: ['social-media@2015-10'],
      by: 'operator',
      stamp: { id: 'c1', at: new Date('2026-10-01T09:00:00Z'), salt: 's' },
    }),
  )
  await store.close()
}

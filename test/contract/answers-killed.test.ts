// The whole program is killed while it answers, or stopped while Slack cannot be reached: counted at the receiving end,
// every message that was acknowledged to Slack is answered, and once.
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { aFolder } from '../kit/databases.ts'
import { serveSlack, type Running } from '../kit/serving.ts'
import { installed } from '../kit/slackbot.ts'
import { startSlack } from '../kit/slack/slack.ts'
import type { Slack, User } from '../kit/slack/types.ts'

const now = '2026-11-23T10:00:05Z'
const many = 60

describe('what was acknowledged', () => {
  let slack: Slack
  let home: string
  let running: Running | undefined
  beforeEach(async () => {
    slack = await startSlack({ mode: 'socket', settings: installed(), ackWithin: 60_000 })
    home = aFolder()
  })
  afterEach(async () => {
    running?.child.kill('SIGKILL')
    running = undefined
    await slack.close()
  })
  const serve = async () => {
    running = serveSlack({ home, slack, now })
    await running.said('Press Ctrl-C')
    return running
  }
  const answersTo = (user: User) => slack.messagesIn('dm', user).filter(({ byApp }) => byApp).length

  it('is answered after a kill, once', async () => {
    const people = Array.from({ length: many }, (_, n) => slack.user(`Teacher ${n}`))
    const { child } = await serve()
    const early = people.slice(0, 10)
    await Promise.all(early.map((person) => person.says('who has to follow the policy?', { in: 'dm' })))
    await slack.until(() => (early.every((person) => answersTo(person) === 1) ? true : undefined))
    // If the process ended after Slack took an answer and before that was noted, the answer would be sent twice, so the
    // test waits until all are noted.
    while (unsettled(home) > 0) await setTimeout(20)

    // From now on Slack takes nothing, so that every question is still unanswered when the process ends.
    slack.faults.fails('chat.postMessage', { status: 503, times: 10_000 })
    const late = people.slice(10)
    await Promise.all(late.map((person) => person.says('may I post a photo of a pupil?', { in: 'dm' })))
    expect(slack.deliveries.filter(({ kind }) => kind === 'event').every(({ acknowledged }) => acknowledged)).to.equal(
      true,
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(late.map(answersTo)).to.deep.equal(late.map(() => 0))

    slack.faults.clear()
    await serve()
    await running?.said('what was left was gone on with', late.length)
    expect(people.map(answersTo)).to.deep.equal(people.map(() => 1))

    // Everything is settled by now, so the program stops with nothing left to send.
    running?.child.kill('SIGTERM')
    await running?.said('Stopped. Everything that was kept is safe.')
    expect(running?.lines.join()).not.to.include('could not be sent yet')
  })

  it('is answered after a stop in which Slack could not be reached, and whoever stops it is told', async () => {
    const ada = slack.user('Ada Teacher')
    const { child, said, lines } = await serve()
    slack.faults.fails('chat.postMessage', { status: 503, times: 10_000 })
    await ada.says('who has to follow the policy? asks Wilhelmina', { in: 'dm' })
    child.kill('SIGTERM')
    await said('1 answer could not be sent yet, and will be after the next start.')
    if (child.exitCode === null) await once(child, 'exit')
    expect(lines.join()).not.to.include('Wilhelmina')
    expect(answersTo(ada)).to.equal(0)

    slack.faults.clear()
    await serve()
    await slack.until(() => (answersTo(ada) === 1 ? true : undefined))
  })

  it('an urgent message gets the help of its kind, and a draft a word that it is to be sent again', async () => {
    const [ada, bea] = [slack.user('Ada Teacher'), slack.user('Bea Teacher')]
    const { child } = await serve()
    slack.faults.fails('chat.postMessage', { status: 503, times: 10_000 })
    await ada.says('a parent threatened to stab me on facebook', { in: 'dm' })
    await bea.says('Can I post this? Well done Wilhelmina, ring 07700 900123', { in: 'dm' })
    child.kill('SIGKILL')
    await once(child, 'exit')

    slack.faults.clear()
    await serve()
    await slack.until(() => (answersTo(ada) === 1 && answersTo(bea) === 1 ? true : undefined))
    expect(ada.newest()?.text).to.match(/999|police/i)
    expect(bea.newest()?.text).to.include('send it once more')
  })
})

/** The number of arrivals that wait for their answer, read from the database. */
function unsettled(home: string): number {
  const database = new DatabaseSync(join(home, 'policy-guide.db'), { readOnly: true })
  try {
    return database.prepare('select id from arrival where settled_at is null').all().length
  } finally {
    database.close()
  }
}

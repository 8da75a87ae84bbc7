// Fifty people are reminded within one minute while somebody asks a question, seen at the receiving end. The test
// itself ends each pause between reminders.
import { expect } from 'chai'
import { createApp, type App } from '../../src/app.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { editionInForce } from '../../src/policy/force.ts'
import { minuteOf } from '../../src/reminder/steps.ts'
import { aPerson, day, policy as id } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { slackbot, type Slackbot } from '../kit/slackbot.ts'

/** Of three thousand people whose reminders are spread over an hour, this many hear in each minute. */
const crowd = 50
const now = '2026-10-05T13:00:00Z'

describe('fifty are reminded in one minute', () => {
  let test: TestPorts
  let bot: Slackbot
  let app: App
  let paused: (() => void)[]
  let pausing: () => void

  beforeEach(async () => {
    test = await memoryPorts(now)
    paused = []
    pausing = () => undefined
    const { clock, directory } = test.ports
    bot = await slackbot({
      clock,
      directory,
      hear: (event) => app.hear(event),
      take: (event) => app.take(event),
      slack: { clock, signingClock: clock },
    })
    app = createApp({ ...test.ports, chat: bot.connection.chat }, theLibrary(), { pause })
    await ask(test, (name, email) => bot.slack.user(name, { email }).id)
  })
  afterEach(async () => {
    await bot.stop()
    await test.close()
  })

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      paused.push(resolve)
      pausing()
    })
  }
  /** Resolves when the next pause has begun; calling the result ends the pause. */
  const nextPause = async () => {
    if (paused.length === 0) await new Promise<void>((resolve) => (pausing = resolve))
    return paused.shift() ?? expect.fail('there is none')
  }
  const reminders = () => bot.slack.callsOf('chat.postMessage').filter(({ args }) => isReminder(args)).length
  /** Waits for `count` reminders, because a notice that was begun is still crossing a real socket. */
  const arrived = async (count: number) => {
    while (reminders() < count) await new Promise((resolve) => setImmediate(resolve))
    expect(reminders()).to.equal(count)
  }

  it('one after the other over the minute, and an answer goes between them at once', async () => {
    const ada = bot.slack.user('Ada Teacher')
    const ticked = app.tick(new Date(now))
    for (let at = 1; at < crowd; at++) {
      const go = await nextPause()
      await arrived(at)
      if (at === 10) {
        await ada.says('Who has to follow the social media policy?', { in: 'dm' })
        await bot.slack.settled()
        expect(ada.newest()?.text).to.match(/^4 /)
        await arrived(at)
      }
      go()
    }
    await ticked
    await arrived(crowd)
  })
})

/** Asks staff to sign some days ago; all of them have the same minute for reminders. */
async function ask({ ports }: TestPorts, join: (name: string, email: string) => string): Promise<void> {
  const people: string[] = []
  for (let n = 0; people.length < crowd; n++) {
    const person = `p-${n}`
    if (minuteOf(person, 60) !== 0) continue
    people.push(person)
    const [name, email] = [`Bea${n} Teacher`, `staff-${n}@school.example`]
    await ports.people.put([{ ...aPerson(person), name, email }])
    await ports.directory.keep({ platform: 'slack', id: join(name, email) }, { name, email, roles: ['staff'] })
  }
  const policy = theLibrary().policies.find((each) => each.id === id) ?? expect.fail('no policy')
  await ports.journal.record({ policy: id }, (facts) =>
    openCampaign(facts, {
      policy,
      edition: editionInForce(policy, day('2026-10-01')),
      audience: { everybody: false, groups: [], roles: [], people },
      due: day('2026-10-12'),
      practice: false,
      zone: 'Europe/London',
      accepted: [`${id}@2015-10`],
      by: 'operator',
      stamp: { id: 'c1', at: new Date('2026-10-01T09:00:00Z'), salt: 's' },
    }),
  )
}

function isReminder(args: object): boolean {
  return /reminder|Something to sign/i.test(JSON.stringify(args))
}

// Requests over HTTP: only Slack's own are accepted, and each is acknowledged before any work is done.
import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect } from 'chai'
import type { Reply } from '../../src/chat/replies.ts'
import { here } from '../../src/chat/replies.ts'
import { modes, plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'
import type { Forgery } from '../kit/slack/types.ts'

describe('slack over http: requests that do not come from Slack, just now', () => {
  let bot: Slackbot
  beforeEach(async () => {
    bot = await slackbot()
  })
  afterEach(() => bot.stop())

  const forgeries: Forgery[] = ['bad-signature', 'no-signature', 'no-timestamp', 'old-timestamp', 'future-timestamp']
  for (const forgery of forgeries) {
    it(`${forgery}: answered with 401 and not listened to`, async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.forges(forgery)
      await ada.says('may I?', { in: 'dm' })
      const pressed = await ada.command('/policy', 'may I?', { in: 'dm' })
      await bot.slack.settled()
      expect(bot.slack.deliveries.map(({ attempts }) => attempts[0]?.status)).to.deep.equal([401, 401])
      expect(pressed.acknowledged).to.equal(false)
      expect(bot.heard).to.deep.equal([])
    })
  }

  const shapeless: readonly [string, object][] = [
    ['an empty object', {}],
    ['an event without an event', { type: 'event_callback' }],
    ['an event that is null', { type: 'event_callback', event_id: 'Ev1', event: null }],
    ['a bare press', { type: 'block_actions' }],
    ['a kind that nobody here knows', { type: 'workflow_step_edit' }],
  ]
  for (const [what, body] of shapeless)
    it(`${what}, signed: answered at once`, async () => {
      expect(await post(bot.url, JSON.stringify(body), signed(bot, JSON.stringify(body)))).to.equal(200)
      expect(bot.heard).to.deep.equal([])
    })

  for (const [what, other] of [
    ['workspace', { team_id: 'T0OTHER001', authorizations: [] }],
    ['app', { api_app_id: 'A0OTHER001' }],
  ] as const)
    it(`an event of another ${what}, signed: not listened to, and the log says so`, async () => {
      await bot.slack.settled()
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('may I?', { in: 'dm' })
      await bot.slack.settled()
      const heard = bot.heard.length
      const [mine] = bot.slack.deliveries.slice(-1)
      const body = JSON.stringify({ ...(mine?.body as object), event_id: 'Ev0OTHER', ...other })
      expect(await post(bot.url, body, signed(bot, body))).to.equal(200)
      await bot.slack.settled()
      expect(bot.heard.length).to.equal(heard)
      expect(bot.logged.join('\n')).to.include('another workspace or app')
    })

  it('whoever goes away in the middle of sending costs no line in the log', async () => {
    const { port } = new URL(bot.url)
    const logged = bot.logged.length
    for (let times = 0; times < 20; times++)
      await new Promise((resolve) => {
        const socket = connect(Number(port), '127.0.0.1')
        socket.on('close', resolve).on('error', () => undefined)
        socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nab', () => {
          setImmediate(() => socket.resetAndDestroy())
        })
      })
    await fetch(bot.url, { method: 'POST', body: 'x' })
    expect(bot.logged.slice(logged).join('\n')).to.not.include('could not be taken in')
  })

  it('a body that is too long is answered with 413', async () => {
    expect(await post(bot.url, 'x'.repeat(1024 * 1024 + 1))).to.equal(413)
    expect(bot.heard).to.deep.equal([])
  })

  it('the handshake of a new request URL is answered', async () => {
    const { status, answer } = await bot.slack.verifiesUrl()
    expect(status).to.equal(200)
    expect(answer).to.satisfy((given: unknown) => typeof given === 'string' || typeof given === 'object')
  })

  it('the log says so once a minute and not what was in them', async () => {
    const ada = bot.slack.user('Ada Teacher')
    bot.slack.forges('bad-signature')
    for (let n = 0; n < 5; n++) await ada.says('a secret of mine', { in: 'dm' })
    await bot.slack.settled()
    expect(bot.logged.filter((line) => line.includes('turned away'))).to.have.length(1)
    expect(bot.logged.join('\n')).not.to.contain('a secret')
  })
})

describe('slack over http: an alarm', () => {
  it('goes on for as long as the forgeries do, a line a minute', async () => {
    let now = new Date('2026-11-23T09:00:00Z')
    const bot = await slackbot({ clock: () => now, slack: { clock: () => now } })
    for (let seconds = 0; seconds < 300; seconds += 10) {
      await post(bot.url, '{}', {})
      now = new Date(now.getTime() + 10_000)
    }
    const lines = bot.logged.filter((line) => line.includes('turned away'))
    expect(lines).to.have.length(5)
    expect(lines.at(-1)).to.include('"requests":6')
    await bot.stop()
  })
})

describe('slack over http: clocks', () => {
  it('the bot’s own clock decides, five minutes either way', async () => {
    let now = new Date('2026-11-23T09:00:00Z')
    const clock = () => now
    const bot = await slackbot({ clock, slack: { signingClock: () => new Date('2026-11-23T09:00:00Z'), clock } })
    const ada = bot.slack.user('Ada Teacher')
    const statuses: (number | undefined)[] = []
    for (const minutes of ['08:54:59', '08:55:00', '09:05:00', '09:05:01']) {
      now = new Date(`2026-11-23T${minutes}Z`)
      const { ts } = await ada.says('may I?', { in: 'dm' })
      const delivery = bot.slack.deliveries.find(({ body }) => JSON.stringify(body).includes(ts))
      statuses.push(delivery?.attempts[0]?.status)
      await bot.slack.settled()
    }
    expect(statuses).to.deep.equal([401, 200, 200, 401])
    await bot.stop()
  })
})

for (const mode of modes) {
  describe(`slack over ${mode}: acknowledged before any work`, () => {
    it('whatever comes, while the app is still thinking', async () => {
      let answer: (replies: readonly Reply[]) => void = () => undefined
      const thinking = new Promise<readonly Reply[]>((resolve) => (answer = resolve))
      const bot = await slackbot({ mode, hear: () => thinking })
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      const message = await ada.says('may I?', { in: 'dm' })
      await ada.mentions('may I?', { in: '#staff-room' })
      const command = await ada.command('/policy', 'may I?', { in: '#staff-room' })
      const shortcut = await ada.usesShortcut('can_i_post')
      const check = await ada.usesMessageShortcut('check_message', message)
      expect([command, shortcut, check].map(({ acknowledged }) => acknowledged)).to.deep.equal([true, true, true])
      expect(bot.slack.deliveries.every(({ acknowledged }) => acknowledged)).to.equal(true)
      expect(bot.slack.callsOf('chat.postMessage')).to.deep.equal([])
      answer([here(plainCard('At last'))])
      await bot.slack.settled()
      expect(ada.sees().filter(({ text }) => text.includes('At last'))).not.to.deep.equal([])
      await bot.stop()
    })

    it('everything, in a rush of questions that each keep the machine busy', async () => {
      const asked = () => bot.slack.deliveries.filter(({ body }) => JSON.stringify(body).includes('may I?'))
      const waiting = () => asked().filter((each) => !each.acknowledged).length
      const seen: number[] = []
      const hear = () => {
        seen.push(waiting())
        for (const until = performance.now() + 30; performance.now() < until;);
        return [here(plainCard('An answer'))]
      }
      const bot = await slackbot({ mode, hear, slack: { ackWithin: 60_000 } })
      const people = Array.from({ length: 40 }, (_, n) => bot.slack.user(`Teacher ${n}`))
      await Promise.all(people.map((person) => person.says('may I?', { in: 'dm' })))
      expect(waiting()).to.equal(0)
      await bot.slack.settled()
      expect(seen).to.have.length(40)
      expect(seen.at(-1), 'all are acknowledged before all are answered').to.equal(0)
      await bot.stop()
    })

    it('a modal that is sent is acknowledged with an interim view when the answer takes long', async () => {
      let answer: (replies: readonly Reply[]) => void = () => undefined
      const thinking = new Promise<readonly Reply[]>((resolve) => (answer = resolve))
      const bot = await slackbot({
        mode,
        hear: (event) => (event.kind === 'began-check' ? [here(draftCard)] : thinking),
      })
      const ada = bot.slack.user('Ada Teacher')
      await ada.usesShortcut('can_i_post')
      await bot.slack.settled()
      const sent = ada.submits({ 'Your draft': 'We won 3–1' })
      await bot.waits.reached(2_000)
      bot.waits.end(2_000)
      expect((await sent).acknowledged).to.equal(true)
      expect(ada.modal()?.text).to.contain('One moment')
      answer([{ to: 'card', card: plainCard('Go ahead') }])
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain('Go ahead')
      await bot.stop()
    })
  })
}

const draftCard = plainCard('Can I post this?', {
  kind: 'form',
  form: {
    fields: [{ kind: 'lines', id: 'draft', label: 'Your draft', required: true, max: 3000 }],
    submit: { label: 'Check', action: { do: 'draft', scenario: 'post' } },
  },
})

function signed(bot: Slackbot, body: string): Record<string, string> {
  const time = String(Math.floor(Date.now() / 1000))
  const seal = createHmac('sha256', bot.slack.signingSecret).update(`v0:${time}:${body}`).digest('hex')
  const type = { 'content-type': 'application/json' }
  return { ...type, 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${seal}` }
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

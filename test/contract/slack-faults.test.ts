// When Slack says "not now": nothing is lost, nothing is said twice, and nobody waits because of somebody else's
// trouble.
import { expect } from 'chai'
import { here, privately } from '../../src/chat/replies.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { modes, plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'

for (const mode of modes) {
  describe(`slack over ${mode}: trouble on the way to Slack`, () => {
    let bot: Slackbot
    beforeEach(async () => {
      bot = await slackbot({ mode, hear: echo })
      await bot.slack.settled()
    })
    afterEach(() => bot.stop())

    it('429: waits as long as Slack says, then answers, in order', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.rateLimits('chat.postMessage', { times: 2, retryAfter: 7 })
      await ada.says('one', { in: 'dm' })
      await ada.says('two', { in: 'dm' })
      await bot.waits.reached(7_000)
      expect(bot.slack.messagesIn('dm', ada).filter(({ byApp }) => byApp)).to.deep.equal([])
      bot.waits.end(7_000)
      await bot.waits.reached(7_000)
      bot.waits.end(7_000)
      await bot.slack.settled()
      expect(answersTo(bot, ada)).to.deep.equal(['one.', 'two.'])
    })

    for (const error of ['invalid_blocks', 'msg_too_long'])
      it(`${error}: the answer comes in bare words, and the log says which card it was`, async () => {
        const ada = bot.slack.user('Ada Teacher')
        bot.slack.faults.refuses('chat.postMessage', error)
        await ada.says('one', { in: 'dm' })
        await bot.slack.settled()
        const [answered] = bot.slack.messagesIn('dm', ada).filter(({ byApp }) => byApp)
        expect(answered?.text).to.include('one').and.include('as it should look')
        expect(bot.logged.join('\n')).to.include(`{"card":"one","why":"${error}"}`)
      })

    it('a Home that Slack refuses is shown in bare words', async () => {
      await bot.stop()
      bot = await slackbot({ mode, hear: () => [{ to: 'surface', card: plainCard('Home') }] })
      await bot.slack.settled()
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.refuses('views.publish', 'invalid_arguments')
      await ada.opensHome()
      await bot.slack.settled()
      expect(bot.slack.callsOf('views.publish')).to.have.length(2)
      expect(bot.logged.join('\n')).to.include('slack refused how a Home tab looks')
    })

    it('429 for one channel holds up nobody elsewhere', async () => {
      const ada = bot.slack.user('Ada Teacher')
      const bea = bot.slack.user('Bea Starter')
      bot.slack.channel('#staff-room', { members: [ada] })
      bot.slack.faults.rateLimits('chat.postMessage', { retryAfter: 30 })
      await ada.mentions('slow', { in: '#staff-room' })
      await bot.waits.reached(30_000)
      await bea.says('quick', { in: 'dm' })
      await bot.slack.until(() => (answersTo(bot, bea).length > 0 ? true : undefined))
      expect(answersTo(bot, bea)).to.deep.equal(['quick.'])
      bot.waits.end(30_000)
      await bot.slack.settled()
      expect(bot.slack.messagesIn('#staff-room').at(-1)?.text).to.equal('slow.')
    })

    it('after a 429 what nobody waits for keeps a pace, and answers go past it', async () => {
      const people = ['Ada Teacher', 'Bea Starter', 'Cy Cook'].map((name) => bot.slack.user(name))
      const [ada = bot.slack.user('Ada Teacher')] = people
      const post = ({ id }: { id: string }, at: number) => {
        const place = { platform: 'slack', id, kind: 'private' } as const
        return bot.connection.chat.post(place, plainCard('A reminder'), { key: `reminder:${at}` })
      }
      bot.slack.faults.rateLimits('chat.postMessage', { retryAfter: 7 })
      const first = post(ada, 0)
      await bot.waits.reached(7_000)
      bot.waits.end(7_000)
      expect(await first).to.include({ kind: 'sent' })
      const before = bot.waits.pending()
      const [second, third] = people.slice(1).map(post)
      expect(await second).to.include({ kind: 'sent' })
      await ada.says('quick', { in: 'dm' })
      await bot.slack.until(() => (answersTo(bot, ada).includes('quick.') ? true : undefined))
      // A wait of 300 ms belongs to the sign of life for the question, not to the pace.
      const pace = bot.waits.pending().filter((ms) => !before.includes(ms) && ms < 1_000 && ms !== 300)
      expect(pace, 'the third waits for its turn').to.have.length(1)
      for (const ms of pace) bot.waits.end(ms)
      expect(await third).to.include({ kind: 'sent' })
    })

    it('a busy channel gets all its answers, each once', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      bot.slack.faults.rateLimits('chat.postMessage', { times: 5, retryAfter: 1 })
      const asked = Array.from({ length: 10 }, (_, n) => `question ${n}`)
      await Promise.all(asked.map((question) => ada.mentions(question, { in: '#staff-room' })))
      for (let all = false; !all;) {
        bot.waits.end(1_000)
        await new Promise((resolve) => setImmediate(resolve))
        all = bot.slack.messagesIn('#staff-room').filter(({ byApp }) => byApp).length >= 10
      }
      await bot.slack.settled()
      const answers = bot.slack.messagesIn('#staff-room').filter(({ byApp }) => byApp)
      expect(answers.map(({ text }) => text).sort()).to.deep.equal(asked.map((question) => `${question}.`).sort())
    })

    for (const [what, break_] of [
      ['503', () => bot.slack.faults.fails('chat.postMessage', { status: 503 })],
      ['a lost connection', () => bot.slack.faults.drops('chat.postMessage')],
      ['an internal error of Slack’s', () => bot.slack.faults.refuses('chat.postMessage', 'internal_error')],
    ] as const) {
      it(`${what}: is tried again`, async () => {
        const ada = bot.slack.user('Ada Teacher')
        break_()
        await ada.says('one', { in: 'dm' })
        await bot.waits.reached(500)
        bot.waits.end(500)
        await bot.slack.settled()
        expect(answersTo(bot, ada)).to.deep.equal(['one.'])
      })
    }

    it('a private answer is tried again, too', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.fails('response_url', { status: 500 })
      await ada.command('/policy', 'quietly', { in: 'dm' })
      await bot.waits.reached(500)
      bot.waits.end(500)
      await bot.slack.settled()
      expect(ada.newest()).to.include({ kind: 'ephemeral', fallback: 'quietly.' })
    })

    it('a refusal in a channel goes to the person, and is not tried for ever', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      bot.slack.faults.refuses('chat.postMessage', 'is_archived')
      await ada.mentions('one', { in: '#staff-room' })
      await bot.slack.settled()
      expect(answersTo(bot, ada)).to.deep.equal(['one.'])
      expect(bot.waits.pending().filter((ms) => ms === 500)).to.deep.equal([])
    })

    it('after ten minutes it gives up, says so in the log, and goes on', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.fails('chat.postMessage', { times: 1_000, status: 503 })
      await ada.says('one', { in: 'dm' })
      const gaveUp = () => bot.logged.some((line) => line.includes('for ten minutes'))
      for (let turns = 0; !gaveUp() && turns < 10_000; turns++) {
        for (const ms of new Set(bot.waits.pending())) bot.waits.end(ms)
        await new Promise((resolve) => setImmediate(resolve))
      }
      expect(gaveUp()).to.equal(true)
      bot.slack.faults.clear()
      await ada.says('two', { in: 'dm' })
      await bot.slack.settled()
      expect(answersTo(bot, ada)).to.deep.equal(['two.'])
    })

    it('what nobody asked for is posted, or the one who wanted it posted hears why not', async () => {
      const ada = bot.slack.user('Ada Teacher')
      const private_ = { platform: 'slack', id: ada.id, kind: 'private' } as const
      const sent = await bot.connection.chat.post(private_, plainCard('A reminder'))
      expect(sent.kind).to.equal('sent')
      expect(answersTo(bot, ada)).to.deep.equal(['A reminder.'])
      const nowhere = { platform: 'slack', id: 'C404', kind: 'shared' } as const
      expect(await bot.connection.chat.post(nowhere, plainCard('A reminder'))).to.deep.equal({
        kind: 'refused',
        why: 'other',
        what: 'Slack refused a message: channel_not_found',
      })
    })
  })
}

function answersTo(bot: Slackbot, person: Parameters<Slackbot['slack']['messagesIn']>[1]): string[] {
  return bot.slack
    .messagesIn('dm', person)
    .filter(({ byApp }) => byApp)
    .map(({ text }) => text)
}

function echo(event: ChatEvent) {
  const to = event.kind === 'said' && event.quietly === true ? privately : here
  return [to(plainCard(event.kind === 'said' ? event.text : event.kind))]
}

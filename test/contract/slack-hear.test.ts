// What the bot hears in Slack and what it ignores; everything heard is answered once.
import { expect } from 'chai'
import { here } from '../../src/chat/replies.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { memoryPorts } from '../kit/ports.ts'
import { modes, plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'

for (const mode of modes) {
  describe(`slack over ${mode}: what is heard`, () => {
    let bot: Slackbot
    beforeEach(async () => {
      bot = await slackbot({ mode, hear: echo })
    })
    afterEach(() => bot.stop())

    it('a direct message is answered in the conversation, not in a thread', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('may I post a photo?', { in: 'dm' })
      await bot.slack.settled()
      expect(bot.heard).to.have.length(1)
      expect(bot.heard[0]).to.include({ kind: 'said', text: 'may I post a photo?' })
      expect(bot.heard[0]?.place).to.include({ kind: 'private' })
      expect(ada.newest()).to.include({ thread: undefined, from: bot.slack.ids.botUser })
      expect(ada.newest()?.text).to.contain('You said: may I post a photo?')
    })

    it('messages in a row are answered in that order', async () => {
      const ada = bot.slack.user('Ada Teacher')
      for (const n of ['one', 'two', 'three']) await ada.says(n, { in: 'dm' })
      await bot.slack.settled()
      const answers = bot.slack.messagesIn('dm', ada).filter(({ byApp }) => byApp)
      expect(answers.map(({ text }) => text)).to.deep.equal(['You said: one.', 'You said: two.', 'You said: three.'])
    })

    it('a mention is answered in a thread under it, the mention itself left out', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      await ada.mentions('may I?', { in: '#staff-room' })
      await bot.slack.settled()
      const [asked, answer] = bot.slack.messagesIn('#staff-room')
      expect(bot.heard[0]).to.include({ text: 'may I?' })
      expect(answer).to.include({ thread: asked?.ts, byApp: true })
      expect(bot.heard[0]?.place).to.include({ kind: 'shared', thread: asked?.ts })
    })

    it('a mention inside a thread is answered in that thread', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      const root = await ada.says('lunch?', { in: '#staff-room' })
      await ada.mentions('may I?', { in: '#staff-room', thread: root.ts })
      await bot.slack.settled()
      expect(bot.slack.messagesIn('#staff-room').at(-1)).to.include({ thread: root.ts, byApp: true })
    })

    it('a mention in a direct message is one question', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.mentions('may I?', { in: 'dm' })
      await bot.slack.settled()
      expect(bot.heard.map((event) => event.kind === 'said' && event.text)).to.deep.equal(['may I?'])
    })

    it('people’s names and addresses arrive as they read', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('is <https://example.org/a?b=1&c=2> & <this> all right?', { in: 'dm' })
      await bot.slack.settled()
      expect(bot.heard[0]).to.have.property('text').that.contains('https://example.org/a?b=1&c=2')
      expect(bot.heard[0]).to.have.property('text').that.does.not.contain('&amp;')
    })
  })

  describe(`slack over ${mode}: what is left alone`, () => {
    let bot: Slackbot
    beforeEach(async () => {
      bot = await slackbot({ mode, granted: { events: everyMessage } })
    })
    afterEach(() => bot.stop())

    const left = async () => {
      await bot.slack.settled()
      return bot.heard.map(({ kind }) => kind)
    }

    it('messages in channels that do not mention it', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      await ada.says('who has the laminator?', { in: '#staff-room' })
      expect(await left()).to.deep.equal([])
    })

    it('its own messages and other bots’', async () => {
      const robot = bot.slack.user('Timetable', { isBot: true })
      bot.slack.channel('#staff-room', { members: [robot] })
      await robot.mentions('may I?', { in: '#staff-room' })
      await robot.says('hello', { in: 'dm' })
      await bot.slack.sends({
        type: 'message',
        channel_type: 'im',
        channel: 'D1',
        user: bot.slack.ids.botUser,
        text: 'me',
        ts: '1.1',
      })
      expect(await left()).to.deep.equal([])
    })

    it('edits, deletions and people who join', async () => {
      const ada = bot.slack.user('Ada Teacher')
      const bea = bot.slack.user('Bea Starter')
      bot.slack.channel('#staff-room', { members: [ada] })
      const said = await ada.says('hello', { in: '#staff-room' })
      await ada.edits(said, '@Policy Guide hello')
      await ada.deletes(said)
      await bea.joins('#staff-room')
      expect(await left()).to.deep.equal([])
    })

    it('what this version knows nothing of', async () => {
      await bot.slack.sends({ type: 'pin_added', user: 'U1', item: { type: 'message' } })
      await bot.slack.sends({
        type: 'message',
        channel_type: 'im',
        channel: 'D1',
        user: 'U1',
        ts: '1.1',
        subtype: 'huddle_thread',
      })
      expect(await left()).to.deep.equal([])
    })
  })

  describe(`slack over ${mode}: delivered twice`, () => {
    it('is answered once, also by a bot that was started anew in between', async () => {
      const { ports, close } = await memoryPorts()
      const hear = async (event: ChatEvent) =>
        (await ports.store.claim(`event:${event.id}`, ports.clock())) ? echo(event) : []
      const bot = await slackbot({ mode, hear })
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('may I?', { in: 'dm' })
      await bot.slack.settled()
      const event = bot.slack.deliveries.find(({ kind }) => kind === 'event')
      await bot.slack.redeliver(event?.id ?? '')
      await bot.slack.settled()
      const answers = bot.slack.messagesIn('dm', ada).filter(({ byApp }) => byApp)
      expect(answers).to.have.length(1)
      expect(bot.heard.map(({ id }) => id)).to.deep.equal([`slack:${event?.id ?? ''}`, `slack:${event?.id ?? ''}`])
      await bot.stop()
      await close()
    })
  })
}

const everyMessage = [
  'app_mention',
  'message.im',
  'message.channels',
  'message.groups',
  'member_joined_channel',
  'pin_added',
]

function echo(event: ChatEvent) {
  return [here(plainCard(event.kind === 'said' ? `You said: ${event.text}` : event.kind))]
}

// A sign of life in Slack where an answer takes a moment: a status below the message, which the answer removes.
import { expect } from 'chai'
import { buttons } from '../../src/chat/cards.ts'
import { here, instead, privately, type Reply } from '../../src/chat/replies.ts'
import { modes, plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'

const status = 'is looking it up …'

for (const mode of modes)
  describe(`slack over ${mode}: a sign of life`, () => {
    let bot: Slackbot
    let answer: (reply: Reply) => void
    beforeEach(async () => {
      const thinking = new Promise<readonly Reply[]>((resolve) => (answer = (reply) => resolve([reply])))
      bot = await slackbot({ mode, hear: () => thinking })
    })
    afterEach(() => bot.stop())

    /** Lets the time before a sign of life pass while the answer is not ready. */
    async function late() {
      await bot.waits.reached(300)
      bot.waits.end(300)
    }

    it('is seen in a plain direct message, under the message itself, and goes with an answer that is in no thread', async () => {
      const ada = bot.slack.user('Ada Teacher')
      const { ts } = await ada.says('may I?', { in: 'dm' })
      await late()
      await bot.slack.until(() => bot.slack.statusesIn('dm', ada).get(ts) === status || undefined)
      expect(bot.slack.messagesIn('dm', ada)).to.have.lengthOf(1)
      answer(here(plainCard('An answer')))
      await bot.slack.settled()
      expect([...bot.slack.statusesIn('dm', ada)]).to.deep.equal([])
      expect(bot.slack.messagesIn('dm', ada).at(-1)).to.include({ text: 'An answer.', thread: undefined })
    })

    it('is seen in a channel’s thread, and goes with an answer for one person alone', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      const { ts } = await ada.mentions('may I?', { in: '#staff-room' })
      await late()
      await bot.slack.until(() => bot.slack.statusesIn('#staff-room').get(ts) === status || undefined)
      answer(privately(plainCard('For you')))
      await bot.slack.settled()
      expect([...bot.slack.statusesIn('#staff-room')]).to.deep.equal([])
      expect(ada.newest()).to.include({ kind: 'ephemeral' })
    })

    it('of two questions at once none keeps its status', async () => {
      const ada = bot.slack.user('Ada Teacher')
      await ada.says('may I?', { in: 'dm' })
      await ada.says('and may Bea?', { in: 'dm' })
      await late()
      await bot.slack.until(() => bot.slack.statusesIn('dm', ada).size > 0 || undefined)
      answer(here(plainCard('An answer')))
      await bot.slack.settled()
      expect([...bot.slack.statusesIn('dm', ada)]).to.deep.equal([])
    })

    it('a command leaves no message under which one could stand, and none is made', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.channel('#staff-room', { members: [ada] })
      const asked = ada.command('/policy', 'may I?', { in: '#staff-room' })
      await asked
      expect(bot.waits.pending()).not.to.include(300)
      answer(privately(plainCard('For you')))
      await bot.slack.settled()
      expect(bot.slack.callsOf('assistant.threads.setStatus')).to.deep.equal([])
      expect(bot.slack.messagesIn('#staff-room')).to.deep.equal([])
    })

    it('an answer that is ready has none', async () => {
      const ada = bot.slack.user('Ada Teacher')
      answer(here(plainCard('An answer')))
      await ada.says('may I?', { in: 'dm' })
      await bot.slack.settled()
      expect(bot.slack.callsOf('assistant.threads.setStatus')).to.deep.equal([])
    })

    it('nothing depends on it', async () => {
      const ada = bot.slack.user('Ada Teacher')
      bot.slack.faults.refuses('assistant.threads.setStatus', 'not_allowed')
      await ada.says('may I?', { in: 'dm' })
      await late()
      answer(here(plainCard('An answer')))
      await bot.slack.settled()
      expect(ada.newest()?.fallback).to.equal('An answer.')
    })
  })

describe('slack: a sign of life after a press', () => {
  it('stands under the card that was pressed', async () => {
    let answer: (replies: readonly Reply[]) => void = () => undefined
    const thinking = new Promise<readonly Reply[]>((resolve) => (answer = resolve))
    const more = buttons({ label: 'Read on', action: { do: 'read', policy: 'p', edition: 'e', section: '1' } })
    const bot = await slackbot({
      hear: (event) => (event.kind === 'pressed' ? thinking : [here(plainCard('A card', more))]),
    })
    const ada = bot.slack.user('Ada Teacher')
    await ada.says('may I?', { in: 'dm' })
    await bot.slack.settled()
    bot.waits.end(300)
    const card = bot.slack.messagesIn('dm', ada).at(-1)
    await ada.presses('Read on')
    await bot.waits.reached(300)
    bot.waits.end(300)
    await bot.slack.until(() => bot.slack.statusesIn('dm', ada).get(card?.ts ?? '') === status || undefined)
    answer([instead(plainCard('Another card'))])
    await bot.slack.settled()
    expect([...bot.slack.statusesIn('dm', ada)]).to.deep.equal([])
    await bot.stop()
  })
})

// Charts as pictures and files beside cards in Slack: shown where Slack takes them, and given in words everywhere else.
import { patience } from '../../adapters/patience.ts'
import { expect } from 'chai'
import type { Block, Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, privately, type Reply } from '../../src/chat/replies.ts'
import { readPng } from '../kit/png.ts'
import { installed, modes, plainCard, slackbot, type Slackbot } from '../kit/slackbot.ts'
import type { User } from '../kit/slack/types.ts'

const chart: Block = {
  kind: 'chart',
  label: 'Signed, by group',
  parts: ['Signed', 'Outstanding'],
  bars: [
    { label: 'Teaching', count: 7, total: 20, spoken: '7 of 20 have signed' },
    { label: '<!channel> & "Žofia"\u202E', count: 0, total: 3, spoken: '0 of 3 have signed' },
  ],
}
const pdf = Buffer.from('%PDF-1.7 a receipt')
const file: Block = {
  kind: 'file',
  label: 'Your receipt',
  name: 'receipt.pdf',
  content: pdf,
  otherwise: 'A senior leader can print this for you.',
}
const words = 'Teaching: 7 of 20 have signed'

const replyTo = (event: ChatEvent): ((card: Card) => Reply) => {
  if (event.kind === 'opened') return (card) => ({ to: 'surface', card })
  return event.kind === 'said' && event.text === 'quietly' ? privately : here
}

for (const mode of modes) {
  describe(`slack over ${mode}: pictures and files`, () => {
    let bot: Slackbot
    let ada: User
    let shown: Card
    const begin = async (scopes?: readonly string[]) => {
      bot = await slackbot({
        mode,
        hear: (event) => [replyTo(event)(shown)],
        ...(scopes === undefined ? {} : { granted: { scopes } }),
      })
      ada = bot.slack.user('Ada Teacher')
      await bot.slack.settled()
    }
    afterEach(() => bot.stop())

    const post = (card: Card) => bot.connection.chat.post({ platform: 'slack', id: ada.id, kind: 'private' }, card)
    const inDm = () => bot.slack.messagesIn('dm', ada).filter(({ byApp }) => byApp)
    const warned = () => bot.logged.filter((line) => line.startsWith('slack did not take a file')).length

    it('a chart is a picture, with the same in words for who listens', async () => {
      await begin()
      expect((await post(plainCard('Progress', chart))).kind).to.equal('sent')
      const [uploaded] = bot.slack.files()
      expect(uploaded?.sharedIn).to.deep.equal([])
      expect(readPng(uploaded?.content ?? Buffer.alloc(0)).width).to.equal(1_080)
      const [message] = inDm()
      const picture = message?.blocks.find(({ type }) => type === 'image')
      expect(picture?.['alt_text']).to.equal(
        'Signed, by group. Teaching: 7 of 20 have signed. <!channel> & "Žofia": 0 of 3 have signed.',
      )
      expect(inDm()).to.have.length(1)
    })

    it('so it is in an answer, in a channel, in a whisper and in place of a card', async () => {
      await begin()
      shown = plainCard('Progress', chart, { kind: 'buttons', buttons: [{ label: 'Again', action: { do: 'help' } }] })
      bot.slack.channel('#staff-room', { members: [ada] })
      await ada.says('show', { in: 'dm' })
      await bot.slack.settled()
      await ada.presses('Again')
      await bot.slack.settled()
      await ada.mentions('show', { in: '#staff-room' })
      await bot.slack.settled()
      await ada.mentions('quietly', { in: '#staff-room' })
      await bot.slack.settled()
      const mine = ada.sees().filter(({ from }) => from === bot.slack.ids.botUser)
      expect(mine.length).to.be.greaterThan(2)
      for (const { blocks } of mine) expect(blocks.map(({ type }) => type)).to.include('image')
    })

    it('in a modal and at home it is words', async () => {
      await begin()
      shown = plainCard('Progress', chart)
      await ada.opensHome()
      await bot.slack.settled()
      expect(ada.home()?.text).to.contain(words)
      await ada.usesShortcut('can_i_post')
      await bot.slack.settled()
      expect(ada.modal()?.text).to.contain(words)
      expect(bot.slack.files()).to.deep.equal([])
    })

    it('a picture that Slack is still busy with is waited for, and posted once', async () => {
      await begin()
      bot.slack.processesSlowly(2)
      const posted = post(plainCard('Progress', chart))
      for (const pause of [300, 700]) {
        await bot.waits.reached(pause)
        bot.waits.end(pause)
      }
      expect((await posted).kind).to.equal('sent')
      expect(inDm().map(({ blocks }) => blocks.map(({ type }) => type))).to.deep.equal([['header', 'image']])
    })

    it('one that is never ready is said in words', async () => {
      await begin()
      bot.slack.processesSlowly(1_000)
      const posted = post(plainCard('Progress', chart))
      for (const pause of [300, 700, 1_500, 3_000]) {
        await bot.waits.reached(pause)
        bot.waits.end(pause)
      }
      expect((await posted).kind).to.equal('sent')
      expect(ada.newest()?.text).to.contain(words)
      expect(inDm()).to.have.length(1)
      expect(bot.logged.filter((line) => line.includes('did not show a picture'))).to.have.length(1)
    })

    for (const step of ['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal']) {
      it(`${step}: a pause is waited for, and a hiccup tried again`, async () => {
        await begin()
        bot.slack.faults.rateLimits(step, { retryAfter: 9 })
        bot.slack.faults.fails(step, { status: 503 })
        const posted = post(plainCard('Progress', chart, file))
        await bot.waits.reached(9_000)
        bot.waits.end(9_000)
        await bot.waits.reached(500)
        bot.waits.end(500)
        expect((await posted).kind).to.equal('sent')
        await bot.slack.settled()
        expect(inDm()[0]?.blocks.map(({ type }) => type)).to.include('image')
        expect(inDm()[1]?.files).to.have.length(1)
      })

      it(`${step}: when it stays broken, the words are there all the same`, async () => {
        await begin()
        bot.slack.faults.fails(step, { status: 500, times: 1_000 })
        const posted = post(plainCard('Progress', chart, file))
        for (let done = false; !done;) {
          for (const pause of patience.short) bot.waits.end(pause)
          done = await Promise.race([
            posted.then(() => true),
            new Promise<false>((resolve) => setImmediate(() => resolve(false))),
          ])
        }
        expect((await posted).kind).to.equal('sent')
        expect(
          ada
            .sees()
            .map(({ text }) => text)
            .join('\n'),
        )
          .to.contain(words)
          .and.contain('A senior leader can print')
        expect(warned()).to.equal(2)
      })

      it(`${step}: what Slack refuses is said in words, with one line in the log`, async () => {
        await begin()
        bot.slack.faults.refuses(step, 'file_uploads_disabled')
        expect((await post(plainCard('Receipt', file))).kind).to.equal('sent')
        expect(
          ada
            .sees()
            .map(({ text }) => text)
            .join('\n'),
        ).to.contain('A senior leader can print this for you.')
        expect(inDm().flatMap(({ files }) => files)).to.deep.equal([])
        expect(warned()).to.equal(1)
      })
    }

    it('without the scope everything is said in words', async () => {
      await begin(installed().scopes.filter((scope) => scope !== 'files:write'))
      await post(plainCard('Progress', chart, file))
      expect(ada.newest()?.text).to.contain(words).and.contain('A senior leader can print this for you.')
      expect(bot.logged.filter((line) => line.includes('missing_scope'))).to.have.length(2)
      expect(bot.logged.join()).to.contain('scope files:write')
    })

    it('a file stands below its card, in the person’s own conversation, byte for byte', async () => {
      await begin()
      await post(plainCard('Receipt', file))
      const [card, beside, ...more] = inDm()
      expect(more).to.deep.equal([])
      expect(JSON.stringify(card?.blocks))
        .to.contain('Your receipt: in the next message.')
        .and.not.contain('senior leader')
      expect(beside?.files.map(({ name, title }) => ({ name, title }))).to.deep.equal([
        { name: 'receipt.pdf', title: 'Your receipt' },
      ])
      const [uploaded] = bot.slack.files()
      expect(uploaded?.content?.equals(pdf)).to.equal(true)
      expect(uploaded?.sharedIn).to.deep.equal([card?.channel])
    })

    it('where others read along there is no file, only the words', async () => {
      await begin()
      shown = plainCard('Receipt', file)
      bot.slack.channel('#staff-room', { members: [ada] })
      await ada.mentions('receipt', { in: '#staff-room' })
      await ada.mentions('quietly', { in: '#staff-room' })
      await ada.command('/policy', 'receipt', { in: '#staff-room' })
      await bot.slack.settled()
      expect(bot.slack.files()).to.deep.equal([])
      expect(ada.newest()?.text).to.contain('A senior leader can print this for you.')
    })

    it('a chart with more bars than a screen reader may be told of is words', async () => {
      await begin()
      const bars = Array.from({ length: 60 }, (_, n) => ({
        label: `Department of a rather long name ${n}`,
        count: 1,
        total: 2,
        spoken: '1 of 2 have signed',
      }))
      await post(plainCard('Progress', { ...chart, bars }))
      expect(ada.newest()?.text).to.contain('name 59: 1 of 2 have signed')
      expect(bot.slack.files()).to.deep.equal([])
    })
  })
}

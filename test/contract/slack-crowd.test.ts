// Many people at once, and people who type strange things: everybody gets their own answer, and no answer notifies a
// whole channel.
import { expect } from 'chai'
import { createApp } from '../../src/app.ts'
import { loadLibrary } from '../../src/command/knowledge.ts'
import { buttons, type Card } from '../../src/chat/cards.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, privately } from '../../src/chat/replies.ts'
import { memoryPorts } from '../kit/ports.ts'
import { clientOf } from '../kit/slack/running.ts'
import { modes, slackbot, type Mode, type Slackbot } from '../kit/slackbot.ts'
import type { Fields, Json } from '../kit/json.ts'

for (const mode of modes) {
  describe(`slack over ${mode}: fifty people at once`, () => {
    it('each is answered, where they asked and with what they asked', async function () {
      const { bot, stop } = await wholeApp(mode)
      const people = Array.from({ length: 50 }, (_, n) => bot.slack.user(`Teacher ${n}`))
      bot.slack.channel('#staff-room', { members: people })
      await Promise.all(
        people.flatMap((person) => [
          person.says('Can I be friends with parents on Facebook?', { in: 'dm' }),
          person.mentions('Who has to follow the social media policy?', { in: '#staff-room' }),
          person.command('/policy', 'What counts as confidential information?', { in: '#staff-room' }),
        ]),
      )
      await bot.slack.settled()
      expect(bot.slack.deliveries.every(({ acknowledged }) => acknowledged)).to.equal(true)
      const asked = bot.slack.messagesIn('#staff-room').filter(({ byApp }) => !byApp)
      for (const question of asked) {
        const answers = bot.slack
          .messagesIn('#staff-room')
          .filter(({ thread, byApp }) => byApp && thread === question.ts)
        expect(
          answers.map(({ text }) => text.slice(0, 2)),
          question.user,
        ).to.deep.equal(['4 '])
      }
      for (const person of people) {
        const mine = person.sees().filter(({ from, kind }) => from === bot.slack.ids.botUser && kind === 'ephemeral')
        expect(mine, person.name).to.have.length(1)
        expect(
          bot.slack.messagesIn('dm', person).filter(({ byApp }) => byApp),
          person.name,
        ).to.have.length(1)
      }
      expect(bot.slack.warnings).to.deep.equal([])
      await stop()
    })
  })
}

describe('slack: what people type', () => {
  const naughty: readonly [string, string][] = [
    ['a channel to wake', '<!channel> <!here> <!everyone> @channel @here @everyone'],
    ['people and groups to wake', '<@U012AB3CD> <!subteam^S012|@slt> <#C012|general>'],
    ['markup', '*bold* _it_ ~no~ `code` ```pre``` > quote\n> more\n• list'],
    ['links', '<https://evil.example|the school> <mailto:a@b.example|mail> https://evil.example/?a=1&b=<2>'],
    ['entities', '&lt;!channel&gt; &amp;lt;!here&amp;gt; &#60;!channel&#62;'],
    ['emoji names', ':tada: :skull_and_crossbones:'],
    ['emoji', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🙂'.repeat(50)],
    ['control characters', 'a\u0000b\u0007c\u001Bd\u007Fe\r\nf'],
    ['half characters', 'half \uD83D and half \uDE00 and \uDC00\uD800'],
    ['turned text', '\u202Eexe.txt\u202C and \u2067هل يمكنني\u2069'],
    ['names of things', '__proto__ constructor toString hasOwnProperty null undefined NaN'],
    ['code', "<script>alert(1)</script> {{7*7}} ${7*7} %s%n '; DROP TABLE claim; --"],
    ['very much', 'Is this all right? '.repeat(2_000)],
    ['one long word', 'x'.repeat(39_000)],
    ['nothing to see', '\u200B\u200B \u00A0'],
    ['ampersands', '&'.repeat(3_000)],
  ]
  let bot: Slackbot
  beforeEach(async () => {
    bot = await slackbot({ hear: repeat })
  })
  afterEach(() => bot.stop())

  for (const [what, text] of naughty) {
    it(`${what}: is shown, wakes nobody, and Slack takes it`, async () => {
      const ada = bot.slack.user('Ada Teacher')
      const bea = bot.slack.user('Bea Starter')
      bot.slack.channel('#staff-room', { members: [ada, bea] })
      const said = await ada.says('hello', { in: '#staff-room' })
      const sent = (sendable: string) => ({
        type: 'app_mention',
        user: ada.id,
        channel: bot.slack.channel('#staff-room').id,
        text: sendable,
        ts: said.ts,
      })
      await bot.slack.sends(sent(`<@${bot.slack.ids.botUser}> ${text}`))
      await ada.command('/policy', text.slice(0, 4_000), { in: '#staff-room' })
      await bot.slack.settled()
      const refused = bot.slack.calls.filter(({ answer }) => answer['ok'] === false)
      expect(refused).to.deep.equal([])
      expect(bot.slack.callsOf('chat.postMessage').length).to.be.greaterThan(0)
      for (const call of bot.slack.calls) {
        expect(typeof call.args['text'] === 'string' ? call.args['text'] : '').not.to.match(/<[!@#]|<http/)
        expect(kindsIn(call.args['blocks'] ?? null)).not.to.include.members(['mrkdwn'])
        expect(
          kindsIn(call.args['blocks'] ?? null).filter((kind) =>
            ['broadcast', 'user', 'usergroup', 'link'].includes(kind),
          ),
        ).to.deep.equal([])
      }
    })
  }

  it('the whole app shows them all the same', async function () {
    const { bot: whole, stop } = await wholeApp('http')
    const ada = whole.slack.user('Ada Teacher')
    for (const [, text] of naughty) {
      await ada.says(text.slice(0, 39_000), { in: 'dm' })
      await whole.slack.settled()
      expect(ada.newest()?.text).not.to.contain('went wrong')
    }
    expect(whole.slack.calls.filter(({ answer }) => answer['ok'] === false)).to.deep.equal([])
    await stop()
  })
})

describe('slack: buttons that can’t be followed', () => {
  const strange = [
    'old',
    '0{"do":"help"}',
    '1{"do":"explode"}',
    '1{"do":"read","policy":"no","edition":"no","section":"no"}',
    '1{',
  ]

  it('are answered politely, whether stale, foreign or forged', async () => {
    const { bot, stop } = await wholeApp('http')
    const ada = bot.slack.user('Ada Teacher')
    for (const value of strange) {
      const element = { type: 'button', action_id: 'b', text: { type: 'plain_text', text: value }, value } as const
      const blocks = [{ type: 'actions', elements: [element] } as const]
      await clientOf(bot.slack).chat.postMessage({ channel: ada.id, text: 'An old card.', blocks })
      await ada.presses(value)
      await bot.slack.settled()
      expect(ada.newest()?.text, value).to.contain('That button is out of date')
    }
    expect(bot.logged.filter((line) => line.includes('could not answer'))).to.deep.equal([])
    await stop()
  })
})

async function wholeApp(mode: Mode): Promise<{ bot: Slackbot; stop: () => Promise<void> }> {
  const memory = await memoryPorts()
  const { ports } = memory
  const app = createApp(ports, loadLibrary({ root: '.', home: 'test/no-home' }))
  // The bench measures how long an acknowledgement takes; a busy machine must not fail this test.
  const bot = await slackbot({
    mode,
    directory: ports.directory,
    hear: (event) => app.hear(event),
    take: app.take,
    slack: { ackWithin: 60_000 },
  })
  return {
    bot,
    stop: async () => {
      await bot.stop()
      await memory.close()
    },
  }
}

/** Repeats what was typed in every part of a card. */
function repeat(event: ChatEvent) {
  // A message of nothing but emoji has no words left.
  const text = event.kind === 'said' ? event.text : ''
  const said = text === '' ? 'No words' : text
  const card: Card = {
    title: said,
    tone: 'caution',
    summary: said,
    blocks: [
      { kind: 'heading', text: said },
      { kind: 'text', text: [{ text: said }, { text: said, style: 'mark' }] },
      { kind: 'quote', text: [{ text: said }], source: said },
      { kind: 'list', ordered: true, items: [[{ text: said }], [{ text: said }]] },
      { kind: 'note', text: [{ text: said }] },
      buttons({ label: said, spoken: said, action: { do: 'help' } }),
      {
        kind: 'form',
        form: {
          fields: [{ kind: 'lines', id: 'draft', label: said, hint: said, required: false, max: 9_000 }],
          submit: { label: said, action: { do: 'help' } },
        },
      },
    ],
  }
  return [event.kind === 'said' && event.quietly === true ? privately(card) : here(card)]
}

function kindsIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => kindsIn(each as Json))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value as Fields).flatMap(([key, held]) =>
    key === 'type' && typeof held === 'string' ? [held] : kindsIn(held),
  )
}

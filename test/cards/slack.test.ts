// The gallery in Slack's Block Kit, compared with the approved output and checked against Slack's limits.
// UPDATE_GOLDEN=1 writes the current output; look at the difference before keeping it.
import { expect } from 'chai'
import { limits } from '../../adapters/slack/limits.ts'
import { textIn } from '../../adapters/slack/rich.ts'
import { showMessages } from '../../adapters/slack/show.ts'
import { showHome, showModal } from '../../adapters/slack/view.ts'
import { edges, gallery } from '../kit/gallery.ts'
import { cardNamed, wordsIn, writeGolden } from '../kit/golden.ts'
import { slackAlone } from '../kit/slack/running.ts'
import { golden, type Golden } from './slack.golden.ts'

/** The whole gallery as messages, and the cards for modals and Home as views. */
const made: Golden = {
  messages: mapValues(gallery, showMessages),
  modals: {
    draft: showModal([cardNamed('draft')]),
    question: showModal([cardNamed('question')]),
    two: showModal([cardNamed('stop'), cardNamed('unsure')]),
  },
  homes: { draft: showHome([cardNamed('draft'), cardNamed('question')]) },
}

describe('slack: the gallery', () => {
  before(async () => {
    if (process.env['UPDATE_GOLDEN'] !== undefined) await writeGolden('test/cards/slack.golden.ts', goldenLines, made)
  })

  for (const kind of ['messages', 'modals', 'homes'] as const) {
    for (const [name, shown] of Object.entries(made[kind])) {
      it(`${kind}, ${name}: is what it was`, () => {
        expect(shown).to.deep.equal(golden[kind][name])
      })
    }
  }
})

describe('slack: every card', () => {
  for (const [name, shown] of Object.entries({ ...gallery, ...edges })) {
    const messages = showMessages(shown)

    it(`${name}: has a text that notifications and screen readers can say`, () => {
      for (const { text } of messages) {
        expect(text.length).to.be.within(1, limits.fallback)
        expect(text).not.to.contain('<')
      }
    })

    it(`${name}: stays within Slack’s limits`, () => {
      for (const { blocks } of messages) {
        expect(blocks.length).to.be.within(1, limits.messageBlocks)
        expect(textIn(blocks)).to.be.at.most(limits.messageText)
      }
      for (const { blocks } of [showModal([shown]), showHome([shown])]) {
        expect(blocks.length).to.be.within(1, limits.viewBlocks)
      }
    })

    it(`${name}: keeps every word and every button`, () => {
      const whole = JSON.stringify(messages.map(({ blocks }) => blocks))
      for (const block of shown.blocks) {
        for (const word of wordsIn(block, 40)) expect(whole).to.contain(JSON.stringify(word).slice(1, -1))
      }
    })
  }

  it('is taken by Slack, in a message, a modal and a Home tab, without a warning', async () => {
    const { slack, client, stop } = await slackAlone()
    const ada = slack.user('Ada Teacher')
    for (const shown of Object.values({ ...gallery, ...edges })) {
      for (const message of showMessages(shown)) await client.chat.postMessage({ channel: ada.id, ...message })
      await client.views.publish({ user_id: ada.id, view: showHome([shown]) })
      const shortcut = await ada.usesShortcut('can_i_post')
      await client.views.open({
        trigger_id: JSON.stringify(shortcut.body['trigger_id']).slice(1, -1),
        view: showModal([shown]),
      })
    }
    expect(slack.warnings).to.deep.equal([])
    await stop()
  })
})

const goldenLines = [
  '// What the gallery looks like in Slack; written by UPDATE_GOLDEN=1, checked by the types of Slack’s own package.',
  "import type { types } from '@slack/bolt'",
  "import type { SlackMessage } from '../../adapters/slack/show.ts'",
  '',
  'export interface Golden {',
  'readonly messages: Readonly<Record<string, readonly SlackMessage[]>>',
  'readonly modals: Readonly<Record<string, types.ModalView>>',
  'readonly homes: Readonly<Record<string, types.HomeView>>',
  '}',
]

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

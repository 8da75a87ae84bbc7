// The gallery in Slack's Block Kit, compared with what was looked at and found good, and held against Slack's limits.
// UPDATE_GOLDEN=1 writes what is made now; look at the difference before keeping it.
import { writeFileSync } from 'node:fs'
import { expect } from 'chai'
import { format } from 'prettier'
import { limits } from '../../adapters/slack/limits.ts'
import { showMessages, textIn } from '../../adapters/slack/show.ts'
import { showHome, showModal } from '../../adapters/slack/view.ts'
import { gallery } from '../kit/gallery.ts'
import { slackAlone } from '../kit/slack/running.ts'
import { golden, type Golden } from './slack.golden.ts'

describe('slack: the gallery', () => {
  const made = make()

  before(async () => {
    if (process.env['UPDATE_GOLDEN'] === undefined) return
    const source = [
      '// What the gallery looks like in Slack; written by UPDATE_GOLDEN=1, checked by the types of Slack’s own package.',
      "import type { types } from '@slack/bolt'",
      "import type { SlackMessage } from '../../adapters/slack/show.ts'",
      '',
      'export interface Golden {',
      'readonly messages: readonly SlackMessage[]',
      'readonly modal: types.ModalView',
      'readonly home: types.HomeView',
      '}',
      '',
      `export const golden: Readonly<Record<string, Golden>> = ${JSON.stringify(made, null, 2)}`,
    ]
    const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 120 } as const
    writeFileSync('test/cards/slack.golden.ts', await format(source.join('\n'), style))
  })

  for (const [name, { messages, modal, home }] of Object.entries(made)) {
    it(`${name}: is what it was`, () => {
      expect({ messages, modal, home }).to.deep.equal(golden[name])
    })

    it(`${name}: has a text that notifications and screen readers can say`, () => {
      for (const { text } of messages) {
        expect(text.length).to.be.within(1, limits.fallback)
        expect(text).not.to.match(/<|\n{2}/)
      }
    })

    it(`${name}: stays within Slack’s limits`, () => {
      for (const { blocks } of messages) {
        expect(blocks.length).to.be.within(1, limits.messageBlocks)
        expect(textIn(blocks)).to.be.at.most(limits.messageText)
      }
      for (const { blocks } of [modal, home]) expect(blocks.length).to.be.at.most(limits.viewBlocks)
    })
  }

  it('is taken by Slack, all of it, without a warning', async () => {
    const { slack, client, stop } = await slackAlone()
    const ada = slack.user('Ada Teacher')
    for (const { messages, home } of Object.values(made)) {
      for (const message of messages) await client.chat.postMessage({ channel: ada.id, ...message })
      await client.views.publish({ user_id: ada.id, view: home })
    }
    expect(slack.warnings).to.deep.equal([])
    await stop()
  })

  it('nothing of a card is lost', () => {
    for (const card of Object.values(gallery)) {
      const shown = JSON.stringify(showMessages(card).map(({ blocks }) => blocks))
      for (const block of card.blocks) {
        if (block.kind === 'buttons')
          for (const { label } of block.buttons)
            expect(shown).to.contain(JSON.stringify(label.slice(0, 40)).slice(1, -1))
      }
    }
  })
})

function make(): Record<string, Golden> {
  return Object.fromEntries(
    Object.entries(gallery).map(([name, card]) => [
      name,
      { messages: showMessages(card), modal: showModal([card]), home: showHome([card]) },
    ]),
  )
}

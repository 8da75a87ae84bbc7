// What a person sees in a Slack message, reduced to one shape.
import { expect } from 'chai'
import type { SeenBeside } from '../../../src/chat/events.ts'
import { toEvent } from '../../../adapters/slack/hear.ts'

const self = { user: 'UBOT', nameOf: () => undefined }
const nothing: SeenBeside = { quoted: [], pictures: 0, files: [], emoji: [] }
const message = (rest: object) => ({
  type: 'event_callback',
  event_id: 'Ev1',
  event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', ts: '1.1', text: '', ...rest },
})
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })

const nested = (levels: number) =>
  JSON.parse(`${'{"elements":['.repeat(levels)}{"text":"x"}${']}'.repeat(levels)}`) as object

describe('what is seen in a message of Slack’s', () => {
  const cases: readonly [string, object, string, Partial<SeenBeside> | undefined][] = [
    ['words alone', { text: 'may I?' }, 'may I?', undefined],
    [
      'a shared message',
      { text: 'this?', attachments: [{ text: 'Sam wants to die', author_name: 'B' }] },
      'this?',
      { quoted: ['Sam wants to die'] },
    ],
    [
      'a forwarded message without its text',
      { attachments: [{ fallback: '[today] a picture of 7B' }] },
      '',
      { quoted: ['[today] a picture of 7B'] },
    ],
    [
      'a shared message as blocks',
      { attachments: [{ message_blocks: [{ message: { blocks: [section('Well done 7B')] } }] }] },
      '',
      { quoted: ['Well done 7B'] },
    ],
    ['blocks beneath ten thousand others', { blocks: [section('may I?'), nested(10_000)] }, 'may I?', undefined],
    ['blocks without a text', { blocks: [section('may I?')] }, 'may I?', undefined],
    [
      'a picture, a film and a letter',
      {
        text: 'and these?',
        files: [
          { name: 'a.png', mimetype: 'image/png' },
          { name: 'b.mp4', mimetype: 'video/mp4' },
          { name: 'c.pdf', mimetype: 'application/pdf' },
        ],
      },
      'and these?',
      { pictures: 2, files: ['c.pdf'] },
    ],
    ['emoji alone', { text: ':sos:' }, '', { emoji: ['sos'] }],
    ['emoji among words', { text: 'help :pray::skin-tone-2: please :+1:' }, 'help please', { emoji: ['pray', '+1'] }],
    ['a time of day', { text: 'at 10:30:45 today' }, 'at 10:30:45 today', undefined],
    ['what nobody can read', { text: 'hello', attachments: 7, files: 'x', blocks: null }, 'hello', undefined],
  ]
  for (const [what, given, text, seen] of cases)
    it(what, () => {
      const event = toEvent(message(given), self)
      if (event?.kind !== 'said') throw new Error('nothing was said')
      expect(event.text).to.equal(text)
      expect(event.seen).to.deep.equal(seen && { ...nothing, ...seen })
    })
})

// What a person sees in a Teams message, reduced to one shape.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { SeenBeside } from '../../../src/chat/events.ts'
import { toEvent } from '../../../adapters/teams/hear.ts'

const nothing: SeenBeside = { quoted: [], pictures: 0, files: [], emoji: [] }
const recorded = JSON.parse(readFileSync('test/replay/teams/message-personal.json', 'utf8')) as object

const nested = (levels: number) =>
  JSON.parse(`${'{"items":['.repeat(levels)}{"text":"x"}${']}'.repeat(levels)}`) as object

describe('what is seen in a message of Teams’s', () => {
  const quote = { type: 'quotedReply', quotedReply: { messageId: '1', preview: 'Sam wants to die' } }
  const html = (content: string) => ({ contentType: 'text/html', content })
  const cases: readonly [string, object, string, Partial<SeenBeside> | undefined][] = [
    [
      'a card beneath ten thousand others',
      {
        text: 'may I?',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: nested(10_000) }],
      },
      'may I?',
      undefined,
    ],
    ['words alone', { text: 'may I?' }, 'may I?', undefined],
    ['words and the same as HTML', { text: 'may I?', attachments: [html('<p>may I?</p>')] }, 'may I?', undefined],
    [
      'a reply that quotes',
      { text: '<quoted messageId="1"/> what now?', entities: [quote] },
      'what now?',
      { quoted: ['Sam wants to die'] },
    ],
    [
      'an older reply',
      {
        text: 'what now?',
        attachments: [
          html('<blockquote itemtype="http://schema.skype.com/Reply"><p>Sam wants to die</p></blockquote>what now?'),
        ],
      },
      'what now?',
      { quoted: ['Sam wants to die'] },
    ],
    [
      'a forwarded message',
      {
        text: '<attachment id="1"></attachment>',
        attachments: [
          {
            contentType: 'forwardedMessageReference',
            content: JSON.stringify({ originalMessageContent: '<p>Well done <b>7B</b></p>' }),
          },
        ],
      },
      '',
      { quoted: ['Well done 7B'] },
    ],
    [
      'a reference with a preview',
      { text: 'this?', attachments: [{ contentType: 'messageReference', content: { messagePreview: 'Well done' } }] },
      'this?',
      { quoted: ['Well done'] },
    ],
    [
      'a picture, twice, and a file',
      {
        text: '',
        attachments: [
          { contentType: 'image/png', contentUrl: 'x' },
          html('<p><img src="x"></p>'),
          { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf' },
        ],
      },
      '',
      { pictures: 2, files: ['a.pdf'] },
    ],
    [
      'a card',
      {
        text: '',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: { body: [{ type: 'TextBlock', text: 'Trip to Wales' }] },
          },
        ],
      },
      '',
      { quoted: ['Trip to Wales'] },
    ],
    [
      'what nobody can read',
      { text: 'hello', attachments: [7, null, { contentType: 'messageReference', content: '{' }] },
      'hello',
      undefined,
    ],
  ]
  for (const [what, given, text, seen] of cases)
    it(what, () => {
      const event = toEvent({ ...recorded, entities: [], attachments: [], ...given })
      if (event?.kind !== 'said') throw new Error('nothing was said')
      expect(event.text).to.equal(text)
      expect(event.seen).to.deep.equal(seen && { ...nothing, ...seen })
    })
})

// The stand-in refuses what Teams refuses, and warns of content that Teams accepts but nobody should send.
import { expect } from 'chai'
import { cardLimit, careless, refusedActivity } from '../../kit/teams/content.ts'
import type { Fields } from '../../kit/json.ts'

const card = (more: Fields = {}): Fields => ({
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: 'A card.',
  body: [{ type: 'TextBlock', text: 'x' }],
  ...more,
})
const withCard = (content: Fields, more: Fields = {}): Fields => ({
  type: 'message',
  summary: 'A card.',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  ...more,
})
const filled = (to: number): Fields => {
  const empty = Buffer.byteLength(JSON.stringify(card({ speak: '' })))
  return card({ speak: 'x'.repeat(to - empty) })
}

describe('teams stand-in: what it refuses', () => {
  const refused: readonly (readonly [string, Fields, number | undefined])[] = [
    ['a card', withCard(card()), undefined],
    ['words', { type: 'message', text: 'hello' }, undefined],
    ['that somebody types', { type: 'typing' }, undefined],
    ['a card of exactly 28 KB', withCard(filled(cardLimit)), undefined],
    ['a card one byte above', withCard(filled(cardLimit + 1)), 413],
    ['bytes, not characters', withCard(card({ speak: '’'.repeat(10_000) })), 413],
    ['nothing at all', { type: 'message', text: ' ' }, 400],
    ['an unknown activity', { type: 'trace' }, 400],
    [
      'an unknown attachment',
      { type: 'message', attachments: [{ contentType: 'application/x-card', content: {} }] },
      400,
    ],
    [
      'a card without content',
      { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] },
      400,
    ],
    ['a card without version', withCard(card({ version: undefined })), 400],
    ['what is no card', withCard({ type: 'Card', version: '1.5' }), 400],
  ]
  for (const [what, activity, status] of refused) {
    it(`${what}: ${status ?? 'taken'}`, () => expect(refusedActivity(activity)?.status).to.equal(status))
  }
})

describe('teams stand-in: what it warns of', () => {
  const execute = { type: 'Action.Execute', title: 'Go', verb: 'act' }
  const submit = { type: 'Action.Submit', title: 'Go' }
  const warned: readonly (readonly [string, Fields, string | undefined])[] = [
    ['a careful card', withCard(card({ actions: [{ ...execute, fallback: submit }] })), undefined],
    ['no summary', withCard(card(), { summary: undefined }), 'without summary'],
    ['a language with a country', withCard(card({ lang: 'en-GB' })), 'two or three letters'],
    ['no fallbackText', withCard(card({ fallbackText: undefined })), 'fallbackText'],
    ['too new a version', withCard(card({ version: '1.6' })), '1.6'],
    ['a button without fallback', withCard(card({ actions: [execute] })), 'no fallback'],
    ['seven buttons in a row', withCard(card({ actions: Array.from({ length: 7 }, () => submit) })), 'more than six'],
    ['a field without label', withCard(card({ body: [{ type: 'Input.Text', id: 'x' }] })), 'without label'],
    [
      'a required field without error',
      withCard(card({ body: [{ type: 'Input.Text', id: 'x', label: 'X', isRequired: true }] })),
      'without errorMessage',
    ],
    [
      'two fields of one id',
      withCard(card({ body: [1, 2].map((n) => ({ type: 'Input.Text', id: 'x', label: `${n}` })) })),
      'same id',
    ],
    [
      'people unknown to Teams',
      withCard(card({ refresh: { action: execute, userIds: ['00000000-aad'] } })),
      'no Teams id',
    ],
    [
      'too many people',
      withCard(card({ refresh: { action: execute, userIds: Array.from({ length: 61 }, (_, n) => `29:${n}`) } })),
      'more than 60',
    ],
  ]
  for (const [what, activity, warning] of warned) {
    it(what, () => {
      if (warning === undefined) expect(careless(activity)).to.deep.equal([])
      else expect(careless(activity).join()).to.include(warning)
    })
  }
})

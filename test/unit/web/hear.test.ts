// A browser's post becomes an event, and what the page echoes of it never contains a draft.
import { expect } from 'chai'
import { echoOf, eventOf, helpButton, readPost, tooLong, type Post } from '../../../adapters/web/hear.ts'
import { findPersona, type Persona } from '../../../adapters/web/people.ts'
import { pack } from '../../../src/chat/actions.ts'
import { buttons, type Card } from '../../../src/chat/cards.ts'
import { here, instead } from '../../../src/chat/replies.ts'
import { cardOf } from '../../kit/talker.ts'

const newId = () => 'new'
const starter = findPersona('starter') as Persona // it is one of the personas
const said = (text: string) => readPost('say', { text, as: 'starter', delivery: 'd1' }, newId)
const pressed = (packed: string, fields: Record<string, string> = {}) =>
  readPost('press', { packed, as: 'starter', delivery: 'd1', message: 'm1', ...fields }, newId)

describe('web: hearing', () => {
  it('reads what is said, with line ends as people mean them', () => {
    expect(said('one\r\ntwo\rthree\n')).to.eql({
      kind: 'say',
      as: 'starter',
      guard: '',
      delivery: 'd1',
      text: 'one\ntwo\nthree\n',
    })
  })

  it('reads a press with its fields, and no field can pass for one of the page’s own', () => {
    expect(pressed('1{}', { 'field-draft': 'a\r\nb', 'field-as': 'slt', other: 'x' })).to.eql({
      kind: 'press',
      as: 'starter',
      guard: '',
      delivery: 'd1',
      message: 'm1',
      packed: '1{}',
      fields: { draft: 'a\nb', as: 'slt' },
    })
  })

  for (const [what, body] of [
    ['nothing', undefined],
    ['an empty body', {}],
    ['lists instead of texts', { text: ['a', 'b'], packed: ['1', '2'], as: ['slt'], delivery: ['d'], message: ['m'] }],
    ['ids that are none', { text: '', packed: '', as: '', delivery: '../../etc', message: '<b>' }],
  ] as const) {
    it(`takes ${what} for an empty message`, () => {
      expect(readPost('say', body, newId)).to.eql({ kind: 'say', as: '', guard: '', delivery: 'new', text: '' })
      expect(readPost('press', body, newId)).to.eql({
        kind: 'press',
        as: '',
        guard: '',
        delivery: 'new',
        message: undefined,
        packed: '',
        fields: {},
      })
    })
  }

  it('makes an event in the person’s own private place', () => {
    expect(eventOf(said('hello'), starter, newId)).to.eql({
      kind: 'said',
      id: 'web:new',
      account: { platform: 'web', id: 'starter' },
      place: { platform: 'web', id: 'starter', kind: 'private' },
      text: 'hello',
    })
    expect(eventOf(readPost('check', {}, newId), starter, newId).kind).to.equal('began-check')
  })

  it('finds what is too long: a message by the page’s limit, a field by its own', () => {
    const form: Card = {
      ...cardOf('plain'),
      blocks: [
        {
          kind: 'form',
          form: {
            fields: [{ kind: 'lines', id: 'draft', label: 'Draft', required: true, max: 5 }],
            submit: { label: 'Send', action: { do: 'ask' } },
          },
        },
      ],
    }
    expect(tooLong(said('x'.repeat(10_000)), undefined)).to.be.undefined
    expect(tooLong(said('x'.repeat(10_001)), undefined)).to.eql({ length: 10_001, most: 10_000 })
    expect(tooLong(pressed('', { 'field-draft': '123456' }), form)).to.eql({ length: 6, most: 5 })
    expect(tooLong(pressed('', { 'field-draft': '123456' }), undefined)).to.be.undefined
    expect(tooLong(pressed('', { 'field-draft': 'x'.repeat(10_001) }), undefined)?.most).to.equal(10_000)
  })
})

describe('web: what the page shows of what somebody did', () => {
  const card: Card = {
    ...cardOf('plain'),
    blocks: [buttons({ label: 'Read it', action: { do: 'read', policy: 'p', edition: 'e', section: '6' } })],
  }
  const read = pack({ do: 'read', policy: 'p', edition: 'e', section: '6' })
  const below = [here(cardOf('answered'))]
  const echo = (post: Post, replies = below) => echoOf(post, { card, replies })
  const echoAfterRestart = (post: Post) => echoOf(post, { card: undefined, replies: below })

  const table: [string, ReturnType<typeof echo>, unknown][] = [
    ['a question', echo(said('May I?')), { kind: 'said', text: 'May I?' }],
    ['a draft after "check:"', echo(said('check: Well done Jamie')), { kind: 'unkept', what: 'draft' }],
    [
      'a draft below "can I post this"',
      echo(said('Can I post this?\nWell done Jamie')),
      { kind: 'unkept', what: 'draft' },
    ],
    ['a wish to check, with no draft', echo(said('Can I post this?')), { kind: 'said', text: 'Can I post this?' }],
    ['what was urgent', echo(said('He hurt me'), [here(cardOf('urgent'))]), { kind: 'unkept', what: 'message' }],
    ['a button of the card', echo(pressed(read)), { kind: 'chose', label: 'Read it' }],
    [
      'the page’s own button',
      echoAfterRestart(pressed(pack(helpButton.action))),
      { kind: 'chose', label: helpButton.label },
    ],
    ['a button of a card from before a restart', echoAfterRestart(pressed(read)), undefined],
    ['a button whose card is replaced', echo(pressed(read), [instead(cardOf('plain'))]), undefined],
    ['a forged button', echo(pressed('1{"do":"fly"}')), undefined],
    [
      'a draft in a form',
      echo(pressed(pack({ do: 'draft', scenario: 's' }), { 'field-draft': 'Jamie' })),
      { kind: 'unkept', what: 'draft' },
    ],
    [
      'a draft in a form that is replaced',
      echo(pressed(pack({ do: 'draft', scenario: 's' }), { 'field-draft': 'Jamie' }), [instead(cardOf('plain'))]),
      { kind: 'unkept', what: 'draft' },
    ],
    ['another form', echo(pressed(pack({ do: 'help' }), { 'field-note': 'Jamie' })), { kind: 'unkept', what: 'form' }],
    [
      'a question in a form',
      echo(pressed(pack({ do: 'ask' }), { 'field-question': 'May I?' })),
      { kind: 'said', text: 'May I?' },
    ],
    ['the shortcut', echo(readPost('check', {}, newId)), { kind: 'chose', label: 'Can I post this?' }],
  ]
  for (const [what, found, expected] of table) it(`of ${what}`, () => expect(found).to.eql(expected))
})

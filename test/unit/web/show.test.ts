// Cards become HTML that contains their words and nothing else.
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { fieldPrefix } from '../../../adapters/web/form.ts'
import { spokenLabel } from '../../../adapters/web/press.ts'
import { showCard } from '../../../adapters/web/show.ts'
import { pack } from '../../../src/chat/actions.ts'
import { buttons, note, plain, strong, text, type Block, type Card } from '../../../src/chat/cards.ts'
import { cardOf, tones } from '../../kit/talker.ts'

const on = { message: 'm1', as: 'starter', base: '', guard: 'g1', newId: () => 'd1' }
const shown = (card: Card) => parse(showCard(card, on).markup)
const cardWith = (...blocks: Block[]): Card => ({ title: 'Title', tone: 'plain', summary: '', blocks })
const block = (...blocks: Block[]) => shown(cardWith(...blocks))

describe('web: a chart', () => {
  const chart: Block = {
    kind: 'chart',
    label: 'Signed, by group',
    parts: ['Signed', 'Outstanding'],
    bars: [{ label: '<b>Teaching</b>', count: 1, total: 2, spoken: '1 of 2 have signed' }],
  }

  it('is a picture with a name, and the same in words beside it', () => {
    const page = block(chart, chart)
    const [first, second] = page.querySelectorAll('svg[role=img]')
    const names = [first, second].map((svg) => svg?.getAttribute('aria-labelledby')?.split(' ') ?? [])
    expect(page.getElementById(names[0]?.[0] ?? '')?.text).to.equal('Signed, by group')
    // Two charts on a page do not share ids.
    expect(new Set(names.flat()).size).to.equal(4)
    expect(page.querySelector('ul.bars')?.text).to.contain('1 of 2 have signed')
    expect(page.querySelectorAll('b, [style]')).to.be.empty
  })

  it('has a sentence where elsewhere there would be a file', () => {
    const content = new Uint8Array([1])
    const file: Block = {
      kind: 'file',
      label: 'PDF',
      name: 'a.pdf',
      content,
      otherwise: 'Ask.',
    }
    expect(block(file).querySelector('p')?.text).to.equal('Ask.')
  })
})

describe('web: a card as HTML', () => {
  it('escapes every text, wherever it stands', () => {
    const evil = `<img src=x onerror="alert('1')"> & \u0000\u202E`
    const page = shown({
      title: evil,
      tone: 'plain',
      summary: evil,
      blocks: [
        { kind: 'heading', text: evil },
        text(evil, strong(evil), { text: evil, style: 'mark' }),
        { kind: 'quote', text: plain(evil), source: evil },
        { kind: 'list', ordered: false, items: [plain(evil)] },
        note(evil),
        buttons({ label: evil, action: { do: 'whom', policy: evil.slice(0, 70) }, spoken: evil }),
        {
          kind: 'form',
          form: {
            fields: [{ kind: 'lines', id: '"><script>', label: evil, hint: evil, required: true, max: 10 }],
            submit: { label: evil, action: { do: 'ask' } },
          },
        },
      ],
    })
    expect(page.querySelectorAll('img, script')).to.be.empty
    expect(page.toString()).not.to.include('\u0000')
    expect(page.querySelector('h2')?.textContent).to.equal(evil.replace('\u0000', '\uFFFD'))
  })

  it('gives every tone but the plain one words and a shape', () => {
    const words = tones.map((tone) => shown(cardOf(tone)).querySelector('.tone'))
    expect(words.map((each) => each?.textContent.trim())).to.eql([
      undefined,
      'Answer',
      'Not sure',
      'Not in the policies',
      'Urgent',
      'Go ahead',
      'Take care',
      'Stop',
    ])
    for (const each of words)
      expect(each === null || each.querySelector('svg[aria-hidden=true] use') !== null).to.be.true
  })

  it('shows a quotation with its source, and none where there is none', () => {
    const sourced = block({ kind: 'quote', text: [{ text: 'a ' }, { text: 'word', style: 'mark' }], source: '§6' })
    expect(sourced.querySelector('figure blockquote mark')?.text).to.equal('word')
    expect(sourced.querySelector('figcaption')?.text).to.equal('§6')
    expect(block({ kind: 'quote', text: plain('a'), source: '' }).querySelector('figcaption')).to.be.null
  })

  it('makes each button send its own action, with the card and the person it was shown to', () => {
    const action = { do: 'rate', question: 'q"1', helpful: true } as const
    const row = block(buttons({ label: 'Yes', action, main: true }, { label: 'No', action: { do: 'help' } }))
    const form = row.querySelector('form[method=post][action="/press"]')
    expect(form?.querySelectorAll('button').map((each) => each.getAttribute('value'))).to.eql([
      pack(action),
      pack({ do: 'help' }),
    ])
    const hidden = form
      ?.querySelectorAll('input[type=hidden]')
      .map((each) => [each.getAttribute('name'), each.getAttribute('value')])
    expect(hidden).to.eql([
      ['message', 'm1'],
      ['as', 'starter'],
      ['guard', 'g1'],
      ['delivery', 'd1'],
    ])
    expect(form?.querySelectorAll('button.main').length).to.equal(1)
  })

  it('keeps the visible label in what is spoken', () => {
    expect(spokenLabel('Read', 'Read section 6')).to.equal('Read section 6')
    expect(spokenLabel('Read', 'the section about pupils')).to.equal('Read: the section about pupils')
  })

  it('ties every field to its label and its hint, and cuts only what is typed on one line', () => {
    const form = block({
      kind: 'form',
      form: {
        fields: [
          { kind: 'lines', id: 'draft', label: 'Draft', hint: 'Not kept.', required: true, max: 300 },
          { kind: 'line', id: 'where', label: 'Where', required: false, max: 40 },
        ],
        submit: { label: 'Send', action: { do: 'draft', scenario: 's' } },
      },
    })
    const draft = form.querySelector('textarea')
    const where = form.querySelector('input:not([type=hidden])')
    expect(form.querySelectorAll('label').map((each) => each.getAttribute('for'))).to.eql([draft?.id, where?.id])
    expect(form.querySelector(`#${draft?.getAttribute('aria-describedby') ?? ''}`)?.text).to.equal('Not kept.')
    expect([draft?.getAttribute('name'), draft?.getAttribute('maxlength'), draft?.getAttribute('data-max')]).to.eql([
      `${fieldPrefix}draft`,
      undefined,
      '300',
    ])
    expect([where?.getAttribute('maxlength'), where?.hasAttribute('required')]).to.eql(['40', false])
  })
})

import { expect } from 'chai'
import fc from 'fast-check'
import { pagesOf, splitRich } from '../../../adapters/slack/fit.ts'
import { fieldsIn } from '../../../adapters/slack/form.ts'
import { unstyled, type Rich } from '../../../src/chat/cards.ts'

describe('slack: texts that are too long', () => {
  it('are cut where sentences end, with their styles', () => {
    const rich: Rich = [{ text: 'First one. Sec' }, { text: 'ond one.', style: 'mark' }, { text: ' Third.' }]
    expect(splitRich(rich, 15)).to.deep.equal([
      [{ text: 'First one. ' }],
      [{ text: 'Sec' }, { text: 'ond one.', style: 'mark' }, { text: ' ' }],
      [{ text: 'Third.' }],
    ])
  })

  it('are cut between words where a sentence is too long itself, and anywhere where a word is', () => {
    expect(splitRich([{ text: 'aaa bbb ccc' }], 8).map(unstyled)).to.deep.equal(['aaa bbb ', 'ccc'])
    expect(splitRich([{ text: 'x'.repeat(25) }], 10).map(unstyled)).to.deep.equal([
      'x'.repeat(10),
      'x'.repeat(10),
      'xxxxx',
    ])
  })

  it('whatever the text: the pieces are the text, none is too long, and no character is halved', () => {
    const spans = fc.array(fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 60 }) }), { maxLength: 8 })
    fc.assert(
      fc.property(spans, fc.integer({ min: 4, max: 50 }), (rich, most) => {
        const pieces = splitRich(rich, most).map(unstyled)
        expect(pieces.join('')).to.equal(unstyled(rich))
        for (const piece of pieces) {
          expect(piece.length).to.be.at.most(most)
          expect(piece).not.to.match(/\p{Surrogate}/u)
        }
      }),
    )
  })
})

describe('slack: things that are too many', () => {
  it('go on in another page, each whole, none lost', () => {
    const pages = (most: number, text: number) => pagesOf([3, 3, 3, 9, 1], { most, text, sizeOf: (n) => n })
    expect(pages(2, 100)).to.deep.equal([[3, 3], [3, 9], [1]])
    expect(pages(9, 6)).to.deep.equal([[3, 3], [3], [9], [1]])
    expect(pagesOf([], { most: 1, text: 1, sizeOf: () => 1 })).to.deep.equal([])
  })
})

describe('slack: what a form holds', () => {
  const state = {
    '1.question': { question: { value: 'may I?' } },
    '12.draft': { draft: { value: 'a draft' } },
    '12.where': { where: { value: null } },
  }

  it('belongs to the button beside it', () => {
    expect(fieldsIn(state, '1.b0')).to.deep.equal({ question: 'may I?' })
    expect(fieldsIn(state, '12.b0')).to.deep.equal({ draft: 'a draft', where: '' })
  })

  it('is nothing for a button that belongs to no form', () => {
    expect(fieldsIn(state, '2.b0')).to.deep.equal({})
    expect(fieldsIn(undefined, '1.b0')).to.deep.equal({})
  })

  it('is everything when a modal is sent', () => {
    expect(fieldsIn(state)).to.deep.equal({ question: 'may I?', draft: 'a draft', where: '' })
  })
})

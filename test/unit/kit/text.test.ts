import { expect } from 'chai'
import fc from 'fast-check'
import { fold, forgetWords, nearest, sayList, sentencesOf, shorten, slugOf, wordsOf } from '../../../src/kit/text.ts'

describe('text', () => {
  it('folds case, accents, quotes and spaces', () => expect(fold('  Café\u00a0DON’T ')).to.equal("cafe don't"))

  it('finds words among signs, emoji and other scripts', () => {
    expect(wordsOf('a:b^~* 👩‍🏫 can’t مرحبا!')).to.deep.equal(['a', 'b', "can't", 'مرحبا'])
    expect(wordsOf('👍👍')).to.deep.equal([])
  })

  it('reads the words of one message once, and forgets them when told to', () => {
    const words = wordsOf('A pupil is upset')
    expect(wordsOf('A pupil is upset')).to.equal(words)
    expect(wordsOf('Another')).to.deep.equal(['another'])
    expect(wordsOf('A pupil is upset')).not.to.equal(words)
    const again = wordsOf('A pupil is upset')
    forgetWords()
    expect(wordsOf('A pupil is upset')).not.to.equal(again)
  })

  it('makes a name fit for a path', () => {
    expect(slugOf('  New starters’ pack (2026)!', 40)).to.equal('new-starters-pack-2026')
    expect(slugOf('Tŷ Gŵyn: Polisi', 40)).to.equal('ty-gwyn-polisi')
    expect(slugOf('a-very-long-name', 7)).to.equal('a-very')
    expect(slugOf('!?', 40)).to.equal('')
  })

  it('splits at sentence ends and not at e.g.', () => {
    expect(sentencesOf('A warning (e.g. a letter). Then dismissal.')).to.deep.equal([
      'A warning (e.g. a letter). ',
      'Then dismissal.',
    ])
  })

  it('shortens at a sentence end, else at a word', () => {
    expect(shorten('One is here. Two is here. Three.', 28)).to.equal('One is here. Two is here. …')
    expect(shorten('One very long sentence without an end', 16)).to.equal('One very long…')
    expect(shorten('short', 10)).to.equal('short')
  })

  it('never makes a text longer than allowed, nor breaks a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 3, max: 100 }), (text, max) => {
        const short = shorten(text, max)
        expect(short.length).to.be.at.most(max)
        expect(short.isWellFormed()).to.equal(text.isWellFormed())
      }),
    )
  })

  it('says lists', () => {
    expect(sayList([])).to.equal('')
    expect(sayList(['a'])).to.equal('a')
    expect(sayList(['a', 'b', 'c'], 'or')).to.equal('a, b or c')
  })

  it('guesses what was meant, and only when it is near', () => {
    expect(nearest('inspct', ['inspect', 'start'])).to.equal('inspect')
    expect(nearest('9.9', ['6.9', '1'])).to.equal('6.9')
    expect(nearest('banana', ['inspect', 'start'])).to.equal(undefined)
  })
})

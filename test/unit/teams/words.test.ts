import { expect } from 'chai'
import fc from 'fast-check'
import { markdown, spoken, tame } from '../../../adapters/teams/text.ts'
import { plainWords, wordsOfHtml } from '../../../adapters/teams/words.ts'

describe('teams: people’s words on their way in', () => {
  const mentions = [
    { id: '28:bot', text: '<at>Policy Guide</at>' },
    { id: '29:ben', text: '<at>Ben Cook</at>' },
  ]
  const table: readonly [string, string][] = [
    ['hello', 'hello'],
    ['<at>Policy Guide</at> may I?', 'may I?'],
    ['<at>Policy Guide</at>&nbsp;may I tag <at>Ben Cook</at>?', 'may I tag @Ben Cook?'],
    ['  <at>Policy Guide</at>  ', ''],
    ['A &amp; B &lt;c&gt; &#39;d&#39;', "A & B <c> 'd'"],
    ['<at>nobody</at> said $& and $1', '<at>nobody</at> said $& and $1'],
    ['one\r\n\r\ntwo', 'one\n\ntwo'],
  ]
  for (const [typed, read] of table) {
    it(typed, () => expect(plainWords(typed, { self: '28:bot', mentions })).to.equal(read))
  }

  it('never stumbles', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof plainWords(text, { self: '28:bot', mentions }) === 'string'))
    fc.assert(fc.property(fc.string(), (text) => typeof wordsOfHtml(text) === 'string'))
  })

  const pages: readonly [string, string][] = [
    ['<p>Well done, <at id="0">Mia</at>!</p><p>See &lt;you&gt; &amp; all</p>', 'Well done, @Mia!\n\nSee <you> & all'],
    ['<div>one<br>two</div><ul><li>three</li></ul>', 'one\ntwo\n\n• three'],
    ['<a href="https://evil.example">here</a><script>alert(1)</script>', 'here'],
  ]
  for (const [html, read] of pages) {
    it(html, () => expect(wordsOfHtml(html)).to.equal(read))
  }
})

describe('teams: people’s words on their way out', () => {
  it('are no link, however they are written', () => {
    for (const typed of [
      '[a](https://evil.example)',
      '[a][b]',
      '[b]: https://evil.example',
      '<https://evil.example>',
    ]) {
      expect(tame(typed)).not.to.match(/\]\(|\]\[|\]:|<https/)
      expect(tame(typed).replaceAll('\u2060', '')).to.equal(typed)
    }
  })

  const lines: readonly [string, string][] = [
    ['1. Context', '1\\. Context'],
    ['6.d Reputation', '6.d Reputation'],
    ['- a', '\\- a'],
    ['# a', '\\# a'],
    ['*bold* and _it_', '\\*bold\\* and \\_it\\_'],
    ['a\nb', 'a b'],
    ['&lt; & more', '\\&lt; & more'],
  ]
  for (const [typed, written] of lines) {
    it(`in Markdown: ${typed}`, () => expect(markdown(typed, 100)).to.equal(written))
  }

  it('spoken, they hold no tags, and are never empty', () => {
    expect(spoken('<speak>hi</speak>', 100, '–')).to.equal('‹speak›hi‹/speak›')
    expect(spoken(' \n ', 100, 'Policy Guide')).to.equal('Policy Guide')
  })
})

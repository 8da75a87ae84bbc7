import { expect } from 'chai'
import fc from 'fast-check'
import { plainWords } from '../../../adapters/slack/words.ts'
import { escape, plainText } from '../../../adapters/slack/text.ts'
import { clean } from '../../../src/kit/clean.ts'

describe('slack: people’s words on their way in', () => {
  const about = { self: 'UBOT', nameOf: (user: string) => (user === 'U1' ? 'Ada Teacher' : undefined) }
  const table: readonly [string, string][] = [
    ['hello', 'hello'],
    ['<@UBOT> may I?', 'may I?'],
    ['  <@UBOT>  ', ''],
    ['<@U1> and <@U2>', '@Ada Teacher and @somebody'],
    ['<@U2|bea>', '@bea'],
    ['<#C1|general> <#C2>', '#general #channel'],
    ['<!here> <!channel> <!subteam^S1|@slt> <!subteam^S1>', '@here @channel @slt @subteam'],
    ['<!date^1392734382^{date}|18 February 2014>', '18 February 2014'],
    ['<https://example.org/a?b=1&amp;c=2>', 'https://example.org/a?b=1&c=2'],
    ['<https://example.org|example.org>', 'example.org'],
    ['<https://evil.example|the school>', 'the school (https://evil.example)'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<tel:07700900123|07700 900123>', '07700 900123'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
    ['&amp;lt;!here&amp;gt;', '&lt;!here&gt;'],
    ['*bold* _it_ `code`', '*bold* _it_ `code`'],
    ['<>', ''],
  ]
  for (const [typed, read] of table) it(`${typed} → ${read}`, () => expect(plainWords(typed, about)).to.equal(read))
})

describe('slack: people’s words on their way out', () => {
  it('markup is escaped where there is any', () => {
    expect(escape('<!channel> & <@U1>', 100)).to.equal('&lt;!channel&gt; &amp; &lt;@U1&gt;')
  })

  it('the length is that after escaping', () => {
    expect(escape('&'.repeat(3_000), 3_000)).to.have.lengthOf.at.most(3_000)
    expect(escape('&'.repeat(3_000), 3_000)).to.match(/^(?:&amp;)+…$/)
    expect(escape('People & others. '.repeat(500), 200)).to.have.lengthOf.at.most(200)
  })

  it('whatever the text: escaped, within the length, and without markup', () => {
    const text = fc.string({
      unit: fc.constantFrom('&', '<', '>', '. ', 'word', ' ', '🙂', '\uD83D', '\n'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 300 }), (typed, most) => {
        const shown = escape(typed, most)
        expect(shown.length).to.be.at.most(most)
        expect(shown).not.to.match(/[<>]|&(?!amp;|lt;|gt;)/)
      }),
    )
  })

  it('is cut at a sentence end', () => {
    expect(plainText('One sentence. Another sentence.', 20).text).to.equal('One sentence. …')
  })

  it('is never empty, and never turns a name into an emoji', () => {
    expect(plainText(' ', 10)).to.deep.equal({ type: 'plain_text', text: '–', emoji: false })
  })

  const dirty: readonly [string, string, string][] = [
    ['control characters', 'a\u0000b\u001Bc\u007F', 'abc'],
    ['line ends stay', 'a\n\tb', 'a\n\tb'],
    ['turned text', '\u202Eabc\u202C \u2067d\u2069', 'abc d'],
    ['half characters', 'a\uD83D b\uDE00', 'a\uFFFD b\uFFFD'],
    ['whole characters stay', '👩‍👧 é', '👩‍👧 é'],
  ]
  for (const [what, typed, shown] of dirty) it(what, () => expect(clean(typed)).to.equal(shown))
})

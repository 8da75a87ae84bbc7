// Work grows with the length of a document and no faster, whatever it is made of: files that once took minutes.
import { expect } from 'chai'
import { joinLines } from '../../../src/importer/blocks.ts'
import { bringText } from '../../kit/documents.ts'

const head = 'Key Policy\n\nReviewed: May 2025\n\nAll staff must read this policy.\n\n1. Keys\n\n'
const prose = 'All staff must hand the key back to the office before they go home, and a lost key is reported at once. '

const shapes: readonly { readonly what: string; readonly line: (n: number) => string; readonly isMarkdown?: true }[] = [
  { what: 'items that all bear one Roman numeral', line: () => '(i) a\n' },
  { what: 'pictures that never end', line: () => '![a](', isMarkdown: true },
  { what: 'emphasis that never ends', line: () => '*a _b ', isMarkdown: true },
  { what: 'brackets that never end', line: () => '[a', isMarkdown: true },
  { what: 'code that never ends', line: () => '```\n', isMarkdown: true },
  { what: 'numbered paragraphs', line: (n) => `${1 + Math.floor(n / 50)}.${1 + (n % 50)} ${prose}\n\n` },
  { what: 'headings with text', line: (n) => `${(n % 60) + 1}. Keys of kind ${n}\n${prose}\n` },
  { what: 'letters that begin again', line: () => `a. Keys\n${prose}\n` },
  { what: 'titles without numbers', line: () => `Some keys\n${prose}\n\n` },
  { what: 'announcements', line: () => 'Staff must do these things:\n\n' },
  { what: 'rows', line: (n) => `${n}\tkey\troom\n` },
  { what: 'records', line: () => 'Reviewed: May 2024   Next review: Autumn 2025\n' },
  { what: 'letters alone', line: () => 'a\n' },
  { what: 'letters between blank lines', line: () => 'a\n\n' },
  { what: 'cells between bars', line: () => 'a | b\n' },
  { what: 'numbers alone', line: (n) => `${n % 97}\n` },
  { what: 'feet that come back', line: (n) => `${prose}\n\nOak Academy\nPage ${n}\n\n` },
  { what: 'one sentence', line: () => 'keys and doors and ' },
]

/** Seconds of this process alone, so that other work on the machine does not count. */
function work(text: string, isMarkdown: boolean): number {
  const before = process.cpuUsage()
  bringText(text, { isMarkdown })
  const { user, system } = process.cpuUsage(before)
  return user + system
}

describe('the work of importing', () => {
  for (const { what, line, isMarkdown = false } of shapes) {
    it(`grows no faster than the document, with ${what}`, () => {
      const typed = (bytes: number) => {
        const lines = [head]
        for (let n = 0, length = head.length; length < bytes; n++) {
          const next = line(n)
          lines.push(next)
          length += next.length
        }
        return lines.join('')
      }
      const [small, large] = [typed(8_000), typed(48_000)]
      const least = (text: string) => Math.min(...[1, 2, 3, 4, 5].map(() => work(text, isMarkdown)))
      // Whatever is done for the first time takes longer.
      least(large)
      // Six times the length: what grows with the square would take 36 times the work.
      expect(least(large) / least(small)).to.be.below(18)
    })
  }

  it('copies no line that stands alone, of which a long file has hundreds of thousands', () => {
    const line = { text: 'a', gap: false, indent: 0, plain: false, level: undefined, isFirst: false }
    const lines = [1, 2, 3].map((no) => ({ ...line, no }))
    const blocks = joinLines(lines)
    expect(blocks).to.have.length(3)
    for (const [at, block] of blocks.entries()) expect(block).to.equal(lines[at])
  })

  it('is no more than a few times that of plain text, with 100,000 cells', () => {
    const bytes = 200_000
    const rows = head + 'a\tb\tc\n'.repeat(bytes / 6)
    const text = head + `${prose}\n\n`.repeat(bytes / (prose.length + 2))
    work(rows, false)
    const least = (typed: string) => Math.min(...[1, 2, 3].map(() => work(typed, false)))
    // A cell of one letter is a block of its own: a hundred times as many as the paragraphs of as long a text.
    expect(least(rows) / least(text)).to.be.below(30)
  })
})

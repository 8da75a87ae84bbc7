// An edition is the same whether its plain blocks are read directly or the whole text goes through the Markdown parser.
import { expect } from 'chai'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import type { Problem } from '../../src/turn/library.ts'
import { allBlocks, readBlocks } from '../../src/library/blocks.ts'
import { readSections } from '../../src/library/sections.ts'
import { writeEdition } from '../../src/importer/write.ts'
import { strangersPolicies } from '../bench/shelves.ts'

const read = (source: string, blocksOf: typeof readBlocks) => {
  const problems: Problem[] = []
  const [first, ...rest] = blocksOf(source)
  return {
    record: first?.type === 'yaml' ? first.value : first?.type,
    sections: readSections('x.md', rest, problems),
    problems,
  }
}

const record = '---\npolicy: a\nedition: b\n---\n'
const words = [
  'Staff sign in.',
  'e.g. Years 7-11',
  '“Quoted” text',
  '£5 a head',
  '30 pupils',
  'Health & safety',
  'a:',
  '',
]
const signs = [
  '- ', '* ', '+ ', '1. ', '2) ', '> ', '> [!GAP]', '## 1. Context', '### 1.1. More', '# ', '#', '##', '---', '===', '```', '~~~', '    ', '\t', '  ',
  '<!-- printed: no number -->', '<!-- mark: (a) -->', '<!-- open', '-->', '<div>', '</div>', '[a]: b', '[a]', '![b](c)', '&amp;', '&', '*so*', '_so_',
  '`so`', '\\', '\\*', '  \\', 'text  ', '\u00a0', '\u0007', '## 2. Done #', '-', '- - a', '- # a', '| a |', 'https://a.example', '<b>', '~a~', '\u2028',
] // prettier-ignore
const line = fc
  .array(fc.constantFrom(...words, ...signs, '', ''), { minLength: 0, maxLength: 3 })
  .map((parts) => parts.join(''))
const blocks = [
  '## 1. Context', '## 2. Duties', '### 2.1. More', 'Staff sign in.', 'Health & safety\n“Quoted” text', '- one', '- two\n- three',
  '> [!GAP]\n> The list is missing.', '<!-- mark: (a) -->', '<!-- printed: no number -->',
] // prettier-ignore
/** Plain blocks with an occasional line of anything, or any lines at all. */
const text = fc.oneof(
  fc
    .array(fc.oneof({ arbitrary: fc.constantFrom(...blocks), weight: 12 }, { arbitrary: line, weight: 1 }), {
      maxLength: 15,
    })
    .map((each) => each.join('\n\n')),
  fc.array(fc.oneof(line, fc.constantFrom('', '', ...blocks)), { maxLength: 25 }).map((lines) => lines.join('\n')),
)

describe('the blocks of an edition', () => {
  it('are those of Markdown, whatever the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(record, '', '---\n---\n', '--- \na\n---\n'), text, (head, body) => {
        const source = head + body
        expect(read(source, readBlocks)).to.deep.equal(read(source, allBlocks))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are those of Markdown in what the project holds and writes', () => {
    const own = readdirSync('knowledge/policies', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => readFileSync(`knowledge/policies/${path}`, 'utf8'))
    const written = strangersPolicies().flatMap(({ editions }) => editions.map((edition) => writeEdition(edition)))
    for (const source of [...own, ...written]) expect(read(source, readBlocks)).to.deep.equal(read(source, allBlocks))
  })

  it('are read without the parser where they are plain', () => {
    // The text is written out here, so that a change which sends everything to the parser is noticed.
    const plain = `${record}\n## 1. Context\n\nStaff sign in.\n\n- one\n- two\n\n> [!GAP]\n> Something is missing.\n`
    expect(
      readBlocks(plain).every(({ position }) => position?.start.column === 1 && position.end === position.start),
    ).to.equal(true)
  })
})

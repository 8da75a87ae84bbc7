// Text and Markdown files as documents: what is a heading, an item, a row or only a line, and where it is.
import { expect } from 'chai'
import { readText, toDocument } from '../../../adapters/documents/text.ts'
import { readInline } from '../../../adapters/documents/text-inline.ts'
import type { DocumentBlock } from '../../../src/ports/document.ts'

function say(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level} ${block.text}`
    case 'item':
      return `${block.level} ${block.number ?? ''} ${block.text}`
    case 'row':
      return `row ${block.cells.join('|')}`
    default:
      return block.text
  }
}

const blocks = (text: string, isMarkdown = false) => toDocument(text, { isMarkdown }).blocks

describe('a text file as a document', () => {
  for (const [what, text, right] of [
    ['lines', 'One\n\n  Two  words\n', ['One', 'Two words']],
    ['headings with signs', '# One\n### Two ###\n', ['h1 One', 'h3 Two']],
    ['headings underlined', 'One\n===\nTwo\n---\nThree\n', ['h1 One', 'h2 Two', 'Three']],
    [
      'a table with tabs',
      'A\tB\tC\n1\tone\tmore\n2\ttwo\tmore\nText.\n',
      ['row A|B|C', 'row 1|one|more', 'row 2|two|more', 'Text.'],
    ],
    [
      'a table with spaces',
      'No   When        What\n1    01/02/2023  first\n     and more    second\n',
      ['row No|When|What', 'row 1|01/02/2023 first', 'row and more|second'],
    ],
    ['numbers and bullets behind tabs', '1.\tOne\n•\tTwo\n1.1\tThree\n', ['1. One', '• Two', '1.1 Three']],
    ['a line of contents', '1. Aims\t3\n', ['row 1. Aims|3']],
    ['labels with wide spaces', 'Signed:     ........     Date:    ......\n', ['Signed: ........ Date: ......']],
  ] as const) {
    it(`has ${what}`, () => expect(blocks(text).map(say)).to.deep.equal(right))
  }

  for (const [what, text, right] of [
    ['bullets by level', '- one\n  - two\n* three\n', ['0 - one', '1 - two', '0 * three']],
    ['a table', '| A | B |\n|---|:-:|\n| 1 | *two* |\n', ['row A|B', 'row 1|two']],
    ['emphasis over lines', 'one **two\nthree** four\n', ['one two', 'three four']],
    ['a quotation and a line drawn', '> said\n\n***\n\nthen\n', ['said', 'then']],
    ['fenced lines as one', '```\n# no\n- no\n```\nyes\n', ['```\n# no\n- no\n```', 'yes']],
  ] as const) {
    it(`has ${what} in Markdown`, () => expect(blocks(text, true).map(say)).to.deep.equal(right))
  }

  it('says where each stands, and what white space is around it', () => {
    const [one, two, three] = blocks('One\n\n   Two\n\fThree')
    expect(one).to.deep.include({ at: { line: 1, block: 1, page: 1 }, looks: { gap: true, indent: 0 } })
    expect(two).to.deep.include({ at: { line: 3, block: 2, page: 1 }, looks: { gap: true, indent: 3 } })
    expect(three?.at).to.deep.equal({ line: 4, block: 3, page: 2 })
  })

  it('keeps front matter apart, and counts the lines above the text', () => {
    const { about, blocks: found } = toDocument('---\nTitle: "Key Policy"\ntags:\n  - a\n  - b\n---\nText\n', {
      isMarkdown: true,
    })
    expect(about.frontMatter).to.deep.equal({ title: 'Key Policy', tags: '- a - b' })
    expect(found[0]?.at.line).to.equal(7)
  })

  it('reads what a program of Windows wrote', () => {
    const read = readText(Buffer.from([0x93, 0x48, 0x69, 0x94]), { isMarkdown: false })
    expect(read.kind === 'document' && read.document.blocks[0]?.text).to.equal('“Hi”')
  })
})

describe('Markdown inside a line', () => {
  for (const [source, text] of [
    ['*one* **two** ***three*** _four_ __five__', 'one two three four five'],
    ['**one *two* three**', 'one two three'],
    ['a * b and 2*3*4', 'a * b and 234'],
    ['snake_case_name and pe_kit', 'snake_case_name and pe_kit'],
    ['1\\. not a list, 5 \\* 3', '1. not a list, 5 * 3'],
    ['Tom &amp; Ann &#38; &unknown; & so on', 'Tom & Ann & &unknown; & so on'],
    ['see [the *page*](https://a.example/b_c_d) `x_y_z`', 'see [the page](https://a.example/b_c_d) `x_y_z`'],
    ['**open and never closed', '**open and never closed'],
    ['*(in brackets)*, “*quoted*”', '(in brackets), “quoted”'],
  ] as const) {
    it(`reads ${source}`, () => expect(readInline(source)).to.equal(text))
  }
})

// PDFs made by a script, each with what a person reads in it.
import { expect } from 'chai'
import { readPdf } from '../../../adapters/documents/pdf.ts'
import type { Document, DocumentBlock } from '../../../src/ports/document.ts'
import { type Made, makePdf, type Part, wordsOf } from '../../kit/documents/pdf.ts'

export const long =
  'Everybody who works at the school reads this policy before they begin, and again when it changes. Where a member of staff has a concern about another adult they tell the head teacher on the same day, in writing if they can, and keep no copies at home.'

async function read(parts: readonly Part[], made: Made = {}): Promise<Document> {
  const read = await readPdf(await makePdf(parts, made))
  if (read.kind === 'refused') throw new Error(read.what)
  return read.document
}

const saying = (block: DocumentBlock) => `${block.number === undefined ? '' : `${block.number} `}${block.text}`
const headings = ({ blocks }: Document) => blocks.filter(({ kind }) => kind === 'heading').map(saying)

const policy: readonly Part[] = [
  { is: 'title', text: 'Visitors Policy' },
  {
    is: 'table',
    rows: [
      ['Date of adoption', 'September 2025'],
      ['Date of next review', 'September 2026'],
    ],
  },
  { is: 'h1', text: '1. Aims' },
  { is: 'p', text: long },
  { is: 'h1', text: '2. Badges' },
  { is: 'p', text: long },
  { is: 'h2', text: '2.1 Lost or damaged badges' },
  { is: 'p', text: 'Visitors who have lost a badge:' },
  {
    is: 'item',
    label: '•',
    text: 'tell the office at once, and not only when they leave in the evening of the same day',
  },
  { is: 'item', label: '•', text: 'wait there' },
  { is: 'item', label: '(i)', text: 'with somebody from the office', level: 1 },
  { is: 'item', label: '(ii)', text: 'or with the head teacher', level: 1 },
  { is: 'item', label: '•', text: 'sign for a new one' },
  { is: 'bold', text: 'Contractors' },
  { is: 'p', text: long },
  { is: 'p', text: long },
  { is: 'break' },
  { is: 'h1', text: '3. Review' },
  { is: 'p', text: long },
  { is: 'break' },
  { is: 'h1', text: 'Appendix A: Form' },
  { is: 'p', text: long },
]
const framed = { head: 'Example School', foot: 'Visitors Policy, page #' }

describe('reading a PDF', () => {
  for (const [name, made] of [
    ['tagged', { ...framed, tagged: true }],
    ['tagged without headings', { ...framed, tagged: true, headingTags: false }],
    ['without tags', framed],
  ] as const) {
    describe(name, () => {
      let document: Document
      before(async () => {
        document = await read(policy, made)
      })

      it('sees a heading that is only underlined', async () => {
        const paragraph: Part = { is: 'p', text: long }
        const parts: Part[] = [paragraph, { is: 'underlined', text: 'Lost badges' }, paragraph, paragraph]
        for (const made of [{}, { tagged: true }]) {
          const { blocks } = await read(parts, made)
          expect(blocks[1]?.looks?.underlined, JSON.stringify(made)).to.equal(true)
          expect(blocks.map(({ kind }) => kind)).to.eql(['paragraph', 'heading', 'paragraph', 'paragraph'])
        }
      })

      it('counts notes that somebody stuck onto a page, and leaves them out', async () => {
        const { blocks, lost } = await read([...policy, { is: 'comment', text: 'Ask Sam about this' }])
        expect(lost).to.deep.include({ kind: 'comment', count: 1 })
        expect(JSON.stringify(blocks)).not.to.include('Sam')
        expect((await read(policy)).lost.filter(({ kind }) => kind === 'comment')).to.be.empty
      })

      it('finds the headings, and nothing else that looks like one', () => {
        expect(headings(document)).to.eql([
          'Visitors Policy',
          '1. Aims',
          '2. Badges',
          '2.1 Lost or damaged badges',
          'Contractors',
          '3. Review',
          'Appendix A Form',
        ])
      })

      it('says of each how sure it is', () => {
        const sure = document.blocks.filter((block) => block.kind === 'heading').map((block) => block.sure)
        const isTagged = name === 'tagged'
        expect(sure.filter((each) => each === 'declared')).to.have.length(isTagged ? 6 : 0)
        expect(sure.filter((each) => each === 'looks')).to.have.length(isTagged ? 1 : 7)
      })

      it('keeps the order of levels', () => {
        const level = (text: string) => {
          const found = document.blocks.find((block) => block.text === text)
          return found?.kind === 'heading' ? found.level : NaN
        }
        expect(level('Aims')).to.equal(level('Review'))
        expect(level('Lost or damaged badges')).to.be.greaterThan(level('Badges'))
      })

      it('reads items with their labels and levels, wrapped lines as one', () => {
        const items = document.blocks.filter((block) => block.kind === 'item')
        expect(items.map(saying)).to.eql([
          '• tell the office at once, and not only when they leave in the evening of the same day',
          '• wait there',
          '(i) with somebody from the office',
          '(ii) or with the head teacher',
          '• sign for a new one',
        ])
        expect(items.map(({ ordered }) => ordered)).to.eql([false, false, true, true, false])
        if (name === 'without tags') expect(items.map(({ level }) => level)).to.eql([0, 0, 1, 1, 0])
      })

      it('reads the table as rows', () => {
        const rows = document.blocks.filter((block) => block.kind === 'row')
        expect(rows.map(({ cells, table }) => [table, ...cells])).to.eql([
          [0, 'Date of adoption', 'September 2025'],
          [0, 'Date of next review', 'September 2026'],
        ])
      })

      it('reads each paragraph as one, on its page', () => {
        const paragraphs = document.blocks.filter(({ kind, text }) => kind === 'paragraph' && text === long)
        expect(paragraphs.map(({ at }) => at.page)).to.eql([1, 1, 1, 1, 2, 3])
        expect(document.blocks.map(({ at }) => at.block)).to.eql(document.blocks.map((_, index) => index + 1))
      })

      it('keeps heads and feet apart', () => {
        expect(document.furniture.map(({ kind, text, page }) => `${page} ${kind} ${text}`)).to.have.members(
          [1, 2, 3].flatMap((page) => [`${page} head Example School`, `${page} foot Visitors Policy, page ${page}`]),
        )
      })

      it('keeps every word, in order', () => {
        const kept = document.blocks.flatMap((block) => saying(block).match(/[\p{L}\p{N}]+/gu) ?? [])
        expect(kept).to.eql(policy.flatMap(wordsOf))
      })
    })
  }

  it('sees bold type: pdf.js loses every font where Node lacks what it needs', async () => {
    const { blocks } = await read([
      { is: 'bold', text: 'Contractors' },
      { is: 'p', text: long },
    ])
    expect(blocks.map(({ looks }) => looks?.bold ?? false)).to.eql([true, false])
  })

  it('reads columns one after the other', async () => {
    const [left, right] = ['first', 'second'].map(
      (word) => `The ${word} column begins. ${long} The ${word} column ends.`,
    )
    const { blocks } = await read([
      { is: 'h1', text: 'Notes' },
      { is: 'columns', left: [left ?? ''], right: [right ?? ''] },
      { is: 'p', text: 'Below both.' },
    ])
    expect(blocks.map(({ text }) => text)).to.eql(['Notes', left, right, 'Below both.'])
  })

  for (const tagged of [false, true])
    it(`reads a first page of two columns in large letters as text below its title, ${tagged ? 'tagged' : 'untagged'}`, async () => {
      const [left, right] = ['first', 'second'].map((word) => `The ${word} column begins. ${long}`)
      const document = await read(
        [
          { is: 'title', text: 'Visitors Policy' },
          { is: 'columns', left: [left ?? ''], right: [right ?? ''], points: 15 },
          { is: 'break' },
          { is: 'h1', text: '1. Aims' },
          ...Array.from({ length: 6 }, (): Part => ({ is: 'p', text: long })),
        ],
        { tagged },
      )
      expect(document.blocks.slice(0, 4).map(({ text }) => text)).to.eql(['Visitors Policy', left, right, 'Aims'])
      expect(headings(document)).to.eql(['Visitors Policy', '1. Aims'])
    })

  it('reads a table that no line is drawn around, and no list as one', async () => {
    const { blocks } = await read([
      { is: 'p', text: long },
      {
        is: 'plain-table',
        rows: [
          ['Version', 'Day', 'What was changed'],
          ['1', '1 May 2024', 'Written by the head teacher with the staff who are most concerned'],
          ['2', '4 June 2025', 'Badges'],
        ],
      },
      { is: 'p', text: 'Below it.' },
      { is: 'item', label: '1.', text: 'first' },
      { is: 'item', label: '2.', text: 'second' },
    ])
    expect(blocks.map((block) => `${block.kind} ${saying(block)}`)).to.eql([
      `paragraph ${long}`,
      'row Version | Day | What was changed',
      'row 1 | 1 May 2024 | Written by the head teacher with the staff who are most concerned',
      'row 2 | 4 June 2025 | Badges',
      'paragraph Below it.',
      'item 1. first',
      'item 2. second',
    ])
  })

  it('joins a paragraph that runs over to the next page', async () => {
    const filled = Array.from({ length: 14 }, (): Part => ({ is: 'p', text: long }))
    const { blocks } = await read(filled)
    expect(blocks.map(({ text }) => text)).to.eql(filled.map(() => long))
  })

  it('counts pages only where pages are counted', async () => {
    const { blocks, furniture } = await read([{ is: 'p', text: 'Ring 2' }, { is: 'break' }, { is: 'p', text: long }], {
      foot: '#',
    })
    expect(blocks.map(({ text }) => text)).to.eql(['Ring 2', long])
    expect(furniture.map(({ kind }) => kind)).to.eql(['page-number', 'page-number'])
  })

  it('keeps a list of contents apart', async () => {
    const { blocks, furniture } = await read([
      { is: 'h1', text: 'Contents' },
      { is: 'line', text: 'Aims', page: '2' },
      { is: 'line', text: 'Badges', page: '3' },
      { is: 'h1', text: 'Aims' },
      { is: 'p', text: long },
    ])
    expect(blocks.map(({ text }) => text)).to.eql(['Aims', long])
    expect(furniture.map(({ kind }) => kind)).to.eql(['contents', 'contents', 'contents'])
  })

  it('says what the file says of itself', async () => {
    const { about } = await read([{ is: 'p', text: long }], { title: 'Visitors' })
    expect(about).to.include({ title: 'Visitors' })
    expect(about.created).to.match(/^\d{4}-\d{2}-\d{2}$/)
  })
})

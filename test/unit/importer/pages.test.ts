// What the type on a page shows: which line is the title, which lines are headings, and when the next review is.
import { expect } from 'chai'
import { importDocument } from '../../../src/importer/import.ts'
import type { Day } from '../../../src/kit/days.ts'
import type { Document, DocumentBlock, Looks } from '../../../src/ports/document.ts'

type Unplaced = DocumentBlock extends infer B ? (B extends DocumentBlock ? Omit<B, 'at'> : never) : never

const line = (text: string, looks: Looks = {}): Unplaced => ({ kind: 'paragraph', text, looks })
const row = (table: number, ...cells: string[]): Unplaced => ({
  kind: 'row',
  table,
  text: cells.join(' | '),
  cells,
  isHeader: false,
})

const large = { size: 2.6, bold: true, centred: true }
const bold = { bold: true, size: 1 }
const school = line('Harrow Fields School', { size: 1.4 })
const rule = line('All staff must lock the cupboard when they leave the room, and tell the office.')
const other = line('A key that is lost must be reported to the office on the same day.')
const owner = line('Responsible: Business Manager')

const heading = (text: string, level = 2): Unplaced => ({ kind: 'heading', level, sure: 'declared', text })

function read(...blocks: readonly Unplaced[]) {
  return readFile({}, ...blocks)
}

function readFile(file: Partial<Pick<Document, 'about' | 'furniture'>>, ...blocks: readonly Unplaced[]) {
  const document: Document = {
    format: 'docx',
    about: {},
    blocks: blocks.map((block, at): DocumentBlock => ({ ...block, at: { block: at + 1 } })),
    furniture: [],
    lost: [],
    ...file,
  }
  const imported = importDocument(document, {
    policy: 'keys',
    title: undefined,
    edition: undefined,
    today: '2026-11-30' as Day,
  })
  if (imported.kind !== 'imported') throw new Error(imported.what)
  const { title, id, nextReview, sections } = imported.edition
  return { title, id, nextReview, sections: sections.map((section) => section.title) }
}

describe('what the letters of a page show', () => {
  for (const [what, blocks, title] of [
    [
      'without a word for a policy',
      [school, line('Supporting Pupils with Asthma', large), owner],
      'Supporting Pupils with Asthma',
    ],
    [
      'with a colon',
      [school, line('Use of Keys: Staff and Governors', large), owner],
      'Use of Keys: Staff and Governors',
    ],
    ['with the word school', [line('Our Approach to School Keys', large), school], 'Our Approach to School Keys'],
    ['over two lines', [school, line('Keys and', large), line('Cupboards', large), owner], 'Keys and Cupboards'],
    [
      'whose second line goes on',
      [line('Code of Conduct', large), line('for Holders of Keys', large), school],
      'Code of Conduct for Holders of Keys',
    ],
    [
      'above a table of versions that names guidance',
      [
        line('Keys and Cupboards', large),
        row(0, 'Version', 'Changes'),
        row(0, '2.0', 'Updated to reflect new guidance'),
      ],
      'Keys and Cupboards',
    ],
    [
      'smaller than the school’s name',
      [line('Harrow Fields School', { size: 3 }), line('Key Policy', { size: 2 }), owner],
      'Key Policy',
    ],
  ] as const) {
    it(`a title ${what}`, () => {
      const found = read(
        ...blocks,
        line('Statement of intent', { bold: true, size: 1.4 }),
        rule,
        line('Loss', { bold: true, size: 1.4 }),
        other,
      )
      expect(found.title).to.equal(title)
      expect(found.sections).to.deep.equal(['Statement of intent', 'Loss'])
    })
  }

  it('a title that says for whom in the school it is', () => {
    const found = read(
      line('Privacy Notice for the School Workforce', large),
      owner,
      line('Keys', bold),
      rule,
      line('Loss', bold),
      other,
    )
    expect(found.title).to.equal('Privacy Notice for the School Workforce')
  })

  const start = [school, line('Key Policy', large), owner]
  for (const [what, blocks, sections] of [
    [
      'in bold over others in bold',
      [line('Roles', bold), line('The office', bold), rule, line('Loss', bold), other],
      ['Roles', 'The office', 'Loss'],
    ],
    [
      'in larger letters that are not bold',
      [line('Roles', { size: 1.5 }), line('The office', { size: 1.2 }), rule, line('Loss', { size: 1.5 }), other],
      ['Roles', 'The office', 'Loss'],
    ],
    [
      'with a line below them',
      [line('Keys', { underlined: true }), rule, line('Loss', { underlined: true }), other],
      ['Keys', 'Loss'],
    ],
    ['in capitals', [line('KEYS'), rule, line('LOSS'), other, line('COST'), other], ['KEYS', 'LOSS', 'COST']],
    [
      'in frames of their own',
      [row(0, 'Keys'), rule, row(1, 'Loss'), other, row(2, 'Cost'), other],
      ['Keys', 'Loss', 'Cost'],
    ],
    [
      'that speak of this policy',
      [line('Purpose of this policy', bold), rule, line('Loss', bold), other],
      ['Purpose of this policy', 'Loss'],
    ],
    [
      'over an announced list',
      [line('Keys', bold), line('This includes:'), rule, line('Loss', bold), other],
      ['Keys', 'Loss'],
    ],
  ] as const) {
    it(`headings ${what}`, () => {
      expect(read(...start, ...blocks, rule, other, rule, other).sections).to.deep.equal(sections)
    })
  }

  for (const [what, first, second, about, title] of [
    ['by its words', 'Keys and', 'Cupboards Policy', undefined, 'Keys and Cupboards Policy'],
    [
      'by what the file is called',
      'Supporting Pupils',
      'with Asthma',
      'Supporting Pupils with Asthma | Harrow Fields School',
      'Supporting Pupils with Asthma',
    ],
  ] as const) {
    for (const kind of ['headings', 'lines in the style of a title'] as const)
      it(`a title over two ${kind}, ${what}`, () => {
        const style: { isTitle?: true } = kind === 'headings' ? {} : { isTitle: true }
        const top = [
          { ...heading(first, 1), ...style },
          { ...heading(second, 1), ...style },
          line('Reviewed: May 2025'),
        ]
        const found = readFile(
          about === undefined ? {} : { about: { title: about } },
          ...top,
          heading('Keys'),
          rule,
          heading('Loss'),
          other,
        )
        expect([found.title, ...found.sections]).to.deep.equal([title, 'Keys', 'Loss'])
      })
  }

  it('two headings over a text are two', () => {
    const found = read(
      line('Key Policy', large),
      heading('Keys', 1),
      heading('Guidance', 1),
      rule,
      heading('Loss', 1),
      other,
    )
    expect(found.sections).to.include('Guidance')
  })

  it('a school’s name behind a title is not part of it', () => {
    const given = { about: { title: 'Key Policy | Harrow Fields School' } }
    expect(readFile(given, heading('Keys'), rule, heading('Loss'), other).title).to.equal('Key Policy')
  })

  it('the heading of contents that the file made by itself is no section', () => {
    const furniture = [{ kind: 'contents', text: 'Keys 2' } as const]
    const blocks = [...start, line('Contents', bold), line('Keys', bold), rule, line('Loss', bold), other]
    expect(readFile({ furniture }, ...blocks).sections).to.deep.equal(['Keys', 'Loss'])
  })

  it('a number without room before its heading is a number', () => {
    const found = read(
      ...start,
      heading('1Keys'),
      rule,
      heading('2Loss of keys'),
      other,
      heading('2.1ICT rooms'),
      other,
    )
    expect(found.sections).to.deep.equal(['Keys', 'Loss of keys', 'ICT rooms'])
  })

  it('lettered headings count where only the appendices are declared', () => {
    const numbered = ['A. Keys', 'B. Locks', 'C. Loss'].flatMap((text) => [line(text, bold), rule, other])
    const appendices = [heading('Appendix 1: Rooms'), other, heading('Appendix 2: Form'), rule]
    expect(read(...start, ...numbered, ...appendices).sections).to.deep.equal([
      'Keys',
      'Locks',
      'Loss',
      'Rooms',
      'Form',
    ])
  })

  it('an appendix that alone is declared is a section', () => {
    const numbered = ['A. Keys', 'B. Locks', 'C. Loss'].flatMap((text) => [line(text, bold), rule, other])
    const found = read(...start, ...numbered, heading('Appendix A - Rooms'), other)
    expect(found.sections).to.deep.equal(['Keys', 'Locks', 'Loss', 'Rooms'])
  })

  it('a subject is a heading also where it says what is so', () => {
    const subject = line('Being told that a child has a key', bold)
    const found = read(...start, line('Keys', bold), rule, subject, other, line('Nothing may be lent', bold), rule)
    expect(found.sections).to.deep.equal(['Keys', 'Being told that a child has a key'])
  })

  it('a sentence in bold is no heading', () => {
    const found = read(
      ...start,
      line('Keys', bold),
      rule,
      line('Staff must never share a key', bold),
      other,
      line('Loss', bold),
      other,
    )
    expect(found.sections).to.deep.equal(['Keys', 'Loss'])
  })

  for (const [what, blocks, right] of [
    ['ahead is the next one', [line('Review date: March 2028')], { id: '2026-11', nextReview: '2028-03' }],
    [
      'behind dots is read',
      [line('Approved: 3 March 2026'), line('Review date: ........ March 2028')],
      { id: '2026-03', nextReview: '2028-03' },
    ],
    ['that has passed was one', [line('Review date: March 2025')], { id: '2025-03', nextReview: undefined }],
    [
      'beside versions, of which the latest names the edition',
      [
        row(0, 'Version', 'Date'),
        row(0, '1.0', 'March 2021'),
        row(0, '2.0', '6 July 2026'),
        line('Review date: July 2027'),
      ],
      { id: '2026-07', nextReview: '2027-07' },
    ],
    [
      'in a column of a table of versions is that of the latest',
      [
        row(0, 'Version', 'Date approved', 'Next review'),
        row(0, '1', 'May 2022', 'May 2024'),
        row(0, '2', 'May 2024', 'May 2027'),
      ],
      { id: '2024-05', nextReview: '2027-05' },
    ],
  ] as const) {
    it(`a review date ${what}`, () => {
      const { id, nextReview } = read(...start, ...blocks, line('Keys', bold), rule, line('Loss', bold), other)
      expect({ id, nextReview }).to.deep.equal(right)
    })
  }
})

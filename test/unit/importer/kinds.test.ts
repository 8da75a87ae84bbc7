// The kinds of documents that schools have, each as small as possible: its title, its dates, its sections.
import { expect } from 'chai'
import { sureDeclaration } from '../../../src/importer/declarations.ts'
import { textOf } from '../../../src/policy/text.ts'
import { bringText, importedText } from '../../kit/documents.ts'

const rule = 'All staff must lock the cupboard when they leave the room.'
const other = 'A key that is lost must be reported to the office at once.'

/** A text's title, edition, next review, and sections as `number title`. */
function outline(lines: readonly string[], isMarkdown = false): string {
  const { edition } = importedText(lines.join('\n'), { isMarkdown })
  const heads = edition.sections.map(({ ref, number, title }) => (number === null ? title : `${ref} ${title}`))
  return [edition.title, edition.id, edition.nextReview ?? '-', heads.join(', ')].join(' | ')
}

describe('the kinds of documents', () => {
  it('a document that counts on beyond a hundred and fifty', () => {
    const lines = Array.from({ length: 180 }, (_, at) => ['', `${at + 1}. Keys of house ${at + 1}`, '', rule]).flat()
    const { edition } = importedText(['Key Policy', 'Reviewed: May 2025', ...lines].join('\n'))
    expect(edition.sections.map(({ ref }) => ref)).to.deep.equal(Array.from({ length: 180 }, (_, at) => String(at + 1)))
  })

  for (const [what, lines, right] of [
    [
      'a title in two lines, and labels in capitals',
      [
        'Keys and',
        'Cupboards Policy',
        'DATE OF ADOPTION: May 2025',
        'DATE OF NEXT REVIEW: June',
        '2027',
        '1. Keys',
        rule,
        '2. Locks',
        other,
      ],
      'Keys and Cupboards Policy | 2025-05 | 2027-06 | 1 Keys, 2 Locks',
    ],
    [
      'a contents list without page numbers',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '1. Keys',
        '2. Locks',
        '3. Loss',
        '1. Keys',
        rule,
        '2. Locks',
        other,
        '3. Loss',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Locks, 3 Loss',
    ],
    [
      'a contents list that has another sign behind an appendix, and pages on lines of their own',
      [
        'Key Policy',
        'Reviewed: May 2025',
        'Contents',
        '1. Keys',
        '2',
        '2. Locks',
        '3',
        'Appendix A Rooms',
        '4',
        '1. Keys',
        rule,
        '2. Locks',
        other,
        '',
        'Appendix A: Rooms',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Locks, A Rooms',
    ],
    [
      'a signature with its day at the end, and the review below it',
      [
        'Key Policy',
        '1. Keys',
        rule,
        '2. Locks',
        other,
        'Signed: ........................ Chair of Governors',
        'Date: 4 May 2025',
        'Review date: 4 May 2026',
      ],
      'Key Policy | 2025-05 | 2026-05-04 | 1 Keys, 2 Locks',
    ],
    [
      'the day by which it is to be reviewed',
      ['Key Policy', 'Date of approval: May 2024', 'To be reviewed by: May 2026', '1. Keys', rule, '2. Locks', other],
      'Key Policy | 2024-05 | 2026-05 | 1 Keys, 2 Locks',
    ],
    [
      'a contents list that does not say section',
      [
        'Key Policy',
        'Reviewed: May 2025',
        'Contents',
        '1. Keys\t2',
        '2. Locks\t3',
        '3. Loss\t4',
        'Section 1 – Keys',
        rule,
        'Section 2 – Locks',
        other,
        'Section 3 – Loss',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Locks, 3 Loss',
    ],
    [
      'numbers alone on their lines',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '',
        '1',
        '',
        'Keys',
        '',
        '1.1',
        '',
        rule,
        '',
        '2',
        '',
        'Locks',
        '',
        '2.1',
        '',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 1.1 Keys, 2 Locks, 2.1 Locks',
    ],
    [
      'Roman numbers over lettered rules',
      [
        'Key Policy',
        'Reviewed: May 2025',
        'I. KEYS',
        `A. ${rule}`,
        `B. ${other}`,
        'II. LOCKS',
        other,
        'III. LOSS',
        other,
      ],
      'Key Policy | 2025-05 | - | I KEYS, II LOCKS, III LOSS',
    ],
    [
      'a reference that wraps onto a line of its own',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '1. Keys',
        `${rule} The rooms are named in`,
        'Appendix 1.',
        '2. Locks',
        other,
        'Appendix 1',
        'Rooms',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Locks, A1 Rooms',
    ],
    [
      'a table of versions',
      [
        'Key Policy',
        'Ratified: May 2025',
        '',
        'Version   Date         What changed',
        '1.0       01/02/2023   Keys – first text',
        '2.0       01/05/2025   Locks – added',
        '',
        '1. Keys',
        rule,
        '2. Locks',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Locks',
    ],
    [
      'a table between numbers',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '1. Levels',
        rule,
        'Level\tWhat\tWho',
        '1\tLost\tOffice',
        '2\tStolen\tPolice',
        '2. Locks',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Levels, 2 Locks',
    ],
    [
      'names and announced lists among titles without numbers',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '',
        'Holders',
        `${rule} A key may be held by any of these:`,
        '',
        '',
        'Caretakers',
        'People who open the building in the morning.',
        '',
        'Mrs May Other (Bursar)',
        'Locks',
        rule,
      ],
      'Key Policy | 2025-05 | - | Holders, Locks',
    ],
    [
      'questions and answers',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '',
        'Q: Who has a key?',
        `A: Any teacher. ${rule}`,
        '',
        'Q: What if it is lost?',
        `A: ${other}`,
      ],
      'Key Policy | 2025-05 | - | Who has a key?, What if it is lost?',
    ],
    [
      'terms of reference',
      [
        'Keys Committee',
        'Terms of Reference',
        'Adopted: May 2025',
        '',
        '1. Members',
        'The committee has four members.',
        '2. Meetings',
        'It should meet each term.',
      ],
      'Keys Committee Terms of Reference | 2025-05 | - | 1 Members, 2 Meetings',
    ],
    [
      'titles in capitals over others',
      [
        'Key Policy',
        'Reviewed: May 2025',
        '',
        'STATEMENT OF INTENT',
        '',
        rule,
        '',
        'DUTIES',
        '',
        'The caretaker',
        '',
        other,
        '',
        'The office',
        '',
        other,
      ],
      'Key Policy | 2025-05 | - | STATEMENT OF INTENT, DUTIES, The caretaker, The office',
    ],
    [
      'titles that end in a colon',
      ['Key Policy', 'Date: 4 May 2025', '', 'Keys:', rule, '', 'Lost keys:', other],
      'Key Policy | 2025-05 | - | Keys, Lost keys',
    ],
    [
      'an amendment after the adoption',
      ['Key Policy', 'Date of adoption: May 2018', 'Amended: June 2025', '1. Keys', rule, '2. Locks', other],
      'Key Policy | 2025-06 | - | 1 Keys, 2 Locks',
    ],
    [
      'another document’s date',
      [
        'Key Policy',
        'Adopted: May 2025',
        '1. Keys',
        `${rule} It follows the council's guide, which was last updated in March 2016.`,
        '2. Locks',
        other,
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Locks',
    ],
    [
      'terms for dates, several labels a line',
      ['Key Policy', 'Version 2   Approved: Spring 2025   Review: Summer 2026', '1. Keys', rule, '2. Locks', other],
      'Key Policy | 2025-01 | 2026-07 | 1 Keys, 2 Locks',
    ],
    [
      'a record of reviews',
      ['Key Policy', 'Reviewed: May 2021, June 2023 and July 2025', '1. Keys', rule, '2. Locks', other],
      'Key Policy | 2025-07 | - | 1 Keys, 2 Locks',
    ],
    [
      'a record at the end of a sentence',
      ['Key Policy', '1. Keys', rule, '2. Review', 'The office must read this again. Ratified: May 2025'],
      'Key Policy | 2025-05 | - | 1 Keys, 2 Review',
    ],
  ] as const) {
    it(`reads ${what}`, () => expect(outline(lines)).to.equal(right))
  }

  for (const [what, lines, right] of [
    [
      'front matter of another tool',
      [
        '---',
        'title: Key Policy',
        'last_reviewed: 2025-05-02',
        'next_review: "2027-05-02"',
        '---',
        '# Keys #',
        rule,
        '',
        '# Locks',
        other,
      ],
      'Key Policy | 2025-05 | 2027-05-02 | Keys, Locks',
    ],
    [
      'numbers with their titles in bold, and a table',
      [
        '# Key Policy',
        '',
        'Reviewed: May 2025',
        '',
        '1. **Keys**',
        '',
        `1.1. ${rule}`,
        '',
        '2. **Locks**',
        '',
        `2.1. ${other}`,
        '',
        '| Room | Key |',
        '| --- | --- |',
        '| A1 | no |',
      ],
      'Key Policy | 2025-05 | - | 1 Keys, 1.1 Keys, 2 Locks, 2.1 Locks',
    ],
    [
      'underlined headings',
      ['Key Policy', '==========', '', 'Reviewed: May 2025', '', 'Keys', '----', rule, '', 'Locks', '----', other],
      'Key Policy | 2025-05 | - | Keys, Locks',
    ],
    [
      'a policy statement as its first heading',
      ['# Key Policy', '', 'Reviewed: May 2025', '', '# Policy statement', '', rule, '', '# Locks', '', other],
      'Key Policy | 2025-05 | - | Policy statement, Locks',
    ],
  ] as const) {
    it(`reads Markdown with ${what}`, () => expect(outline(lines, true)).to.equal(right))
  }

  it('keeps a footer of several lines out of the sections, and finds the list behind it', () => {
    const foot = (page: number) => ['', 'Oak Academy, 1 Oak Lane', 'Tel. 01234 567890', '', `${page}`, '']
    const lines = [
      'Key Policy',
      'Reviewed: May 2025',
      '',
      '1. Keys',
      'Everybody who has a key in the school must see to these things:',
      ...foot(1),
      '• the key is marked',
      '• it is kept safe',
      '',
      '2. Locks',
      other,
      ...foot(2),
      '3. Loss',
      other,
      ...foot(3),
    ]
    const { edition, problems, furniture } = importedText(lines.join('\n'))
    expect(edition.sections.map(textOf).join('\n')).to.not.include('Oak')
    expect(edition.sections.slice(0, 1).map(textOf).join()).to.include('• the key is marked')
    expect(problems.filter(({ kind }) => kind === 'gap')).to.be.empty
    expect(furniture.filter((line) => line.startsWith('Tel.'))).to.have.length(3)
  })

  for (const [said, months] of [
    ['This policy is reviewed annually by the governors.', '2026-05'],
    ['The governors will review this policy every two years.', '2027-05'],
    ['Review frequency: 3 years', '2028-05'],
    ['This policy will be reviewed once a year.', '2026-05'],
  ] as const) {
    it(`proposes a next review for “${said}”, and puts none down`, () => {
      const { edition, problems } = importedText(
        ['Key Policy', 'Reviewed: May 2025', '1. Keys', rule, '2. Review', said].join('\n'),
      )
      expect(edition.nextReview).to.equal(undefined)
      expect(problems.flatMap(({ proposal }) => (proposal === undefined ? [] : [proposal]))).to.deep.equal([
        { field: 'nextReview', value: months },
      ])
    })
  }

  it('takes what a sentence says of the policy’s dates, and asks whether that is right', () => {
    const said = 'This policy was approved by the governors on 4 May 2025 and will be reviewed in May 2027.'
    const { edition, problems } = importedText(['Key Policy', '1. Keys', rule, '2. Review', said].join('\n'))
    expect(edition).to.include({ ratified: '2025-05-04', nextReview: '2027-05', approvedBy: 'the governors' })
    expect(problems.filter(({ kind }) => kind === 'date')).to.have.length(2)
  })

  it('is in force from the day that it says, or from the last of its dates that is past', () => {
    const from = (...record: readonly string[]) =>
      importedText(['Key Policy', ...record, '1. Keys', rule, '2. Locks', other].join('\n')).edition.inForceFrom
    expect(from('Ratified: 4 May 2025', 'Effective from: 1 September 2025')).to.equal('2025-09-01')
    expect(from('Ratified: 4 May 2025', 'Published: 9 May 2025')).to.equal('2025-05-09')
    expect(from('Ratified: 4 May 2027')).to.equal('2026-11-23')
  })

  for (const [what, sections, ref] of [
    [
      'staff’s and not the pupils’',
      [
        '1. Pupil agreement (Year 5)',
        'I have read the rules and I will ask my teacher.',
        '2. Staff agreement',
        'I have read this policy and I will keep to it.',
      ],
      '2',
    ],
    [
      'none where only parents speak',
      ['1. Keys', rule, '2. Agreement', 'I have read this with my child and I will help.'],
      undefined,
    ],
    [
      'none where two could be meant',
      [
        '1. Staff agreement',
        'I have read this policy and will keep to it.',
        '2. Staff declaration',
        'I confirm that I have read this policy.',
      ],
      undefined,
    ],
    ['none where nobody speaks', ['1. Keys', rule, '2. Locks', other], undefined],
  ] as const) {
    it(`finds a declaration: ${what}`, () => {
      const { declarations } = importedText(['Key Policy', 'Reviewed: May 2025', ...sections].join('\n'))
      expect(sureDeclaration(declarations)?.ref).to.equal(ref)
    })
  }

  it('refuses what says nothing that anybody should do', () => {
    expect(
      bringText('Dear Sam, the cake was lovely and so were the flowers that you had sent to us. Love, Jo'),
    ).to.include({
      kind: 'refused',
      why: 'not-a-policy',
    })
  })
})

// Policies of invented schools, each typed in another way: the sections that they are split into, and what is refused.
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Imported } from '../../../src/importer/types.ts'
import { textOf } from '../../../src/policy/text.ts'
import { importedText } from '../../kit/documents.ts'

const folder = 'test/unit/importer/policies'

function imported(name: string, change: (text: string) => string = (text) => text): Imported {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  return importedText(change(text), { isMarkdown: name.endsWith('.md') })
}

describe('importing', () => {
  for (const [name, what, title, edition, refs, gaps] of [
    [
      'phones.txt',
      'contents, page footers, wrapped lines, lists that count',
      'Mobile Phone Policy',
      '2024-07',
      '1 2 3 4 A',
      '',
    ],
    [
      'visits.txt',
      'numbers within numbers',
      'EDUCATIONAL VISITS PROCEDURE',
      '2023-03',
      '1 1.1 1.2 2 2.1 2.1.1 2.1.2 2.2 3 3.1 3.2 3.3 4 4.1',
      '',
    ],
    ['section.txt', 'sections by name, an annex, a schedule', 'Visitors Policy', '2015-10', '1 2 3 A1 S2', ''],
    ['lone.txt', 'capital letters over small ones', 'Lone Working Policy', '2022-10', 'A B C C.a C.b C.c D', 'D'],
    ['gifts.txt', 'headings without numbers', 'Gifts and Hospitality Policy', '2025-01', '1 2 3 4', ''],
    ['email.md', 'Markdown with numbers', 'Email Policy', '2024-11', '1 2 2.1 2.2 2.a 3 A1', '2.1'],
    ['uniform.md', 'Markdown without numbers, lists in lists', 'Uniform Policy', '2023-09', '0 1 2 2.1 2.2 3 4', '3'],
    ['behaviour.txt', 'a table of contents with tabs', 'Behaviour policy', '2023-03', '1 2 3 4 4.1 4.2 4.3 A1', ''],
    [
      'online.txt',
      'titles without a number over numbered paragraphs',
      'E-SAFETY AND ACCEPTABLE USE POLICY',
      '2021-09',
      '1 1.1 1.2 2 2.1 2.2 3 3.1 3.2 A B',
      '',
    ],
    ['parts.txt', 'parts over numbers that run on', 'Safeguarding Policy 2024-25', '2024-09', 'PA 1 2 PB 3 4', ''],
    ['restart.txt', 'parts over numbers that begin again', 'Data Policy', '2023-09', 'P1 P1.1 P1.2 P2 P2.1 P2.2', ''],
    ['dress.txt', 'nothing but numbered rules', 'Staff Dress Code', '2024-01', '1 2 3', ''],
    ['first-aid.txt', 'capitals for headings, no blank lines', 'FIRST AID POLICY', '2021-03', '1 2 3 4', ''],
  ] as const) {
    it(`reads ${name}: ${what}`, () => {
      const { edition: found, problems } = imported(name)
      expect(found).to.include({ title, id: edition, wording: 'adopted' })
      expect(found.sections.map(({ ref }) => ref).join(' ')).to.equal(refs)
      expect(problems.flatMap(({ kind, section }) => (kind === 'gap' ? [section] : [])).join(' ')).to.equal(gaps)
    })
  }

  for (const name of readdirSync(folder)) {
    it(`loses nothing of ${name}, and keeps every line in one place`, () => {
      const { edition: found, aside } = imported(name)
      const squash = (text: string) =>
        text
          .replace(/[*#\\]+/g, '')
          .replace(/\s+/gu, ' ')
          .trim()
      const places = [...aside, ...found.sections.flatMap((section) => [section.title, textOf(section)])].map(squash)
      const heading = /^(?:(?:Section|Part|PART|Appendix|Annex|Schedule) )?[\dA-Za-z](?:\.\d+)*[.:)]?(?: [-–])? /
      const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n').map(squash)
      for (const line of lines.filter((each) => /[\p{L}\p{N}]/u.test(each))) {
        const found = places.filter((place) => place.includes(line)).length
        const isHeading = places.includes(line.replace(heading, '')) || /^(?:Appendix|Annex) \w$/.test(line)
        expect(found > 0 || isHeading, line).to.be.true
        if (line.length > 40 && lines.filter((each) => each.includes(line)).length === 1)
          expect(found + Number(isHeading && found === 0), line).to.equal(1)
      }
    })
  }

  it('reads what each says of itself', () => {
    const record = (name: string) => {
      const { edition: found, number } = imported(name)
      const { school, published, reviewed, ratified, nextReview, approvedBy } = found
      return [number, school, published, reviewed, ratified, nextReview, approvedBy]
        .map((each) => each ?? '-')
        .join(' | ')
    }
    expect(record('phones.txt')).to.equal(
      '17 | Larkfield Junior School | 2024-09-03 | - | 2024-07-12 | 2026-12 | Full Governing Body',
    )
    expect(record('visits.txt')).to.equal(
      '- | HOLLOW OAK ACADEMY TRUST | - | 2023-03-14 | 2023-04-20 | 2025-03 | the Trust Board',
    )
    expect(record('email.md')).to.equal('12 | Rivermead High School | - | 2024-11 | - | - | -')
    expect(record('behaviour.txt')).to.equal(
      '- | Willowbank Primary Academy | - | 2023-03-01 | 2023-03-14 | 2024-03 | Full governing board',
    )
    expect(record('online.txt')).to.equal("- | St. Wilfrid's C of E Primary School | 2021-09 | - | - | 2022-09 | -")
  })

  for (const [first, title, school] of [
    ['Home School Agreement Policy', 'Home School Agreement Policy', undefined],
    ['Home and School Agreement', 'Home and School Agreement', undefined],
    ['After-School Clubs Policy', 'After-School Clubs Policy', undefined],
    ['Whole School Behaviour Policy', 'Whole School Behaviour Policy', undefined],
    ['Oak School Behaviour Policy', 'Behaviour Policy', 'Oak School'],
    ['Hope and Grace Primary School Behaviour Policy', 'Behaviour Policy', 'Hope and Grace Primary School'],
  ] as const) {
    it(`reads the title “${first}”`, () => {
      const rules = 'This says what all staff must do. '.repeat(5)
      const text = `# ${first}\n\n## 1 Purpose\n\n${rules}\n\n## 2 Rules\n\n${rules}\n`
      const found = importedText(text, { isMarkdown: true })
      expect([found.edition.title, found.edition.school]).to.deep.equal([title, school])
    })
  }

  it('says what it did not understand, with the line', () => {
    const said = imported('phones.txt').problems.map(({ kind, line, what }) => `${line} ${kind}: ${what}`)
    expect(said[0]).to.equal('6 date: "Autumn 2026" is a term; it is counted as 2026-12 (next review).')
    expect(said.filter((each) => each.includes('unsure'))).to.have.length(2)
  })

  it('keeps a school’s own marks, and what Markdown would swallow', () => {
    const text = (name: string, ref: string) =>
      imported(name)
        .edition.sections.flatMap((section) => (section.ref === ref ? [textOf(section)] : []))
        .join()
    expect(text('uniform.md', '2.1')).to.include('https://example.org/pe_kit')
    expect(text('section.txt', '2')).to.include('o leave the visitor alone\no let them use a side door')
  })

  it('joins a sentence that a page end breaks', () => {
    const { sections } = imported('phones.txt').edition
    expect(sections.map(textOf).join('\n').replace(/\s+/g, ' ')).to.include("taken with the school's camera only")
  })

  for (const [what, name, change] of [
    ['a number', 'phones.txt', (text: string) => text.replace('\n3. Phones of pupils\n', '\n2. Phones of pupils\n')],
    ['a letter', 'lone.txt', (text: string) => text.replace('b) While working', 'a) While working')],
    ['a number within a number', 'visits.txt', (text: string) => text.replace(/^1\.2 /m, '1.1 ')],
    [
      'a whole section, at the end',
      'lone.txt',
      (text: string) => `${text}\nB. Duties of the head\n\nThe head must ensure that this is read.\n`,
    ],
  ] as const) {
    it(`asks about a document that repeats ${what}, says where, and keeps both`, () => {
      const { problems, edition } = imported(name, change)
      expect(problems.map(({ what }) => what).join('\n')).to.match(
        /repeats section .*it stands in line \d+ and again in line \d+/,
      )
      const refs = edition.sections.map(({ ref }) => ref)
      expect(new Set(refs).size).to.equal(refs.length)
    })
  }
})

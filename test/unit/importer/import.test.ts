// Policies of invented schools, each typed in another way: the sections they come apart into, and what is refused.
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { importText } from '../../../src/importer/import.ts'
import { readText } from '../../../src/importer/read.ts'
import type { Imported, Refusal } from '../../../src/importer/types.ts'
import { textOf } from '../../../src/policy/text.ts'

const folder = 'test/unit/importer/policies'

function bring(name: string, change: (text: string) => string = (text) => text): Imported | Refusal {
  const read = readText(readFileSync(`${folder}/${name}`))
  if (read.kind === 'refused') return read
  const options = { policy: 'a-policy', title: undefined, edition: undefined, isMarkdown: name.endsWith('.md') }
  return importText(change(read.text), options)
}

function imported(name: string): Imported {
  const found = bring(name)
  if (found.kind === 'refused') throw new Error(found.what)
  return found
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
  ] as const) {
    it(`reads ${name}: ${what}`, () => {
      const { edition: found, problems } = imported(name)
      expect(found).to.include({ title, id: edition, wording: 'adopted' })
      expect(found.sections.map(({ ref }) => ref).join(' ')).to.equal(refs)
      expect(problems.flatMap(({ kind, section }) => (kind === 'gap' ? [section] : [])).join(' ')).to.equal(gaps)
    })
  }

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
    it(`refuses a document that repeats ${what}, and says where`, () => {
      const found = bring(name, change)
      expect(found).to.include({ kind: 'refused', why: 'repeated-ref' })
      expect((found as Refusal).what).to.match(/repeats section .*it stands in line \d+ and again in line \d+/)
    })
  }
})

// Whatever a school's text contains, an edition file written from it reads back as the same edition.
import { expect } from 'chai'
import fc from 'fast-check'
import type { DayOrMonth } from '../../src/kit/days.ts'
import { writeEdition } from '../../src/importer/write.ts'
import { readEdition } from '../../src/library/editions.ts'
import { parentOf } from '../../src/library/sections.ts'
import type { Edition, SectionPart, Section } from '../../src/policy/types.ts'

const awkward = [
  '*', '_', '#', '>', '-', '+', '1.', '1)', '[x](y)', '![x](y)', '<b>', '</b>', '<!-- x -->', '&amp;', '&', '&#35;', '\\', '\\*', 'o ', '• ', '***',
  '---', '===', '> ', '```', '`', '~~~', '~', '|', '| a |', ':-', '[x]: y', '[^1]', '[!GAP]', ' ', '  ', '\t', '\u00a0', 'www.hants.gov.uk/e_s', 'http://a.b/c_d*e',
  'a@b.uk', '👩‍🏫', 'مرحبا', '\u200f', '\u0301', '…', '“quoted”', 'Staff', 'must', ':', '.', ';', '!', '=', '<a@b.uk>', '<http://a>', '#hash', '# x', '$', '%', '{x}', 'ﬁ', '\f', '\v', '\u2028',
] // prettier-ignore

const line = fc
  .oneof(
    fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.array(fc.constantFrom(...awkward), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' ')),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  )
  .map((text) => text.replace(/[\0\r\n]/g, '').toWellFormed())
  .filter((text) => text.trim() !== '')
const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const title = line.map((words) => words.replace(/\s+/g, ' ').trim()).filter((words) => words !== '')
const mark = fc.constantFrom(
  'o',
  '•',
  '*',
  '+',
  '–',
  '\uf0b7',
  '(a)',
  'a.',
  'iv)',
  '3.',
  '07.',
  '1)',
  '(1)',
  '-->',
  '->',
  '>',
  '--',
)

const part: fc.Arbitrary<SectionPart> = fc.oneof(
  text.map((words) => ({ kind: 'paragraph' as const, text: words })),
  fc
    .record({
      ordered: fc.boolean(),
      mark: fc.option(mark, { nil: undefined }),
      items: fc.array(text, { minLength: 1, maxLength: 3 }),
    })
    .map(({ ordered, mark: own, items }) => ({
      kind: 'list' as const,
      ordered,
      items,
      ...(own === undefined ? {} : { mark: own }),
    })),
  text.map((words) => ({ kind: 'gap' as const, text: words.trimStart() })),
)

const refs = ['1', '1.1', '2', '6', '6.d', '6.d.iv', 'A1', 'A1.1', 'B', 'B.2', '0']
const sections: fc.Arbitrary<Section[]> = fc
  .uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 4 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((ref) =>
        fc
          .record({
            title,
            parts: fc.array(part, { maxLength: 5 }),
            printed: fc.constantFrom(
              {},
              { number: null },
              { number: '(a)', page: 7 },
              { number: 'Appendix 1' },
              { page: 3 },
            ),
          })
          .map(({ printed, ...rest }) => ({ ref, ...rest, ...printed, parent: parentOf(ref, new Set(chosen)) })),
      ),
    ),
  )

const when = fc.option(fc.constantFrom('2015-10' as DayOrMonth, '2015-10-26' as DayOrMonth), { nil: undefined })
const noted = fc.constantFrom(
  {},
  { adopted: '2015-09' as DayOrMonth, source: { file: 'Policy: "new" (2).docx', sha256: '0'.repeat(64) } },
  {
    amended: '2015-09-01' as DayOrMonth,
    inForceFrom: '2015-10' as DayOrMonth,
    source: { file: 'a.pdf', sha256: '1e3'.padEnd(64, '0') },
  },
)
const bare = fc.record({
  policy: fc.constantFrom('social-media', '43', 'null', '1e3'),
  id: fc.constantFrom('2015-10', '2015', 'v2', '0010', 'true'),
  title,
  school: fc.option(title, { nil: undefined }),
  wording: fc.constantFrom('adopted' as const, 'restated' as const),
  published: when,
  reviewed: when,
  ratified: when,
  nextReview: when,
  approvedBy: fc.option(title, { nil: undefined }),
  sections,
})
const edition: fc.Arbitrary<Edition> = fc.tuple(bare, noted).map(([record, more]) => ({ ...record, ...more }))

describe('an edition file', () => {
  it('is read back as it was written, for any text', () => {
    fc.assert(
      fc.property(edition, fc.array(line, { maxLength: 2 }), (written, aside) => {
        const source = writeEdition(written, { number: 43, aside })
        const { edition: read, problems } = readEdition('x.md', source)
        expect(problems, source).to.deep.equal([])
        expect(read, source).to.deep.equal(written)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})

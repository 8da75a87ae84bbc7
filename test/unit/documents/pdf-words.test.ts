// Small decisions of the PDF reader, as tables.
import { expect } from 'chai'
import { headingLabelOf, labelOf } from '../../../adapters/documents/pdf/labels.ts'
import { joinLines, wordsOf } from '../../../adapters/documents/pdf/words.ts'

describe('a hyphen at a line’s end', () => {
  const words = wordsOf(['the teacher and the well-being of pupils', 'safe-'])
  const cases: readonly [lines: string[], text: string, why: string][] = [
    [['every tea-', 'cher'], 'every teacher', 'the whole word stands elsewhere'],
    [['their well-', 'being'], 'their well-being', 'it stands elsewhere with its hyphen'],
    [['a co-', 'ordinator'], 'a co-ordinator', 'nothing is known: it stays'],
    [['pupils -', 'and staff'], 'pupils - and staff', 'a dash'],
    [['Monday-', 'Friday'], 'Monday-Friday', 'a capital begins no half word'],
    [['safe\u00AD', 'guarding'], 'safeguarding', 'a soft hyphen'],
    [['one', 'two'], 'one two', 'none at all'],
  ]
  for (const [lines, text, why] of cases)
    it(`${lines.join(' / ')}: ${why}`, () => {
      expect(joinLines(lines, words)).to.equal(text)
    })
})

describe('a label', () => {
  const cases: readonly [line: string, label: string | undefined][] = [
    ['• wear a badge', '•'],
    ['- wear a badge', '-'],
    ['o wear a badge', 'o'],
    ['1. Aims', '1.'],
    ['12) Aims', '12)'],
    ['2.1 Badges', '2.1'],
    ['2.1.3. Badges', '2.1.3.'],
    ['(a) wear a badge', '(a)'],
    ['(iv) wear a badge', '(iv)'],
    ['b. wear a badge', 'b.'],
    ['A. Aims', 'A.'],
    ['IV. Aims', 'IV.'],
    ['1. September 2025', undefined],
    ['01.09.2025', undefined],
    ['3.30pm on Fridays', undefined],
    ['2025 was good', undefined],
    ['3 pupils', undefined],
    ['e.g. a badge', undefined],
    ['on Monday', undefined],
  ]
  for (const [line, label] of cases)
    it(`${line}: ${label ?? 'none'}`, () => {
      expect(labelOf(line)?.number).to.equal(label)
    })

  const ofHeadings: readonly [line: string, label: string | undefined, text: string | undefined][] = [
    ['Appendix A: Form', 'Appendix A', 'Form'],
    ['Appendix 2 – Form', 'Appendix 2', 'Form'],
    ['3 Aims', '3', 'Aims'],
    ['A Policy for Visitors', undefined, undefined],
    ['3 June 2025', undefined, undefined],
  ]
  for (const [line, number, text] of ofHeadings)
    it(`of a heading, ${line}: ${number ?? 'none'}`, () => {
      const label = headingLabelOf(line)
      expect([label?.number, label?.text]).to.eql([number, text])
    })
})

import { expect } from 'chai'
import { readCsv } from '../../../adapters/documents/csv.ts'
import { csvLine } from '../../../src/kit/csv.ts'

describe('a line for a spreadsheet', () => {
  const table: readonly (readonly [string, string])[] = [
    ['Ann Able', 'Ann Able'],
    ['=1+1', `"'=1+1"`],
    ['+44 1256', `"'+44 1256"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    [' =1+1', `"' =1+1"`],
    ['\u200b=1+1', `"'\u200b=1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['say "hi", ok', '"say ""hi"", ok"'],
    ['a;=b', '"a;=b"'],
    ['a\n=b', '"a\n=b"'],
    ['2026-09-01', '2026-09-01'],
    ['Smith-Jones', 'Smith-Jones'],
    ['', ''],
  ]
  for (const [text, cell] of table) {
    it(`writes ${JSON.stringify(text)} so that it stays a text`, () => {
      expect(csvLine([text, 'x'])).to.equal(`${cell},x\r\n`)
    })
  }

  it('reads back as it was, but for the apostrophe', () => {
    const cells = ['a', 'say "hi", ok', 'two\nlines', '=1', ' b ']
    const read = readCsv(csvLine(cells))
    expect(read.kind === 'records' && read.records[0]?.cells).to.deep.equal([
      'a',
      'say "hi", ok',
      'two\nlines',
      "'=1",
      ' b ',
    ])
  })
})

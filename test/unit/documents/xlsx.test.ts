// Workbooks as tables: what a person would read in each cell.
import { expect } from 'chai'
import { readXlsx } from '../../../adapters/documents/xlsx.ts'
import { shown } from '../../../adapters/documents/xlsx/formats.ts'
import { type BookParts, inline, xlsx } from '../../kit/documents/xlsx.ts'
import { whyOf } from '../../kit/documents/said.ts'

function tablesOf(parts: BookParts) {
  const read = readXlsx(xlsx(parts))
  if (read.kind === 'refused') throw new Error(read.what)
  return read.tables
}

const rowsOf = (rows: string, more: Partial<BookParts> & { before?: string; after?: string } = {}) => {
  const { before = '', after = '', ...book } = more
  return tablesOf({ sheets: [{ name: 'Staff', rows, before, after }], ...book })[0]?.rows
}

interface Shown {
  readonly value: number
  readonly format: string
  readonly gives: string
}

const numbers: readonly Shown[] = [
  { value: 42, format: '000000', gives: '000042' },
  { value: 0, format: '000000', gives: '000000' },
  { value: 42, format: '"EMP-"0000', gives: 'EMP-0042' },
  { value: 7700900123, format: '00000 000000', gives: '07700 900123' },
  { value: 447911123456, format: 'General', gives: '447911123456' },
  { value: 0.1 + 0.2, format: 'General', gives: '0.3' },
  { value: 1234.5, format: '#,##0.00', gives: '1,234.50' },
  { value: 1234567, format: '#,##0', gives: '1,234,567' },
  { value: 0.5, format: '0%', gives: '50%' },
  { value: 0.5, format: '#.##', gives: '.5' },
  { value: -3, format: '0.0', gives: '-3.0' },
  { value: -3, format: '0;(0)', gives: '(3)' },
  { value: 12.5, format: '[$£-809]#,##0.00', gives: '£12.50' },
  { value: 1.5e9, format: '0.00E+00', gives: '1500000000' },
  { value: 45901, format: 'dd/mm/yyyy', gives: '2025-09-01' },
  { value: 45901, format: '[$-809]d mmmm yyyy;@', gives: '2025-09-01' },
  { value: 45901.75, format: 'dd/mm/yyyy hh:mm', gives: '2025-09-01 18:00' },
  { value: 45901, format: 'dd/mm/yyyy hh:mm', gives: '2025-09-01' },
  { value: 0.375, format: 'h:mm AM/PM', gives: '09:00' },
  { value: 1.5, format: '[h]:mm', gives: '36:00' },
  { value: 1, format: 'dd/mm/yyyy', gives: '1900-01-01' },
  { value: 61, format: 'dd/mm/yyyy', gives: '1900-03-01' },
  { value: 12, format: '0 "days"', gives: '12 days' },
  { value: 12, format: '@', gives: '12' },
]

describe('Excel: cells', () => {
  for (const { value, format, gives } of numbers)
    it(`shows ${value} in “${format}” as ${gives}`, () =>
      expect(shown(value, format, { from1904: false })).to.equal(gives))

  it('reads shared, rich and inline texts, without how they are spoken', () => {
    const texts = [
      '<t>Amy</t>',
      '<r><t>Le</t></r><r><rPr/><t>e</t></r>',
      '<t>東京</t><rPh sb="0" eb="1"><t>トウキョウ</t></rPh>',
    ]
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>${inline('D1', 'a_x000D_\nb')}</row>`
    expect(rowsOf(rows, { texts })).to.deep.equal([['Amy', 'Lee', '東京', 'a\nb']])
  })

  it('reads booleans, errors, dates and what formulas gave', () => {
    const rows =
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>sum</v></c><c><f>1+1</f><v>2</v></c><c t="d"><v>2025-09-01T00:00:00</v></c><c s="1"><v>45901</v></c></row>'
    expect(rowsOf(rows, { formats: ['dd/mm/yyyy'] })).to.deep.equal([
      ['TRUE', 'FALSE', '#N/A', 'sum', '2', '2025-09-01', '2025-09-01'],
    ])
  })

  it('counts days from 1904 where the book does', () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>44439</v></c></row>'
    expect(rowsOf(rows, { formats: ['dd/mm/yyyy'], from1904: true })).to.deep.equal([['1904-01-01', '2025-09-01']])
  })

  it('keeps rows and columns in their places', () => {
    const rows = `<row r="2">${inline('B2', 'x')}${inline('D2', 'y')}</row><row r="4">${inline('A4', 'z')}</row>`
    expect(rowsOf(rows)).to.deep.equal([[], ['', 'x', '', 'y'], [], ['z']])
  })

  it('leaves hidden sheets, rows and columns out, and says how many', () => {
    const rows =
      `<row r="1">${inline('A1', 'a')}${inline('B1', 'secret')}${inline('C1', 'c')}</row>` +
      `<row r="2" hidden="1">${inline('A2', 'gone')}</row>`
    const tables = tablesOf({
      sheets: [
        {
          name: 'Staff',
          rows,
          before: '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>',
        },
        { name: 'Secret', rows, state: 'hidden' },
        { name: 'More', rows, state: 'veryHidden' },
      ],
    })
    expect(tables).to.deep.equal([{ name: 'Staff', rows: [['a', 'c']], hidden: 2 }])
  })

  it('shows a merged cell once, and nothing of what lies under it', () => {
    const rows = `<row r="1">${inline('A1', 'Head')}${inline('B1', 'under')}</row><row r="2">${inline('A2', 'under')}${inline('C2', 'c')}</row>`
    expect(rowsOf(rows, { after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' })).to.deep.equal([
      ['Head'],
      ['', '', 'c'],
    ])
  })

  it('refuses what would fill the memory, and reads one cell in the last corner', () => {
    const corner = rowsOf(`<row r="1048576">${inline('XFD1048576', 'x')}</row>`)
    expect(corner?.length).to.equal(1_048_576)
    expect(corner?.at(-1)?.at(-1)).to.equal('x')
    const wide = Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}">${inline(`XFD${at + 1}`, 'x')}</row>`).join(
      '',
    )
    expect(whyOf(readXlsx(xlsx({ sheets: [{ name: 'Wide', rows: wide }] })))).to.equal('too-large')
  })
})

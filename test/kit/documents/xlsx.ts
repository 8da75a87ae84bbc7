// Makes workbooks for tests from a few lines of their XML.
import { escaped, zipOf } from './zip.ts'

const x = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface SheetParts {
  readonly name: string
  readonly state?: string
  /** XML of the rows, and what comes before and after them. */
  readonly rows: string
  readonly before?: string
  readonly after?: string
}

export interface BookParts {
  readonly sheets: readonly SheetParts[]
  /** Shared strings, each as XML. */
  readonly texts?: readonly string[]
  /** Number formats; a cell's style is the place in this list, counted from 1. */
  readonly formats?: readonly string[]
  readonly from1904?: boolean
}

export function xlsx({ sheets, texts = [], formats = [], from1904 = false }: BookParts): Uint8Array {
  const relations = [
    ...sheets.map((_, at) => `<Relationship Id="s${at}" Type="${r}/worksheet" Target="worksheets/sheet${at}.xml"/>`),
    `<Relationship Id="t" Type="${r}/sharedStrings" Target="sharedStrings.xml"/>`,
    `<Relationship Id="f" Type="${r}/styles" Target="styles.xml"/>`,
  ]
  const list = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
  )
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`).join('')
  const xfs = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')
  return zipOf({
    '_rels/.rels': relationships([`<Relationship Id="a" Type="${r}/officeDocument" Target="xl/workbook.xml"/>`]),
    'xl/_rels/workbook.xml.rels': relationships(relations),
    'xl/workbook.xml': `<workbook xmlns="${x}" xmlns:r="${r}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst xmlns="${x}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${x}"><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, at) => [
        `xl/worksheets/sheet${at}.xml`,
        `<worksheet xmlns="${x}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  })
}

function relationships(all: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** A cell whose text is in the cell itself, not in the shared strings. */
export function inline(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
}

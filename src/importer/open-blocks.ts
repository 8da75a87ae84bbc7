// Turns a document's blocks into the importer's own: each with its number in front again, as a reader of the page sees
// it.
import { defined } from '../kit/defined.ts'
import type { Document, DocumentBlock, HeadingBlock, ItemBlock, RowBlock } from '../ports/document.ts'
import { isCapitals, leastLarge } from './looks.ts'
import { parseBullet } from './marks.ts'
import type { TextLine } from './types.ts'

/** In the order of the document. Blocks without words are left out, apart from what they say about white space. */
export function openBlocks(document: Document): TextLine[] {
  const isText = document.format === 'txt' || document.format === 'md'
  const layout = layoutTables(document.blocks)
  const lines: TextLine[] = []
  let page: number | undefined
  for (const block of document.blocks) {
    const isFirst = block.at.page !== undefined && page !== undefined && block.at.page !== page
    page = block.at.page ?? page
    const rows = block.kind === 'row' ? layout.get(block.table) : undefined
    const pieces = block.kind === 'row' && rows !== undefined ? cellsAsText(block, rows) : [block]
    for (const [at, piece] of pieces.entries()) {
      const line = toLine(piece, { isText, isFirst: isFirst && at === 0 })
      if (line.text !== '') lines.push(line)
    }
  }
  return lines
}

function toLine(block: DocumentBlock, { isText, isFirst }: { isText: boolean; isFirst: boolean }): TextLine {
  const { at, looks, kind } = block
  const line: TextLine = {
    no: (isText ? at.line : undefined) ?? at.block,
    text: withNumber(block, kind === 'paragraph' ? block.text : block.text.replace(/\s+/g, ' ').trim()),
    // Outside text files each block is a paragraph of its own.
    gap: isText ? looks?.gap === true : true,
    indent: looks?.indent ?? 0,
    plain: kind === 'row' || kind === 'note' || /^(?:```|~~~)/.test(block.text),
    isFirst,
    level: undefined,
  }
  const heading = ofHeading(block)
  // A plain line, of which a long file has hundreds of thousands, is put together once.
  if (isText && kind === 'paragraph' && heading === none && (block.number ?? at.page) === undefined) return line
  return Object.assign(
    line,
    heading,
    ofItem(block),
    defined({
      page: at.page,
      size: looks?.size,
      table: kind === 'row' ? block.table : undefined,
      cells: kind === 'row' ? block.cells : undefined,
      printed: block.number === undefined ? undefined : block.number.trim(),
    }),
  )
}

type OfHeading = Pick<TextLine, 'level' | 'looks' | 'isTitle'>

function ofHeading(block: DocumentBlock): OfHeading {
  if (block.kind !== 'heading') return isShort(block) ? ofSetOff(block) : none
  if (block.isTitle === true) return { level: undefined, isTitle: true }
  // A whole paragraph in a heading style is a paragraph, whatever its style is called.
  if (isParagraph(block)) return none
  return block.sure === 'declared' ? { level: block.level } : { level: undefined, looks: block.level }
}

/** Bold, large and capital letters stand out more than a line below. */
function ofSetOff({ kind, text, looks }: DocumentBlock): OfHeading {
  if (looks?.bold === true || (looks?.size ?? 1) >= leastLarge) return { level: undefined, looks: 9 }
  if (kind === 'paragraph' && text.length >= 4 && isCapitals(text)) return { level: undefined, looks: 9 }
  return looks?.underlined === true ? { level: undefined, looks: 10 } : none
}

const none: OfHeading = { level: undefined }

function isShort({ kind, text }: DocumentBlock): boolean {
  return kind !== 'row' && kind !== 'note' && text.length <= 100 && !/[.;,]$/.test(text)
}

function isParagraph({ text }: HeadingBlock): boolean {
  return text.length > 160 || (text.length > 100 && /[.;:]$/.test(text))
}

function ofItem(block: DocumentBlock): Pick<TextLine, 'isBullet'> {
  return block.kind === 'item' && !block.ordered ? { isBullet: true } : {}
}

/** A tab behind a number leaves no trace in some programs: "10Training". */
const glued = /^(\d{1,2}(?:\.\d{1,2}){0,3})(?=\p{Lu}(?:\p{Ll}|\p{Lu}+\s))/u

/**
 * `1.` and "Aims" become "1. Aims" again; a lone letter or Roman numeral gets a full stop, so that it is not read as a
 * word.
 */
function withNumber(block: DocumentBlock, text: string): string {
  const number = block.number?.trim() ?? ''
  if (number === '' && block.kind === 'heading') return text.replace(glued, '$1 ')
  if (number === '') return block.kind === 'item' && text !== '' ? `${bulletOf(block)}${text}` : text
  const closed = /^(?:[A-Za-z]|[ivxIVX]{2,6}|\d{1,3})$/.test(number) ? `${number}.` : number
  return text === '' ? '' : `${closed} ${text}`
}

function bulletOf({ ordered, text }: ItemBlock): string {
  return ordered || parseBullet(text) !== undefined ? '' : '• '
}

/** Tables that hold no data: one cell a row, drawn to put text in a frame. With the number of rows of each. */
function layoutTables(blocks: readonly DocumentBlock[]): ReadonlyMap<number, number> {
  const seen = new Map<number, { widest: number; rows: number }>()
  for (const block of blocks) {
    if (block.kind !== 'row') continue
    const filled = block.cells.filter((cell) => cell.trim() !== '').length
    const { widest = 0, rows = 0 } = seen.get(block.table) ?? {}
    seen.set(block.table, { widest: Math.max(widest, filled), rows: rows + 1 })
  }
  return new Map([...seen].flatMap(([table, { widest, rows }]) => (widest <= 1 ? [[table, rows]] : [])))
}

/** A line in a frame of its own is set off, even where the file does not say how it looks. */
function cellsAsText({ cells, at, looks }: RowBlock, rows: number): DocumentBlock[] {
  const lines = (cells.find((cell) => cell.trim() !== '') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const framed = looks === undefined && rows === 1 && lines.length === 1 ? { bold: true } : looks
  return lines.map((text) => ({ kind: 'paragraph', text, at, ...defined({ looks: framed }) }))
}

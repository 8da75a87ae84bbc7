// A document's blocks → the importer's own: each with its number before it again, as a reader of the page sees it.
import type { Document, DocumentBlock, HeadingBlock, ItemBlock, RowBlock } from '../ports/document.ts'
import { defined } from '../kit/defined.ts'
import { parseBullet } from './marks.ts'
import type { Line } from './types.ts'

/** In the order of the document; blocks without a word are left out, but for what they say of the white space. */
export function openBlocks(document: Document): Line[] {
  const isText = document.format === 'txt' || document.format === 'md'
  const layout = layoutTables(document.blocks)
  const lines: Line[] = []
  let page: number | undefined
  for (const block of document.blocks) {
    const isFirst = block.at.page !== undefined && page !== undefined && block.at.page !== page
    page = block.at.page ?? page
    const pieces = block.kind === 'row' && layout.has(block.table) ? cellsAsText(block) : [block]
    for (const [at, piece] of pieces.entries()) {
      const line = toLine(piece, { isText, isFirst: isFirst && at === 0 })
      if (line.text !== '') lines.push(line)
    }
  }
  return lines
}

function toLine(block: DocumentBlock, { isText, isFirst }: { isText: boolean; isFirst: boolean }): Line {
  const { at, looks, kind } = block
  const flat = kind === 'paragraph' && !isText ? block.text : block.text.replace(/\s+/g, ' ').trim()
  return {
    no: (isText ? at.line : undefined) ?? at.block,
    ...defined({ page: at.page, size: looks?.size }),
    text: withNumber(block, kind === 'paragraph' ? block.text : flat),
    // Outside text files each block is a paragraph of its own.
    gap: isText ? looks?.gap === true : true,
    indent: looks?.indent ?? 0,
    plain: kind === 'row' || kind === 'note' || /^(?:```|~~~)/.test(block.text),
    isFirst,
    ...ofHeading(block),
    ...ofItem(block),
    ...(kind === 'row' ? { table: block.table, cells: block.cells } : {}),
    ...(block.number === undefined ? {} : { printed: block.number.trim() }),
  }
}

type OfHeading = Pick<Line, 'level' | 'looks' | 'isTitle'>

function ofHeading(block: DocumentBlock): OfHeading {
  if (block.kind !== 'heading')
    return isShort(block) ? ofSetOff(block) : none
  if (block.isTitle === true) return { level: undefined, isTitle: true }
  // A whole paragraph in the style of a heading is a paragraph, whatever its style is called.
  if (isParagraph(block)) return none
  return block.sure === 'declared' ? { level: block.level } : { level: undefined, looks: block.level }
}

/** Bold stands out more than a line below. */
function ofSetOff({ looks }: DocumentBlock): OfHeading {
  if (looks?.bold === true) return { level: undefined, looks: 9 }
  return looks?.underlined === true ? { level: undefined, looks: 10 } : none
}

const none: OfHeading = { level: undefined }

function isShort({ kind, text }: DocumentBlock): boolean {
  return kind !== 'row' && kind !== 'note' && text.length <= 100 && !/[.;,]$/.test(text)
}

function isParagraph({ text }: HeadingBlock): boolean {
  return text.length > 160 || (text.length > 100 && /[.;:]$/.test(text))
}

function ofItem(block: DocumentBlock): Pick<Line, 'isBullet'> {
  return block.kind === 'item' && !block.ordered ? { isBullet: true } : {}
}

/** `1.` and "Aims" are "1. Aims" again; a lone letter or Roman numeral gets a point, so that it is no word. */
function withNumber(block: DocumentBlock, text: string): string {
  const number = block.number?.trim() ?? ''
  if (number === '') return block.kind === 'item' && text !== '' ? `${bulletOf(block)}${text}` : text
  const closed = /^(?:[A-Za-z]|[ivxIVX]{2,6}|\d{1,3})$/.test(number) ? `${number}.` : number
  return text === '' ? '' : `${closed} ${text}`
}

function bulletOf({ ordered, text }: ItemBlock): string {
  return ordered || parseBullet(text) !== undefined ? '' : '• '
}

/** Tables that hold no table: one cell a row, drawn to set text in a frame. */
function layoutTables(blocks: readonly DocumentBlock[]): ReadonlySet<number> {
  const widest = new Map<number, number>()
  for (const block of blocks) {
    if (block.kind !== 'row') continue
    const filled = block.cells.filter((cell) => cell.trim() !== '').length
    widest.set(block.table, Math.max(widest.get(block.table) ?? 0, filled))
  }
  return new Set([...widest].flatMap(([table, cells]) => (cells <= 1 ? [table] : [])))
}

function cellsAsText({ cells, at, looks }: RowBlock): DocumentBlock[] {
  const text = cells.find((cell) => cell.trim() !== '') ?? ''
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line, at, ...(looks === undefined ? {} : { looks }) }))
}

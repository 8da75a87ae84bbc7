// A text or Markdown file → its document. A text has lines and no paragraphs: each line is a block, with the white
// space around it as evidence. The importer decides whether a line continues the one before.
import type { Document, DocumentBlock, Looks, DocumentPlace, ReadDocument } from '../../src/ports/document.ts'
import { decodeText } from './decode.ts'
import { takeFrontMatter } from './text-front.ts'
import { readInline } from './text-inline.ts'
import { splitLines, type TextLine } from './text-lines.ts'
import { readNotation, type Notation } from './text-notation.ts'
import { findRows, type TextRow } from './text-tables.ts'

export function readText(bytes: Uint8Array, { isMarkdown }: { isMarkdown: boolean }): ReadDocument {
  const decoded = decodeText(bytes)
  return decoded.kind === 'refused' ? decoded : { kind: 'document', document: toDocument(decoded.text, { isMarkdown }) }
}

/** The text of a file that has already been decoded. */
export function toDocument(text: string, { isMarkdown }: { isMarkdown: boolean }): Document {
  const { rest, before, frontMatter } = isMarkdown
    ? takeFrontMatter(text)
    : { rest: text, before: 0, frontMatter: undefined }
  const lines = splitLines(rest, before)
  const rows = findRows(lines)
  const notations = readNotation(lines, { isMarkdown })
  const words = isMarkdown ? inlineOf(lines, notations) : notations.map((notation) => notation?.text ?? '')
  const blocks: DocumentBlock[] = []
  let gap = false
  for (const [at, line] of lines.entries()) {
    const notation = notations[at]
    // Characters that only draw a line, or that belong to the line before.
    if (notation === undefined) {
      gap ||= line.gap
      continue
    }
    const own = gap && !line.gap ? { ...line, gap } : line
    blocks.push(toBlock(own, { notation, row: rows[at], text: words[at] ?? line.text, no: blocks.length + 1 }))
    gap = false
  }
  return {
    format: isMarkdown ? 'md' : 'txt',
    about: frontMatter === undefined ? {} : { frontMatter },
    blocks,
    furniture: [],
    lost: [],
  }
}

interface Known {
  readonly notation: Notation
  readonly row: TextRow | undefined
  readonly text: string
  /** Its position among the blocks. */
  readonly no: number
}

function toBlock(line: TextLine, { notation, row, text, no }: Known): DocumentBlock {
  const { page, gap, indent } = line
  const at: DocumentPlace = page === undefined ? { line: line.no, block: no } : { line: line.no, block: no, page }
  const looks: Looks = notation.isBold ? { gap, indent, bold: true } : { gap, indent }
  if (notation.kind === 'plain' && row === undefined) return { kind: 'paragraph', at, looks, text }
  const placed = { at, looks, text }
  switch (notation.kind) {
    case 'heading':
      return { kind: 'heading', level: notation.level, sure: 'declared', ...placed }
    case 'item':
      return { kind: 'item', level: Math.floor(line.indent / 2), ordered: false, number: notation.mark, ...placed }
    case 'row':
      return rowBlock(placed, { ...notation, cells: notation.cells.map(readInline) })
    case 'plain':
      return row === undefined ? { kind: 'paragraph', ...placed } : rowBlock(placed, row)
  }
}

function rowBlock(placed: { at: DocumentPlace; looks: Looks }, { table, cells, isHeader }: TextRow): DocumentBlock {
  return { kind: 'row', table, cells, isHeader, ...placed, text: cells.join(' | ') }
}

/** Bold text may continue over several lines, so adjacent lines are read together. */
function inlineOf(lines: readonly TextLine[], notations: readonly (Notation | undefined)[]): string[] {
  const words = lines.map((_, at) => notations[at]?.text ?? '')
  for (let from = 0; from < lines.length;) {
    let to = from + 1
    while (to < lines.length && lines[to]?.gap === false && notations[to]?.kind === 'plain') to++
    const chunk = words.slice(from, to)
    const isVerbatim = chunk.some((text) => text.includes('\n'))
    const read = isVerbatim ? chunk : readInline(chunk.join('\n')).split('\n')
    for (const [index, text] of read.entries()) words[from + index] = text.replace(/\\$/, '').trim()
    from = to
  }
  return words
}

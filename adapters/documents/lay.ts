// Turns pieces into the Document's blocks: tables become rows, boxes are opened, notes follow what refers to them,
// sizes are relative to the usual one.
import { defined } from '../../src/kit/defined.ts'
import type {
  Document,
  DocumentAbout,
  DocumentBlock,
  DocumentFormat,
  Furniture,
  Looks,
  LostContent,
  ReadDocument,
} from '../../src/ports/document.ts'
import { type Drawn, mostOf } from './line.ts'
import type { ParagraphPiece, Piece, TablePiece } from './pieces.ts'
import { plain } from './plain.ts'
import { refusals } from './refuse.ts'
import { cellOf, isOneColumn, rowsOf } from './tables.ts'

type Laid = { -readonly [K in 'kind']: DocumentBlock['kind'] } & Without<DocumentBlock>
type Without<B> = B extends DocumentBlock ? Omit<B, 'at' | 'looks'> : never

interface Waiting {
  readonly block: Laid
  readonly piece: ParagraphPiece | undefined
  readonly gap: boolean
}

export interface Layout {
  add(piece: Piece): void
  furniture(kind: Furniture['kind'], text: string): void
  lose(kind: LostContent['kind'], count?: number): void
  finish(format: DocumentFormat, about: DocumentAbout): Document
}

export function createLayout(): Layout {
  const waiting: Waiting[] = []
  const furniture: Furniture[] = []
  const lost = new Map<LostContent['kind'], number>()
  let tables = 0
  let gap = false

  function put(block: Laid, piece?: ParagraphPiece) {
    waiting.push({ block, piece, gap: gap || piece?.breaks === true })
    gap = false
  }
  function tell(kind: Furniture['kind'], text: string) {
    if (text !== '') furniture.push({ kind, text })
  }
  function addParagraph(piece: ParagraphPiece, isBoxed: boolean) {
    tell('contents', piece.contents ?? '')
    if (piece.text !== '') put(blockOf(piece, isBoxed || piece.isBoxed === true), piece)
    else if (piece.contents === undefined || piece.contents === '') gap = true
    for (const after of piece.after ?? []) add(after, isBoxed)
  }
  function addTable(table: TablePiece, isBoxed: boolean) {
    if (isOneColumn(table)) {
      // A frame around words is not a table: its headings are headings.
      for (const { cells } of table.rows) for (const piece of cells.flat()) add(piece, true)
      return
    }
    const own = tables++
    for (const { cells, isHeader, after } of rowsOf(table)) {
      if (cells.some((cell) => cell !== ''))
        put({ kind: 'row', text: cells.join(' | ').trim(), table: own, cells, isHeader })
      for (const piece of after) add(piece, isBoxed)
    }
    gap = false
  }
  function add(piece: Piece, isBoxed = false) {
    if (piece.kind === 'paragraph') addParagraph(piece, isBoxed)
    else if (piece.kind === 'table') addTable(piece, isBoxed)
    else {
      const { text: written, after } = cellOf(piece.pieces)
      const text = plain(written)
      if (text !== '')
        put({ kind: 'note', text, ...defined({ number: piece.number === '' ? undefined : piece.number }) })
      for (const inside of after) add(inside, isBoxed)
    }
  }
  return {
    add,
    furniture: tell,
    lose: (kind, count = 1) => void lost.set(kind, (lost.get(kind) ?? 0) + count),
    finish: (format, about) => ({
      format,
      about,
      blocks: finished(waiting),
      furniture,
      lost: [...lost].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count })),
    }),
  }
}

/** A file without any words is not a document; its pages may be pictures. */
export function settle(document: Document): ReadDocument {
  return document.blocks.length === 0 ? refusals.noText : { kind: 'document', document }
}

function blockOf(piece: ParagraphPiece, isBoxed: boolean): Laid {
  const { text, heading, label } = piece
  const number = label === undefined || label.number === '' ? {} : { number: label.number }
  if (heading !== undefined) {
    const title = piece.isTitle === true ? { isTitle: true as const } : {}
    return { kind: 'heading', text, level: heading, sure: 'declared', ...number, ...title }
  }
  if (label !== undefined && label.number !== '')
    return { kind: 'item', text, level: label.level, ordered: label.ordered, ...number }
  return { kind: 'paragraph', text, ...defined({ isBoxed: isBoxed ? (true as const) : undefined }) }
}

function finished(waiting: readonly Waiting[]): DocumentBlock[] {
  const usual = usualPoints(waiting)
  return waiting.map(({ block, piece, gap }, index) => {
    const looks = looksOf(piece, usual, gap)
    const placed = { ...block, at: { block: index + 1 } }
    return looks === undefined ? placed : { ...placed, looks }
  })
}

/** The size of most letters. */
function usualPoints(waiting: readonly Waiting[]): number | undefined {
  const sizes = new Map<number, number>()
  for (const { piece } of waiting) {
    const drawn = piece?.drawn
    if (drawn?.points !== undefined) sizes.set(drawn.points, (sizes.get(drawn.points) ?? 0) + drawn.letters)
  }
  return mostOf(sizes)
}

function looksOf(piece: ParagraphPiece | undefined, usual: number | undefined, gap: boolean): Looks | undefined {
  const looks: Looks = {
    ...(piece?.drawn === undefined ? {} : drawnLooks(piece.drawn, usual)),
    ...defined({ centred: piece?.centred === true ? true : undefined, gap: gap ? true : undefined }),
  }
  return Object.keys(looks).length === 0 ? undefined : looks
}

function drawnLooks({ bold, capitals, underlined, points }: Drawn, usual: number | undefined): Looks {
  return defined({
    bold: bold ? bold : undefined,
    capitals: capitals ? capitals : undefined,
    underlined: underlined ? underlined : undefined,
    size: points === undefined || usual === undefined ? undefined : Math.round((points / usual) * 100) / 100,
  })
}

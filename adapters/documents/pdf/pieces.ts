// What a page consists of before looks are weighed: stretches of text with their lines, or rows of a table.
import { isEarlyEnd, type Line } from './lines.ts'

export type Piece = TextPiece | RowPiece

export interface TextPiece {
  readonly kind: 'text'
  /** What the tags say, where they say anything. */
  readonly role: 'heading' | 'title' | 'paragraph' | 'item' | 'note' | 'contents'
  /** For a heading counted from 1, for an item from 0; undefined where only its position tells. */
  readonly level: number | undefined
  /** A label that the file keeps apart from the text. */
  readonly label?: string
  readonly lines: readonly Line[]
  readonly page: number
  /** The space before it, in multiples of the usual line spacing; undefined at the top of a page or column. */
  readonly before: number | undefined
  /** The edges of the column that contains it. */
  readonly flow: { readonly left: number; readonly right: number }
  readonly isUnderlined?: true
  /** The text with its continuation on the next page, where it runs over. */
  readonly rest?: readonly Line[]
}

export interface RowPiece {
  readonly kind: 'row'
  /** Equal for the rows of one table on one page. */
  readonly table: string
  readonly cells: readonly (readonly (readonly Line[])[])[]
  readonly isHeader: boolean
  readonly page: number
}

export const linesOf = (piece: TextPiece): readonly Line[] => [...piece.lines, ...(piece.rest ?? [])]

/**
 * A paragraph that is broken by a page or column is one: no full stop before the break, and a small letter after it.
 */
export function joinOverBreaks(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const above = joined.at(-1)
    const one = above === undefined ? undefined : asOne(above, piece)
    if (one === undefined) joined.push(sameTable(above, piece))
    else joined[joined.length - 1] = one
  }
  return joined
}

function asOne(above: Piece, piece: Piece): Piece | undefined {
  if (above.kind === 'text' && piece.kind === 'text')
    return runsOver(above, piece) ? { ...above, rest: [...(above.rest ?? []), ...piece.lines] } : undefined
  if (above.kind !== 'row' || piece.kind !== 'row' || !isNextPage(above, piece)) return undefined
  // A row that is broken by a page continues with an empty cell in front.
  if (piece.cells[0]?.length !== 0 || above.cells[0]?.length === 0) return undefined
  return { ...above, cells: above.cells.map((cell, at) => joinCell(cell, piece.cells[at] ?? [])) }
}

/** A table that continues after the end of a page. */
function sameTable(above: Piece | undefined, piece: Piece): Piece {
  if (above?.kind !== 'row' || piece.kind !== 'row' || !isNextPage(above, piece)) return piece
  return { ...piece, table: above.table }
}

function isNextPage(above: RowPiece, piece: RowPiece): boolean {
  const from = above.cells.flat(2).at(-1)?.page ?? above.page
  return piece.table !== above.table && piece.page === from + 1 && piece.cells.length === above.cells.length
}

type Cell = RowPiece['cells'][number]

function joinCell(cell: Cell, rest: Cell): Cell {
  const [last, first] = [cell.at(-1), rest[0]]
  const isOne = last !== undefined && first !== undefined && /^\p{Ll}/u.test(first[0]?.text ?? '')
  return isOne ? [...cell.slice(0, -1), [...last, ...first], ...rest.slice(1)] : [...cell, ...rest]
}

function runsOver(above: TextPiece, piece: TextPiece): boolean {
  if (!['paragraph', 'item'].includes(above.role) || !['paragraph', above.role].includes(piece.role)) return false
  const last = linesOf(above).at(-1)
  const first = piece.lines[0]
  if (last === undefined || first === undefined || piece.label !== undefined) return false
  // An item whose bullet is drawn continues only where the line before the break is full.
  if (piece.role === 'item' && isEarlyEnd(last, first, above.flow.right)) return false
  return isBreak(last, first) && isAlike(last, first) && isHalfSentence(last.text, first.text)
}

const isBreak = (last: Line, first: Line) => last.page !== first.page || first.y < last.y

const isAlike = (last: Line, first: Line) =>
  Math.abs(last.size - first.size) < 0.6 && last.bold > 0.5 === first.bold > 0.5

const isHalfSentence = (last: string, first: string) =>
  /[\p{L}\p{N},’')-]$/u.test(last) && /^[\p{Ll}]/u.test(first) && !/^(?:[a-z]|[ivx]+)[.)]\s/.test(first)

/** Items that are further indented than the one above are deeper, where tags do not say; a heading ends all lists. */
export function withLevels(pieces: readonly Piece[], isHeading: (piece: Piece) => boolean): Piece[] {
  let open: number[] = []
  return pieces.map((piece) => {
    if (piece.kind !== 'text') return piece
    const x = piece.lines[0]?.x ?? 0
    if (isHeading(piece)) open = []
    else if (piece.role === 'item' && piece.level === undefined) {
      open = [...open.filter((each) => each < x - 6), x]
      return { ...piece, level: open.length - 1 }
    } else if (open[0] === undefined || x <= open[0] + 4) open = []
    return piece
  })
}

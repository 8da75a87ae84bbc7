// A table's rows as cells of plain text; what cannot be in a cell comes after its row.
import type { Piece, RowPiece, TablePiece } from './pieces.ts'

export interface Row {
  readonly cells: readonly string[]
  readonly isHeader: boolean
  /** Tables inside the table, and notes. */
  readonly after: readonly Piece[]
}

export function isOneColumn({ rows }: TablePiece): boolean {
  return rows.every(({ cells }) => cells.length <= 1)
}

export function rowsOf({ rows }: TablePiece): Row[] {
  const declared = rows.some(({ isHeader }) => isHeader)
  const first = !declared && rows[0] !== undefined && looksLikeHeader(rows[0], rows.slice(1)) ? rows[0] : undefined
  return rows.map((row) => {
    const cells = row.cells.map(cellOf)
    return {
      cells: cells.map(({ text }) => text),
      isHeader: row.isHeader || row === first,
      after: cells.flatMap(({ after }) => after),
    }
  })
}

/** Where nothing is declared: all bold, several cells, and followed by rows that are not bold. */
function looksLikeHeader(row: RowPiece, others: readonly RowPiece[]): boolean {
  return isBold(row) && row.cells.filter((cell) => cell.length > 0).length > 1 && others.some((other) => !isBold(other))
}

function isBold({ cells }: RowPiece): boolean {
  const written = cells.flat().filter((piece) => piece.kind === 'paragraph' && piece.text !== '')
  return written.length > 0 && written.every((piece) => piece.kind === 'paragraph' && piece.drawn?.bold === true)
}

/** A cell's lines, with the numbers that are printed before them. */
export function cellOf(pieces: readonly Piece[]): { text: string; after: Piece[] } {
  const lines: string[] = []
  const after: Piece[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'paragraph') {
      after.push(piece)
      continue
    }
    const { text, label, contents } = piece
    if (text !== '') lines.push(label === undefined || label.number === '' ? text : `${label.number} ${text}`)
    if (contents !== undefined && contents !== '') lines.push(contents)
    const inside = cellOf(piece.after ?? [])
    if (inside.text !== '') lines.push(inside.text)
    after.push(...inside.after)
  }
  return { text: lines.join('\n'), after }
}

// What a page is made of before looks are weighed: a stretch of text with its lines, or a row of a table.
import type { Line } from './lines.ts'

export type Piece = TextPiece | RowPiece

export interface TextPiece {
  readonly kind: 'text'
  /** What the tags say, where they say anything. */
  readonly role: 'heading' | 'title' | 'paragraph' | 'item' | 'note' | 'contents'
  /** Of a heading from 1, of an item from 0. */
  readonly level: number
  /** A label that the file keeps apart from the text. */
  readonly label?: string
  readonly lines: readonly Line[]
  readonly page: number
  /** Room before it, in usual distances of lines; undefined at the head of a page or column. */
  readonly before: number | undefined
  /** The edges of the column that it stands in. */
  readonly flow: { readonly left: number; readonly right: number }
  readonly isUnderlined?: true
  /** The text with the next page's part of it, where it runs over. */
  readonly rest?: readonly Line[]
}

export interface RowPiece {
  readonly kind: 'row'
  /** Equal for the rows of one table of one page. */
  readonly table: string
  readonly cells: readonly (readonly (readonly Line[])[])[]
  readonly isHeader: boolean
  readonly page: number
}

export const linesOf = (piece: TextPiece): readonly Line[] => [...piece.lines, ...(piece.rest ?? [])]

/** A paragraph that a page or column breaks is one: no full stop before the break, a small letter behind it. */
export function joinOverBreaks(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const above = joined.at(-1)
    if (above?.kind === 'text' && piece.kind === 'text' && runsOver(above, piece))
      joined[joined.length - 1] = { ...above, rest: [...(above.rest ?? []), ...piece.lines] }
    else joined.push(piece)
  }
  return joined
}

function runsOver(above: TextPiece, piece: TextPiece): boolean {
  if (!['paragraph', 'item'].includes(above.role) || piece.role !== 'paragraph') return false
  const last = linesOf(above).at(-1)
  const first = piece.lines[0]
  if (last === undefined || first === undefined) return false
  const isBreak = last.page !== first.page || first.y < last.y
  return (
    isBreak &&
    Math.abs(last.size - first.size) < 0.6 &&
    last.bold > 0.5 === first.bold > 0.5 &&
    /[\p{L}\p{N},’')-]$/u.test(last.text) &&
    /^[\p{Ll}]/u.test(first.text) &&
    !/^(?:[a-z]|[ivx]+)[.)]\s/.test(first.text)
  )
}

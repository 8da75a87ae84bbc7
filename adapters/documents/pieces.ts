// What the readers of Word, OpenDocument and RTF all produce before blocks are made: paragraphs, notes, and tables
// inside tables.
import type { Label } from './counting.ts'
import type { Drawn } from './line.ts'

export type Piece = ParagraphPiece | NotePiece | TablePiece

export interface ParagraphPiece {
  readonly kind: 'paragraph'
  readonly text: string
  readonly drawn?: Drawn
  readonly centred?: boolean
  /** It begins on a new page. */
  readonly breaks?: boolean
  /** 1 for the outermost heading. */
  readonly heading?: number
  readonly isTitle?: boolean
  readonly label?: Label | undefined
  readonly isBoxed?: boolean
  /** Drawn letters, as in a watermark. */
  readonly isDrawn?: boolean
  /** What part of it belongs to a contents list. */
  readonly contents?: string
  /** Notes that it refers to, and boxes that are anchored in it. */
  readonly after?: readonly Piece[]
}

export interface NotePiece {
  readonly kind: 'note'
  readonly number: string
  readonly pieces: readonly Piece[]
}

export interface TablePiece {
  readonly kind: 'table'
  readonly rows: readonly RowPiece[]
}

export interface RowPiece {
  readonly isHeader: boolean
  readonly cells: readonly (readonly Piece[])[]
}

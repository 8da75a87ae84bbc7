// Running headers and footers, kept apart from the text: line by line, each different one once.
import { compact } from '../../src/kit/defined.ts'
import type { Layout } from './lay.ts'
import type { ParagraphPiece, Piece } from './pieces.ts'
import { cellOf } from './tables.ts'

export interface Running {
  readonly kind: 'head' | 'foot'
  /** What was already recorded, from all headers and footers. */
  readonly told: Set<string>
  readonly layout: Layout
}

export function tellRunning(pieces: readonly Piece[], { kind, told, layout }: Running): void {
  for (const { text } of pieces.flatMap(marksIn)) {
    if (told.has(`mark ${text}`)) continue
    told.add(`mark ${text}`)
    layout.furniture('mark', text)
  }
  for (const line of pieces.flatMap(linesOf)) {
    const key = `${kind} ${line}`
    if (told.has(key)) continue
    told.add(key)
    layout.furniture(/^(page )?\d+( of \d+)?$/i.test(line) ? 'page-number' : kind, line)
  }
}

/** Letters drawn across the page, such as DRAFT. */
function marksIn(piece: Piece): ParagraphPiece[] {
  return piece.kind === 'paragraph' ? (piece.after ?? []).filter(isMark) : []
}

function isMark(piece: Piece): piece is ParagraphPiece {
  return piece.kind === 'paragraph' && piece.isDrawn === true
}

function linesOf(piece: Piece): string[] {
  if (piece.kind !== 'table') {
    const words =
      piece.kind === 'note' ? piece : { ...piece, after: (piece.after ?? []).filter((each) => !isMark(each)) }
    const { text, after } = cellOf([words])
    return compact([text !== '' && text, ...after.filter(({ kind }) => kind === 'table').flatMap(linesOf)])
  }
  return piece.rows.flatMap(({ cells }) => {
    const row = cells.map(cellOf)
    const hasText = row.some(({ text }) => text !== '')
    const line = row.map(({ text }) => text).join(' | ')
    return compact([hasText && line, ...row.flatMap(({ after }) => after.flatMap(linesOf))])
  })
}

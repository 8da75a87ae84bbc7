// Running heads and feet as furniture: line by line, each different one once.
import type { Layout } from './lay.ts'
import type { Piece } from './pieces.ts'
import { cellOf } from './tables.ts'

export interface Running {
  readonly kind: 'head' | 'foot'
  /** What was told already, of all heads and feet. */
  readonly told: Set<string>
  readonly layout: Layout
}

export function tellRunning(pieces: readonly Piece[], { kind, told, layout }: Running): void {
  for (const line of pieces.flatMap(linesOf)) {
    const key = `${kind} ${line}`
    if (told.has(key)) continue
    told.add(key)
    layout.furniture(/^(page )?\d+( of \d+)?$/i.test(line) ? 'page-number' : kind, line)
  }
}

function linesOf(piece: Piece): string[] {
  if (piece.kind !== 'table') {
    const { text, after } = cellOf([piece])
    return [...(text === '' ? [] : [text]), ...after.filter(({ kind }) => kind === 'table').flatMap(linesOf)]
  }
  return piece.rows.flatMap(({ cells }) => {
    const row = cells.map(cellOf)
    const hasText = row.some(({ text }) => text !== '')
    const line = row.map(({ text }) => text).join(' | ')
    return [...(hasText ? [line] : []), ...row.flatMap(({ after }) => after.flatMap(linesOf))]
  })
}

// A text → its lines, counted as an editor counts them, with white space of every kind made plain.
import type { Line } from './types.ts'

/** Blank lines are not kept; a line knows whether one stands before it. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = true
  let page = false
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    for (const [at, piece] of whole.split(/(?=\f)|[\v\u0085\u2028\u2029]/).entries()) {
      if (piece.startsWith('\f')) gap = page = true
      const raw = piece.replace(/[^\S\t]/g, ' ')
      const text = raw.replace(/\s+/g, ' ').trim()
      if (text === '') {
        // A soft line end inside a line of the file makes no blank line.
        if (at === 0) gap = true
        continue
      }
      lines.push({ no: index + 1, text, raw, indent: indentOf(raw), gap, page })
      gap = page = false
    }
  }
  return lines
}

function indentOf(raw: string): number {
  let columns = 0
  for (const sign of raw) {
    if (sign === '\t') columns += 4 - (columns % 4)
    else if (sign === ' ') columns += 1
    else break
  }
  return columns
}

// A text → its lines, counted as an editor counts them, with every kind of white space made plain.

/** A line that is not blank. */
export interface TextLine {
  /** In the file, counted from 1. */
  readonly no: number
  /** Single spaces, none at the ends. */
  readonly text: string
  /** With its original spaces and tabs. */
  readonly raw: string
  /** Columns of white space before it. */
  readonly indent: number
  /** Whether a blank line or the end of a page comes before it. */
  readonly gap: boolean
  /** Counted from 1; undefined where nothing in the file ends a page. */
  readonly page: number | undefined
}

/** Blank lines are not kept; each line knows whether one comes before it. `before` lines stand above the text. */
export function splitLines(text: string, before = 0): TextLine[] {
  const lines: TextLine[] = []
  let gap = true
  let page = text.includes('\f') ? 1 : undefined
  for (const [index, whole] of text.split(/\r\n|\n|\r/).entries()) {
    for (const [at, piece] of (ends.test(whole) ? whole.split(ends) : [whole]).entries()) {
      if (piece.startsWith('\f')) {
        gap = true
        page = (page ?? 0) + 1
      }
      const raw = /\s/.test(piece) ? piece.replace(/[^\S\t]/g, ' ') : piece
      const plain = raw.replace(/\s+/g, ' ').trim()
      if (plain === '') {
        // A soft line end inside a line of the file does not make a blank line.
        if (at === 0) gap = true
        continue
      }
      lines.push({ no: before + index + 1, text: plain, raw, indent: indentOf(raw), gap, page })
      gap = false
    }
  }
  return lines
}

/** The end of a page, or a soft end of a line. */
const ends = /(?=\f)|[\v\u0085\u2028\u2029]/

function indentOf(raw: string): number {
  let columns = 0
  for (const sign of raw) {
    if (sign === '\t') columns += 4 - (columns % 4)
    else if (sign === ' ') columns += 1
    else break
  }
  return columns
}

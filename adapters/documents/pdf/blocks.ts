// Pieces of all pages → the blocks of a Document: kinds are decided, labels separated, lines joined.
import type { DocumentBlock, Furniture } from '../../../src/ports/document.ts'
import { findContents } from './contents.ts'
import { headingLabelOf, labelOf } from './labels.ts'
import { isEarlyEnd, type Line } from './lines.ts'
import { type Body, isLikeHeading, levelsOf, looksOf } from './looks.ts'
import { joinOverBreaks, linesOf, type Piece, type RowPiece, type TextPiece, withLevels } from './pieces.ts'
import { joinLines } from './words.ts'

interface Setting {
  readonly body: Body
  readonly words: ReadonlySet<string>
}

export function toBlocks(pages: readonly Piece[], { body, words }: Setting) {
  const pieces = joinOverBreaks(pages)
  const contents = findContents(pieces)
  const kept = pieces.filter((piece) => !contents.has(piece))
  const looking = kept
    .filter((piece) => piece.kind === 'text')
    .filter((piece) => ['paragraph', 'item'].includes(piece.role) && isLikeHeading(piece, body))
  const levels: ReadonlyMap<Piece, number> = levelsOf(looking, body)
  const tables = new Map<string, number>()
  const headed = new Set<Piece>(looking)
  const settled = withLevels(kept, (piece) => headed.has(piece) || (piece.kind === 'text' && piece.role === 'heading'))
  const blocks = settled.map((piece, index): DocumentBlock => {
    const at = { page: piece.page, block: index + 1 }
    if (piece.kind === 'row') return rowBlock(piece, { at, tables, words })
    return textBlock(piece, { at, body, words, level: levels.get(kept[index] ?? piece) })
  })
  const furniture = [...contents].map((piece): Furniture => {
    const text =
      piece.kind === 'text'
        ? joinLines(
            linesOf(piece).map((line) => line.text),
            words,
          )
        : ''
    return { kind: 'contents', text, page: piece.page }
  })
  return { blocks, furniture }
}

interface At {
  readonly at: DocumentBlock['at']
}

function rowBlock(
  { cells, table, isHeader }: RowPiece,
  { at, tables, words }: At & { tables: Map<string, number>; words: ReadonlySet<string> },
): DocumentBlock {
  const number = tables.get(table) ?? tables.size
  tables.set(table, number)
  const texts = cells.map((cell) =>
    cell
      .map((lines) =>
        joinLines(
          lines.map(({ text }) => text),
          words,
        ),
      )
      .join('\n'),
  )
  return { kind: 'row', text: texts.join(' | '), at, table: number, cells: texts, isHeader }
}

function textBlock(
  piece: TextPiece,
  { at, body, words, level }: At & Setting & { level: number | undefined },
): DocumentBlock {
  const looks = looksOf(piece, body)
  const whole = joinText(piece, words)
  const base = { at, looks }
  if (piece.role === 'title')
    return { ...base, kind: 'heading', level: 1, sure: 'declared', isTitle: true, text: whole }
  if (piece.role === 'heading' || level !== undefined) return headingBlock(piece, { whole, level, base })
  if (piece.role === 'note') return { ...base, kind: 'note', text: whole }
  const label =
    piece.label === undefined ? labelOf(whole) : { number: piece.label, text: whole, ordered: isCounted(piece.label) }
  // A bare label without words after it stays as it is, so that nothing is lost.
  if (label === undefined || label.text === '') return itemWithoutLabel(piece, whole, base)
  return {
    ...base,
    kind: 'item',
    level: piece.level ?? 0,
    ordered: label.ordered,
    number: label.number,
    text: label.text,
  }
}

function headingBlock(
  piece: TextPiece,
  { whole, level, base }: { whole: string; level: number | undefined; base: Pick<DocumentBlock, 'at' | 'looks'> },
): DocumentBlock {
  const { number, text } = headingText(piece, whole)
  const sure = piece.role === 'heading' ? 'declared' : 'looks'
  const numbered = number === undefined ? {} : { number }
  return { ...base, kind: 'heading', level: level ?? piece.level ?? 1, sure, text, ...numbered }
}

function itemWithoutLabel(piece: TextPiece, text: string, base: Pick<DocumentBlock, 'at' | 'looks'>): DocumentBlock {
  if (piece.role === 'item') return { ...base, kind: 'item', level: piece.level ?? 0, ordered: false, text }
  return { ...base, kind: 'paragraph', text }
}

function headingText(piece: TextPiece, whole: string): { number: string | undefined; text: string } {
  if (piece.label !== undefined) return { number: piece.label, text: whole }
  return headingLabelOf(whole) ?? { number: undefined, text: whole }
}

const isCounted = (label: string) => labelOf(`${label} x`)?.ordered ?? /[\p{L}\p{N}]/u.test(label)

/** The lines of a paragraph; where the author broke a line early, as in an address, the break stays. */
function joinText(piece: TextPiece, words: ReadonlySet<string>): string {
  const lines = linesOf(piece)
  const parts: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const right = Math.max(...piece.lines.map((each) => each.right))
    const isBroken =
      above !== undefined && line.y > above.y + 1 && /^[\p{Lu}\d]/u.test(line.text) && isEarlyEnd(above, line, right)
    if (isBroken || parts.length === 0) parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
    .map((part) =>
      joinLines(
        part.map(({ text }) => text),
        words,
      ),
    )
    .join('\n')
}

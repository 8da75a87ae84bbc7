// Which stretches of text look like headings, and how they look: size, weight, capitals, position. This is evidence and
// not a decision.
import type { Looks } from '../../../src/ports/document.ts'
import { depthOf, headingLabelOf, type Labelled, labelOf } from './labels.ts'
import type { Line } from './lines.ts'
import { isCentred } from './paragraphs.ts'
import { linesOf, type TextPiece } from './pieces.ts'

export interface Body {
  /** The size of most of the document's letters. */
  readonly size: number
  /** Whether most of them are bold, so that bold means nothing. */
  readonly isBold: boolean
}

export function bodyOf(lines: readonly Line[]): Body {
  const sizes = new Map<number, number>()
  let [all, bold] = [0, 0]
  for (const { size, text, bold: share } of lines) {
    const rounded = Math.round(size * 2) / 2
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length)
    all += text.length
    bold += share * text.length
  }
  const [size = 11] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? []
  return { size, isBold: bold > 0.6 * all }
}

const longest = 130
const larger = 1.12
const widerGap = 1.3

export function looksOf(piece: TextPiece, body: Body): Looks {
  const lines = linesOf(piece)
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0)
  const bold = lines.reduce((sum, line) => sum + line.bold * line.text.length, 0)
  const size = lines.reduce((sum, line) => sum + line.size * line.text.length, 0) / letters / body.size || 1
  const looks: Record<string, number | true> = {}
  if (bold >= 0.9 * letters) looks.bold = true
  if (Math.abs(size - 1) >= 0.04) looks.size = Math.round(size * 100) / 100
  if (isCapitals(lines.map(({ text }) => text).join(' '))) looks.capitals = true
  if (lines.every((line) => isCentred(line, piece.flow))) looks.centred = true
  if (piece.isUnderlined === true) looks.underlined = true
  if (piece.before === undefined || piece.before > widerGap) looks.gap = true
  return looks
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= 4 && letters.every((letter) => letter === letter.toUpperCase())
}

/** Short, and larger, bold, in capitals or underlined where the text is not. */
export function isLikeHeading(piece: TextPiece, body: Body): boolean {
  const lines = linesOf(piece)
  const text = lines.map((line) => line.text).join(' ')
  const label = piece.label === undefined ? labelOf(text) : labelOf(`${piece.label} x`)
  if (!mayBeHeading(text, label) || areTooMuch(lines)) return false
  const { size = 1, bold, gap, capitals, underlined } = looksOf(piece, body)
  if (size >= larger) return true
  if (label !== undefined && /^\(|^[a-z]/.test(label.number)) return false
  if (bold === true && !body.isBold) return true
  return gap === true && text.length <= 80 && [capitals, underlined].includes(true)
}

const areTooMuch = (lines: readonly Line[]) => lines.length > 3 || lines.some(hasCells)

/** Wide gaps separate the cells of a table that was not recognised; one after a number does not. */
function hasCells({ runs }: Line): boolean {
  return runs.some((run, at) => {
    const before = runs[at - 1]
    if (before === undefined || run.x - before.right < 2.5 * run.size) return false
    return at > 1 || headingLabelOf(`${before.text.trim()} Xx`)?.text !== 'Xx'
  })
}

/** By its words alone: short, without a bullet, without the end of a sentence. */
function mayBeHeading(text: string, label: Labelled | undefined): boolean {
  if (text.length > longest || !/\p{L}{2}/u.test(text) || /[;,]$/.test(text)) return false
  return label === undefined ? !text.endsWith('.') : label.ordered
}

/** One level for each look, the largest outermost; within that, by the numbers. */
export function levelsOf(headings: readonly TextPiece[], body: Body): Map<TextPiece, number> {
  const styled = headings.map((piece) => {
    const looks = looksOf(piece, body)
    const weight = (looks.capitals === true ? 2 : 0) + (looks.bold === true ? 1 : 0)
    const depth = depthOf(piece.label ?? headingLabelOf(linesOf(piece)[0]?.text ?? '')?.number ?? '')
    return { piece, rank: Math.round((looks.size ?? 1) * 20) * 10 + weight, depth }
  })
  const ranks = [...new Set(styled.map(({ rank }) => rank))].sort((a, b) => b - a)
  const shallowest = new Map<number, number>()
  for (const { rank, depth } of styled) shallowest.set(rank, Math.min(depth, shallowest.get(rank) ?? depth))
  return new Map(
    styled.map(({ piece, rank, depth }) => {
      const level = ranks.indexOf(rank) + 1 + depth - (shallowest.get(rank) ?? depth)
      return [piece, Math.min(6, level)]
    }),
  )
}

// Lines → paragraphs: a line continues the one above unless a gap, a label, another look or an early end says
// otherwise.
import type { Flow } from './columns.ts'
import { labelOf } from './labels.ts'
import { hasLeader } from './contents.ts'
import { isEarlyEnd, type Line, lineOf } from './lines.ts'

export interface Paragraph {
  readonly lines: readonly Line[]
  readonly page: number
  readonly left: number
  /** The space before it, in multiples of the usual line spacing; undefined at the top of a page or column. */
  readonly before: number | undefined
  readonly flow: { readonly left: number; readonly right: number }
}

export interface Setting {
  /** The usual line spacing in a paragraph, in multiples of the font size. */
  readonly leading: number
}

const widerGap = 1.3

export function toParagraphs(flow: Flow, { leading }: Setting): Paragraph[] {
  const lines = flow.rows.map(joinRow)
  const paragraphs: { lines: Line[]; before: number | undefined }[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const now = paragraphs.at(-1)
    const gap = above === undefined ? undefined : distance(above, line) / leading
    if (above !== undefined && now !== undefined && gap !== undefined && goesOn(now.lines, line, { gap, flow }))
      now.lines.push(line)
    else paragraphs.push({ lines: [line], before: gap })
  }
  return paragraphs.map(({ lines: own, before }) => ({
    lines: own,
    before,
    page: own[0]?.page ?? 0,
    left: Math.min(...own.map(({ x }) => x)),
    flow,
  }))
}

/** Parts of one row that are not columns: a label and its text, or words separated by tabs. */
function joinRow(row: readonly Line[]): Line {
  const [first] = row
  if (first === undefined) throw new Error('a row has no line')
  return row.length === 1
    ? first
    : lineOf(
        row.flatMap(({ runs }) => runs),
        first.page,
      )
}

function distance(above: Line, line: Line): number {
  return (line.y - above.y) / Math.max(above.size, line.size)
}

function goesOn(block: readonly Line[], line: Line, { gap, flow }: { gap: number; flow: Flow }): boolean {
  const above = block.at(-1)
  if (above === undefined || gap > widerGap || gap < 0 || isOtherLook(above, line)) return false
  if ([above, line].some(({ text }) => hasLeader(text))) return false
  const endsEarly = isEarlyEnd(above, line, flow.right)
  const goesOnSmall = /^[a-z]/.test(line.text) && !/[.:;!?]$/.test(above.text)
  if (labelOf(line.text) !== undefined) return !endsEarly && goesOnSmall
  if (endsEarly) return goesOnSmall && !isCentred(above, flow)
  return !isOutdented(block, line) && !isIndented(block, line)
}

/** Bold and plain, or different sizes: a heading and its text, where nothing else separates them. */
function isOtherLook(above: Line, line: Line): boolean {
  const [smaller, larger] = [above.size, line.size].sort((a, b) => a - b)
  if ((larger ?? 0) > 1.08 * (smaller ?? 0)) return true
  return (above.bold > 0.95 && line.bold < 0.05 && !/^[a-z]/.test(line.text)) || (above.bold < 0.05 && line.bold > 0.95)
}

export function isCentred(line: Line, { left, right }: { left: number; right: number }): boolean {
  const [before, after] = [line.x - left, right - line.right]
  return before > 2 * line.size && Math.abs(before - after) < Math.max(6, 0.06 * (right - left))
}

/** Back at the margin after the hanging lines of an item. */
function isOutdented(block: readonly Line[], line: Line): boolean {
  const above = block.at(-1)
  return block.length > 1 && above !== undefined && line.x < above.x - 0.9 * line.size
}

/** An indented first line, as in a book; an item's second line hangs and does not count. */
function isIndented(block: readonly Line[], line: Line): boolean {
  const above = block.at(-1)
  if (above === undefined || line.x < above.x + 0.9 * line.size) return false
  const isHanging = block.length === 1 && labelOf(above.text) !== undefined
  return !isHanging && /[.:;!?]$/.test(above.text)
}

/** Learned from lines that fill their column, because these are in one paragraph with the next. */
export function usualLeading(flows: readonly Flow[]): number {
  const distances = flows.flatMap(({ rows, right }) => {
    const lines = rows.map(joinRow)
    return lines.flatMap((line, index) => {
      const above = lines[index - 1]
      if (above === undefined || Math.abs(above.size - line.size) > 0.5 || isEarlyEnd(above, line, right)) return []
      const each = distance(above, line)
      return each > 0.8 && each < 3 ? [each] : []
    })
  })
  if (distances.length < 3) return 1.25
  const sorted = distances.sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.4)] ?? 1.25
}

// The order in which a page's lines are read: columns of running text one after the other, everything else row by row.
import { type Line, toRows } from './lines.ts'

/** Lines that are read from top to bottom; several at one height are parts of one row. */
export interface Flow {
  /** One of several columns: its lines end at its own right edge. */
  readonly isColumn: boolean
  readonly left: number
  readonly right: number
  readonly rows: readonly (readonly Line[])[]
}

// Fewer lines side by side than this are a table, or two signatures.
const fewestLines = 5
const gutter = 8

export function toFlows(lines: readonly Line[]): Flow[] {
  if (lines.length === 0) return []
  return split(toRows(lines), false)
}

function split(rows: readonly (readonly Line[])[], isColumn: boolean): Flow[] {
  if (rows.length === 0) return []
  const found = findColumns(rows)
  if (found === undefined) return [flowOf(rows, isColumn)]
  const { begin, end, at } = found
  const beside = rows.slice(begin, end).flat()
  return [
    ...split(rows.slice(0, begin), isColumn),
    ...split(toRows(beside.filter(({ right }) => right <= at)), true),
    ...split(toRows(beside.filter(({ right }) => right > at)), true),
    ...split(rows.slice(end), isColumn),
  ]
}

function flowOf(rows: readonly (readonly Line[])[], isColumn: boolean): Flow {
  const lines = rows.flat()
  return {
    rows,
    isColumn,
    left: Math.min(...lines.map(({ x }) => x)),
    right: Math.max(...lines.map(({ right }) => right)),
  }
}

interface Columns {
  readonly begin: number
  readonly end: number
  /** Everything left of it is the first column. */
  readonly at: number
}

function findColumns(rows: readonly (readonly Line[])[]): Columns | undefined {
  const lines = rows.flat()
  const wide = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x))
  const starts = new Map<number, number>()
  for (const { x } of lines) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1)
  const places = [...starts].filter(([, count]) => count >= fewestLines).map(([x]) => x - 2)
  let best: Columns | undefined
  for (const at of places) {
    const stretch = trim(rows, longestStretch(rows, at), at)
    if (stretch === undefined || !isRunningText(rows.slice(stretch.begin, stretch.end).flat(), at, wide)) continue
    if (best === undefined || stretch.end - stretch.begin > best.end - best.begin) best = { ...stretch, at }
  }
  return best
}

/** The longest run of rows that no line crosses at that position. */
function longestStretch(rows: readonly (readonly Line[])[], at: number) {
  let best: Stretch | undefined
  let begin = 0
  for (let index = 0; index <= rows.length; index++) {
    const row = rows[index]
    const isCrossed = row?.some(({ x, right }) => x < at && right > at - gutter + 2) ?? true
    if (!isCrossed) continue
    if (index > begin && (best === undefined || index - begin > best.end - best.begin)) best = { begin, end: index }
    begin = index + 1
  }
  return best
}

interface Stretch {
  readonly begin: number
  readonly end: number
}

/** Short lines above and below columns look like part of the left one; those set apart from it are not. */
function trim(rows: readonly (readonly Line[])[], stretch: Stretch | undefined, at: number): Stretch | undefined {
  if (stretch === undefined) return undefined
  const isRight = (row: readonly Line[] | undefined) => row?.some(({ right }) => right > at) ?? false
  let { begin, end } = stretch
  while (begin < end && !isRight(rows[begin])) begin++
  const last = rows.findLastIndex((row, index) => index < end && isRight(row))
  for (let index = last + 1; index < end; index++) if (isApart(rows[index - 1]?.[0], rows[index]?.[0])) end = index
  return { begin, end }
}

function isApart(above: Line | undefined, line: Line | undefined): boolean {
  if (above === undefined || line === undefined) return true
  return line.y - above.y > 1.7 * line.size || Math.abs(above.size - line.size) > 0.5
}

/** Both sides are many lines that mostly fill their column: a table's cells are short, or few. */
function isRunningText(lines: readonly Line[], at: number, wide: number): boolean {
  const left = lines.filter(({ right }) => right <= at)
  const right = lines.filter(({ right }) => right > at)
  if (left.length < fewestLines || right.length < fewestLines) return false
  if (Math.min(left.length, right.length) < 0.35 * Math.max(left.length, right.length)) return false
  const widths = [left, right].map(
    (side) => Math.max(...side.map((line) => line.right)) - Math.min(...side.map(({ x }) => x)),
  )
  // A table has narrow cells beside wide ones; columns have similar widths, counting the third of three with the
  // second.
  if (Math.min(...widths) < 0.28 * wide || Math.min(...widths) < 0.45 * Math.max(...widths)) return false
  return [left, right].every((side) => {
    const from = Math.min(...side.map(({ x }) => x))
    const to = Math.max(...side.map(({ right: end }) => end))
    return side.filter((line) => line.right - from > 0.7 * (to - from)).length >= 0.5 * side.length
  })
}

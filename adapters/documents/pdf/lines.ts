// Runs of text → lines: runs at one height, without a gap wide enough for another column or cell.
import type { Rule } from './drawing.ts'
import type { Run } from './page.ts'

export interface Line {
  readonly runs: readonly Run[]
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  /** The font size of most of its letters. */
  readonly size: number
  /** The share of its letters that are bold. */
  readonly bold: number
  readonly page: number
}

// In multiples of the font size. A space is about a quarter; a justified line may stretch it to more than half.
const spaceGap = 0.17
const cellGap = 1
const back = 0.4

/** In the order of the page's program, which in most files is the reading order. */
export function toLines(runs: readonly Run[], { page, rules = [] }: { page: number; rules?: readonly Rule[] }): Line[] {
  const lines: Run[][] = []
  for (const run of runs) {
    const now = lines.at(-1)
    if (now !== undefined && goesOn(now, run) && !isParted(now, run, rules)) now.push(run)
    else lines.push([run])
  }
  return mergeNeighbours(mergeJustified(lines.map((each) => lineOf(each, page))), rules)
}

function goesOn(line: readonly Run[], run: Run): boolean {
  const last = line.at(-1)
  if (last === undefined) return false
  const size = Math.max(last.size, run.size)
  const gap = run.x - last.right
  return isLevel(last, run) && gap > -back * size && gap < cellGap * size
}

/** At one height; raised or lowered text, such as in 1st, is smaller and still on the line. */
function isLevel(one: { y: number; size: number }, other: { y: number; size: number }): boolean {
  const apart = Math.abs(one.y - other.y)
  const size = Math.max(one.size, other.size)
  const isSmaller = Math.min(one.size, other.size) < 0.8 * size
  return apart < (isSmaller ? 0.55 : 0.3) * size
}

/** A ruled line runs down between them. */
function isParted(line: readonly Run[], run: Run, rules: readonly Rule[]): boolean {
  const last = line.at(-1)
  if (last === undefined || run.x - last.right < 2) return false
  return rules.some(
    ({ way, at, from, to }) =>
      way === 'down' && at >= last.right - 2 && at <= run.x + 2 && from < run.y && to > run.y - run.size * 0.6,
  )
}

/** A line of few words that is justified has wide gaps, all alike; the gaps between cells of a table differ. */
function mergeJustified(lines: readonly Line[]): Line[] {
  const merged: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const stretch = [lines[index], lines[index + 1]].filter((line) => line !== undefined)
    const wide = gapBetween(stretch)
    let end = index + 2
    while (stretch.length > 1 && isAlike(gapBetween([lines[end - 1], lines[end]]), wide))
      stretch.push(...lines.slice(end, ++end))
    const [first] = stretch
    if (first === undefined) continue
    const isStretched = stretch.length > 2 && wide !== undefined
    merged.push(
      isStretched
        ? lineOf(
            stretch.flatMap(({ runs }) => runs),
            first.page,
          )
        : first,
    )
    if (isStretched) index = end - 1
  }
  return merged
}

/** Undefined where the second is not at the first one's height and within three font sizes of it. */
function gapBetween([one, other]: readonly (Line | undefined)[]): number | undefined {
  if (one === undefined || other === undefined || !isLevel(one, other) || Math.abs(one.size - other.size) > 0.5)
    return undefined
  const gap = other.x - one.right
  return gap > 0 && gap < 3 * one.size ? gap : undefined
}

function isAlike(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && Math.abs(one - other) < 0.06 * other + 0.2
}

/** Some programs write the bold words of a page last: lines at one height that touch are one line. */
function mergeNeighbours(lines: readonly Line[], rules: readonly Rule[]): Line[] {
  const waiting = new Set(lines)
  const byX = [...lines].sort((a, b) => a.x - b.x)
  const byHeight = new Map<number, Line[]>()
  for (const line of byX) {
    const key = Math.round(line.y / 4)
    byHeight.set(key, [...(byHeight.get(key) ?? []), line])
  }
  return lines.flatMap((first) => {
    if (!waiting.delete(first)) return []
    let line = first
    for (;;) {
      const key = Math.round(line.y / 4)
      const near = [key - 1, key, key + 1].flatMap((each) => byHeight.get(each) ?? [])
      const other = near.find((each) => waiting.has(each) && isTouching(line, each, rules))
      if (other === undefined) return [line]
      waiting.delete(other)
      line = lineOf(other.x < line.x ? [...other.runs, ...line.runs] : [...line.runs, ...other.runs], line.page)
    }
  })
}

function isTouching(one: Line, other: Line, rules: readonly Rule[]): boolean {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one]
  const gap = right.x - left.right
  const size = Math.max(left.size, right.size)
  const next = right.runs[0]
  return (
    isLevel(left, right) &&
    gap > -back * size &&
    gap < 0.5 * size &&
    next !== undefined &&
    !isParted(left.runs, next, rules)
  )
}

export function lineOf(runs: readonly Run[], page: number): Line {
  const letters = (run: Run) => run.text.replace(/\s/g, '').length
  const all = runs.reduce((sum, run) => sum + letters(run), 0)
  const main = runs.reduce<Run | undefined>((best, run) => {
    return best === undefined || letters(run) > letters(best) ? run : best
  }, undefined)
  const bold = runs.reduce((sum, run) => sum + (run.font.bold ? letters(run) : 0), 0)
  return {
    runs,
    text: textOf(runs),
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
    y: main?.y ?? 0,
    size: main?.size ?? 0,
    bold: all === 0 ? 0 : bold / all,
    page,
  }
}

function textOf(runs: readonly Run[]): string {
  let text = ''
  let last: Run | undefined
  for (const run of runs) {
    const gap = last === undefined ? 0 : run.x - last.right
    const isRaised = last !== undefined && Math.abs(last.y - run.y) > 0.15 * last.size
    const isApart =
      gap > spaceGap * Math.max(run.size, last?.size ?? 0) || (run.isSpaced && !isRaised && gap > 0.05 * run.size)
    text += last !== undefined && isApart ? ` ${run.text}` : run.text
    last = run
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** Lines at one height, from left to right. */
export function toRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    // Small letters directly below large ones are at nearly the same height, but are a line of their own.
    const isBeside = row?.every((each) => !areOver(each, line)) === true
    if (row !== undefined && first !== undefined && isLevel(first, line) && isBeside) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

function areOver(one: Line, other: Line): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.x, other.x)
  return shared > Math.max(one.size, other.size)
}

/** The next line's first word would have fitted, so the author began a new line here. */
export function isEarlyEnd(above: Line, line: Line, right: number): boolean {
  const word = line.text.split(' ', 1)[0] ?? ''
  const wide = ((line.right - line.x) * word.length) / Math.max(1, line.text.length)
  return above.right + wide + 0.6 * line.size < right
}

// A page without usable tags → its pieces, by position and fonts: tables where lines are ruled, columns, paragraphs.
import { type Flow, toFlows } from './columns.ts'
import { splitAligned } from './aligned.ts'
import { labelOf } from './labels.ts'
import type { Dot } from './drawing.ts'
import type { Line } from './lines.ts'
import type { Page, Run } from './page.ts'
import { type Paragraph, type Setting, toParagraphs } from './paragraphs.ts'
import type { Piece, TextPiece } from './pieces.ts'
import { findTables, type RuledTable } from './tables.ts'

export interface LaidOut {
  readonly page: Page
  /** Lines of text or a table, in reading order. */
  readonly parts: readonly (Flow | RuledTable)[]
}

export function layOut(page: Page, lines: readonly Line[]): LaidOut {
  const tables = findTables(page.rules, lines)
  const inTables = new Set(tables.flatMap(({ rows }) => rows.flat(2)))
  let rest = lines.filter((line) => !inTables.has(line))
  const parts: (Flow | RuledTable)[] = []
  for (const table of tables) {
    parts.push(...toFlows(rest.filter(({ y }) => y < table.top)), table)
    rest = rest.filter(({ y }) => y >= table.top)
  }
  return { page, parts: [...parts, ...toFlows(rest)] }
}

/** `right` is where the document's lines usually end; a page of short lines does not show it. */
export function toPieces({ page, parts }: LaidOut, setting: Setting & { readonly right: number }): Piece[] {
  return parts.flatMap((part, index): Piece[] => {
    if (!('left' in part)) return tableRows(part, { page, table: `${page.number}.${index}`, setting })
    const flow = part.isColumn ? part : { ...part, right: Math.max(part.right, Math.min(setting.right, page.width)) }
    return splitAligned(flow.rows, setting.leading).flatMap((stretch, at) =>
      stretch.kind === 'table'
        ? tableRows(stretch.table, { page, table: `${page.number}.${index}.${at}`, setting })
        : toParagraphs({ ...flow, rows: stretch.rows }, setting).map((paragraph) => textPiece(paragraph, page)),
    )
  })
}

function textPiece(paragraph: Paragraph, page: Page): TextPiece {
  const { lines, before, flow } = paragraph
  const isItem = labelOf(lines[0]?.text ?? '') !== undefined
  return {
    kind: 'text',
    role: isItem ? 'item' : 'paragraph',
    level: undefined,
    lines,
    page: page.number,
    before,
    flow,
    ...underlining(lines, page),
  }
}

/** Whether a rule runs below each of the lines. */
export function underlining(lines: readonly Line[], page: Page): Pick<TextPiece, 'isUnderlined'> {
  return lines.every((line) => hasRule(line, page)) ? { isUnderlined: true } : {}
}

function hasRule({ x, right, y }: Line, { rules }: Page): boolean {
  return rules.some(
    ({ way, at, from, to }) =>
      way === 'across' &&
      at > y &&
      at < y + 4 &&
      Math.abs(from - x) < 4 &&
      to - from > 0.7 * (right - x) &&
      to < right + 8,
  )
}

function tableRows(
  { rows, columns }: RuledTable,
  { page, table, setting }: { page: Page; table: string; setting: Setting },
): Piece[] {
  return rows.map((row, index) => {
    const cells = row.map((cell, column) => cellText(cell, columns[column], setting))
    const all = row.flat()
    const isHeader = index === 0 && rows.length > 1 && all.every(({ bold }) => bold > 0.9)
    return { kind: 'row', table, cells, isHeader, page: page.number }
  })
}

/** The paragraphs of a cell. */
function cellText(
  lines: readonly Line[],
  column: { readonly left: number; readonly right: number } | undefined,
  setting: Setting,
): Line[][] {
  return toFlows(lines).flatMap((flow) => {
    const right = column === undefined ? flow.right : Math.max(flow.right, column.right - 8)
    return toParagraphs({ ...flow, right }, setting).map((paragraph) => [...paragraph.lines])
  })
}

/** Drawn bullets become text, so that their items are recognised: each is directly left of a run. */
export function withDrawnBullets({ runs, dots }: Page): Run[] {
  if (dots.length === 0) return [...runs]
  return runs.flatMap((run, index) => {
    const isFirst = !runs
      .slice(Math.max(0, index - 1), index)
      .some(({ y, right }) => Math.abs(y - run.y) < 2 && right <= run.x)
    const dot = isFirst ? dots.find((each) => isBulletOf(each, run)) : undefined
    // It takes the space up to the text, so that both are one line.
    const near = run.x - 0.3 * run.size
    return dot === undefined
      ? [run]
      : [
          { ...run, text: '•', x: Math.min(dot.x, near), right: near, isSpaced: false },
          { ...run, isSpaced: true },
        ]
  })
}

function isBulletOf(dot: Dot, run: Run): boolean {
  const room = run.x - dot.right
  return room > 0 && room < 2.5 * run.size && dot.y < run.y && dot.y > run.y - run.size
}

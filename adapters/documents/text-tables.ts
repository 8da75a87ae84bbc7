// Tables that are typed with tabs or wide spaces: which lines are rows, and their cells.
import type { TextLine } from './text-lines.ts'

/** For each line the cells of its row; undefined where it is not a row. Tables are counted from 0. */
export interface TextRow {
  readonly table: number
  readonly cells: readonly string[]
  readonly isHeader: boolean
}

export function findRows(lines: readonly TextLine[]): (TextRow | undefined)[] {
  const rows: (TextRow | undefined)[] = lines.map(() => undefined)
  let table = 0
  for (let at = 0; at < lines.length;) {
    const to = tableEnd(lines, at)
    if (to > at) {
      for (let each = at; each < to; each++)
        rows[each] = { table, cells: cellsOf(lines[each]), isHeader: each === at && to - at > 1 }
      table++
      at = to
    } else at++
  }
  return rows
}

/** The end of the table that begins here; `at` itself where none does. */
function tableEnd(lines: readonly TextLine[], at: number): number {
  const first = lines[at]
  if (first === undefined) return at
  // Most lines have no wide space in them, and then they are one cell.
  if (!wide.test(first.raw)) return at
  const cells = cellsOf(first)
  if (isContentsEntry(cells)) return at + 1
  if (!beginsTable(first, cells)) return at
  const shape = { columns: columnsOf(first.raw), count: cells.length }
  let to = at + 1
  let full = 1
  for (; to < lines.length; to++) {
    const line = lines[to]
    if (line === undefined || !isRowOf(line, shape)) break
    if (cellsOf(line).length > 1) full++
  }
  // A single line with wide spaces is only that.
  return full >= 2 ? to : at
}

/** A line of a contents list: its page number follows wide space. */
function isContentsEntry(cells: readonly string[]): boolean {
  return isPageNumber(cells.at(-1) ?? '') && withoutMark(cells).length === 2
}

function beginsTable({ text }: TextLine, cells: readonly string[]): boolean {
  if (cells.length < 2 || isForm(text)) return false
  return cells.length > 2 || (withoutMark(cells).length === 2 && cells[0]?.endsWith(':') === false)
}

interface Shape {
  readonly columns: readonly number[]
  readonly count: number
}

function isRowOf(line: TextLine, { columns, count }: Shape): boolean {
  const cells = cellsOf(line)
  if (isForm(line.text)) return false
  if (line.raw.includes('\t')) return cells.length >= 2 && cells.length <= count + 1 && withoutMark(cells).length >= 2
  const own = columnsOf(line.raw)
  const isAligned = own.every((column) => columns.some((each) => Math.abs(each - column) <= 1))
  if (count > 2 && own.length === 1 && (own[0] ?? 0) > 1) return isAligned
  return cells.length >= 2 && cells.length <= count && (isAligned || own.length === columns.length)
}

const wide = /\t+| {3,}/

/** Split at a tab or three spaces. */
function cellsOf(line: TextLine | undefined): string[] {
  return (line?.raw ?? '')
    .trim()
    .split(wide)
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter((cell) => cell !== '')
}

/** A number or bullet with its text after a tab is one cell. */
function withoutMark(cells: readonly string[]): readonly string[] {
  const [first = ''] = cells
  return /^(?:\(?[\dA-Za-z.]{1,6}[.)]|[\d.]+|[^\p{L}\p{N}]{1,2}|o)$/u.test(first) ? cells.slice(1) : cells
}

/** The columns at which cells begin. */
function columnsOf(raw: string): number[] {
  return [...raw.matchAll(/(?:^|\t| {3,})\s*(?=\S)/g)].map(({ index, 0: space }) => index + space.length)
}

function isPageNumber(text: string): boolean {
  return /^(?:\d{1,3}|[ivx]{1,5})$/.test(text)
}

function isForm(text: string): boolean {
  return /[.…_]{4,}|…/.test(text)
}

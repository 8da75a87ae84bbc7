// Tables without ruled lines: rows whose parts begin at the same positions, as opposed to running text and lists.
import { headingLabelOf, labelOf } from './labels.ts'
import { type Line, lineOf } from './lines.ts'
import type { RuledTable } from './tables.ts'

export type Row = readonly Line[]

/** A stretch of rows of one kind, in order. */
export type Stretch =
  { readonly kind: 'text'; readonly rows: readonly Row[] } | { readonly kind: 'table'; readonly table: RuledTable }

const samePlace = 4
const widestGap = 3.2

export function splitAligned(rows: readonly Row[], leading: number): Stretch[] {
  const usual = usualSize(rows)
  const joined = rows.map((row) => joinLabel(row, usual))
  const stretches: Stretch[] = []
  let text: Row[] = []
  for (let at = 0; at < joined.length;) {
    const end = endOfTable(joined, at)
    const table = end === undefined ? undefined : joined.slice(at, end)
    if (table === undefined || end === undefined) text.push(rows[at++] ?? [])
    else {
      if (text.length > 0) stretches.push({ kind: 'text', rows: text })
      text = []
      stretches.push({ kind: 'table', table: tableOf(table, leading) })
      at = end
    }
  }
  return text.length > 0 ? [...stretches, { kind: 'text', rows: text }] : stretches
}

/**
 * A bullet or number that stands apart belongs to the text after it; so does a bare number, where the text is a
 * heading.
 */
function joinLabel(row: Row, usual: number): Row {
  const [first, second, ...rest] = row
  if (first === undefined || second === undefined || first.text.length > 6) return row
  const isHeading = rest.length === 0 && (second.bold > 0.5 || second.size > 1.08 * usual)
  const label = isHeading ? headingLabelOf(`${first.text} Xx`) : labelOf(`${first.text} Xx`)
  return label?.text === 'Xx' ? [lineOf([...first.runs, ...second.runs], first.page), ...rest] : row
}

/** Of most rows. */
function usualSize(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const [line] of rows) if (line !== undefined) counts.set(line.size, (counts.get(line.size) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

/** The end of the table that begins at a row; undefined where none begins. */
function endOfTable(rows: readonly Row[], begin: number): number | undefined {
  const columns = startsOf(rows[begin])
  if (columns.length < 2) return undefined
  let end = begin + 1
  let full = 1
  for (let at = end; at < rows.length; at++) {
    const row = rows[at] ?? []
    if (!isNear(rows[at - 1], row) || !fits(row, columns)) break
    if (row.length > 1) full++
    // The last lines of cells belong to it; a line at the margin may be the text below it.
    if (row.length > 1 || !isAt(row[0]?.x, columns[0])) end = at + 1
  }
  return full >= 2 && !isContents(rows.slice(begin, end)) ? end : undefined
}

const startsOf = (row: Row = []) => row.map(({ x }) => x)

const isAt = (x: number | undefined, place: number | undefined) =>
  x !== undefined && place !== undefined && Math.abs(x - place) <= samePlace

const fits = (row: Row, columns: readonly number[]) => row.every(({ x }) => columns.some((place) => isAt(x, place)))

function isNear(above: Row | undefined, row: Row): boolean {
  const [one, other] = [above?.[0], row[0]]
  return one !== undefined && other !== undefined && other.y - one.y < widestGap * Math.max(one.size, other.size)
}

/** Headings with their pages. */
function isContents(rows: readonly Row[]): boolean {
  return rows.every((row) => row.length === 2 && /^\d{1,3}$/.test(row[1]?.text ?? ''))
}

function tableOf(rows: readonly Row[], leading: number): RuledTable {
  const places = startsOf(rows[0])
  const gaps = rows.slice(1).map((row, at) => gapBefore(rows[at], row) / leading)
  // Where there is space between rows, it separates them; where there is none, each line is a row.
  const isRoomy = gaps.some((gap) => gap > 1.15)
  const groups: Row[][] = []
  for (const [at, row] of rows.entries()) {
    const gap = gaps[at - 1] ?? Infinity
    const begins = isRoomy ? gap > 1.15 : isAt(row[0]?.x, places[0]) && row.length > 1
    if (begins || groups.length === 0) groups.push([row])
    else groups.at(-1)?.push(row)
  }
  return {
    top: rows[0]?.[0]?.y ?? 0,
    rows: groups.map((group) => places.map((place) => group.flat().filter(({ x }) => isAt(x, place)))),
    columns: places.map((left, at) => ({
      left,
      right: places[at + 1] ?? Math.max(...rows.flat().map(({ right }) => right)),
    })),
  }
}

function gapBefore(above: Row | undefined, row: Row): number {
  const [one, other] = [above?.[0], row[0]]
  return one === undefined || other === undefined ? 0 : (other.y - one.y) / Math.max(one.size, other.size)
}

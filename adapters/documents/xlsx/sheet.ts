// One sheet: its cells row by row, without what is hidden or covered.
import { defined } from '../../../src/kit/defined.ts'
import type { Table } from '../../../src/ports/document.ts'
import type { Budget } from '../budget.ts'
import { plain } from '../plain.ts'
import { refusals, Unreadable } from '../refuse.ts'
import { childOf, elementsOf, numberOf, textOf } from '../tree.ts'
import { type Element, readXml } from '../xml.ts'
import { type Book, richText } from './book.ts'
import { type Area, areaOf, atOf } from './cells.ts'
import { shown } from './formats.ts'

/** Cells including the empty ones between them: a single cell in the last corner must not become 17,000 million. */
export const sheetLimits = { cells: 2_000_000, rows: 1_048_576, columns: 16_384, merged: 20_000 } as const

interface Cell {
  readonly column: number
  readonly text: string
}

interface Sheet {
  readonly rows: Map<number, Cell[]>
  readonly hiddenColumns: Set<number>
  readonly merged: Area[]
  hiddenRows: number
  nextRow: number
}

export function readSheet(book: Book, { name, part }: Book['sheets'][number], room: { cells: number }): Table {
  const { archive, budget } = book.package
  const sheet: Sheet = { rows: new Map(), hiddenColumns: new Set(), merged: [], hiddenRows: 0, nextRow: 0 }
  const bytes = archive.part(part)
  if (bytes !== undefined)
    readXml(bytes, {
      budget,
      open: ['x:worksheet', 'x:sheetData', 'x:mergeCells', 'x:cols'],
      visit(element) {
        if (element.name === 'x:row') takeRow(element, sheet, book)
        if (element.name === 'x:col') hideColumns(element, sheet)
        if (element.name === 'x:mergeCell') takeMerged(element, sheet)
      },
    })
  const { rows, hiddenColumns } = laidOut(sheet, room, budget)
  const hidden = sheet.hiddenRows + hiddenColumns
  return { name: name === '' ? undefined : name, rows, ...defined({ hidden: hidden === 0 ? undefined : hidden }) }
}

function takeRow(element: Element, sheet: Sheet, book: Book): void {
  const written = numberOf(element.attributes.r)
  const row = written === undefined ? sheet.nextRow : written - 1
  sheet.nextRow = row + 1
  if (row < 0 || row >= sheetLimits.rows) throw new Unreadable(refusals.damaged)
  const cells: Cell[] = []
  let next = 0
  for (const cell of elementsOf(element)) {
    const column = atOf(cell.attributes.r ?? '')?.column ?? next
    next = column + 1
    if (column >= sheetLimits.columns) throw new Unreadable(refusals.damaged)
    const text = plain(textIn(cell, book))
    if (text !== '') cells.push({ column, text })
  }
  if (cells.length === 0) return
  if (isOn(element.attributes.hidden)) sheet.hiddenRows++
  else sheet.rows.set(row, cells)
}

function hideColumns({ attributes }: Element, { hiddenColumns }: Sheet): void {
  if (!isOn(attributes.hidden)) return
  const last = Math.min(numberOf(attributes.max) ?? 0, sheetLimits.columns)
  for (let column = Math.max(numberOf(attributes.min) ?? 1, 1); column <= last; column++) hiddenColumns.add(column - 1)
}

function takeMerged({ attributes }: Element, { merged }: Sheet): void {
  const area = areaOf(attributes.ref ?? '')
  if (area !== undefined && merged.length < sheetLimits.merged) merged.push(area)
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function textIn(cell: Element, book: Book): string {
  const { attributes } = cell
  const value = textOf(childOf(cell, 'x:v'))
  switch (attributes.t) {
    case 's':
      return book.texts[numberOf(value) ?? -1] ?? ''
    case 'inlineStr':
      return richText(childOf(cell, 'x:is'))
    case 'b':
      return value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
    case 'str':
    case 'e':
      return value
    default:
      return value.trim() === '' || !Number.isFinite(Number(value))
        ? value
        : shown(Number(value), book.formatOf(attributes.s), book)
  }
}

const empty: readonly string[] = Object.freeze([])

interface Laid {
  readonly rows: readonly (readonly string[])[]
  readonly hiddenColumns: number
}

function laidOut({ rows, hiddenColumns, merged }: Sheet, room: { cells: number }, budget: Budget): Laid {
  const isCovered = coveredIn(merged, rows, budget)
  const places = placesOf(hiddenColumns)
  const hidden = new Set<number>()
  let last = -1
  for (const row of rows.keys()) last = Math.max(last, row)
  spend(room, last + 1)
  const laid = new Array<readonly string[]>(last + 1).fill(empty)
  for (const [row, cells] of rows) {
    const line: string[] = []
    for (const { column, text } of cells) {
      if (hiddenColumns.has(column)) hidden.add(column)
      if (hiddenColumns.has(column) || isCovered(row, column)) continue
      const place = places(column)
      spend(room, Math.max(place + 1 - line.length, 0))
      while (line.length < place) line.push('')
      line[place] = text
    }
    laid[row] = line
  }
  return { rows: laid, hiddenColumns: hidden.size }
}

/** The position of a column once the hidden ones before it are removed. */
function placesOf(hidden: ReadonlySet<number>): (column: number) => number {
  if (hidden.size === 0) return (column) => column
  const places: number[] = []
  for (let column = 0, next = 0; column < sheetLimits.columns; column++) places.push(hidden.has(column) ? next : next++)
  return (column) => places[column] ?? column
}

function spend(room: { cells: number }, cells: number): void {
  room.cells -= cells
  if (room.cells < 0) throw new Unreadable(refusals.tooLarge)
}

/** Old values may remain below merged cells; a person sees only the first one. */
function coveredIn(merged: readonly Area[], rows: ReadonlyMap<number, unknown>, budget: Budget) {
  const byRow = new Map<number, Area[]>()
  for (const area of merged) {
    for (const row of rowsIn(area, rows)) {
      budget.spend(1)
      if (row < area.from.row || row > area.to.row) continue
      const there = byRow.get(row) ?? []
      there.push(area)
      byRow.set(row, there)
    }
  }
  return (row: number, column: number) => {
    const areas = byRow.get(row) ?? []
    budget.spend(areas.length)
    return areas.some((area) => covers(area, row, column))
  }
}

/** An area may be as tall as the sheet; fewer rows than that have content. */
function rowsIn({ from, to }: Area, rows: ReadonlyMap<number, unknown>): Iterable<number> {
  const tall = Math.max(to.row - from.row + 1, 0)
  return tall > rows.size ? rows.keys() : Array.from({ length: tall }, (_, index) => from.row + index)
}

function covers({ from, to }: Area, row: number, column: number): boolean {
  const isInside = column >= from.column && column <= to.column
  return isInside && !(row === from.row && column === from.column)
}

// Running headers and footers and page numbers: recognised by their repetition at the same position on many pages.
import type { Furniture } from '../../../src/ports/document.ts'
import { type Line, toRows } from './lines.ts'

export interface PageLines {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
}

// Measured on 54 school PDFs: the same position within 8 points, the same text with digits masked, on three or more
// pages and on 40 % of them. In a document of two pages on both, and then closer to the edge.
const samePlace = 8
const fewestPages = 3
const share = 0.4
const edge = 0.2
const edgeOfTwo = 0.13

interface Seen {
  readonly lines: readonly Line[]
  readonly page: PageLines
  readonly text: string
  readonly masked: string
  readonly y: number
}

/** The lines that are not part of the text, with the kind of each. */
export function findFurniture(pages: readonly PageLines[]): Map<Line, Furniture> {
  const found = new Map<Line, Furniture>()
  const rows = pages.flatMap((page) => edgeRows(page))
  const groups = new Map<string, Seen[]>()
  for (const row of rows) groups.set(row.masked, [...(groups.get(row.masked) ?? []), row])
  for (const group of groups.values()) {
    for (const row of group) {
      const same = group.filter(({ y, page }) => Math.abs(placeFrom(y, page) - placeFrom(row.y, row.page)) <= samePlace)
      const on = new Set(same.map(({ page }) => page.page)).size
      if (isOnMost(on, pages.length) || (pages.length === 2 && isOnBoth(on, row))) keep(found, row)
    }
  }
  for (const row of rows) if (isPageNumber(row, rows)) keep(found, row, 'page-number')
  for (const row of rows.filter(isCounting(rows, pages.length))) keep(found, row)
  return found
}

const isOnMost = (on: number, pages: number) => on >= fewestPages && on >= share * pages
const isOnBoth = (on: number, row: Seen) => on === 2 && isNearEdge(row, edgeOfTwo)

/** Measured from the nearer edge, so that pages of different sizes compare. */
function placeFrom(y: number, { height }: PageLines): number {
  return y < height / 2 ? y : y - height
}

function edgeRows(page: PageLines): Seen[] {
  return toRows(page.lines)
    .map((lines) => ({ lines, page, y: lines[0]?.y ?? 0, text: lines.map(({ text }) => text).join(' ') }))
    .filter(({ y }) => isNearEdge({ y, page }, edge))
    .map((row) => ({ ...row, masked: row.text.replace(/\d+/g, '#').toLowerCase() }))
}

function isNearEdge({ y, page: { height } }: Pick<Seen, 'y' | 'page'>, within: number): boolean {
  return y < within * height || y > (1 - within) * height
}

function keep(found: Map<Line, Furniture>, { lines, text, page, y }: Seen, known?: 'page-number') {
  const side = y < page.height / 2 ? 'head' : 'foot'
  const kind = known ?? (pageNumber.test(text) ? 'page-number' : side)
  for (const line of lines) found.set(line, { kind, text: line.text, page: page.page })
}

const pageNumber = /^[-–—|\s]*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|\/|\|)\s*\d{1,4})?[-–—|\s]*$/i
const saidPage = /^[-–—|\s]*page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$|^\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i

/**
 * The outermost line of a page that counts the pages: `Page 2 of 9` anywhere, a bare number where others count along.
 */
function isPageNumber(row: Seen, rows: readonly Seen[]): boolean {
  if (!pageNumber.test(row.text) || !isOutermost(row)) return false
  if (saidPage.test(row.text)) return true
  const offset = firstNumber(row.text) - row.page.page
  const alike = rows.filter(
    (other) =>
      pageNumber.test(other.text) && isOutermost(other) && firstNumber(other.text) - other.page.page === offset,
  )
  return new Set(alike.map(({ page }) => page.page)).size >= 2 || (offset === 0 && row.y > row.page.height * 0.88)
}

/** A chapter's name beside the page number, as in books: the number counts along, whatever else changes. */
function isCounting(rows: readonly Seen[], pages: number): (row: Seen) => boolean {
  const offsetOf = ({ text, page, lines }: Seen) => {
    const number = /\D\s+(\d{1,3})$/.exec(text)?.[1]
    // Three appendices in a row count along as well.
    const isTitle =
      lines.some(({ bold }) => bold > 0.5) || /^(?:appendix|annex|schedule|section|part|form)\b/i.test(text)
    return number === undefined || isTitle ? undefined : Number(number) - page.page
  }
  const counts = new Map<number, number>()
  const outermost = rows.filter(isOutermost)
  for (const row of outermost) {
    const offset = offsetOf(row)
    if (offset !== undefined) counts.set(offset, (counts.get(offset) ?? 0) + 1)
  }
  const usual = [...counts].find(([, count]) => count >= fewestPages && count >= share * pages)?.[0]
  return (row) => usual !== undefined && offsetOf(row) === usual && isOutermost(row)
}

const firstNumber = (text: string) => Number(/\d+/.exec(text)?.[0])

function isOutermost({ page, y }: Seen): boolean {
  const ys = page.lines.map((line) => line.y)
  return y <= Math.min(...ys) + 2 || y >= Math.max(...ys) - 2
}

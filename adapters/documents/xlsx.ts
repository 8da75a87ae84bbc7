// Excel's .xlsx → tables of text: what a person would read in each cell.
import type { ReadTables } from '../../src/ports/document.ts'
import { createBudget } from './budget.ts'
import { orRefusal, refusals } from './refuse.ts'
import { openBook } from './xlsx/book.ts'
import { readSheet, sheetLimits } from './xlsx/sheet.ts'
import { openArchive } from './zip.ts'

export function readXlsx(bytes: Uint8Array, budget = createBudget()): ReadTables {
  return orRefusal(() => {
    const book = openBook(openArchive(bytes), budget)
    if (book === undefined) return refusals.notThis('an Excel workbook')
    // All sheets share one limit; otherwise thousands of small ones could do what one may not.
    const room = { cells: sheetLimits.cells }
    const tables = book.sheets.map((sheet) => readSheet(book, sheet, room))
    if (tables.every(({ rows }) => rows.length === 0)) return refusals.noText
    return { kind: 'tables', tables }
  })
}

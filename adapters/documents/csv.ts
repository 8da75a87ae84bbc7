// A file of comma-separated values → its records, each with the line on which it begins.
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { ReadTables } from '../../src/ports/document.ts'
import { refusals } from './refuse.ts'
import { decodeAny } from './windows.ts'

export type ReadCsv =
  | {
      readonly kind: 'records'
      readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
    }
  | { readonly kind: 'broken'; readonly line: number; readonly what: string }

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

/** Cells are separated by commas, semicolons or tabs, whichever is most frequent in the first line. */
export function readCsv(text: string): ReadCsv {
  // A title above the headings shows no separator.
  const lines = text.split(/\r?\n|\r/, 12)
  const head = /^\uFEFF?sep=/i.test(lines[0] ?? '')
    ? (lines[0] ?? '')
    : (lines.find((line) => /[,;\t]/.test(line)) ?? '')
  const delimiter = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
  try {
    const read: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      skip_empty_lines: true,
    })
    const records = Records.parse(read).map(({ record, info }) => ({
      // The parser gives the line on which a record ends, so the line breaks inside its cells are subtracted.
      line: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0),
      cells: record,
    }))
    return { kind: 'records', records }
  } catch (error) {
    if (error instanceof CsvError)
      return { kind: 'broken', line: Number(error['lines'] ?? 1), what: sayBroken(error.code) }
    throw error
  }
}

function sayBroken(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened and never closed.'
  return 'The line is not a list of cells.'
}

/** A file as one table; bytes that are not valid UTF-8 are read as Windows-1252. */
export function readCsvTable(bytes: Uint8Array): ReadTables {
  if (bytes.length === 0) return refusals.empty
  const read = readCsv(decodeAny(bytes))
  if (read.kind === 'records')
    return { kind: 'tables', tables: [{ name: undefined, rows: read.records.map(({ cells }) => cells) }] }
  const what = `is not a list that can be read, from line ${read.line} on: ${read.what.charAt(0).toLowerCase()}${read.what.slice(1).replace(/\.$/, '')}`
  return {
    kind: 'refused',
    why: 'damaged',
    what,
    fix: 'Open it in Excel, save it again as CSV, and try with that copy.',
  }
}

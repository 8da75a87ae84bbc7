// Rows as comma-separated values for a spreadsheet, in which nothing that anybody typed can become a formula.

/** Without it, Excel takes UTF-8 for something older. */
export const byteOrderMark = '\uFEFF'

/** One line with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** An apostrophe before it makes a spreadsheet show a text, and never work it out. */
function csvCell(text: string): string {
  const safe = startsFormula(text) ? `'${text}` : text
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets pass over spaces and signs that are not seen, and take the wide forms for the plain ones. */
function startsFormula(text: string): boolean {
  return /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text)
}

// Rows as comma-separated values for a spreadsheet. Nothing that anybody typed can become a formula.

/** Without it, Excel reads UTF-8 as an older encoding. */
export const byteOrderMark = '\uFEFF'

/** One line with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** An apostrophe in front makes a spreadsheet show a text instead of computing it. */
function csvCell(text: string): string {
  const safe = startsFormula(text) ? `'${text}` : text
  return /[",;\t\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets ignore spaces and invisible characters, and treat full-width forms like the plain ones. */
function startsFormula(text: string): boolean {
  return /^[\t\r\n]|^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text)
}

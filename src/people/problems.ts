// How many problems a list has, and with what: nobody looks for a wrong row where a heading is wrong.
import type { RowProblem } from './types.ts'

export function countProblems(problems: readonly RowProblem[]): string {
  if (problems.some(({ headings }) => headings === true)) return 'There is a problem with the headings'
  // Several things may be wrong with one row.
  const rows = new Set(problems.map(({ line }) => line)).size
  return `There is a problem with ${rows} ${rows === 1 ? 'row' : 'rows'}`
}

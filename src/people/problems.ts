// How many problems a list has, and of what sort, so that nobody looks for a wrong row when a heading is wrong.
import type { RowProblem } from './types.ts'

export function countProblems(problems: readonly RowProblem[]): string {
  if (problems.some(({ headings }) => headings === true)) return 'There is a problem with the headings'
  // One row may have several problems.
  const rows = new Set(problems.map(({ line }) => line)).size
  return `There is a problem with ${rows} ${rows === 1 ? 'row' : 'rows'}`
}

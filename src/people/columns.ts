// Which column of a school's file is which: matched by name, because every school system names them its own way.
import { nearest } from '../kit/text.ts'
import type { Column, Row, RowProblem } from './types.ts'

const names: Readonly<Record<Column, string>> = {
  name: 'name|full name|staff name|employee name|display name|legal full name|preferred full name',
  forename: 'forename|first name|firstname|given name|preferred forename|preferred first name|legal forename',
  surname: 'surname|last name|lastname|family name|preferred surname|legal surname',
  email: 'email|email address|work email|work email address|school email|primary email|mail|upn|user principal name',
  group: 'group|staff group|type|staff type|category|staff category|person type|employment type',
  roles: 'roles|role|permissions|policy guide role',
  manager: 'manager|line manager|line manager email|manager email|reports to',
  starts:
    'start|starts|start date|starts on|start day|employment start|employment start date|joining date|date of joining|first day',
  leaves:
    'leave|leaves|leaves on|leaving date|leaving day|leave date|end date|employment end|employment end date|last day|date of leaving',
  away: 'away|days away|absences|absence|away days',
  weekdays:
    'working days|work days|days|days worked|days of work|days in|weekdays|work pattern|working pattern|working week|part time days|pattern',
}

const columnOf = new Map(
  Object.entries(names).flatMap(([column, list]) => list.split('|').map((name) => [name, column as Column] as const)),
)

export interface Table {
  readonly rows: readonly Row[]
  /** Headings that mean nothing here, as written. */
  readonly ignored: readonly string[]
  readonly problems: readonly RowProblem[]
}

/** The records of a file, the headings first. `line` is where a record begins. */
export function readTable(records: readonly { readonly line: number; readonly cells: readonly string[] }[]): Table {
  const [head, ...rest] = records
  if (head === undefined) return { rows: [], ignored: [], problems: [emptyFile] }
  const found = head.cells.map((heading) => columnOf.get(simplify(heading)))
  const problems = headProblems(head, found)
  const rows = rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }): Row => ({
      line,
      cells: Object.fromEntries(
        found.flatMap((column, at) => (column === undefined ? [] : [[column, (cells[at] ?? '').trim()]])),
      ),
    }))
  const ignored = head.cells.filter((heading, at) => found[at] === undefined && heading.trim() !== '')
  return { rows: problems.length > 0 ? [] : rows, ignored, problems }
}

const emptyFile: RowProblem = { line: 1, what: 'The file is empty.', fix: 'Export the list again, with its headings.' }

function headProblems(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  found: readonly (Column | undefined)[],
): RowProblem[] {
  const problems: RowProblem[] = []
  const twice = found.filter((column, at) => column !== undefined && found.indexOf(column) !== at)
  for (const column of new Set(twice)) {
    const both = cells.filter((_, at) => found[at] === column).map((heading) => `“${heading}”`)
    const what = `The columns ${both.join(' and ')} both mean ${column ?? ''}.`
    problems.push({ line, what, fix: 'Remove or rename one of them.' })
  }
  const hasName = found.includes('name') || (found.includes('forename') && found.includes('surname'))
  if (!hasName) {
    const near = cells.map((heading) => nearest(simplify(heading), columnOf.keys())).find((each) => each !== undefined)
    problems.push({
      line,
      what: 'No column says what people are called.',
      fix: `Name a column “Name”, or two “Forename” and “Surname”.${near === undefined ? '' : ` Did you mean “${near}”?`}`,
    })
  }
  return problems
}

/** "E-mail_Address*" as "e mail address". */
function simplify(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\be mail\b/g, 'email')
    .trim()
}

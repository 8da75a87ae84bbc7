// Finds out which column of a school's file is which, by its heading, because every school system uses its own names.
import { nearest } from '../kit/text.ts'
import { readRoles } from './cells.ts'
import type { Column, Row, RowProblem } from './types.ts'

const names: Readonly<Record<Column, string>> = {
  name: 'name|full name|staff name|employee name|display name|legal full name|preferred full name',
  forename: 'forename|first name|firstname|given name|preferred forename|preferred first name|legal forename',
  surname: 'surname|last name|lastname|family name|preferred surname|legal surname',
  email: 'email|email address|work email|work email address|school email|primary email|mail|upn|user principal name',
  formerEmail:
    'old email|old email address|former email|former email address|previous email|previous email address|email before',
  staffNumber:
    'staff number|staff no|staff id|staff code|employee number|employee no|employee id|employee code|payroll number|payroll no|payroll id|personnel number|person number',
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

export interface ListTable {
  readonly rows: readonly Row[]
  /** Headings without a meaning here, as written. */
  readonly ignored: readonly string[]
  readonly problems: readonly RowProblem[]
  /** The headings, and the column that each was taken for. */
  readonly head: readonly { readonly heading: string; readonly column: Column | undefined }[]
  /** How something ambiguous was read, in sentences for people. */
  readonly guesses: readonly string[]
}

/** A record of the file; `line` is where it begins. */
export interface FileRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** `said` gives, by heading, what somebody says it means; `none` for nothing. */
export type Mapping = Readonly<{ [heading: string]: Column | 'none' }>

/** The records of a file: its headings, perhaps below a title, then the people. */
export function readTable(records: readonly FileRecord[], said: Mapping = {}): ListTable {
  const at = headAt(records, said)
  const [head, ...rest] = records.slice(at)
  if (head === undefined) return { rows: [], ignored: [], problems: [emptyFile], head: [], guesses: [] }
  const meant = meanings(head.cells, { said, rest })
  const problems = headProblems(head, meant.found)
  const rows = rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }): Row => ({
      line,
      cells: Object.fromEntries(
        meant.found.flatMap((column, place) => (column === undefined ? [] : [[column, (cells[place] ?? '').trim()]])),
      ),
    }))
  const ignored = head.cells.filter((heading, place) => meant.found[place] === undefined && heading.trim() !== '')
  const title = records.slice(0, at).filter(({ cells }) => !isSeparatorLine(cells))
  const skipped = title.map(({ line }) => `Line ${line} stands above the headings and was left out.`)
  return {
    rows: problems.length > 0 ? [] : rows,
    ignored,
    problems,
    head: head.cells.map((heading, place) => ({ heading, column: meant.found[place] })),
    guesses: [...skipped, ...meant.guesses],
  }
}

/** A title, a date or Excel's own `sep=;` may stand above the headings. */
function headAt(records: readonly FileRecord[], said: Mapping): number {
  const at = records
    .slice(0, mostTitles)
    .findIndex(({ cells }) => saysNames(cells.map((cell) => meaningOf(cell, said))))
  if (at !== -1) return at
  return records.findIndex(({ cells }) => !isSeparatorLine(cells))
}

const mostTitles = 12

function isSeparatorLine([first = '', ...others]: readonly string[]): boolean {
  return /^sep=/i.test(first.trim()) && others.every((cell) => cell.trim() === '')
}

function saysNames(found: readonly (Column | undefined)[]): boolean {
  return found.includes('name') || (found.includes('forename') && found.includes('surname'))
}

function meaningOf(heading: string, said: Mapping): Column | undefined {
  const told = Object.hasOwn(said, heading) ? said[heading] : undefined
  return told === 'none' ? undefined : (told ?? columnOf.get(simplify(heading)))
}

/**
 * What each heading means. Where there is a legal and a preferred name, the preferred one is used; job titles are not
 * roles.
 */
function meanings(
  headings: readonly string[],
  { said, rest }: { said: Mapping; rest: readonly FileRecord[] },
): { readonly found: readonly (Column | undefined)[]; readonly guesses: readonly string[] } {
  const guesses: string[] = []
  const first = headings.map((heading) => meaningOf(heading, said))
  const found = first.map((column, at) => {
    const heading = headings[at] ?? ''
    if (column === undefined || Object.hasOwn(said, heading)) return column
    const twin = headings.find((other, place) => place !== at && first[place] === column && isPreferred(other, heading))
    if (twin !== undefined) {
      guesses.push(`There are “${twin}” and “${heading}”: people are called by “${twin}”.`)
      return undefined
    }
    if (column === 'roles' && holdsJobTitles(rest.map(({ cells }) => cells[at] ?? ''))) {
      guesses.push(`“${heading}” holds job titles, so nobody is given a role here because of it.`)
      return undefined
    }
    return column
  })
  return { found, guesses }
}

function isPreferred(heading: string, before: string): boolean {
  const rank = (text: string) => (/preferred|known as/i.test(text) ? 2 : /legal/i.test(text) ? 0 : 1)
  return rank(heading) > rank(before)
}

/** Where most cells are not roles, the whole column is something else: "Administrator" is also a job. */
function holdsJobTitles(cells: readonly string[]): boolean {
  const written = [...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))]
  const strange = written.filter((cell) => readRoles(cell).kind === 'wrong')
  return strange.length > 0 && strange.length * 2 > written.length
}

const emptyFile: RowProblem = {
  line: 1,
  headings: true,
  what: 'The file is empty.',
  fix: 'Export the list again, with its headings.',
}

function headProblems(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  found: readonly (Column | undefined)[],
): RowProblem[] {
  const problems: RowProblem[] = []
  const twice = found.filter((column, at) => column !== undefined && found.indexOf(column) !== at)
  for (const column of new Set(twice)) {
    const both = cells.filter((_, at) => found[at] === column).map((heading) => `“${heading}”`)
    const what = `The columns ${both.join(' and ')} both mean ${column ?? ''}.`
    problems.push({ line, headings: true, what, fix: 'Remove or rename one of them.' })
  }
  if (!saysNames(found)) {
    const near = cells.map((heading) => nearest(simplify(heading), columnOf.keys())).find((each) => each !== undefined)
    problems.push({
      line,
      headings: true,
      what: 'No column says what people are called.',
      fix: `Name a column “Name”, or two “Forename” and “Surname”.${near === undefined ? '' : ` Did you mean “${near}”?`}`,
    })
  }
  return problems
}

/** "E-mail_Address*" becomes "e mail address". */
function simplify(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\be mail\b/g, 'email')
    .trim()
}

// Turns the rows of a school's list into what they say about people. Every bad row is listed, so that all can be mended
// at once.
import { readAway, readDayCell, readEmail, readGroup, readRoles, type Cell } from './cells.ts'
import { plainAddress, plainName } from './written.ts'
import { readWeekdays } from './weekdays.ts'
import type { Column, Listed, Row, RowProblem } from './types.ts'

export interface ReadRows {
  readonly listed: readonly Listed[]
  readonly problems: readonly RowProblem[]
  /** What was read differently from how it is written, in sentences for people. */
  readonly guesses: readonly string[]
}

const longestName = 200
const longestNumber = 60

export function readRows(rows: readonly Row[]): ReadRows {
  const read = rows.map(readRow)
  const listed = read.flatMap(({ person }) => person ?? [])
  return {
    listed,
    problems: [...read.flatMap(({ problems }) => problems), ...repeats(listed)].toSorted((a, b) => a.line - b.line),
    guesses: guessesIn(rows),
  }
}

function readRow(row: Row): { person: Listed | undefined; problems: RowProblem[] } {
  const { line, cells } = row
  const problems: RowProblem[] = []
  const wrong = (what: string, fix: string) => void problems.push({ line, what, fix })
  const cell = <T>(column: Column, read: (text: string) => Cell<T>): T | undefined => {
    const text = cells[column]
    if (text === undefined) return undefined
    const found = read(text)
    if (found.kind === 'value') return found.value
    wrong(`The ${said[column] ?? column} “${text}” is not one I know.`, found.fix)
    return undefined
  }
  const name = nameIn(cells)
  const { email, formerEmail, staffNumber } = identify(cells, name, wrong)
  const person: Listed = {
    line,
    name,
    email,
    formerEmail,
    staffNumber,
    group: cell('group', readGroup),
    roles: cell('roles', readRoles),
    manager: cells.manager,
    startsOn: cell('starts', readDayCell),
    leavesOn: cell('leaves', readDayCell),
    away: cell('away', readAway),
    weekdays: cell('weekdays', readWeekdays),
  }
  if (isDay(person.startsOn) && isDay(person.leavesOn) && person.leavesOn < person.startsOn) {
    wrong('The leaving day is before the start day.', 'Put the two days right.')
  }
  return { person: problems.length > 0 ? undefined : person, problems }
}

/** What tells somebody from everybody else. */
function identify(cells: Row['cells'], name: string, wrong: (what: string, fix: string) => void) {
  if (name === '') wrong('There is no name.', 'Give the person’s name, or delete the row.')
  if (name.length > longestName) wrong('The name is longer than 200 characters.', 'Check that the columns are right.')
  const address = (cell: string | undefined, fix: string) => {
    const written = plainAddress(cell ?? '')
    const read = written === '' ? undefined : readEmail(written)
    if (written !== '' && read === undefined) wrong(`“${written}” is not an email address.`, fix)
    return read
  }
  const staffNumber = cells.staffNumber?.replace(/\s+/g, ' ').trim()
  if ((staffNumber ?? '').length > longestNumber)
    wrong('The staff number is longer than 60 characters.', 'Check that the columns are right.')
  return {
    email: address(cells.email, 'Mend it, or leave the cell empty.'),
    formerEmail: address(cells.formerEmail, 'Mend the old address, or leave the cell empty.'),
    staffNumber,
  }
}

const said: Readonly<Partial<Record<Column, string>>> = {
  group: 'group',
  roles: 'role',
  starts: 'start day',
  leaves: 'leaving day',
  away: 'entry of days away',
  weekdays: 'entry of working days',
}

function isDay<T>(day: T | 'none' | undefined): day is T {
  return day !== undefined && day !== 'none'
}

function nameIn(cells: Row['cells']): string {
  return plainName(writtenName(cells))
}

function writtenName({ name, forename = '', surname = '' }: Row['cells']): string {
  return (name ?? `${forename} ${surname}`).replace(/\s+/g, ' ').trim()
}

function guessesIn(rows: readonly Row[]): string[] {
  const turned = rows.filter(({ cells }) => nameIn(cells) !== writtenName(cells))
  const first = turned[0]
  if (first === undefined) return []
  const count = turned.length === 1 ? 'One name is' : `${turned.length} names are`
  return [`${count} written differently, such as “${writtenName(first.cells)}”, read as “${nameIn(first.cells)}”.`]
}

/** Two rows with one email address are one person twice, and nobody here can know which row is right. */
function repeats(listed: readonly Listed[]): RowProblem[] {
  const first = new Map<string, number>()
  return listed.flatMap(({ email, line }) => {
    if (email === undefined) return []
    const before = first.get(email)
    if (before === undefined) {
      first.set(email, line)
      return []
    }
    return [{ line, what: `${email} stands in line ${before} already.`, fix: 'Keep one of the two rows.' }]
  })
}

// The nouns of a school's own list of people: its columns, its rows, and what importing it would change.
import type { Away, Group, Person, Role } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'

export const columns = [
  'name',
  'forename',
  'surname',
  'email',
  'formerEmail',
  'staffNumber',
  'group',
  'roles',
  'manager',
  'starts',
  'leaves',
  'away',
  'weekdays',
] as const
export type Column = (typeof columns)[number]

/** A row of the file. A column that the file does not have is undefined; an empty cell is ''. */
export interface Row {
  /** Its line in the file, counted from 1. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}

/** What a row says about somebody; undefined where the file has no such column. */
export interface Listed {
  readonly line: number
  readonly name: string
  readonly email: string | undefined
  /** The address that they had before, where the file says one. */
  readonly formerEmail: string | undefined
  /** '' where the cell is empty. */
  readonly staffNumber: string | undefined
  readonly group: Group | undefined
  readonly roles: readonly Role[] | undefined
  /** As written: an email address or a name; '' for nobody. */
  readonly manager: string | undefined
  readonly startsOn: Day | 'none' | undefined
  readonly leavesOn: Day | 'none' | undefined
  readonly away: readonly Away[] | undefined
  /** `school`: all the school's working days. */
  readonly weekdays: readonly number[] | 'school' | undefined
}

export interface RowProblem {
  readonly line: number
  /** The headings are wrong or missing, so no single row is at fault. */
  readonly headings?: true
  readonly what: string
  readonly fix: string
}

/** What an import does to one person, with the fields that differ. */
export interface PersonChange {
  readonly kind: 'joins' | 'changes' | 'returns' | 'leaves'
  readonly person: Person
  /** The field and its new value, in people's words; empty for a leaver. */
  readonly fields: readonly { readonly field: string; readonly from: string; readonly to: string }[]
}

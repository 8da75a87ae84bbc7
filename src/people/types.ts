// The nouns of a school's own list of people: its columns, its rows, and what importing it would change.
import type { Away, Group, Person, Role } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'

export const columns = [
  'name',
  'forename',
  'surname',
  'email',
  'group',
  'roles',
  'manager',
  'starts',
  'leaves',
  'away',
  'weekdays',
] as const
export type Column = (typeof columns)[number]

/** A row of the file: a column that the file does not have is undefined, an empty cell is ''. */
export interface Row {
  /** In the file, from 1. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}

/** What a row says of somebody; undefined where the file has no such column. */
export interface Listed {
  readonly line: number
  readonly name: string
  readonly email: string | undefined
  readonly group: Group | undefined
  readonly roles: readonly Role[] | undefined
  /** As written: an email or a name, '' for nobody. */
  readonly manager: string | undefined
  readonly startsOn: Day | 'none' | undefined
  readonly leavesOn: Day | 'none' | undefined
  readonly away: readonly Away[] | undefined
  /** `school`: all days on which the school works. */
  readonly weekdays: readonly number[] | 'school' | undefined
}

export interface RowProblem {
  readonly line: number
  /** The headings are wrong, or missing: it is no row's fault. */
  readonly headings?: true
  readonly what: string
  readonly fix: string
}

/** What an import does to one person, with the fields that differ. */
export interface PersonChange {
  readonly kind: 'joins' | 'changes' | 'returns' | 'leaves'
  readonly person: Person
  /** Field and new value, as people say it; empty for a leaver. */
  readonly fields: readonly { readonly field: string; readonly from: string; readonly to: string }[]
}

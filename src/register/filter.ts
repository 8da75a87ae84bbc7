// Which lines of a register match: by standing, group, role, part of a name, and the days on which somebody signed or
// is due to.
import type { Group, Person, Role } from '../chat/people.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { beginsIn } from '../kit/names.ts'
import { fold } from '../kit/text.ts'
import type { Standing } from '../standing/types.ts'
import type { standings } from './actions.ts'

export interface RegisterFilter {
  readonly group?: Group | 'none' | undefined
  readonly standing?: (typeof standings)[number] | 'unsigned' | undefined
  readonly role?: Role | undefined
  /** Part of a name, or of an email address. */
  readonly name?: string | undefined
  readonly period?: SigningPeriod | undefined
}

/** Signed on such a day, or due on one where nothing is signed. Both days are included; `zone` is the school's. */
export interface SigningPeriod {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly zone: string
}

export interface FilteredLine {
  readonly person: Person
  readonly standing: Standing
  readonly due: Day | undefined
}

export function isMeant(line: FilteredLine, { group, role, name, standing, period }: RegisterFilter): boolean {
  const { person } = line
  return (
    (group === undefined || (person.group ?? 'none') === group) &&
    (role === undefined || person.roles.includes(role)) &&
    (name === undefined || isFoundBy(person, name)) &&
    (standing === undefined || stands(line, standing)) &&
    (period === undefined || isWithin(line, period))
  )
}

/** By part of a name, typed with any keyboard, or of an address. */
export function isFoundBy({ name, email = '' }: Pick<Person, 'name' | 'email'>, typed: string): boolean {
  return beginsIn(typed, name) || fold(`${name} ${email}`).includes(fold(typed))
}

function stands({ standing: { kind } }: FilteredLine, wanted: NonNullable<RegisterFilter['standing']>): boolean {
  return wanted === 'unsigned' ? !settled.has(kind) : kind === wanted
}

/** People with one of these kinds are not missing a signature. */
const settled: ReadonlySet<string> = new Set(['signed', 'carried-over', 'excused', 'left'])

function isWithin({ standing, due }: FilteredLine, { from, to, zone }: SigningPeriod): boolean {
  if (from === undefined && to === undefined) return true
  const signed = standing.kind === 'signed' || standing.kind === 'carried-over'
  const day = signed ? dayIn(zone, standing.at) : due
  return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to)
}

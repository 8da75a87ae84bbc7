// Rows of the database as the app's own nouns, and back. Whatever comes out of the database is parsed here.
import { z } from 'zod'
import { groups, roles, type Person, type Platform, type Role } from '../../src/chat/people.ts'
import { parseDay, type Day } from '../../src/kit/days.ts'
import { defined } from '../../src/kit/defined.ts'
import { sortText } from '../../src/kit/names.ts'
import type { PersonRow } from './tables.ts'

const Roles = z.array(z.enum(roles))
export const DayCell = z.custom<Day>(
  (text) => typeof text === 'string' && parseDay(text) !== undefined,
  'is not a date',
)
const Away = z.array(z.object({ from: DayCell, to: DayCell }))
const Weekdays = z.array(z.int().min(1).max(7))
const Group = z.enum(groups)
const PlatformCell = z.enum(['web', 'slack', 'teams'])

/** Everything that a person is made of. */
export const personColumns = [
  'id',
  'name',
  'email',
  'staff_number',
  'group',
  'all_roles',
  'manager',
  'starts_on',
  'leaves_on',
  'away',
  'weekdays',
  'listed',
  'practice',
] as const
export type PersonCells = Pick<PersonRow, (typeof personColumns)[number]>

export function toPerson(row: PersonCells): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email ?? undefined,
    roles: toRoles(row.all_roles),
    group: row.group === null ? undefined : toGroup(row.group),
    manager: row.manager ?? undefined,
    startsOn: toDayOrNone(row.starts_on),
    leavesOn: toDayOrNone(row.leaves_on),
    away: row.away === '[]' ? [] : Away.parse(JSON.parse(row.away)),
    weekdays: row.weekdays === null ? undefined : toWeekdays(row.weekdays),
    listed: row.listed === 1,
    practice: row.practice === 1,
    ...defined({ staffNumber: row.staff_number ?? undefined }),
  }
}

/** Everything in a row but its roles, which combine the school's and the platforms'. */
export function fromPerson(person: Person): Omit<PersonRow, 'roles' | 'all_roles' | 'vouched' | 'same_as' | 'erased'> {
  return {
    id: person.id,
    name: storable(person.name),
    email: storableEmail(person.email),
    group: person.group ?? null,
    staff_number: person.staffNumber === undefined ? null : storable(person.staffNumber),
    manager: person.manager ?? null,
    starts_on: person.startsOn ?? null,
    leaves_on: person.leavesOn ?? null,
    away: JSON.stringify(person.away),
    weekdays: person.weekdays === undefined ? null : JSON.stringify(person.weekdays),
    listed: person.listed ? 1 : 0,
    practice: person.practice ? 1 : 0,
    sort: sortKey(person.name),
  }
}

/** In one fixed order, each once: there are only a few such lists. */
export const toRoles = parsedOnce((cell): readonly Role[] => Roles.parse(JSON.parse(cell)))
const toWeekdays = parsedOnce((cell) => Weekdays.parse(JSON.parse(cell)))
const toGroup = parsedOnce((cell) => Group.parse(cell))
export const toDay = parsedOnce((cell) => DayCell.parse(cell))

export function toDayOrNone(cell: string | null): Day | undefined {
  return cell === null ? undefined : toDay(cell)
}

/**
 * For cells of which there are few that differ, and which are read over and over: a county's groups, weekdays and first
 * days, for one. Reading 100,000 people took 0.1 s longer without.
 */
export function parsedOnce<T>(parse: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const value = parse(cell)
    if (known.size < 1_000) known.set(cell, value)
    return value
  }
}

/** In one fixed order, each once, so that equal lists are written the same. */
export function fromRoles(given: Iterable<Role>): string {
  const all = new Set(given)
  return JSON.stringify(roles.filter((role) => all.has(role)))
}

export function toPlatform(cell: string): Platform {
  return PlatformCell.parse(cell)
}

export function sortKey(name: string): string {
  return sortText(storable(name))
}

export function storableEmail(email: string | undefined): string | null {
  return email === undefined ? null : storable(email.trim().toLowerCase())
}

/** Without the one character that databases cut off at or refuse. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '')
}

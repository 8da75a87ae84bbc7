// What somebody writes down about a person by hand: group, roles, first and last day, working days.
import { groups, type Group, type Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { readDayCell, readRoles } from './cells.ts'
import { readWeekdays } from './weekdays.ts'

export type Details = Pick<Person, 'group' | 'roles' | 'startsOn' | 'leavesOn' | 'weekdays'>

export type DetailsRead =
  | { readonly kind: 'details'; readonly details: Details }
  /** By the field's name: what to do about it, in one sentence. */
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> }

/** The fields are `group`, `roles`, `starts`, `leaves` and `weekdays`; an empty one means that nothing is said. */
export function readDetails(fields: Readonly<Record<string, string>>): DetailsRead {
  const [startsOn, leavesOn] = [readDayField(fields['starts']), readDayField(fields['leaves'])]
  const [roles, weekdays] = [readRoles(cleanLine(fields['roles'])), readWeekdays(cleanLine(fields['weekdays']))]
  if (startsOn.kind === 'wrong') return { kind: 'wrong', errors: { starts: startsOn.fix } }
  if (leavesOn.kind === 'wrong') return { kind: 'wrong', errors: { leaves: leavesOn.fix } }
  if (roles.kind === 'wrong') return { kind: 'wrong', errors: { roles: roles.fix } }
  if (weekdays.kind === 'wrong') return { kind: 'wrong', errors: { weekdays: weekdays.fix } }
  if (startsOn.day !== undefined && leavesOn.day !== undefined && leavesOn.day < startsOn.day)
    return { kind: 'wrong', errors: { leaves: 'The last day is before the first one.' } }
  return {
    kind: 'details',
    details: {
      group: readGroupField(fields['group']),
      roles: roles.value,
      startsOn: startsOn.day,
      leavesOn: leavesOn.day,
      weekdays: weekdays.value === 'school' ? undefined : weekdays.value,
    },
  }
}

export function readDayField(
  text: string | undefined,
): { readonly kind: 'day'; readonly day: Day | undefined } | { readonly kind: 'wrong'; readonly fix: string } {
  const read = readDayCell(cleanLine(text))
  if (read.kind === 'wrong') return read
  return { kind: 'day', day: read.value === 'none' ? undefined : read.value }
}

export function readGroupField(text: string | undefined): Group | undefined {
  return groups.find((group) => group === text)
}

/** One line, without invisible characters. */
export function cleanLine(text = ''): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim()
}

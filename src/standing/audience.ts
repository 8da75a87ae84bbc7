// Who is asked to sign: an audience as SLT writes it, and whether somebody belongs to it.
import { isSame } from '../kit/same.ts'
import { groups, roles, type Group, type Person, type Role } from '../chat/people.ts'
import type { Audience } from '../journal/types.ts'
import { nearest, sayList } from '../kit/text.ts'

/** Everybody to whom any part applies. */
export function inAudience(person: Pick<Person, 'id' | 'group' | 'roles'>, audience: Audience): boolean {
  return (
    audience.everybody ||
    (person.group !== undefined && audience.groups.includes(person.group)) ||
    person.roles.some((role) => audience.roles.includes(role)) ||
    audience.people.includes(person.id)
  )
}

/** Whether both name the same, in whatever order. */
export function sameAudience(one: Audience, other: Audience): boolean {
  return isSame(unordered(one), unordered(other))
}

function unordered({ everybody, groups: some, roles: held, people }: Audience) {
  return { everybody, groups: new Set(some), roles: new Set(held), people: new Set(people) }
}

export type ReadAudience =
  { readonly kind: 'audience'; readonly audience: Audience } | { readonly kind: 'problem'; readonly what: string }

/**
 * Reads "all", or groups, roles and email addresses separated by commas: "teaching, support, slt,
 * a.person@school.example". `idOf` returns the person id for an address; `emailsIn` says beforehand which addresses
 * will be asked for.
 */
export function parseAudience(text: string, idOf: (email: string) => string | undefined): ReadAudience {
  const parts = partsOf(text)
  if (parts.length === 0) return { kind: 'problem', what: `Nobody is named. Say ${choices}.` }
  const audience = { everybody: false, groups: new Set<Group>(), roles: new Set<Role>(), people: new Set<string>() }
  for (const part of parts) {
    const person = part.includes('@') ? idOf(part) : undefined
    const [group, role] = [find(groups, part), find(roles, part)]
    if (isAll(part)) audience.everybody = true
    else if (group !== undefined) audience.groups.add(group)
    else if (role !== undefined) audience.roles.add(role)
    else if (person !== undefined) audience.people.add(person)
    else return { kind: 'problem', what: sayUnknown(part) }
  }
  return {
    kind: 'audience',
    audience: {
      everybody: audience.everybody,
      groups: groups.filter((group) => audience.groups.has(group)),
      roles: roles.filter((role) => audience.roles.has(role)),
      people: [...audience.people].toSorted(),
    },
  }
}

/** The email addresses in an audience, in lower case. */
export function emailsIn(text: string): readonly string[] {
  return partsOf(text).filter((part) => part.includes('@'))
}

/** "everybody", or "teaching, support, senior leadership and 2 people by name". */
export function sayAudience({ everybody, groups: some, roles: held, people }: Audience): string {
  if (everybody) return 'everybody'
  const named =
    people.length === 0 ? [] : [people.length === 1 ? '1 person by name' : `${people.length} people by name`]
  return sayList([...some, ...held.map((role) => (role === 'slt' ? 'SLT' : `${role.replaceAll('-', ' ')}s`)), ...named])
}

const choices = `all, groups (${groups.join(', ')}), roles (${roles.join(', ')}) or email addresses, with commas between them`

function partsOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim().toLowerCase().replace(/\s+/g, '-'))
    .filter((part) => part !== '')
}

function isAll(part: string): boolean {
  return ['all', 'everybody', 'everyone'].includes(part)
}

/** Also reads the plural: governors. */
function find<T extends string>(known: readonly T[], part: string): T | undefined {
  return known.find((each) => each === part || `${each}s` === part)
}

function sayUnknown(part: string): string {
  if (part.includes('@')) return `Nobody here has the email address ${part}.`
  const near = nearest(part, [...groups, ...roles, 'all'])
  return `“${part}” is neither a group nor a role. ${near === undefined ? '' : `Did you mean ${near}? `}Say ${choices}.`
}

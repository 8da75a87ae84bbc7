// Finds people who seem to join and leave in the same list but may be one person: somebody who marries, or a school
// with new addresses. Only a person can tell, so the import asks.
import type { Person } from '../chat/people.ts'
import { isLikeName, isPartOf } from '../kit/names.ts'
import type { PersonChange } from './types.ts'

export interface Suspect {
  readonly joiner: Person
  readonly leaver: Person
  /** For the middle of a sentence: "they have the same …". */
  readonly why: string
}

/** Pure. Each person is named in at most one suspicion, the strongest first. `known` is everybody as kept today. */
export function suspectSame(changes: readonly PersonChange[], known: readonly Person[]): readonly Suspect[] {
  const joiners = changes.filter(({ kind }) => kind === 'joins').map(({ person }) => person)
  const left = new Set(changes.filter(({ kind }) => kind === 'leaves').map(({ person }) => person.id))
  const leavers = known.filter(({ id }) => left.has(id))
  const suspects: Suspect[] = []
  const taken = new Set<string>()
  for (const [why, isSo] of signs)
    for (const joiner of joiners)
      for (const leaver of leavers) {
        if (taken.has(joiner.id) || taken.has(leaver.id) || !isSo(joiner, leaver)) continue
        suspects.push({ joiner, leaver, why })
        taken.add(joiner.id).add(leaver.id)
      }
  return suspects
}

const signs: readonly (readonly [why: string, isSo: (joiner: Person, leaver: Person) => boolean])[] = [
  ['name', (one, other) => isPartOf(one.name, other.name) && isPartOf(other.name, one.name)],
  ['first part of the address', (one, other) => localOf(one) !== undefined && localOf(one) === localOf(other)],
  [
    'start day, and a part of the name',
    (one, other) => one.startsOn !== undefined && one.startsOn === other.startsOn && isLikeName(one.name, other.name),
  ],
]

function localOf({ email }: Person): string | undefined {
  return email?.split('@')[0]
}

/**
 * The changes, where each confirmed pair becomes one person with changed details, and everybody else stays as planned.
 */
export function asOne(changes: readonly PersonChange[], same: readonly Suspect[]): readonly PersonChange[] {
  const leavers = new Map(same.map((each) => [each.leaver.id, each]))
  const joiners = new Map(same.map((each) => [each.joiner.id, each.leaver]))
  return changes.flatMap((change) => {
    if (leavers.has(change.person.id)) return []
    const manager = joiners.get(change.person.manager ?? '')?.id ?? change.person.manager
    const before = joiners.get(change.person.id)
    if (before === undefined) return withManager(change, manager, joiners)
    const { person } = change
    const now: Person = {
      ...person,
      id: before.id,
      manager,
      group: person.group ?? before.group,
      roles: [...new Set([...before.roles, ...person.roles])],
      startsOn: person.startsOn ?? before.startsOn,
      leavesOn: person.leavesOn ?? before.leavesOn,
    }
    const fields = [
      { field: 'name', from: before.name, to: now.name },
      { field: 'email', from: before.email ?? '', to: now.email ?? '' },
    ].filter(({ from, to }) => from !== to)
    return [{ kind: 'changes', person: now, fields }]
  })
}

/** Somebody whose manager keeps their identity keeps that manager. */
function withManager(
  { kind, person, fields }: PersonChange,
  manager: string | undefined,
  joiners: ReadonlyMap<string, Person>,
): PersonChange[] {
  const told = fields
    .map((each) => ({ ...each, to: joiners.get(each.to)?.id ?? each.to }))
    .filter(({ from, to }) => from !== to)
  return kind === 'changes' && fields.length > 0 && told.length === 0
    ? []
    : [{ kind, person: { ...person, manager }, fields: told }]
}

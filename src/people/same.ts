// Finds people in a list who seem to be new and may be somebody who is known: somebody who marries, a school with new
// addresses, somebody who comes back. Only a person can tell, so the import asks.
import type { Person } from '../chat/people.ts'
import { defined } from '../kit/defined.ts'
import { isLikeName, isPartOf } from '../kit/names.ts'
import type { Day } from '../kit/days.ts'
import { leftBefore, type PeoplePlan } from './plan.ts'
import type { PersonChange } from './types.ts'

export interface Suspect {
  readonly joiner: Person
  /** Whoever the joiner may be, as they are known. */
  readonly known: Person
  /** What becomes of the known one otherwise: this list leaves them out, they have left before, or they stay. */
  readonly otherwise: 'leaves' | 'left' | 'stays'
  /** For the middle of a sentence: "they have the same …". */
  readonly why: string
}

type Suspected = Pick<PeoplePlan, 'changes' | 'unmatched' | 'formerly'>

/** Pure. Each person is named in at most one suspicion, the strongest first. */
export function suspectSame({ changes, unmatched, formerly }: Suspected, today: Day): readonly Suspect[] {
  const joiners = changes.filter(({ kind }) => kind === 'joins').map(({ person }) => person)
  const leaving = new Set(changes.filter(({ kind }) => kind === 'leaves').map(({ person }) => person.id))
  const suspects: Suspect[] = []
  const taken = new Set<string>()
  for (const { why, isSo, sure } of signs)
    for (const joiner of joiners)
      for (const known of unmatched) {
        // People who stay or left long ago are many: only what identifies somebody makes them a question.
        if (!sure && !leaving.has(known.id)) continue
        if (taken.has(joiner.id) || taken.has(known.id) || !isSo(joiner, known, formerly.get(joiner.id))) continue
        const otherwise = leaving.has(known.id) ? 'leaves' : leftBefore(known, today) ? 'left' : 'stays'
        suspects.push({ joiner, known, otherwise, why })
        taken.add(joiner.id).add(known.id)
      }
  return suspects
}

interface Sign {
  readonly why: string
  readonly sure: boolean
  /** `formerly` is the address that the list says the joiner had before. */
  readonly isSo: (joiner: Person, known: Person, formerly: string | undefined) => boolean
}

const signs: readonly Sign[] = [
  {
    why: 'staff number',
    sure: true,
    isSo: (one, other) => one.staffNumber !== undefined && numberOf(one) === numberOf(other),
  },
  { why: 'address from before', sure: true, isSo: (_, other, was) => was !== undefined && was === other.email },
  { why: 'name', sure: false, isSo: (one, other) => isPartOf(one.name, other.name) && isPartOf(other.name, one.name) },
  {
    why: 'first part of the address',
    sure: false,
    isSo: (one, other) => localOf(one) !== undefined && localOf(one) === localOf(other),
  },
  {
    why: 'start day, and a part of the name',
    sure: false,
    isSo: (one, other) =>
      one.startsOn !== undefined && one.startsOn === other.startsOn && isLikeName(one.name, other.name),
  },
]

/** "E-0042" and "e 0042" are one number to whoever reads them. */
function numberOf({ staffNumber }: Person): string | undefined {
  return staffNumber?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function localOf({ email }: Person): string | undefined {
  return email?.split('@')[0]
}

/** The question, without its question mark: what would happen otherwise, and why it is asked. */
export function saySuspect({ known, joiner, otherwise, why }: Suspect): string {
  const becomes = { leaves: 'would leave', left: 'has left before', stays: 'is known already' }[otherwise]
  return `${sayWho(known)} ${becomes}, and ${sayWho(joiner)} would join: they have the same ${why}.`
}

function sayWho({ name, email }: Person): string {
  return `${name} <${email ?? 'no email'}>`
}

/**
 * The changes, where each confirmed pair becomes one person with changed details, and everybody else stays as planned.
 */
export function asOne(changes: readonly PersonChange[], same: readonly Suspect[]): readonly PersonChange[] {
  const leavers = new Map(same.map((each) => [each.known.id, each]))
  const joiners = new Map(same.map((each) => [each.joiner.id, each]))
  return changes.flatMap((change) => {
    if (leavers.has(change.person.id)) return []
    const manager = joiners.get(change.person.manager ?? '')?.known.id ?? change.person.manager
    const found = joiners.get(change.person.id)
    return found === undefined ? withManager(change, manager, joiners) : [merged(change.person, manager, found)]
  })
}

function merged(person: Person, manager: string | undefined, { known: before, otherwise }: Suspect): PersonChange {
  const { staffNumber = before.staffNumber, ...said } = person
  const now: Person = {
    ...said,
    ...defined({ staffNumber }),
    id: before.id,
    manager,
    group: said.group ?? before.group,
    roles: [...new Set([...before.roles, ...said.roles])],
    startsOn: said.startsOn ?? before.startsOn,
    // Somebody who left before and is on the list again, without a last day, is back.
    leavesOn: said.leavesOn ?? (otherwise === 'left' ? undefined : before.leavesOn),
  }
  const fields = [
    { field: 'name', from: before.name, to: now.name },
    { field: 'email', from: before.email ?? '', to: now.email ?? '' },
    { field: 'staff number', from: before.staffNumber ?? '', to: staffNumber ?? '' },
  ].filter(({ from, to }) => from !== to)
  return { kind: otherwise === 'left' ? 'returns' : 'changes', person: now, fields }
}

/** Somebody whose manager keeps their identity keeps that manager. */
function withManager(
  { kind, person, fields }: PersonChange,
  manager: string | undefined,
  joiners: ReadonlyMap<string, Suspect>,
): PersonChange[] {
  const told = fields
    .map((each) => ({ ...each, to: joiners.get(each.to)?.known.id ?? each.to }))
    .filter(({ from, to }) => from !== to)
  return kind === 'changes' && fields.length > 0 && told.length === 0
    ? []
    : [{ kind, person: { ...person, manager }, fields: told }]
}

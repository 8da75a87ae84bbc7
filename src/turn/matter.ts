// What signing is about: a policy, its edition in force on a day, the declaration in it, and a person's standing with
// it.
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { editionInForce } from '../policy/force.ts'
import type { Policy, Edition } from '../policy/types.ts'
import type { Turn } from './turn.ts'
import { mayBeSigned, type MayBeSigned } from '../standing/accept.ts'
import { foldInvolvement } from '../standing/fold.ts'
import { marksFor } from '../standing/meanwhile.ts'
import { inForceOf, standingOf, type AsOf } from '../standing/standing.ts'
import type { Declaration, SigningFacts, Standing } from '../standing/types.ts'
import { declarationOf } from '../standing/declared.ts'

export interface Matter {
  readonly policy: Policy
  /** The edition in force. */
  readonly edition: Edition
  readonly declaration: Declaration
  readonly asOf: AsOf
}

/** Undefined where there is nothing to sign. `edition` is the one in force. */
export function matterAbout(
  policy: Policy,
  edition: Edition,
  { today, joinerDays, calendar }: Pick<AsOf, 'today' | 'joinerDays' | 'calendar'>,
): Matter | undefined {
  const declaration = declarationOf(policy, edition)
  if (declaration === undefined) return undefined
  return {
    policy,
    edition,
    declaration,
    asOf: { edition: edition.id, ...inForceOf(policy, edition), today, joinerDays, calendar },
  }
}

type Seen = Pick<Turn, 'desk' | 'library'>

// Remembered: a shelf belongs to one day and never changes, and computing a matter hashes the whole edition.
const known = new WeakMap<object, Map<string, Matter | undefined>>()

/** Undefined where there is no such policy, or nothing in it to sign. */
export function matterOf(seen: Seen, id: string): Matter | undefined {
  const onShelf = known.get(seen.desk.shelf) ?? new Map<string, Matter | undefined>()
  known.set(seen.desk.shelf, onShelf)
  if (!onShelf.has(id)) onShelf.set(id, workOut(seen, id))
  return onShelf.get(id)
}

function workOut({ desk, library }: Seen, id: string): Matter | undefined {
  const policy = desk.shelf.policies.find((each) => each.id === id)
  const edition = policy && desk.shelf.edition(policy.id)
  if (policy === undefined || edition === undefined) return undefined
  return matterAbout(policy, edition, {
    today: desk.shelf.today,
    calendar: library.school.calendar,
    ...library.school.signing,
  })
}

/** Every policy with something to sign, in the library's order. */
export function mattersOf(seen: Seen): readonly Matter[] {
  return seen.library.policies.flatMap(({ id }) => matterOf(seen, id) ?? [])
}

/** The same where nobody is in conversation: every policy with something to sign on that day. */
export function mattersOn(
  { policies, school }: Pick<Turn['library'], 'policies' | 'school'>,
  today: Day,
): readonly Matter[] {
  const asked = { today, calendar: school.calendar, ...school.signing }
  return policies.flatMap((policy) => matterAbout(policy, editionInForce(policy, today), asked) ?? [])
}

export function acceptedFor({ library }: Seen, { edition }: Matter, person: Person): MayBeSigned {
  return mayBeSigned(edition, { practice: person.practice, accepted: library.school.signing.acceptRestated })
}

/** The person is the one who is asked about, even where the facts know nobody yet. */
export function standingIn({ asOf }: Matter, person: Person, facts: SigningFacts): Standing {
  const involvement = foldInvolvement(facts.history, facts.reading)
  const marks = marksFor(facts, person.practice, asOf)
  return standingOf({ person, involvement, marks, campaigns: facts.campaigns }, asOf)
}

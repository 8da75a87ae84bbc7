// What a turn is about when somebody signs: the policy, the edition in force, its declaration, and where a person stands.
import type { Person } from '../chat/people.ts'
import type { Policy, Edition } from '../policy/types.ts'
import type { Turn } from '../turn.ts'
import { mayBeSigned, type MayBeSigned } from './accept.ts'
import { foldInvolvement } from './fold.ts'
import { editionIds, marksOf, standingOf, type AsOf } from './standing.ts'
import type { Declaration, Facts, Standing } from './types.ts'
import { declarationOf } from './wording.ts'

export interface Matter {
  readonly policy: Policy
  /** The one in force. */
  readonly edition: Edition
  readonly declaration: Declaration
  readonly asOf: AsOf
}

type Seen = Pick<Turn, 'desk' | 'library'>

/** Undefined where there is no such policy, or nothing in it to sign. */
export function matterOf({ desk, library }: Seen, id: string): Matter | undefined {
  const policy = desk.shelf.policies.find((each) => each.id === id)
  const edition = policy && desk.shelf.edition(policy.id)
  const declaration = policy && edition && declarationOf(policy, edition)
  if (policy === undefined || edition === undefined || declaration === undefined) return undefined
  const { joinerDays } = library.school.signing
  const asOf = { edition: edition.id, editions: editionIds(policy), today: desk.shelf.today, joinerDays }
  return { policy, edition, declaration, asOf }
}

/** Every policy with something to sign, in the library's order. */
export function mattersOf(seen: Seen): readonly Matter[] {
  return seen.library.policies.flatMap(({ id }) => matterOf(seen, id) ?? [])
}

export function acceptedFor({ library }: Seen, { edition }: Matter, person: Person): MayBeSigned {
  return mayBeSigned(edition, { practice: person.practice, accepted: library.school.signing.acceptRestated })
}

/** The person is the one that is asked about, even where the facts know nobody yet. */
export function standingIn({ asOf }: Matter, person: Person, facts: Facts): Standing {
  const involvement = foldInvolvement(facts.history, facts.reading)
  return standingOf({ person, involvement, marks: marksOf(facts.marks), campaigns: facts.campaigns }, asOf)
}

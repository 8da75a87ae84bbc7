// What both ways of keeping an answer for later share: who may, and which section is meant.
import type { Pointer } from '../guide/types.ts'
import type { Policy, Edition } from '../policy/types.ts'
import type { Shelf } from '../policy/shelf.ts'
import type { Case } from '../ports/cases.ts'

/** Only the person who answered may; never for a safeguarding matter. */
export function mayTeach(kept: Case, person: string): boolean {
  if (kept.taker !== person || kept.route === 'safeguarding') return false
  return kept.messages.some(({ kind, by }) => kind === 'answered' && by === person)
}

/** The policies to choose from, where the case is not about one. */
export function choicesFor(shelf: Shelf, { about }: Case): readonly Policy[] {
  return about.policy === undefined && shelf.policies.length > 1 ? shelf.policies : []
}

export function editionFor(shelf: Shelf, { about }: Case, chosen: string | undefined): Edition | undefined {
  const [only, ...others] = shelf.policies
  const policy = about.policy ?? (others.length === 0 ? only?.id : chosen)
  return policy === undefined ? undefined : shelf.edition(policy)
}

/** What is wrong with the policy and section that were chosen, by field. */
export function slipsInPlace(edition: Edition | undefined, place: Pointer | undefined): Record<string, string> {
  if (edition === undefined) return { policy: 'Choose the policy.' }
  if (place === undefined) return { section: `Name a section of the ${edition.title}, such as 6.d.` }
  return {}
}

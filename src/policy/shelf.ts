// The policies as a person finds them today: which edition is in force, and what its sections are called.
import type { Day } from '../kit/days.ts'
import { editionInForce, reviewDue } from './force.ts'
import type { Edition, NextReview, Policy, ReviewDue } from './types.ts'

/** Written by the school beside a section, and no text of the policy. */
export interface SectionNote {
  readonly text: string
  /** By role, in the middle of a sentence. */
  readonly who: string
  readonly until: Day
}

export interface Shelf {
  readonly policies: readonly Policy[]
  readonly today: Day
  /** The edition in force; undefined when there is no such policy. */
  edition(policy: string): Edition | undefined
  /** That very edition, if the school still has it; of a policy that is left out, too. */
  editionOf(cites: { readonly policy: string; readonly edition: string }): Edition | undefined
  /** A section's plain-English heading, in that very edition. */
  heading(edition: Edition, ref: string): string | undefined
  /** When the edition is to be reviewed next, as far as this world knows. */
  review(edition: Edition): ReviewDue
  /** The school's own notes beside a section of that very edition, in this world. */
  notes(edition: Edition, ref: string): readonly SectionNote[]
  /** The same shelf as it stands in the real world, or in that of practice: reviews recorded in one count there only. */
  seenBy(practice: boolean): Shelf
}

/** `recorded` is newest first. The shelf is that of the real world. */
export function openShelf(
  given: readonly Policy[] | { readonly policies: readonly Policy[]; readonly aside: readonly Policy[] },
  today: Day,
  heading: (edition: Edition, ref: string) => string | undefined,
  recorded: readonly NextReview[] = [],
): Shelf {
  const { policies, aside } = 'policies' in given ? given : { policies: given, aside: [] }
  const known = [...policies, ...aside]
  const inForce = new Map(policies.map((policy) => [policy.id, editionInForce(policy, today)]))
  const shelfOf = (practice: boolean): Shelf => ({
    policies,
    today,
    heading,
    edition: (policy) => inForce.get(policy),
    editionOf: (cites) => known.find(({ id }) => id === cites.policy)?.editions.find(({ id }) => id === cites.edition),
    review: (edition) => reviewDue(edition, recorded, { practice, today }),
    notes: () => [],
    seenBy: (invented) => (invented ? practised : real),
  })
  const real = shelfOf(false)
  // Where nothing was recorded the two are one, and whatever is worked out for one serves both.
  const practised = recorded.length === 0 ? real : shelfOf(true)
  return real
}

/** The same shelf with notes beside its sections, for each world its own. */
export function withNotes(shelf: Shelf, notesIn: (practice: boolean) => Shelf['notes']): Shelf {
  const shelfOf = (practice: boolean): Shelf => ({
    ...shelf.seenBy(practice),
    notes: notesIn(practice),
    seenBy: (invented) => (invented ? practised : real),
  })
  const [real, practised] = [shelfOf(false), shelfOf(true)]
  return real
}

// The policies as staff find them today: which edition is in force, and what its sections are called.
import type { Day } from '../kit/days.ts'
import { editionInForce, reviewDue } from './force.ts'
import type { Edition, NextReview, Policy, ReviewDue } from './types.ts'

/** Written by the school beside a section; not part of the policy's text. */
export interface SectionNote {
  readonly text: string
  /** The author's role, as it reads in the middle of a sentence. */
  readonly who: string
  readonly until: Day
}

export interface Shelf {
  readonly policies: readonly Policy[]
  readonly today: Day
  /** The edition in force; undefined where there is no such policy. */
  edition(policy: string): Edition | undefined
  /** That exact edition, if the school still has it, even of a policy that is no longer on the shelf. */
  editionOf(cites: { readonly policy: string; readonly edition: string }): Edition | undefined
  /** A section's plain-English heading in that exact edition. */
  heading(edition: Edition, ref: string): string | undefined
  /** When the edition is due for review, as far as this world knows: the real one or that of practice. */
  review(edition: Edition): ReviewDue
  /** The school's own notes beside a section of that exact edition, in this world. */
  notes(edition: Edition, ref: string): readonly SectionNote[]
  /** The shelf as seen in the real world or in practice: reviews recorded in one do not count in the other. */
  seenBy(practice: boolean): Shelf
}

/** `recorded` is newest first. The result is the shelf of the real world. */
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
  // Where nothing was recorded, both worlds share one shelf, so that anything computed for it serves both.
  const practised = recorded.length === 0 ? real : shelfOf(true)
  return real
}

/** The same shelf with notes beside its sections, separately for each world. */
export function withNotes(shelf: Shelf, notesIn: (practice: boolean) => Shelf['notes']): Shelf {
  const shelfOf = (practice: boolean): Shelf => ({
    ...shelf.seenBy(practice),
    notes: notesIn(practice),
    seenBy: (invented) => (invented ? practised : real),
  })
  const [real, practised] = [shelfOf(false), shelfOf(true)]
  return real
}

// The policies as a person finds them today: which edition is in force, and what its sections are called.
import type { Day } from '../kit/days.ts'
import { editionInForce } from './force.ts'
import type { Edition, Policy } from './types.ts'

export interface Shelf {
  readonly policies: readonly Policy[]
  readonly today: Day
  /** The edition in force; undefined when there is no such policy. */
  edition(policy: string): Edition | undefined
  /** That very edition, if the school still has it. */
  editionOf(cites: { readonly policy: string; readonly edition: string }): Edition | undefined
  /** A section's plain-English heading. */
  heading(policy: string, ref: string): string | undefined
}

export function openShelf(
  policies: readonly Policy[],
  today: Day,
  heading: (policy: string, ref: string) => string | undefined,
): Shelf {
  const inForce = new Map(policies.map((policy) => [policy.id, editionInForce(policy, today)]))
  return {
    policies,
    today,
    heading,
    edition: (policy) => inForce.get(policy),
    editionOf: (cites) =>
      policies.find(({ id }) => id === cites.policy)?.editions.find(({ id }) => id === cites.edition),
  }
}

// Which edition ranks before which: the school’s adopted text before any summary, then the newer one.
import { compact } from '../kit/defined.ts'
import type { Edition, Policy } from '../policy/types.ts'

/** Newest first. */
export function newerThan({ editions }: Policy, edition: Edition): readonly Edition[] {
  return editions.filter((each) => goesBefore(each, edition)).toSorted((a, b) => (goesBefore(a, b) ? -1 : 1))
}

/** The edition that it replaced; undefined for the first. */
export function before({ editions }: Policy, edition: Edition): Edition | undefined {
  return editions.filter((each) => goesBefore(edition, each)).toSorted((a, b) => (goesBefore(a, b) ? -1 : 1))[0]
}

/**
 * The editions that may be recorded as a replacement, newest first: those after the one in force, and that one itself
 * as the replacement of the one before.
 */
export function replacements(policy: Policy, inForce: Edition): readonly Replacement[] {
  const older = before(policy, inForce)
  return compact([
    ...newerThan(policy, inForce).map((replacement): Replacement => ({ edition: inForce, replacement })),
    older !== undefined && { edition: older, replacement: inForce },
  ])
}

export interface Replacement {
  /** The edition that was reviewed. */
  readonly edition: Edition
  readonly replacement: Edition
}

function goesBefore(a: Edition, b: Edition): boolean {
  if (a.wording !== b.wording) return a.wording === 'adopted'
  return a.id > b.id
}

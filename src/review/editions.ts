// Which edition goes before which: the school’s adopted text before any summary, and then the newer one.
import { compact } from '../kit/defined.ts'
import type { Edition, Policy } from '../policy/types.ts'

/** Newest first. */
export function newerThan({ editions }: Policy, edition: Edition): readonly Edition[] {
  return editions.filter((each) => goesBefore(each, edition)).toSorted((a, b) => (goesBefore(a, b) ? -1 : 1))
}

/** The one whose place it took; undefined for the first. */
export function before({ editions }: Policy, edition: Edition): Edition | undefined {
  return editions.filter((each) => goesBefore(edition, each)).toSorted((a, b) => (goesBefore(a, b) ? -1 : 1))[0]
}

/**
 * What may be recorded as having taken an edition’s place, newest first: what comes after the one in force, and that
 * one itself, in the place of the one before it.
 */
export function replacements(policy: Policy, inForce: Edition): readonly Replacement[] {
  const older = before(policy, inForce)
  return compact([
    ...newerThan(policy, inForce).map((replacement): Replacement => ({ edition: inForce, replacement })),
    older !== undefined && { edition: older, replacement: inForce },
  ])
}

export interface Replacement {
  /** The one that was reviewed. */
  readonly edition: Edition
  readonly replacement: Edition
}

function goesBefore(a: Edition, b: Edition): boolean {
  if (a.wording !== b.wording) return a.wording === 'adopted'
  return a.id > b.id
}

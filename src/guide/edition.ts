// The guide to an edition: what owners wrote about a policy, as far as it holds in that text.
import { capital } from '../kit/text.ts'
import type { Edition, Policy } from '../policy/types.ts'
import { refIn } from './carry.ts'
import { follow, placeIn } from './written.ts'

/**
 * What was written about sections, under the refs that this edition has them by. What its text does not hold is left
 * out.
 */
export function guideTo<T>(policy: Policy, written: ReadonlyMap<string, T>, edition: Edition): ReadonlyMap<string, T> {
  const guide = new Map<string, T>()
  for (const carried of follow(policy, 'questions', { refs: [...written.keys()], edition })) {
    const ref = refIn(carried)
    const about = written.get(carried.pointer.ref)
    if (ref !== undefined && about !== undefined && !guide.has(ref)) guide.set(ref, about)
  }
  return guide
}

/** Whom to ask. The reason rests on a section: where this edition does not have it, only who it is remains. */
export function askIn(policy: Policy, edition: Edition): Policy['ask'] {
  const { who, why, cites } = policy.ask
  if (cites === undefined) return policy.ask
  const ref = placeIn(policy, 'ask', { ref: cites, edition })
  if (ref !== undefined) return { who, why, cites: ref }
  return { who, why: `${capital(who)} can tell you more about this policy.`, cites: undefined }
}

// Finds where an edition has what an owner wrote about: a policy's pointers, and what became of them.
import type { Edition, Policy, Use } from '../policy/types.ts'
import { carry, refIn } from './carry.ts'
import { hashesOf } from './hash.ts'
import type { Carried, Pointer } from './types.ts'

/**
 * The texts meant by somebody who wrote `ref`: those written down or confirmed, otherwise the text of the oldest
 * edition.
 */
export function pointerTo(policy: Policy, use: Use, ref: string): Pointer {
  const confirmed = policy.written?.confirmed[use]?.get(ref) ?? []
  return { ref, hashes: [...meant(policy, use, ref), ...confirmed] }
}

/** What became of each pointer in that edition, in their order. */
export function follow(policy: Policy, use: Use, { refs, edition }: { refs: readonly string[]; edition: Edition }) {
  return carry(
    refs.map((ref) => pointerTo(policy, use, ref)),
    edition,
  )
}

/** The ref under which that edition has it; undefined where it does not, or where a person must look first. */
export function placeWritten(
  policy: Policy,
  use: Use,
  { ref, edition }: { ref: string; edition: Edition },
): string | undefined {
  const [carried]: readonly (Carried | undefined)[] = follow(policy, use, { refs: [ref], edition })
  return carried && refIn(carried)
}

function meant({ written, editions }: Policy, use: Use, ref: string): readonly string[] {
  const named = editions.find(({ id }) => id === written?.for[use])
  const own = named && hashesOf(named).get(ref)
  if (own !== undefined) return [own]
  const noted = written?.sections.get(ref)
  if (noted !== undefined) return noted
  const base = written === undefined || written.base.length === 0 ? editions.toReversed() : written.base
  for (const edition of base) {
    const hash = hashesOf(edition).get(ref)
    if (hash !== undefined) return [hash]
  }
  // Written for an edition later than the oldest.
  for (const edition of editions.toReversed()) {
    const hash = hashesOf(edition).get(ref)
    if (hash !== undefined) return [hash]
  }
  return []
}

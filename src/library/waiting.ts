// Lists what waits for a person in each policy's latest edition, with the file and line where it was written.
import { follow } from '../guide/written.ts'
import { waitsFor, type Waiting } from '../guide/waiting.ts'
import { latestEdition } from '../policy/force.ts'
import type { Policy, Use } from '../policy/types.ts'
import type { ReadPolicy } from './policies.ts'
import type { Problem } from '../turn/library.ts'

/** These are warnings: the bot starts without what they are about. */
export function listWaiting({ policy, asked, at }: ReadPolicy): readonly Problem[] {
  if (policy === undefined) return []
  const refs: readonly (readonly [Use, readonly string[]])[] = [
    ['declaration', policy.declaration === undefined ? [] : [policy.declaration]],
    ['ask', policy.ask.cites === undefined ? [] : [policy.ask.cites]],
    ['questions', [...asked.keys()]],
    ['understanding', [...new Set(policy.understanding?.map(({ section }) => section))]],
  ]
  return refs.flatMap(([use, each]) =>
    waitingIn(policy, use, each).map(({ ref, what, fix }): Problem => ({ ...at(use, ref), what, fix, warning: true })),
  )
}

/** The latest edition decides, even before it is in force, so that there is time to look. */
export function waitingIn(policy: Policy, use: Use, refs: readonly string[]): readonly Waiting[] {
  const edition = latestEdition(policy)
  // A ref that no edition has is a mistake, and is reported as one.
  const known = refs.filter((ref) => policy.editions.some(({ sections }) => sections.some((each) => each.ref === ref)))
  return follow(policy, use, { refs: known, edition }).flatMap(
    (carried) => waitsFor(carried, { use, policy, edition }) ?? [],
  )
}

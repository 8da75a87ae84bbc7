// Decides which policies are the school's: its own, those named in school.yaml, and, until there is one, the project's
// sample.
import type { Policy } from '../policy/types.ts'

export interface Shelving {
  /** The policies that the bot answers from. */
  readonly policies: readonly Policy[]
  /** The policies that are left out. What people signed of them can still be read. */
  readonly aside: readonly Policy[]
}

/** A policy is the school's `own` as soon as the school has imported a text for it; no setting is needed. */
export function shelve(
  policies: readonly Policy[],
  { own, named = [] }: { readonly own: ReadonlySet<string>; readonly named?: readonly string[] | undefined },
): Shelving {
  if (own.size === 0 && named.length === 0) return { policies, aside: [] }
  const isSchools = ({ id }: Policy) => own.has(id) || named.includes(id)
  return { policies: policies.filter(isSchools), aside: policies.filter((policy) => !isSchools(policy)) }
}

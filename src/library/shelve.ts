// Which policies are the school's: its own, those that school.yaml names, and the project's sample until there is one.
import type { Policy } from '../policy/types.ts'

export interface Shelving {
  /** What the bot answers from. */
  readonly policies: readonly Policy[]
  /** What is left out. What was signed of it can still be read. */
  readonly aside: readonly Policy[]
}

/** A policy is the school's `own` where the school has imported a text of it; no line is needed for that to count. */
export function shelve(
  policies: readonly Policy[],
  { own, named = [] }: { readonly own: ReadonlySet<string>; readonly named?: readonly string[] | undefined },
): Shelving {
  if (own.size === 0 && named.length === 0) return { policies, aside: [] }
  const isSchools = ({ id }: Policy) => own.has(id) || named.includes(id)
  return { policies: policies.filter(isSchools), aside: policies.filter((policy) => !isSchools(policy)) }
}

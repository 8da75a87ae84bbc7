// The documents of a bundle on a day, each with everybody whose duties include it. Pure.
import { groups, roles } from '../chat/people.ts'
import type { Audience, Recurring } from '../journal/types.ts'
import { sha256 } from '../kit/hash.ts'
import type { Bundle } from '../standing/bundles.ts'
import type { Matter } from '../turn/matter.ts'

export interface BundlePart {
  readonly matter: Matter
  readonly audience: Audience
  /** The campaign of an earlier round after which it asks again. */
  readonly follows?: string | undefined
  readonly recurs?: Recurring | undefined
}

export interface BundleParts {
  /** In the order in which the duties name them first. */
  readonly parts: readonly BundlePart[]
  /** The policies that nobody can be asked for: they do not exist here, or have nothing to sign. */
  readonly missing: readonly string[]
}

/** `audiences` belong to the duties, in their order. */
export function bundleParts(
  { duties }: Bundle,
  audiences: readonly Audience[],
  matters: readonly Matter[],
): BundleParts {
  const named = [...new Set(duties.flatMap(({ read }) => read))]
  const parts: BundlePart[] = []
  const missing: string[] = []
  for (const id of named) {
    const matter = matters.find(({ policy }) => policy.id === id)
    const theirs = audiences.filter((_, at) => duties[at]?.read.includes(id))
    if (matter === undefined) missing.push(id)
    else parts.push({ matter, audience: theirs.reduce(joined, nobody) })
  }
  return { parts, missing }
}

const nobody: Audience = { everybody: false, groups: [], roles: [], people: [] }

function joined(one: Audience, other: Audience): Audience {
  if (one.everybody || other.everybody) return { ...nobody, everybody: true }
  return {
    everybody: false,
    groups: groups.filter((group) => one.groups.includes(group) || other.groups.includes(group)),
    roles: roles.filter((role) => one.roles.includes(role) || other.roles.includes(role)),
    people: [...new Set([...one.people, ...other.people])].toSorted(),
  }
}

/** Identifies what somebody was shown: other editions, documents or audiences give another value. */
export function signOfParts({ parts, missing }: BundleParts): string {
  const shown = parts.map(({ matter: { policy, edition }, audience }) => [policy.id, edition.id, audience])
  return sha256(JSON.stringify([shown, missing])).slice(0, 16)
}

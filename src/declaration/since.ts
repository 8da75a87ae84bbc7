// The edition that somebody signed before the one in force: they only read what changed since then.
import { sha256 } from '../kit/hash.ts'
import type { Edition } from '../policy/types.ts'
import { editionText } from '../standing/declared.ts'
import { validSignings } from '../standing/fold.ts'
import type { Matter } from '../turn/matter.ts'
import type { SigningFacts } from '../standing/types.ts'

/**
 * Undefined where they signed none, or where the school no longer has it as they signed it: then they read everything.
 * The text is compared with the hash in their signature.
 */
export function signedBefore({ matter, facts }: { matter: Matter; facts: SigningFacts }): Edition | undefined {
  const { policy, edition } = matter
  const latest = validSignings(facts.history).at(-1)
  if (latest === undefined || latest.fact.edition === edition.id) return undefined
  const then = policy.editions.find(({ id }) => id === latest.fact.edition)
  return then !== undefined && sha256(editionText(then)) === latest.fact.text ? then : undefined
}

// Decides which policy a document is an edition of, where nobody said so: the one with its title, or a new one.
import { nearest, slugOf } from '../kit/text.ts'
import type { Policy } from '../policy/types.ts'
import { bareTitle } from './names.ts'

export interface Chosen {
  readonly policy: string
  readonly isNew: boolean
}

export function choosePolicy(title: string, policies: readonly Policy[]): Chosen {
  const own = keyOf(title)
  const known = policies.find(
    (policy) => keyOf(policy.title) === own || policy.editions.some((edition) => keyOf(edition.title) === own),
  )
  if (known !== undefined) return { policy: known.id, isNew: false }
  const ids = new Set(policies.map(({ id }) => id))
  // `visitors` for "Visitors Policy".
  const id = slugOf(own || bareTitle(title), 60) || 'policy'
  let free = id
  for (let n = 2; ids.has(free); n++) free = `${id}-${n}`
  return { policy: free, isNew: true }
}

/** "Visitors Policy 2025-26" and "Visitors policy" are the same. */
function keyOf(title: string): string {
  return bareTitle(title)
    .replace(/\b20\d\d(?:\s*[-–/ ]\s*(?:20)?\d\d)?\b/g, '')
    .replace(/\b(?:the|policy|policies|and procedures?)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A sentence, where there is no policy with that id and none was to be created. */
export function noSuchPolicy(policy: string, ids: readonly string[]): string {
  const near = nearest(policy, ids)
  return `There is no policy "${policy}", only: ${ids.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`} To begin a new one, say --new.`
}

// Which policy a command is about: by its id, or by what people call it.
import { nearest, wordsOf } from '../kit/text.ts'
import type { Policy } from '../policy/types.ts'
import { bareWords, whichPolicy } from '../policy/which.ts'

/** A sentence where it is none of these, or several. */
export function policyNamed(policies: readonly Policy[], said: string | undefined): Policy | string {
  const exact = policies.find(({ id }) => id === said)
  if (exact !== undefined) return exact
  const ids = policies.map(({ id }) => id)
  if (said === undefined) return `Which policy? Say --policy with one of: ${ids.join(', ')}.`
  const which = whichPolicy(bareWords(wordsOf(said)), policies)
  if (which.kind === 'several')
    return `Several policies are called “${said}”. Say --policy with one of: ${which.policies.join(', ')}.`
  const named = which.kind === 'one' ? policies.find(({ id }) => id === which.policy) : undefined
  if (named !== undefined) return named
  const near = nearest(said, ids)
  return `There is no policy “${said}”, only: ${ids.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

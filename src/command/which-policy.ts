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
  const words = bareWords(wordsOf(said))
  const which = whichPolicy(words, policies)
  if (which.kind === 'several')
    return `Several policies are called “${said}”. Say --policy with one of: ${which.policies.join(', ')}.`
  const named = which.kind === 'one' ? policies.find(({ id }) => id === which.policy) : undefined
  if (named !== undefined && isSpelt(words, named)) return named
  const near = named?.id ?? nearest(said, ids)
  return `There is no policy “${said}”, only: ${ids.join(', ')}.${near === undefined ? '' : ` Did you mean ${near}?`}`
}

/** A command records what it is told, so a typing slip is asked about and not guessed. */
function isSpelt(words: readonly string[], { id, title, number }: Policy): boolean {
  const names = [...wordsOf(title), ...id.split('-'), String(number)]
  return words.every((word) => names.includes(word))
}

// Finds which policy somebody means by the words they use: its title or part of it, its number or its initials,
// allowing a slip or two.
import { compact } from '../kit/defined.ts'
import { memo } from '../kit/memo.ts'
import { slipped, wordsOf } from '../kit/text.ts'

export interface Named {
  readonly id: string
  readonly title: string
  /** The school's own number for the policy, such as 43. */
  readonly number?: number | undefined
}

export type Which =
  /** The words name no policy. */
  | { readonly kind: 'unnamed' }
  /** "It" or "the policy": the one that the conversation is about. */
  | { readonly kind: 'pointed' }
  | { readonly kind: 'one'; readonly policy: string }
  /** Several policies fit; the best comes first. */
  | { readonly kind: 'several'; readonly policies: readonly string[] }
  /** The words name a policy, but none of these. */
  | { readonly kind: 'unknown' }

/**
 * The policies that all of these words fit; those whose whole title it is come first. `words` are bare words: see
 * `bareWords`.
 */
export function whichPolicy(words: readonly string[], policies: readonly Named[]): Which {
  if (words.length === 0) return { kind: 'unnamed' }
  const fitting = policies.filter((policy) => fits(words, policy))
  const whole = fitting.filter((policy) => sameWords(words, readName(policy).titled))
  const [first, ...others] = whole.length > 0 ? whole : fitting
  if (first === undefined) return { kind: 'unknown' }
  if (others.length === 0) return { kind: 'one', policy: first.id }
  return { kind: 'several', policies: [first, ...others].map(({ id }) => id) }
}

/** Drops joining words and words that every title holds: "the lettings policy of our school" becomes "lettings". */
export function bareWords(words: readonly string[]): string[] {
  return words.filter((word) => !joining.has(word))
}

const joining = new Set(
  'the our of for in to from about on a an and my me please it this that all whole full entire complete no number school schools policy policies'.split(
    ' ',
  ),
)

function fits(words: readonly string[], policy: Named): boolean {
  const { names, initials } = readName(policy)
  return words.every((word) => names.some((name) => isSaid(word, name))) || initials.includes(words.join(''))
}

/** Read once: every message is held against the names of all policies. */
const readName = memo(({ id, title, number }: Named) => {
  const titled = bareWords(wordsOf(title))
  return {
    titled,
    names: compact([...titled, ...id.split('-'), number !== undefined && String(number)]),
    initials: initialsOf(title),
  }
})

/** Whether these bare words are a policy's whole title, in its order. */
export function isWholeTitle(words: readonly string[], policy: Named): boolean {
  return readName(policy).titled.join(' ') === words.join(' ')
}

/** "Health and Safety Policy" is "hs", "has", "hsp" and "hasp". */
function initialsOf(title: string): string[] {
  const [bare, all] = [bareWords(wordsOf(title)), wordsOf(title).filter((word) => word !== 'policy')]
  const initials = [bare, all].map((words) => words.map((word) => word.charAt(0)).join(''))
  return initials.filter((each) => each.length > 1).flatMap((each) => [each, `${each}p`])
}

function isSaid(word: string, name: string): boolean {
  const [a, b] = [singular(word), singular(name)]
  return a === b || (a.length >= 5 && b.length >= 5 && slipped(a, b))
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function sameWords(said: readonly string[], title: readonly string[]): boolean {
  return said.length === title.length && said.every((word) => title.some((name) => isSaid(word, name)))
}

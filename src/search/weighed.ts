// How urgent a message is by its words alone: each word, and each pair of words that follow each other, is worth so much
// for each kind. The patterns of urgent.yaml know what was thought of; this also hears what was never written down.
import { compileSlips } from './slips.ts'
import type { SpokenWord } from './spoken.ts'
import { stemAsTyped } from './terms.ts'
import type { UrgentKind } from './types.ts'

export interface Weighed {
  readonly kind: UrgentKind
  /** The logarithm of the odds that the message is urgent at all: at 0 it is as likely as not. */
  readonly odds: number
  /** How much of these odds is the kind's, from 0 to 1. */
  readonly share: number
  /** How much of them is that a child may be in danger. */
  readonly child: number
  /** How much of them is that any kind of harm is a child's. */
  readonly ofChild: number
}

/** Undefined where no kind has weights. */
export function compileWeights(kinds: readonly UrgentKind[]): (words: readonly SpokenWord[]) => Weighed | undefined {
  const weighed = kinds.filter(({ worth }) => worth !== undefined)
  const known = new Set(weighed.flatMap(({ worth }) => [...(worth?.keys() ?? [])]))
  const meant = compileSlips([...known].filter((sign) => !sign.includes(' ')))
  return (words) => {
    const signs = [...signsOf(words, (word) => (known.has(word) ? word : (meant(word) ?? word)))]
    const sums = weighed.map(({ worth }) => signs.reduce((sum, sign) => sum + (worth?.get(sign) ?? 0), 0))
    const highest = Math.max(...sums)
    const kind = weighed[sums.indexOf(highest)]
    if (kind === undefined) return undefined
    const parts = sums.map((sum) => Math.exp(sum - highest))
    const all = parts.reduce((rest, part) => rest + part, 0)
    const shareOf = (ofKind: (kind: UrgentKind) => boolean) =>
      parts.reduce((sum, part, at) => sum + (ofKind(weighed[at] ?? kind) ? part : 0), 0) / all
    return {
      kind,
      odds: highest + Math.log(all),
      share: 1 / all,
      child: shareOf(({ children }) => children === 'own'),
      ofChild: shareOf(({ children }) => children !== 'other'),
    }
  }
}

/**
 * The signs of a message: its words by their stems, each number as one word, each two that follow each other in a
 * sentence, and the word that opens one. Every sign counts once.
 */
export function signsOf(words: readonly SpokenWord[], meant = (word: string) => word): ReadonlySet<string> {
  const signs = new Set([always])
  let before = { word: opening, sentence: -1 }
  for (const { word: typed, sentence } of words) {
    const word = meant(/^\d+$/.test(typed) ? '0' : stemAsTyped(typed))
    signs.add(word)
    signs.add(`${before.sentence === sentence ? before.word : opening} ${word}`)
    before = { word, sentence }
  }
  return signs
}

const always = '*'
const opening = '^'

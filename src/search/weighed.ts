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
  const worths = worthsOf(weighed)
  const meant = meantAmong(worths)
  return (words) => {
    const sums = new Float64Array(weighed.length)
    for (const sign of signsOf(words, meant)) {
      const worth = worths.get(sign)
      if (worth === undefined) continue
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (worth[at] ?? 0)
    }
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

/** What each sign is worth for each of the kinds, so that a sign is looked up once for all of them. */
function worthsOf(kinds: readonly UrgentKind[]): ReadonlyMap<string, Float64Array> {
  const worths = new Map<string, Float64Array>()
  for (const [at, { worth }] of kinds.entries()) {
    for (const [sign, value] of worth ?? []) {
      const of = worths.get(sign) ?? new Float64Array(kinds.length)
      of[at] = value
      worths.set(sign, of)
    }
  }
  return worths
}

/** The known word that a word stands for: itself, or what it was meant to be where that is one slip away. */
function meantAmong(known: ReadonlyMap<string, unknown>): (word: string) => string {
  const slip = compileSlips([...known.keys()].filter((sign) => !sign.includes(' ')))
  const found = new Map<string, string>()
  return (word) => {
    if (known.has(word)) return word
    const before = found.get(word)
    if (before !== undefined) return before
    const meant = slip(word) ?? word
    // Limited, because people can type any number of different words.
    if (found.size < mostFound && word.length <= longestWord) found.set(word, meant)
    return meant
  }
}

const mostFound = 10_000
const longestWord = 30

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

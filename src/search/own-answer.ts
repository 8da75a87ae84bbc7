// What a policy answers by its own known questions and words: its sections in order, and how certain it is to cover the
// question.
import type { CompiledWord, OwnIndex, OwnSection } from './own.ts'
import type { Wanted } from './postings.ts'
import { isStopWord, stem } from './terms.ts'
import type { Shows } from './types.ts'

export interface OwnQuery {
  /** The stems of the person's own words, each once, in order. */
  readonly own: readonly string[]
  /** Terms that the policy's word list adds. */
  readonly added: readonly string[]
  /** How many phrases of the word list matched, by what they show. */
  readonly heard: Readonly<Record<Shows, number>>
  /** The lines of the word list that add something, with the phrase that matched. */
  readonly lines: readonly Pick<CompiledWord, 'says' | 'means'>[]
}

export function readOwn(words: readonly string[], index: OwnIndex): OwnQuery {
  const own = new Set(words.filter((word) => !isStopWord(word)).map(stem))
  const phrases = phrasesIn(words.map(stem), index)
  const added = new Set(phrases.flatMap(({ adds }) => adds).filter((term) => !own.has(term)))
  return {
    own: [...own],
    added: [...added],
    heard: countHeard(phrases),
    lines: phrases.filter(({ adds }) => adds.length > 0),
  }
}

/** A phrase inside a longer one does not count: "mobile number" is not about mobiles. */
function countHeard(phrases: readonly CompiledWord[]): OwnQuery['heard'] {
  const heard = { ours: 0, elsewhere: 0, nothing: 0 }
  for (const { phrase, shows } of phrases) {
    const inLonger = phrases.some((other) => other.phrase.length > phrase.length && occurs(phrase, other.phrase))
    if (!inLonger) heard[shows] += 1
  }
  return heard
}

/** Each once. */
function phrasesIn(stems: readonly string[], index: OwnIndex): CompiledWord[] {
  const found = new Set<CompiledWord>()
  for (let at = 0; at < stems.length; at++) {
    for (const word of index.words.get(stems[at] ?? '') ?? none) {
      if (word.phrase.every((part, n) => stems[at + n] === part)) found.add(word)
    }
  }
  return [...found]
}
const none: readonly never[] = []

function occurs(phrase: readonly string[], stems: readonly string[]): boolean {
  return stems.some((_, at) => phrase.every((part, n) => stems[at + n] === part))
}

export interface OwnRanked {
  /** From 0 to 2 within one query, by section: its pieces count as much as the section as a whole. */
  readonly scores: Float64Array
  /** Undefined where nothing matches at all. */
  readonly best: { readonly section: OwnSection; readonly strength: number } | undefined
}

const addedBoost = 0.5

export function rankOwn(query: OwnQuery, index: OwnIndex): OwnRanked {
  const wanted = wantedTerms(query, index)
  const whole = index.whole.score(wanted)
  const pieces = index.pieces.score(wanted)
  const [topWhole, topPieces] = [highest(whole), highest(pieces)]
  const scores = new Float64Array(whole.length)
  let top = -1
  for (let at = 0; at < scores.length; at++) {
    const score = (whole[at] ?? 0) / topWhole + (pieces[at] ?? 0) / topPieces
    scores[at] = score
    if (score > (scores[top] ?? 0)) top = at
  }
  const section = index.sections[top]
  return { scores, best: section && { section, strength: whole[top] ?? 0 } }
}

/** 1 where nothing matches at all. */
function highest(scores: ArrayLike<number>): number {
  let top = 0
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at] ?? 0)
  return top || 1
}

function wantedTerms({ own, added }: OwnQuery, index: OwnIndex): Wanted[] {
  return [
    ...own.filter((term) => index.spread.has(term)).map((term) => ({ term, boost: 1 })),
    ...added.map((term) => ({ term, boost: addedBoost })),
  ]
}

// Fitted by logistic regression, with covered and uncovered questions weighted equally, over every known question while
// a tenth of them at a time was left out of the index, and over questions about school life that no policy here covers.
// `elsewhere` was then limited to -2.6: the list of other subjects fits the questions it was written with better than
// it fits new ones. `npm run bench` prints how well the sum separates the two.
const weights = { base: -4.27, share: 2.02, strength: 1.96, ours: 2.54, elsewhere: -2.6 }

// More phrases of one kind than this mean a longer question, not a more certain one.
const mostOurs = 3
const mostElsewhere = 2

/**
 * From 0 to 1: how certain it is that the policy covers the query, by four signs that do not depend on one school's
 * text.
 */
export function howSureOwn(query: OwnQuery, { best }: OwnRanked, index: OwnIndex): number {
  if (best === undefined || query.own.length === 0) return 0
  const total = sum(query.own.map((term) => rarity(term, index)))
  const found = sum(query.own.filter((term) => best.section.terms.has(term)).map((term) => rarity(term, index)))
  const sign =
    weights.base +
    weights.share * (found / total) +
    weights.strength * Math.log(1 + best.strength) +
    weights.ours * Math.min(query.heard.ours, mostOurs) +
    weights.elsewhere * Math.min(query.heard.elsewhere, mostElsewhere)
  return 1 / (1 + Math.exp(-sign))
}

/** A word that occurs in few pieces says more; an unknown word says most. */
function rarity(term: string, index: OwnIndex): number {
  return Math.log(1 + (index.pieceCount + 1) / ((index.spread.get(term) ?? 0) + 0.5))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

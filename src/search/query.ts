// A person's question as terms: their own words, the policy's words for them, and which of them nobody here knows.
import { wordsOf } from '../kit/text.ts'
import type { CompiledWord, SearchIndex } from './build.ts'
import { isStopWord, stem } from './terms.ts'
import type { Shows } from './types.ts'

export interface Query {
  /** Stems of the person's own words, each once, in order. */
  readonly own: readonly string[]
  /** Terms that the school's word list adds. */
  readonly added: readonly string[]
  /** How many phrases of the word list were heard, by what they show. */
  readonly heard: Readonly<Record<Shows, number>>
}

// More words than this add nothing to a question, and cost time.
const mostWords = 120

export function readQuery(text: string, index: SearchIndex): Query {
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map((word) => spelled(word, index))
  const stems = words.map(stem)
  const own = new Set(words.filter((word) => !isStopWord(word)).map(stem))
  const phrases = phrasesIn(stems, index)
  const added = new Set(phrases.flatMap(({ adds }) => adds).filter((term) => !own.has(term)))
  return { own: [...own], added: [...added], heard: countHeard(phrases) }
}

/** A phrase that stands inside a longer one does not count: "mobile number" is no talk of mobiles. */
function countHeard(phrases: readonly CompiledWord[]): Query['heard'] {
  const heard = { ours: 0, elsewhere: 0, nothing: 0 }
  for (const { phrase, shows } of phrases) {
    const inLonger = phrases.some((other) => other.phrase.length > phrase.length && occurs(phrase, other.phrase))
    if (!inLonger) heard[shows] += 1
  }
  return heard
}

/** Whether the policies, their known questions or the word list use this word. */
export function knowsWord(word: string, index: SearchIndex): boolean {
  const stemmed = stem(word)
  return isStopWord(word) || index.spread.has(stemmed) || index.spoken.has(stemmed)
}

/** The word that was meant, where nobody here knows the one that was typed and one slip of the finger explains it. */
function spelled(word: string, index: SearchIndex): string {
  return knowsWord(word, index) ? word : (index.spell(word) ?? word)
}

/** Each once. */
function phrasesIn(stems: readonly string[], index: SearchIndex): CompiledWord[] {
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

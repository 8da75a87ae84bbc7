// A person's question as terms: their own words, the policy's words for them, and which of them nobody here knows.
import { wordsOf } from '../kit/text.ts'
import type { SearchIndex } from './build.ts'
import { isStopWord, stem } from './terms.ts'

export interface Query {
  /** Stems of the person's own words, each once, in order. */
  readonly own: readonly string[]
  /** Terms that the school's word list adds. */
  readonly added: readonly string[]
}

// More words than this add nothing to a question, and cost time.
const mostWords = 120

export function readQuery(text: string, index: SearchIndex): Query {
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map((word) => spelled(word, index))
  const stems = words.map(stem)
  const own = new Set(words.filter((word) => !isStopWord(word)).map(stem))
  const added = new Set<string>()
  for (const { phrase, adds } of index.words) {
    if (!occurs(phrase, stems)) continue
    for (const term of adds) if (!own.has(term)) added.add(term)
  }
  return { own: [...own], added: [...added] }
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

function occurs(phrase: readonly string[], stems: readonly string[]): boolean {
  return stems.some((_, at) => phrase.every((part, n) => stems[at + n] === part))
}

// A person's question as the search reads it: with its typing slips corrected, its subject, and the topics that it
// belongs to.
import { wordsOf } from '../kit/text.ts'
import type { SearchIndex } from './build.ts'
import { hear, readWords, type Heard } from './heard.ts'
import { readOwn, type OwnQuery } from './own-answer.ts'
import { refSaid, withoutNumbers } from './refs.ts'
import { isStopWord, stem } from './terms.ts'
import { topicsOf, type TopicShares } from './topics.ts'
import type { Shows } from './types.ts'

export interface Query {
  /** The stems of the person's own words, each once, in order. */
  readonly own: readonly string[]
  /** Terms that word lists add. */
  readonly added: readonly string[]
  /** How many phrases of the policies' word lists matched, by what they show. */
  readonly heard: Readonly<Record<Shows, number>>
  /** The subject, independent of any policy's own word list. */
  readonly subject: Heard
  readonly topics: TopicShares
  /** A section that the question names by its ref. */
  readonly ref: string | undefined
  /** As each policy with a word list of its own reads it, in the order of `SearchIndex.own`. */
  readonly byPolicy: readonly OwnQuery[]
}

// More words than this add nothing to a question, and take time.
const mostWords = 120

export function readQuery(text: string, index: SearchIndex): Query {
  const words = wordsOf(text)
    .slice(0, mostWords)
    .map((word) => spelled(word, index))
  const said = readWords(words)
  const subject = hear(said, index.lexicon, (term) => index.text.pieces.numberOf.has(term))
  const byPolicy = index.own.map((own) =>
    readOwn(refSaid(text) === undefined ? withoutNumbers(words) : words, own.index),
  )
  const own = new Set(words.filter((word) => !isStopWord(word)).map(stem))
  const added = new Set([...byPolicy.flatMap(({ added }) => added), ...subject.instead.map(({ term }) => term)])
  return {
    own: [...own],
    added: [...added].filter((term) => !own.has(term)),
    heard: countAll(byPolicy),
    subject,
    topics: topicsOf(said, index.topics),
    ref: refSaid(text),
    byPolicy,
  }
}

function countAll(byPolicy: readonly OwnQuery[]): Query['heard'] {
  const count = (shows: Shows) => byPolicy.reduce((sum, { heard }) => sum + heard[shows], 0)
  return { ours: count('ours'), elsewhere: count('elsewhere'), nothing: count('nothing') }
}

/** Whether the policies, their known questions or the word lists use this word. */
export function knowsWord(word: string, index: SearchIndex): boolean {
  return isStopWord(word) || index.knows(stem(word))
}

/** The intended word, where the typed one is unknown and a single typing slip explains it. */
function spelled(word: string, index: SearchIndex): string {
  return knowsWord(word, index) ? word : (index.spell(word) ?? word)
}

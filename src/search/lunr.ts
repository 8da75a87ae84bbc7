// The only file that uses lunr: stems, and an index over documents that are already terms.
import lunr from 'lunr'
import { z } from 'zod'
import { addScores, collectPostings, type Postings, type Wanted } from './postings.ts'

/** The stem of a folded word by Porter's rules: `posting` and `posts` both become `post`. */
export function stemWord(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString()
}

/** Terms by field. */
export type TermDocument = Readonly<Record<string, readonly string[]>>

export interface TermIndex {
  /** lunr's score of each document, in order; 0 for documents that contain none of the terms. */
  score(wanted: readonly Wanted[]): Float64Array
}

/** `boosts` gives the weight of each field by its name. */
export function indexTerms(documents: readonly TermDocument[], boosts: Readonly<Record<string, number>>): TermIndex {
  const builder = new lunr.Builder()
  builder.ref('id')
  for (const [field, boost] of Object.entries(boosts)) builder.field(field, { boost })
  for (const [at, fields] of documents.entries()) builder.add({ id: String(at), ...fields })
  const postings = postingsOf(builder.build())
  return {
    score(wanted) {
      const scores = new Float64Array(documents.length)
      addScores(scores, postings, wanted)
      // lunr's similarity: the query's vector is as long as the number of its terms that the index knows.
      const length =
        Math.hypot(...wanted.filter(({ term }) => postings.numberOf.has(term)).map(({ boost }) => boost)) || 1
      for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / length
      return scores
    },
  }
}

/** The weights that lunr has computed, by term; lunr's own lookup collects much that is not needed here. */
function postingsOf(index: lunr.Index): Postings {
  const { fieldVectors, invertedIndex } = Saved.parse(index.toJSON())
  const terms = new Map(invertedIndex.map(([term, { _index: number }]) => [number, term]))
  return collectPostings((add) => {
    for (const [name, vector] of fieldVectors) {
      const document = Number(name.slice(name.indexOf('/') + 1))
      for (let at = 0; at < vector.length; at += 2) add(terms.get(vector[at] ?? 0) ?? '', document, vector[at + 1] ?? 0)
    }
  })
}

/** A field's vector alternates the numbers of its terms and their weights; its name is `field/document`. */
const Saved = z.object({
  fieldVectors: z.array(z.tuple([z.string(), z.array(z.number())])),
  invertedIndex: z.array(z.tuple([z.string(), z.object({ _index: z.number() })])),
})

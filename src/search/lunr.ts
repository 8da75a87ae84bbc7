// The only file that knows lunr: stems, and an index over documents that are already terms.
import lunr from 'lunr'

/** The stem of a folded word, by Porter's rules: `posting` and `posts` are both `post`. */
export function stemWord(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString()
}

export interface TermDocument {
  readonly id: string
  /** Terms by field. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

export interface Wanted {
  readonly term: string
  readonly boost: number
}

export interface TermIndex {
  /** Document ids with their scores, best first. */
  find(wanted: readonly Wanted[]): readonly { readonly id: string; readonly score: number }[]
}

/** `boosts` names the fields and how much each counts. */
export function indexTerms(documents: readonly TermDocument[], boosts: Readonly<Record<string, number>>): TermIndex {
  const builder = new lunr.Builder()
  builder.ref('id')
  for (const [field, boost] of Object.entries(boosts)) builder.field(field, { boost })
  for (const { id, fields } of documents) builder.add({ id, ...fields })
  const index = builder.build()
  return {
    find(wanted) {
      // Terms, never a query string: in lunr's own syntax a person's `a:b^~*` throws.
      const found = index.query((query) => {
        for (const { term, boost } of wanted) query.term(term, { usePipeline: false, boost })
      })
      return found.map(({ ref, score }) => ({ id: ref, score }))
    },
  }
}

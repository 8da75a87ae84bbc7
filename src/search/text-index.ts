// The shelf's own words, without anything that owners added: sections, sentences, headings, titles and whole policies,
// by their terms.
import { collectPostings, countPlaces, type Postings } from './postings.ts'

/** One section as terms. */
export interface SectionTerms {
  readonly policy: string
  readonly title: readonly string[]
  readonly heading: readonly string[]
  /** The headings of the sections that contain it. */
  readonly above: readonly string[]
  /** Sentences; each item of a list together with its introducing sentence. */
  readonly sentences: readonly (readonly string[])[]
}

export interface TextIndex {
  readonly size: number
  readonly whole: Postings
  readonly pieces: Postings
  /** The section of each piece. */
  readonly sectionOf: Uint32Array
  readonly headings: Postings
  readonly above: Postings
  /** For each policy, the terms of its title and the terms that occur anywhere in it. */
  readonly titles: Postings
  readonly held: Postings
  readonly policies: readonly string[]
  /** The policy of each section, as its place in `policies`. */
  readonly policyOf: Uint32Array
  /** A word that occurs in few sentences says more; an unknown word says most. */
  readonly rarity: (term: string) => number
}

/**
 * Sentences of school English to which a shelf adds its own, so that a word is equally rare on a small shelf and on a
 * large one.
 */
export interface Background {
  readonly count: number
  readonly spread: ReadonlyMap<string, number>
}

const k1 = 1.2
const b = 0.75

export function indexText(sections: readonly SectionTerms[], background: Background): TextIndex {
  const places: number[] = []
  const texts: (readonly string[])[] = []
  for (const [at, { heading, sentences }] of sections.entries())
    for (const terms of [heading, ...sentences]) {
      if (terms.length === 0) continue
      places.push(at)
      texts.push(terms)
    }
  const policies = [...new Set(sections.map(({ policy }) => policy))]
  const placeOf = new Map(policies.map((policy, at) => [policy, at]))
  const pieces = weigh(texts)
  const rarity = rarityIn(pieces, texts.length, background)
  const titles: (readonly string[])[] = []
  for (const { policy, title } of sections) titles[placeOf.get(policy) ?? 0] = title
  return {
    size: sections.length,
    // A heading says what the whole section is about, so its words count there twice more.
    whole: weigh(sections.map(({ heading, sentences }) => [...heading, ...heading, ...sentences.flat()])),
    pieces,
    sectionOf: Uint32Array.from(places),
    headings: normed(
      sections.map(({ heading }) => heading),
      rarity,
    ),
    above: normed(
      sections.map(({ above }) => above),
      rarity,
    ),
    titles: normed(titles, rarity),
    held: heldIn(sections, placeOf),
    policies,
    policyOf: Uint32Array.from(sections, ({ policy }) => placeOf.get(policy) ?? 0),
    rarity,
  }
}

/** Of an index that was kept, the rest of which is data. */
export function withRarity(index: Omit<TextIndex, 'rarity'>, background: Background): TextIndex {
  return { ...index, rarity: rarityIn(index.pieces, index.sectionOf.length, background) }
}

function rarityIn(pieces: Postings, count: number, background: Background): (term: string) => number {
  const known = new Map<string, number>()
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    const spread = countPlaces(pieces, term) + (background.spread.get(term) ?? 0)
    // Raised slightly, so that a question's rare words outweigh its many common ones.
    const rare = Math.log(1 + (count + background.count + 1) / (spread + 0.5)) ** 1.4
    // Limited, because people can type any number of different words.
    if (known.size < 50_000) known.set(term, rare)
    return rare
  }
}

/** BM25 without the rarity of the term, which the query provides. */
function weigh(documents: readonly (readonly string[])[]): Postings {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / (documents.length || 1)
  return collectPostings((add) => {
    const counts = new Map<string, number>()
    for (const [at, terms] of documents.entries()) {
      counts.clear()
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
      const length = k1 * (1 - b + (b * terms.length) / average)
      for (const [term, often] of counts) add(term, at, ((k1 + 1) * often) / (length + often))
    }
  })
}

/** Each document is normalised by the root of its terms' weights, so that a short heading that fits counts more. */
function normed(documents: readonly (readonly string[])[], rarity: (term: string) => number): Postings {
  return collectPostings((add) => {
    for (const [at, terms] of documents.entries()) {
      const each = new Set(terms)
      let sum = 0
      for (const term of each) sum += rarity(term)
      const length = Math.sqrt(sum) || 1
      for (const term of each) add(term, at, 1 / length)
    }
  })
}

function heldIn(sections: readonly SectionTerms[], placeOf: ReadonlyMap<string, number>): Postings {
  const held = new Map<number, Set<string>>()
  for (const { policy, title, heading, sentences } of sections) {
    const place = placeOf.get(policy) ?? 0
    const terms = held.get(place) ?? new Set<string>()
    held.set(place, terms)
    for (const part of [title, heading, ...sentences]) for (const term of part) terms.add(term)
  }
  return collectPostings((add) => {
    for (const [place, terms] of held) for (const term of terms) add(term, place, 1)
  })
}

// Sections in the order in which they answer a query.
import type { IndexedSection, SearchIndex } from './build.ts'
import type { Wanted } from './postings.ts'
import type { Query } from './query.ts'

export interface Ranked {
  readonly section: IndexedSection
  /** 0 … 2 within one query: what its pieces say counts as much as the section as a whole. */
  readonly score: number
  /** lunr's own score of the whole section, comparable between queries. */
  readonly strength: number
}

const addedBoost = 0.5

export function rankSections(query: Query, index: SearchIndex): Ranked[] {
  const wanted = wantedTerms(query, index)
  const whole = index.whole.score(wanted)
  const pieces = index.pieces.score(wanted)
  const [topWhole, topPieces] = [highest(whole), highest(pieces)]
  const ranked: Ranked[] = []
  for (const [at, section] of index.sections.entries()) {
    const strength = whole[at] ?? 0
    const score = strength / topWhole + (pieces[at] ?? 0) / topPieces
    if (score > 0) ranked.push({ section, strength, score })
  }
  return ranked.sort((a, b) => b.score - a.score)
}

/** 1 where nothing counts at all. */
function highest(scores: ArrayLike<number>): number {
  let top = 0
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at] ?? 0)
  return top || 1
}

function wantedTerms({ own, added }: Query, index: SearchIndex): Wanted[] {
  return [
    ...own.filter((term) => index.spread.has(term)).map((term) => ({ term, boost: 1 })),
    ...added.map((term) => ({ term, boost: addedBoost })),
  ]
}

// Sentences, headings and known questions by their terms, weighted as lunr does (BM25 with its constants).
import { addScores, collectPostings, type Postings, type Wanted } from './postings.ts'

export interface PieceIndex {
  /**
   * For each section in order: its best piece's score in full, the next by half, the third by a third; 0 for none.
   * Counting more pieces would only favour long sections.
   */
  score(wanted: readonly Wanted[]): Float64Array
}

const k1 = 1.2
const b = 0.75

/** `sections` holds the pieces of each section, each as its terms. */
export function indexPieces(sections: readonly (readonly (readonly string[])[])[]): PieceIndex {
  const pieces = sections.flat()
  const postings = weigh(pieces)
  const starts = sections.map((_, at) => sections.slice(0, at).reduce((sum, each) => sum + each.length, 0))
  // Used again for each question: making it anew takes longer than clearing it.
  const scores = new Float64Array(pieces.length)
  return {
    score(wanted) {
      scores.fill(0)
      addScores(scores, postings, wanted)
      const best = new Float64Array(sections.length)
      for (let at = 0; at < best.length; at++) best[at] = bestOf(scores, starts[at] ?? 0, sections[at]?.length ?? 0)
      return best
    },
  }
}

function weigh(pieces: readonly (readonly string[])[]): Postings {
  const spread = new Map<string, number>()
  for (const terms of pieces) for (const term of new Set(terms)) spread.set(term, (spread.get(term) ?? 0) + 1)
  const average = pieces.reduce((sum, terms) => sum + terms.length, 0) / (pieces.length || 1)
  const weightOf = (term: string, terms: readonly string[]) => {
    const held = spread.get(term) ?? 0
    const rarity = Math.log(1 + Math.abs((pieces.length - held + 0.5) / (held + 0.5)))
    const often = terms.filter((each) => each === term).length
    return (rarity * (k1 + 1) * often) / (k1 * (1 - b + (b * terms.length) / average) + often)
  }
  return collectPostings((add) => {
    for (const [piece, terms] of pieces.entries())
      for (const term of new Set(terms)) add(term, piece, weightOf(term, terms))
  })
}

/** For the scores from `from` on, `length` of them. */
function bestOf(scores: Float64Array, from: number, length: number): number {
  let [first, second, third] = [0, 0, 0]
  for (let at = from; at < from + length; at++) {
    const score = scores[at] ?? 0
    if (score > first) [first, second, third] = [score, first, second]
    else if (score > second) [second, third] = [score, second]
    else if (score > third) third = score
  }
  return first + second / 2 + third / 3
}

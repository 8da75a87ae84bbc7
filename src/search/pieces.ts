// Sentences, headings and known questions by their terms, weighed as lunr weighs them (BM25 with its constants). lunr
// itself builds a record for every piece that holds any term, which for a thousand pieces is most of an answer's time.
import type { Wanted } from './lunr.ts'

export interface PieceIndex {
  /** For each section in order: its best piece's score in full, the next by half, the third by a third; 0 for none. */
  score(wanted: readonly Wanted[]): Float64Array
}

// Further pieces would only reward long sections.
const mostPieces = 3
const k1 = 1.2
const b = 0.75

interface Posting {
  readonly pieces: number[]
  readonly weights: number[]
}

/** `sections` holds the pieces of each section, each as its terms. */
export function indexPieces(sections: readonly (readonly (readonly string[])[])[]): PieceIndex {
  const pieces = sections.flat()
  const postings = weigh(pieces)
  const starts = sections.map((_, at) => sections.slice(0, at).reduce((sum, each) => sum + each.length, 0))
  return {
    score(wanted) {
      const scores = new Float64Array(pieces.length)
      for (const { term, boost } of wanted) {
        const posting = postings.get(term)
        posting?.pieces.forEach(
          (piece, n) => (scores[piece] = (scores[piece] ?? 0) + boost * (posting.weights[n] ?? 0)),
        )
      }
      return Float64Array.from(sections, (own, at) => bestOf(scores, starts[at] ?? 0, own.length))
    },
  }
}

function weigh(pieces: readonly (readonly string[])[]): Map<string, Posting> {
  const spread = new Map<string, number>()
  for (const terms of pieces) for (const term of new Set(terms)) spread.set(term, (spread.get(term) ?? 0) + 1)
  const average = pieces.reduce((sum, terms) => sum + terms.length, 0) / (pieces.length || 1)
  const postings = new Map<string, Posting>()
  for (const [piece, terms] of pieces.entries()) {
    for (const term of new Set(terms)) {
      const held = spread.get(term) ?? 0
      const rarity = Math.log(1 + Math.abs((pieces.length - held + 0.5) / (held + 0.5)))
      const often = terms.filter((each) => each === term).length
      const weight = (rarity * (k1 + 1) * often) / (k1 * (1 - b + (b * terms.length) / average) + often)
      const posting = postings.get(term) ?? { pieces: [], weights: [] }
      posting.pieces.push(piece)
      posting.weights.push(weight)
      postings.set(term, posting)
    }
  }
  return postings
}

function bestOf(scores: Float64Array, from: number, length: number): number {
  const best = scores
    .slice(from, from + length)
    .sort()
    .slice(-mostPieces)
    .reverse()
  return best.reduce((sum, score, at) => sum + score / (at + 1), 0)
}

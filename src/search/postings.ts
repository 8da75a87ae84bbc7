// Where terms stand, and what each counts there: what is looked up is only what a query asks for.

/** By term: the places where it stands, as numbers from 0, and its weight at each. */
export type Postings = ReadonlyMap<string, Posting>

interface Posting {
  readonly places: readonly number[]
  readonly weights: readonly number[]
}

export interface Wanted {
  readonly term: string
  readonly boost: number
}

/** `weighed` gives each term with a place and its weight there. */
export function collectPostings(weighed: Iterable<readonly [term: string, place: number, weight: number]>): Postings {
  const postings = new Map<string, { places: number[]; weights: number[] }>()
  for (const [term, place, weight] of weighed) {
    const posting = postings.get(term) ?? { places: [], weights: [] }
    posting.places.push(place)
    posting.weights.push(weight)
    postings.set(term, posting)
  }
  return postings
}

/** Adds to each place's score what the wanted terms count there. */
export function addScores(scores: Float64Array, postings: Postings, wanted: readonly Wanted[]): void {
  for (const { term, boost } of wanted) {
    const posting = postings.get(term)
    if (posting === undefined) continue
    const { places, weights } = posting
    for (let n = 0; n < places.length; n++) {
      const place = places[n] ?? 0
      scores[place] = (scores[place] ?? 0) + boost * (weights[n] ?? 0)
    }
  }
}

// Which places contain a term, and its weight in each, in typed arrays. A lookup reads only the terms that a query asks
// for.

/** By a term's number: from `starts[n]` on, the places that contain it, counted from 0, and its weight in each. */
export interface Postings {
  readonly numberOf: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly places: Uint32Array
  readonly weights: Float32Array
}

export interface Wanted {
  readonly term: string
  readonly boost: number
}

/** Tells a term with a place, counted from 0, and its weight there. */
export type Add = (term: string, place: number, weight: number) => void

/** `tell` adds them one after the other: a shelf has a hundred thousand, too many for an object each. */
export function collectPostings(tell: (add: Add) => void): Postings {
  const numberOf = new Map<string, number>()
  const counts: number[] = []
  const told = { numbers: [] as number[], places: [] as number[], weights: [] as number[] }
  tell((term, place, weight) => {
    let number = numberOf.get(term)
    if (number === undefined) {
      numberOf.set(term, (number = numberOf.size))
      counts.push(0)
    }
    counts[number] = (counts[number] ?? 0) + 1
    told.numbers.push(number)
    told.places.push(place)
    told.weights.push(weight)
  })
  const starts = new Uint32Array(counts.length + 1)
  for (let number = 0; number < counts.length; number++)
    starts[number + 1] = (starts[number] ?? 0) + (counts[number] ?? 0)
  const next = starts.slice()
  const places = new Uint32Array(told.numbers.length)
  const weights = new Float32Array(told.numbers.length)
  for (let at = 0; at < places.length; at++) {
    const number = told.numbers[at] ?? 0
    const to = next[number] ?? 0
    places[to] = told.places[at] ?? 0
    weights[to] = told.weights[at] ?? 0
    next[number] = to + 1
  }
  return { numberOf, starts, places, weights }
}

/** Adds the weights of the wanted terms to the score of each place. */
export function addScores(scores: Float64Array, postings: Postings, wanted: readonly Wanted[], norm = 1): void {
  const { numberOf, starts, places, weights } = postings
  for (const { term, boost } of wanted) {
    const number = numberOf.get(term)
    if (number === undefined) continue
    const end = starts[number + 1] ?? 0
    for (let at = starts[number] ?? 0; at < end; at++) {
      const place = places[at] ?? 0
      scores[place] = (scores[place] ?? 0) + (boost * (weights[at] ?? 0)) / norm
    }
  }
}

/** For each place that contains a term. Where a question touches thousands, a loop of its own takes half the time. */
export function visit({ numberOf, starts, places }: Postings, term: string, see: (place: number) => void): void {
  const number = numberOf.get(term)
  if (number === undefined) return
  const end = starts[number + 1] ?? 0
  for (let at = starts[number] ?? 0; at < end; at++) see(places[at] ?? 0)
}

/** The number of places that contain a term. */
export function countPlaces({ numberOf, starts }: Postings, term: string): number {
  const number = numberOf.get(term)
  return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0)
}

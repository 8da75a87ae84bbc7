// The signs that a section answers a question, each between 0 and about 1 whatever the size of the shelf, so that each
// can be weighed, shown and explained.
import type { Heard } from './heard.ts'
import { columnsOf, type Columns } from '../kit/columns.ts'
import { memo } from '../kit/memo.ts'
import { addScores, visit, type Postings } from './postings.ts'
import type { TextIndex } from './text-index.ts'

/** By section: how well it answers, by one sign. */
export interface Parts {
  /** The section as one text. */
  readonly whole: Float64Array
  /** Its best sentence in full, the next by half, the third by a third. */
  readonly sentence: Float64Array
  readonly heading: Float64Array
  /** The headings of the sections that contain it. */
  readonly above: Float64Array
  /** Words that stand beside each other both in the question and in one of its sentences. */
  readonly pairs: Float64Array
  /** How much of the question it contains; rare words count most. */
  readonly coverage: Float64Array
  /** The title of its policy, and how much of the question the policy contains. */
  readonly title: Float64Array
  readonly policy: Float64Array
}

/** In columns over the sections of this index, such as `columnsFor` gives. */
export function matchPartsOf(heard: Heard, index: TextIndex, columns: Columns): Parts {
  const matching = match(heard, index, columns)
  const { total, sum } = matching
  const root = Math.sqrt(total)
  return {
    whole: sum(index.whole, columns.floats(), total * 2.2),
    ...mainParts(matching, index),
    heading: sum(index.headings, columns.floats(), root),
    above: sum(index.above, columns.floats(), root),
    policy: policyPart(matching, index),
  }
}

type MainParts = Pick<Parts, 'sentence' | 'pairs' | 'coverage' | 'title'>

/** Only the strongest signs, which takes half the time of all. They are good until the next question to this index. */
export function mainPartsOf(heard: Heard, index: TextIndex): MainParts {
  return mainParts(match(heard, index, columnsFor(index)), index)
}

/** One for each section of this index, and good until the next question to it. */
export function columnsFor(index: TextIndex): Columns {
  return scratchFor(index).columns()
}

function mainParts(matching: Matching, index: TextIndex): MainParts {
  const { total, sum, spread } = matching
  const titles = sum(index.titles, new Float64Array(index.policies.length), Math.sqrt(total))
  return { ...piecesOf(index, matching), title: spread(titles) }
}

function policyPart({ wanted, rare, total, spread }: Matching, index: TextIndex): Float64Array {
  const held = masks(index.held, index.policies.length, wanted)
  const shares = new Float64Array(index.policies.length)
  for (let at = 0; at < shares.length; at++) shares[at] = share(held.own[at] ?? 0, held.instead[at] ?? 0, rare) / total
  return spread(shares)
}

type Matching = ReturnType<typeof match>

function match({ own, instead }: Heard, index: TextIndex, columns: Columns) {
  const rare = own.map(index.rarity)
  const total = rare.reduce((sum, each) => sum + each, 0) || 1
  const wanted: readonly Sought[] = [
    ...own.map((term, at) => ({ term, boost: rare[at] ?? 0, bits: 1 << at, isOwn: true })),
    ...instead.map(({ term, boost, bits }) => ({ term, boost: boost * index.rarity(term), bits, isOwn: false })),
  ]
  const sum = (postings: Postings, scores: Float64Array, norm: number) => {
    addScores(scores, postings, wanted, norm)
    return scores
  }
  const spread = (byPolicy: Float64Array) => {
    const bySection = columns.floats()
    for (let at = 0; at < index.size; at++) bySection[at] = byPolicy[index.policyOf[at] ?? 0] ?? 0
    return bySection
  }
  return { rare, total, wanted, columns, sum, spread }
}

interface Sought {
  readonly term: string
  readonly boost: number
  readonly bits: number
  readonly isOwn: boolean
}

/** By place: which of the own words it contains, and for which it contains a substitute. */
function masks(postings: Postings, size: number, wanted: readonly Sought[]) {
  const [own, instead] = [new Int32Array(size), new Int32Array(size)]
  for (const { term, bits, isOwn } of wanted) {
    const mask = isOwn ? own : instead
    visit(postings, term, (place) => (mask[place] = (mask[place] ?? 0) | bits))
  }
  return { own, instead }
}

function piecesOf(index: TextIndex, matching: Matching): Pick<Parts, 'sentence' | 'pairs' | 'coverage'> {
  const { rare, total, wanted, columns } = matching
  const { best, allOwn, allInstead, pairs } = gatherPieces(index, lookAtPieces(index, wanted), matching)
  const [sentence, coverage] = [columns.floats(), columns.floats()]
  for (let at = 0; at < index.size; at++) {
    const first = best.first[at] ?? 0
    if (first === 0) continue
    sentence[at] = (first + (best.second[at] ?? 0) / 2 + (best.third[at] ?? 0) / 3) / (total * 2.2)
    coverage[at] = share(allOwn[at] ?? 0, allInstead[at] ?? 0, rare) / total
  }
  return { sentence, pairs, coverage }
}

/** Fills the scratch array, and returns how many pieces it touched. */
function lookAtPieces(index: TextIndex, wanted: readonly Sought[]): number {
  const { scores, own, instead, touched } = scratchFor(index)
  const { numberOf, starts, places, weights } = index.pieces
  let count = 0
  for (const { term, boost, bits, isOwn } of wanted) {
    const number = numberOf.get(term)
    if (number === undefined) continue
    const mask = isOwn ? own : instead
    const end = starts[number + 1] ?? 0
    for (let at = starts[number] ?? 0; at < end; at++) {
      const piece = places[at] ?? 0
      const before = scores[piece] ?? 0
      if (before === 0) touched[count++] = piece
      scores[piece] = before + boost * (weights[at] ?? 0)
      mask[piece] = (mask[piece] ?? 0) | bits
    }
  }
  return count
}

/** What the touched pieces say about their sections. The scratch array is left as it was before. */
function gatherPieces(index: TextIndex, count: number, { rare, total, columns }: Matching) {
  const { scores, own, instead, touched } = scratchFor(index)
  const best: Best = { first: columns.floats(), second: columns.floats(), third: columns.floats() }
  const pairs = columns.floats()
  const [allOwn, allInstead] = [columns.ints(), columns.ints()]
  for (let nth = 0; nth < count; nth++) {
    const piece = touched[nth] ?? 0
    const at = index.sectionOf[piece] ?? 0
    keepBest(scores[piece] ?? 0, at, best)
    const mine = own[piece] ?? 0
    const others = instead[piece] ?? 0
    scores[piece] = own[piece] = instead[piece] = 0
    allOwn[at] = (allOwn[at] ?? 0) | mine
    allInstead[at] = (allInstead[at] ?? 0) | others
    pairs[at] = Math.max(pairs[at] ?? 0, pairsIn(mine, mine | others, rare) / total)
  }
  return { best, allOwn, allInstead, pairs }
}

/**
 * Indexed by piece, and all 0 between questions: a shelf has many pieces, and a question touches few. Boosts and
 * weights are above 0, so a score of 0 means untouched.
 */
const scratchFor = memo(({ size, sectionOf: { length } }: TextIndex) => ({
  columns: columnsOf(size),
  scores: new Float64Array(length),
  own: new Int32Array(length),
  instead: new Int32Array(length),
  touched: new Uint32Array(length),
}))

interface Best {
  readonly first: Float64Array
  readonly second: Float64Array
  readonly third: Float64Array
}

function keepBest(score: number, at: number, { first, second, third }: Best): void {
  if (score > (first[at] ?? 0)) {
    third[at] = second[at] ?? 0
    second[at] = first[at] ?? 0
    first[at] = score
  } else if (score > (second[at] ?? 0)) {
    third[at] = second[at] ?? 0
    second[at] = score
  } else if (score > (third[at] ?? 0)) third[at] = score
}

/** A substitute for a word counts less than the word. */
const insteadShare = 0.85

function share(own: number, instead: number, rare: readonly number[]): number {
  let held = 0
  // By number, because this runs for every section and every word.
  for (let at = 0; at < rare.length; at++) {
    const bit = 1 << at
    const weight = rare[at] ?? 0
    if (own & bit) held += weight
    else if (instead & bit) held += insteadShare * weight
  }
  return held
}

/** Neighbouring words of the question that occur in one piece; half where one of them is only a substitute. */
function pairsIn(own: number, any: number, rare: readonly number[]): number {
  // Most pieces hold no neighbours at all.
  if ((any & (any >> 1)) === 0) return 0
  let held = 0
  for (let at = 0; at + 1 < rare.length; at++) {
    const both = (1 << at) | (1 << (at + 1))
    if ((any & both) !== both) continue
    held += (((rare[at] ?? 0) + (rare[at + 1] ?? 0)) / 2) * ((own & both) === both ? 1 : 0.5)
  }
  return held
}

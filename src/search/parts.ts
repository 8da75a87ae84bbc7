// What speaks for a section, part by part, each between 0 and some 1 whatever the size of the shelf, so that each can be
// weighed, shown and explained.
import type { Heard } from './heard.ts'
import { memo } from '../kit/memo.ts'
import { visit, type Postings } from './postings.ts'
import type { TextIndex } from './text-index.ts'

/** By section: how well it answers, seen from one side. */
export interface Parts {
  /** The section as one text. */
  readonly whole: Float64Array
  /** Its best sentence, the next by half, the third by a third. */
  readonly sentence: Float64Array
  readonly heading: Float64Array
  /** The headings of what holds it. */
  readonly above: Float64Array
  /** Words that stand beside each other in the question and in one of its sentences. */
  readonly pairs: Float64Array
  /** How much of what the question says it holds, the rare words counting most. */
  readonly coverage: Float64Array
  /** The title of its policy, and how much of the question the policy holds. */
  readonly title: Float64Array
  readonly policy: Float64Array
}

export function matchPartsOf(heard: Heard, index: TextIndex): Parts {
  const { rare, total, wanted, sum, spread } = matching(heard, index)
  const root = Math.sqrt(total)
  const held = masks(index.held, index.policies.length, wanted)
  return {
    whole: sum(index.whole, index.size, total * 2.2),
    ...mainPartsOf(heard, index),
    heading: sum(index.headings, index.size, root),
    above: sum(index.above, index.size, root),
    policy: spread(Float64Array.from(held.own, (own, at) => share(own, held.instead[at] ?? 0, rare) / total)),
  }
}

/** Those that speak loudest, in half the time of all. */
export function mainPartsOf(heard: Heard, index: TextIndex): Pick<Parts, 'sentence' | 'pairs' | 'coverage' | 'title'> {
  const { rare, total, wanted, sum, spread } = matching(heard, index)
  return {
    ...piecesOf(index, wanted, { rare, total }),
    title: spread(sum(index.titles, index.policies.length, Math.sqrt(total))),
  }
}

function matching({ own, instead }: Heard, index: TextIndex) {
  const rare = own.map(index.rarity)
  const total = rare.reduce((sum, each) => sum + each, 0) || 1
  const wanted: readonly Sought[] = [
    ...own.map((term, at) => ({ term, boost: rare[at] ?? 0, bits: 1 << at, isOwn: true })),
    ...instead.map(({ term, boost, bits }) => ({ term, boost: boost * index.rarity(term), bits, isOwn: false })),
  ]
  const sum = (postings: Postings, size: number, norm: number) => {
    const scores = new Float64Array(size)
    for (const { term, boost } of wanted)
      visit(postings, term, (place, weight) => (scores[place] = (scores[place] ?? 0) + (boost * weight) / norm))
    return scores
  }
  const spread = (byPolicy: Float64Array) => {
    const bySection = new Float64Array(index.size)
    for (let at = 0; at < index.size; at++) bySection[at] = byPolicy[index.policyOf[at] ?? 0] ?? 0
    return bySection
  }
  return { rare, total, wanted, sum, spread }
}

interface Sought {
  readonly term: string
  readonly boost: number
  readonly bits: number
  readonly isOwn: boolean
}

/** By place: which of the own words it holds, and for which it holds what may be said instead. */
function masks(postings: Postings, size: number, wanted: readonly Sought[]) {
  const [own, instead] = [new Int32Array(size), new Int32Array(size)]
  for (const { term, bits, isOwn } of wanted) {
    const mask = isOwn ? own : instead
    visit(postings, term, (place) => (mask[place] = (mask[place] ?? 0) | bits))
  }
  return { own, instead }
}

function piecesOf(
  index: TextIndex,
  wanted: readonly Sought[],
  { rare, total }: { rare: readonly number[]; total: number },
): Pick<Parts, 'sentence' | 'pairs' | 'coverage'> {
  const { scores, own, instead, touched } = scratchFor(index)
  let count = 0
  for (const { term, boost, bits, isOwn } of wanted) {
    const mask = isOwn ? own : instead
    visit(index.pieces, term, (piece, weight) => {
      if (scores[piece] === 0) touched[count++] = piece
      scores[piece] = (scores[piece] ?? 0) + boost * weight
      mask[piece] = (mask[piece] ?? 0) | bits
    })
  }
  const best: Best = {
    first: new Float64Array(index.size),
    second: new Float64Array(index.size),
    third: new Float64Array(index.size),
  }
  const pairs = new Float64Array(index.size)
  const [allOwn, allInstead] = [new Int32Array(index.size), new Int32Array(index.size)]
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
  return {
    sentence: best.first.map(
      (first, at) => (first + (best.second[at] ?? 0) / 2 + (best.third[at] ?? 0) / 3) / (total * 2.2),
    ),
    pairs,
    coverage: Float64Array.from(allOwn, (mine, at) => share(mine, allInstead[at] ?? 0, rare) / total),
  }
}

/**
 * By piece, all of it 0 between questions: a shelf has many pieces, of which a question touches few. Boosts and weights are
 * above 0, so that a score of 0 is one that nothing has touched.
 */
const scratchFor = memo(({ sectionOf: { length } }: TextIndex) => ({
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

/** What stands for a word counts less than the word. */
const insteadShare = 0.85

function share(own: number, instead: number, rare: readonly number[]): number {
  let held = 0
  for (const [at, weight] of rare.entries()) {
    const bit = 1 << at
    if (own & bit) held += weight
    else if (instead & bit) held += insteadShare * weight
  }
  return held
}

/** Neighbours in the question that stand in one piece; where one of them is only stood for, by half. */
function pairsIn(own: number, any: number, rare: readonly number[]): number {
  let held = 0
  for (let at = 0; at + 1 < rare.length; at++) {
    const both = (1 << at) | (1 << (at + 1))
    if ((any & both) !== both) continue
    held += (((rare[at] ?? 0) + (rare[at + 1] ?? 0)) / 2) * ((own & both) === both ? 1 : 0.5)
  }
  return held
}

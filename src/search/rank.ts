// Puts sections into the order in which they answer a query: the sum of all signs, and, for a policy with known
// questions, its own order.
import type { Columns } from '../kit/columns.ts'
import type { IndexedSection, OwnPolicy, SearchIndex } from './build.ts'
import { howSureOwn, rankOwn, type OwnQuery, type OwnRanked } from './own-answer.ts'
import { columnsFor, matchPartsOf } from './parts.ts'
import type { Query } from './query.ts'
import { bears } from './refs.ts'

export interface Ranked {
  readonly section: IndexedSection
  /** Comparable within one query. */
  readonly score: number
  readonly signs: Signs
}

/** The signs for a section, each from 0 to about 1. */
export type Signs = Readonly<Record<Sign, number>>
export type Sign = (typeof signNames)[number]
export const signNames = [
  'whole', 'sentence', 'heading', 'above', 'title', 'policy', 'pairs', 'coverage', 'pack', 'topic', 'own',
] as const // prettier-ignore

export const noSigns: Signs = {
  whole: 0, sentence: 0, heading: 0, above: 0, title: 0, policy: 0, pairs: 0, coverage: 0, pack: 0, topic: 0, own: 0,
} // prettier-ignore

// Found by test/bench/fit.ts, leaving each policy out in turn. `own` was set by hand, as a compromise between the
// project's own policy beside ten others and those others beside it.
export const weights: Signs = {
  whole: 1.43, sentence: 1.12, heading: 0.35, above: 0.29, title: 0.77, policy: 0.54, pairs: 0.35, coverage: 0.62,
  pack: 0.75, topic: 0.32, own: 0.7,
} // prettier-ignore

/** How far a policy's own order separates its sections. */
const ownOrder = 0.8

export function rankSections(query: Query, index: SearchIndex, use: Signs = weights): Ranked[] {
  const mine = index.own.map((own, n): RankedOwn | undefined => {
    const read = query.byPolicy[n]
    return read && { read, own, ranked: rankOwn(read, own.index) }
  })
  const columns = columnsFor(index.text)
  const signs = signsOf(query, index, { mine, columns })
  const scores = columns.floats()
  for (const name of signNames) {
    const weight = use[name]
    const values = signs[name]
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + weight * (values[at] ?? 0)
  }
  orderOwn(scores, mine)
  orderByForm(scores, query, index)
  return highest(scores, mostRanked).flatMap((at) => {
    const section = index.sections[at]
    return section === undefined ? [] : [{ section, score: scores[at] ?? 0, signs: pick(signs, at) }]
  })
}

/** A section that is named by its number comes before all that only match. */
const named = 10
const emptyShare = 0.3
const mostRanked = 20

/** A policy's own order, computed once for each question. */
interface RankedOwn {
  readonly read: OwnQuery
  readonly own: OwnPolicy
  readonly ranked: OwnRanked
}

function signsOf(
  query: Query,
  index: SearchIndex,
  { mine, columns }: { readonly mine: readonly (RankedOwn | undefined)[]; readonly columns: Columns },
): Readonly<Record<Sign, Float64Array>> {
  const parts = matchPartsOf(query.subject, index.text, columns)
  const pack = columns.floats()
  const { parts: asked } = query.topics
  for (let part = 0; part < asked.length; part++) {
    const about = asked[part] ?? 0
    if (about === 0) continue
    for (const at of index.treating[part] ?? []) pack[at] = Math.max(pack[at] ?? 0, about)
  }
  const topic = columns.floats()
  fillTopic(topic, query, index)
  const own = columns.floats()
  for (const each of mine) {
    if (each === undefined) continue
    const sure = howSureOwn(each.read, each.ranked, each.own.index)
    for (const at of each.own.places) own[at] = sure
  }
  return { ...parts, pack, topic, own }
}

function fillTopic(topic: Float64Array, query: Query, { treats, text: { policyOf } }: SearchIndex): void {
  const byPolicy = treats.map((each) => about(each, query))
  for (let at = 0; at < topic.length; at++) topic[at] = byPolicy[policyOf[at] ?? 0] ?? 0
}

/** How much of the question's subject a policy is about. */
export function about(treats: Float64Array, { topics }: Query): number {
  let most = 0
  for (let topic = 0; topic < topics.topics.length; topic++)
    most = Math.max(most, (topics.topics[topic] ?? 0) * (treats[topic] ?? 0))
  return most
}

/** A section that is named by its number comes first; a heading without text gives its place to what is below it. */
function orderByForm(scores: Float64Array, query: Query, index: SearchIndex): void {
  for (const at of index.empty) scores[at] = (scores[at] ?? 0) * emptyShare
  if (query.ref === undefined) return
  for (const [at, { section }] of index.sections.entries())
    if (bears(section.ref, query.ref)) scores[at] = (scores[at] ?? 0) + named
}

/** The places of the highest scores, the highest first, without zeros. */
function highest(scores: Float64Array, most: number): number[] {
  const places: number[] = []
  /** The position of that place among the best so far. */
  const scoreOf = (place: number) => scores[places[place] ?? -1] ?? 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0
    if (score <= 0 || (places.length === most && score <= scoreOf(most - 1))) continue
    let to = places.length
    while (to > 0 && scoreOf(to - 1) < score) to -= 1
    places.splice(to, 0, at)
    if (places.length > most) places.pop()
  }
  return places
}

/** Within a policy its known questions order the sections; the best of its text decides where the first stands. */
function orderOwn(scores: Float64Array, mine: readonly (RankedOwn | undefined)[]): void {
  for (const each of mine) {
    if (each === undefined) continue
    const { places } = each.own
    const { scores: own } = each.ranked
    const top = own.reduce((most, each) => Math.max(most, each), 0)
    const best = places.reduce((most, at) => Math.max(most, scores[at] ?? 0), 0)
    for (const [k, at] of places.entries())
      scores[at] = top === 0 || (own[k] ?? 0) === 0 ? 0 : best - ownOrder * (1 - (own[k] ?? 0) / top)
  }
}

function pick(signs: Readonly<Record<Sign, Float64Array>>, at: number): Signs {
  const of = (name: Sign) => signs[name][at] ?? 0
  return {
    whole: of('whole'), sentence: of('sentence'), heading: of('heading'), above: of('above'), title: of('title'),
    policy: of('policy'), pairs: of('pairs'), coverage: of('coverage'), pack: of('pack'), topic: of('topic'), own: of('own'),
  } // prettier-ignore
}

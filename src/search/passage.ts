// The part of a section that shows why it matched, with the query's words marked.
import { mostCharacters, type Excerpt } from './excerpts.ts'
import type { Query } from './query.ts'
import type { Passage } from './types.ts'

/**
 * The excerpt with most of the query's terms, or the first where none has any; cut to whole sentences where it is long.
 */
export function findPassage(excerpts: readonly Excerpt[], query: Query): Passage {
  const weights = new Map([
    ...query.added.map((term) => [term, 0.5] as const),
    ...query.own.map((term) => [term, 1] as const),
  ])
  let best: { excerpt: Excerpt; score: number } | undefined
  for (const excerpt of excerpts) {
    const score = scoreOf(excerpt.terms, weights)
    if (best === undefined || score > best.score) best = { excerpt, score }
  }
  return best === undefined ? { text: '', marks: [], gap: undefined, decides: undefined } : cut(best.excerpt, weights)
}

function scoreOf(terms: ReadonlySet<string>, weights: Weights): number {
  let score = 0
  weights.forEach((weight, term) => {
    if (terms.has(term)) score += weight
  })
  return score
}

type Weights = ReadonlyMap<string, number>

/** The same of the terms that stand in this part of the excerpt, each once. */
function scoreOfPart({ tokens }: Excerpt, weights: Weights, { from, to }: { from: number; to: number }): number {
  const held = new Set<string>()
  for (const { term, start, end } of tokens) if (start >= from && end <= to && weights.has(term)) held.add(term)
  return held.size === 0 ? 0 : scoreOf(held, weights)
}

/** The longest fitting run of whole sentences with most of the terms; an ellipsis marks what is left out. */
function cut(excerpt: Excerpt, weights: Weights): Passage {
  const { text: whole, lead: announced } = excerpt
  const { from, to } = whole.length <= mostCharacters ? { from: 0, to: whole.length } : bestRun(excerpt, weights)
  // List items without their introducing sentence could be misread.
  const before = from > 0 && from >= announced ? whole.slice(0, announced) : ''
  const lead = from > 0 ? `${before}… ` : ''
  const run = whole.slice(from, to).trimEnd()
  const moved = lead.length - from
  const inRun = excerpt.tokens.filter(({ term, start, end }) => start >= from && end <= to && weights.has(term))
  const inLead = excerpt.tokens.filter(({ term, end }) => end <= before.length && from > 0 && weights.has(term))
  const decides = decidingSentence(excerpt, weights, { from, to })
  return {
    text: `${lead}${run}${to < whole.length ? ' …' : ''}`,
    marks: [
      ...inLead.map(({ start, end }) => [start, end] as const),
      ...inRun.map(({ start, end }) => [start + moved, end + moved] as const),
    ],
    gap: excerpt.gap,
    decides: decides && [decides[0] + moved, Math.min(decides[1], from + run.length) + moved],
  }
}

/** The sentence or item with most of the terms; undefined where it is the only one, or none has any. */
function decidingSentence(
  excerpt: Excerpt,
  weights: Weights,
  { from, to }: { from: number; to: number },
): readonly [number, number] | undefined {
  const { edges, text } = excerpt
  let best: { at: readonly [number, number]; score: number } | undefined
  let count = 0
  for (const [n, start] of edges.slice(0, -1).entries()) {
    const end = edges[n + 1] ?? start
    if (start < from || end > to) continue
    count += 1
    const score = scoreOfPart(excerpt, weights, { from: start, to: end })
    const shown = [start, start + text.slice(start, end).trimEnd().length] as const
    if (score > 0 && score > (best?.score ?? 0)) best = { at: shown, score }
  }
  return count > 1 ? best?.at : undefined
}

function bestRun(excerpt: Excerpt, weights: Weights): { from: number; to: number } {
  const { edges, text } = excerpt
  let best = { from: 0, to: mostCharacters, score: -1 }
  for (const [at, from] of edges.slice(0, -1).entries()) {
    const to =
      edges.slice(at + 1).findLast((edge) => edge - from <= mostCharacters) ??
      Math.min(from + mostCharacters, text.length)
    const score = scoreOfPart(excerpt, weights, { from, to })
    if (score > best.score) best = { from, to, score }
  }
  return best
}

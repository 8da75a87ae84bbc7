// The part of a section that shows why it matched, with the query's words marked.
import { fold, sentencesOf } from '../kit/text.ts'
import type { Part, Section } from '../policy/types.ts'
import type { Query } from './query.ts'
import { isStopWord, stem } from './terms.ts'
import type { Passage } from './types.ts'

/** A paragraph, or a list with the sentence that announces it, with its terms found beforehand. */
export interface Excerpt {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly terms: ReadonlySet<string>
  /** Where each sentence begins, and the end of the last. */
  readonly edges: readonly number[]
  /** Where the sentence ends that announces a list; 0 where there is none. It is shown with any of its items. */
  readonly lead: number
  /** Set when the section stops after it. */
  readonly gap: Passage['gap']
}

interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

const mostCharacters = 600

/**
 * A section's excerpts, in order. Gaps are none of their own: each belongs to what stands before it. Nor is a sentence that
 * announces a list: it would end at its colon.
 */
export function excerptsOf({ parts }: Section): Excerpt[] {
  return parts.flatMap((part, at) => {
    const after = parts[at + 1]
    if (part.kind === 'gap' || (after?.kind === 'list' && announces(part) && part.kind === 'paragraph')) return []
    const intro = part.kind === 'list' ? introOf(parts[at - 1]) : ''
    const text =
      part.kind === 'list' ? [intro, ...part.items.map((item) => `• ${item}`)].join('\n').trimStart() : part.text
    const tokens = tokensOf(text)
    const terms = new Set(tokens.map(({ term }) => term))
    const gap = after?.kind === 'gap' ? after : undefined
    return [{ text, tokens, terms, edges: edgesOf(text), lead: intro === '' ? 0 : intro.length + 1, gap }]
  })
}

function announces(part: Part): boolean {
  return part.kind === 'paragraph' && /:\s*$|\b(?:following|these|below)\W*$/i.test(part.text)
}

/** The sentence that announces a list, with what stands before it where that is short. */
function introOf(before: Part | undefined): string {
  if (before?.kind !== 'paragraph') return ''
  if (before.text.length < mostCharacters / 2) return before.text
  return announces(before) ? (sentencesOf(before.text).at(-1) ?? '').trim() : ''
}

/** The excerpt that holds most of the query's terms, the first where none does; cut to whole sentences where it is long. */
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

function scoreOf(terms: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let score = 0
  for (const [term, weight] of weights) if (terms.has(term)) score += weight
  return score
}

/** The run of whole sentences that fits and holds most of the terms, with an ellipsis where something is left out. */
function cut(excerpt: Excerpt, weights: ReadonlyMap<string, number>): Passage {
  const { text: whole, lead: announced } = excerpt
  const { from, to } = whole.length <= mostCharacters ? { from: 0, to: whole.length } : bestRun(excerpt, weights)
  // Items without what announces them would say anything.
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

/** The sentence or item that holds most of the terms; undefined where it is the only one, or none holds any. */
function decidingSentence(
  { edges, tokens, text }: Excerpt,
  weights: ReadonlyMap<string, number>,
  { from, to }: { from: number; to: number },
): readonly [number, number] | undefined {
  let best: { at: readonly [number, number]; score: number } | undefined
  let count = 0
  for (const [n, start] of edges.slice(0, -1).entries()) {
    const end = edges[n + 1] ?? start
    if (start < from || end > to) continue
    count += 1
    const inside = tokens.filter((token) => token.start >= start && token.end <= end)
    const score = scoreOf(new Set(inside.map(({ term }) => term)), weights)
    const shown = [start, start + text.slice(start, end).trimEnd().length] as const
    if (score > 0 && score > (best?.score ?? 0)) best = { at: shown, score }
  }
  return count > 1 ? best?.at : undefined
}

function bestRun(excerpt: Excerpt, weights: ReadonlyMap<string, number>): { from: number; to: number } {
  const { edges, text, tokens } = excerpt
  let best = { from: 0, to: mostCharacters, score: -1 }
  for (const [at, from] of edges.slice(0, -1).entries()) {
    const to =
      edges.slice(at + 1).findLast((edge) => edge - from <= mostCharacters) ??
      Math.min(from + mostCharacters, text.length)
    const inside = tokens.filter(({ start, end }) => start >= from && end <= to)
    const score = scoreOf(new Set(inside.map(({ term }) => term)), weights)
    if (score > best.score) best = { from, to, score }
  }
  return best
}

function edgesOf(text: string): number[] {
  const edges = [0]
  for (const sentence of sentencesOf(text)) edges.push((edges.at(-1) ?? 0) + sentence.length)
  return edges
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].flatMap((found) => {
    const word = fold(found[0])
    if (isStopWord(word)) return []
    return [{ term: stem(word), start: found.index, end: found.index + found[0].length }]
  })
}

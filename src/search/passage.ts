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
  /** Set when the section stops after it. */
  readonly gap: Passage['gap']
}

interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

const mostCharacters = 600

/** A section's excerpts, in order. Gaps are none of their own: each belongs to what stands before it. */
export function excerptsOf({ parts }: Section): Excerpt[] {
  return parts.flatMap((part, at) => {
    if (part.kind === 'gap') return []
    const text = showable(part, parts[at - 1])
    const after = parts[at + 1]
    const tokens = tokensOf(text)
    const terms = new Set(tokens.map(({ term }) => term))
    return [{ text, tokens, terms, edges: edgesOf(text), gap: after?.kind === 'gap' ? after : undefined }]
  })
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
  return best === undefined ? { text: '', marks: [], gap: undefined } : cut(best.excerpt, weights)
}

function showable(part: Exclude<Part, { kind: 'gap' }>, before: Part | undefined): string {
  if (part.kind === 'paragraph') return part.text
  const intro = before?.kind === 'paragraph' && before.text.length < mostCharacters / 2 ? [before.text] : []
  return [...intro, ...part.items.map((item) => `• ${item}`)].join('\n')
}

function scoreOf(terms: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let score = 0
  for (const [term, weight] of weights) if (terms.has(term)) score += weight
  return score
}

/** The run of whole sentences that fits and holds most of the terms, with an ellipsis where something is left out. */
function cut(excerpt: Excerpt, weights: ReadonlyMap<string, number>): Passage {
  const { from, to } =
    excerpt.text.length <= mostCharacters ? { from: 0, to: excerpt.text.length } : bestRun(excerpt, weights)
  const lead = from > 0 ? '… ' : ''
  const run = excerpt.text.slice(from, to).trimEnd()
  const marks = excerpt.tokens
    .filter(({ term, start, end }) => start >= from && end <= to && weights.has(term))
    .map(({ start, end }) => [start - from + lead.length, end - from + lead.length] as const)
  return { text: `${lead}${run}${to < excerpt.text.length ? ' …' : ''}`, marks, gap: excerpt.gap }
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

// Cuts a section into the pieces that can be shown: paragraphs, and lists with the sentence that introduces them.
import { fold, sentencesOf } from '../kit/text.ts'
import type { SectionPart, Section } from '../policy/types.ts'
import { isStopWord, stem } from './terms.ts'
import type { Passage } from './types.ts'

/** A paragraph, or a list with its introducing sentence; its terms are computed beforehand. */
export interface Excerpt {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly terms: ReadonlySet<string>
  /** Where each sentence begins, and the end of the last. */
  readonly edges: readonly number[]
  /**
   * The end of the sentence that introduces a list; 0 where there is none. It is shown together with any of the list's
   * items.
   */
  readonly lead: number
  /** Set when the section stops after it. */
  readonly gap: Passage['gap']
}

interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

export const mostCharacters = 600

/**
 * A section's excerpts, in order. A gap is not an excerpt of its own, but belongs to the text before it. Nor is a
 * sentence that introduces a list, because it would end at its colon.
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

function announces(part: SectionPart): boolean {
  return part.kind === 'paragraph' && /:\s*$|\b(?:following|these|below)\W*$/i.test(part.text)
}

/** The sentence that introduces a list, together with the text before it where that is short. */
function introOf(before: SectionPart | undefined): string {
  if (before?.kind !== 'paragraph') return ''
  if (before.text.length < mostCharacters / 2) return before.text
  return announces(before) ? (sentencesOf(before.text).at(-1) ?? '').trim() : ''
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

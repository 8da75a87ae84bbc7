// The difference of two editions: which sections are new, gone, renumbered or changed, and how, sentence by sentence.
import { sentencesOf } from '../kit/text.ts'
import { bare, bareText, piecesOf } from './bare.ts'
import { pairSections } from './pairs.ts'
import { compareLists, type SequenceStep } from './sequence.ts'
import type { Edition, Section } from './types.ts'

/**
 * One entry for each section of either edition: the new edition's in order, and each section that went, at its old
 * place.
 */
export type Difference = readonly Change[]

export type Change =
  | { readonly kind: 'same'; readonly section: Section }
  | { readonly kind: 'new'; readonly section: Section }
  | { readonly kind: 'gone'; readonly was: Section }
  /** The same text under another number or title. */
  | { readonly kind: 'renumbered'; readonly was: Section; readonly section: Section }
  | { readonly kind: 'retitled'; readonly was: Section; readonly section: Section }
  /** The number or title may have changed as well. */
  | {
      readonly kind: 'changed'
      readonly was: Section
      readonly section: Section
      readonly sentences: readonly Sentence[]
    }

export interface Sentence {
  readonly kind: 'kept' | 'added' | 'removed'
  readonly text: string
}

/** What somebody who knows `was` must read, now that `now` applies. */
export function difference(was: Edition, now: Edition): Difference {
  const pairs = pairSections(was.sections, now.sections)
  const partners = new Set(pairs.values())
  const changes: Change[] = []
  let position = 0
  const tellGone = (until: number) => {
    for (const section of was.sections.slice(position, until)) {
      if (!partners.has(section)) changes.push({ kind: 'gone', was: section })
    }
    position = Math.max(position, until)
  }
  const places = new Map(was.sections.map((section, at) => [section, at]))
  for (const section of now.sections) {
    const old = pairs.get(section)
    if (old === undefined) {
      changes.push({ kind: 'new', section })
      continue
    }
    tellGone(places.get(old) ?? 0)
    changes.push(changeOf(old, section))
  }
  tellGone(was.sections.length)
  return changes
}

export function isChange({ kind }: Change): boolean {
  return kind !== 'same'
}

function changeOf(was: Section, section: Section): Change {
  if (bareText(was) !== bareText(section)) return { kind: 'changed', was, section, sentences: compare(was, section) }
  if (was.ref !== section.ref) return { kind: 'renumbered', was, section }
  return bare(was.title) === bare(section.title) ? { kind: 'same', section } : { kind: 'retitled', was, section }
}

function compare(was: Section, section: Section): readonly Sentence[] {
  const steps: readonly SequenceStep<string>[] = compareLists(sentencesIn(was), sentencesIn(section), bare)
  return steps.map(({ kind, item }) => ({ kind, text: item }))
}

/** Each list item is split into its own sentences. A piece without any letter is dropped. */
export function sentencesIn({ parts }: Section): readonly string[] {
  return parts
    .flatMap(piecesOf)
    .flatMap(sentencesOf)
    .map((sentence) => sentence.trim())
    .filter((sentence) => bare(sentence) !== '')
}

// The way through an edition for somebody who reads it to sign: section by section, a long one in parts.
import type { Block } from '../chat/cards.ts'
import { wordsOf } from '../kit/text.ts'
import { pagesOf } from '../reading/cards.ts'
import { difference, type Change } from '../policy/difference.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Section } from '../policy/types.ts'

/** One card of the reading. */
export interface ReadingStep {
  readonly section: Section
  /** Counted from 1, among the sections with a text to read. */
  readonly number: number
  readonly part: number
  readonly parts: number
  readonly blocks: readonly Block[]
  /** For somebody who knows an earlier edition: what changed in this section. */
  readonly change: Change | undefined
}

/**
 * `declaration` is the ref of the section that is signed at the end; it is not a step. Somebody who signed the edition
 * `since` reads only what is new or changed.
 */
export function stepsOf(edition: Edition, declaration: string | undefined, since?: Edition): readonly ReadingStep[] {
  const changes = new Map(since && difference(since, edition).flatMap(bySection))
  const toRead = sectionsToRead(edition, declaration).filter(
    (section) => since === undefined || isToRead(changes.get(section)),
  )
  return toRead.flatMap((section, at) => {
    const pages = pagesOf(section)
    const change = changes.get(section)
    return pages.map((blocks, page) => ({
      section,
      number: at + 1,
      part: page + 1,
      parts: pages.length,
      blocks,
      change,
    }))
  })
}

function bySection(change: Change): (readonly [Section, Change])[] {
  return change.kind === 'gone' ? [] : [[change.section, change]]
}

function isToRead(change: Change | undefined): boolean {
  return change?.kind === 'new' || change?.kind === 'changed'
}

/** Sections that only contain others have nothing to read. */
export function sectionsToRead({ sections }: Edition, declaration: string | undefined): readonly Section[] {
  return sections.filter(({ ref, parts }) => ref !== declaration && parts.length > 0)
}

/** The first step of the first section that was not read; undefined when all were. */
export function nextStep(steps: readonly ReadingStep[], read: readonly string[]): number | undefined {
  const at = steps.findIndex(({ section }) => !read.includes(section.ref))
  return at === -1 ? undefined : at
}

/** Whole minutes that the sections take to read, at least one. */
export function minutesFor(sections: readonly Section[]): number {
  const words = sections.reduce((sum, section) => sum + wordsOf(textOf(section)).length, 0)
  return Math.max(1, Math.ceil(words / wordsPerMinute))
}

// Rules are read more slowly than a newspaper.
const wordsPerMinute = 200

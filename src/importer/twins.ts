// A last look before the sections are cut: is there a line that reads like the heading of a section that is there already?
import { fold } from '../kit/text.ts'
import { looksLikeProse, looksLikeRule, looksLikeTitle } from './looks.ts'
import { parseCounted, type Counted } from './marks.ts'
import type { Document } from './numbers.ts'
import { repeated } from './repeated.ts'
import type { Block, Heading, Refusal } from './types.ts'

/**
 * The refusal of a document in which a number is given to two headings, one of which would otherwise pass for text.
 * Numbers count for the whole document up to its appendices, letters within the section that holds them; the same
 * number with the same title is a repetition wherever it stands. `headings` are in the order of the text.
 */
export function findTwin({ blocks }: Document, headings: readonly Heading[]): Refusal | undefined {
  const places = placesIn(blocks, headings)
  const marked = new Map<string, Marked[]>()
  for (const heading of headings) {
    const mark = heading.title === undefined ? undefined : parseCounted(blocks[heading.at]?.text ?? '')
    if (mark === undefined) continue
    const same = marked.get(keyOf(mark))
    if (same === undefined) marked.set(keyOf(mark), [{ heading, mark }])
    else same.push({ heading, mark })
  }
  for (const place of places) {
    const { at, mark } = place
    const twin = marked.get(keyOf(mark))?.find((each) => isTwin(place, each, headings))
    if (twin === undefined || !readsLikeHeading(blocks, place)) continue
    return repeated(mark.mark.replace(/[.):]$/, ''), blocks[twin.heading.at], blocks[at])
  }
  return undefined
}

interface Marked {
  readonly heading: Heading
  readonly mark: Counted
}

/** A line with a number that is no heading, and the numbers of its kind before and after it in the same section. */
interface Place {
  readonly at: number
  readonly mark: Counted
  readonly before: number | undefined
  readonly after: number | undefined
  /** Whether the next block begins another section. */
  readonly isLast: boolean
}

function keyOf({ kind, value }: Counted): string {
  return `${kind} ${value}`
}

function placesIn(blocks: readonly Block[], headings: readonly Heading[]): Place[] {
  const places: Place[] = []
  const ends = [...headings.map(({ at }) => at), blocks.length]
  let from = 0
  for (const to of ends) {
    const last = new Map<string, number>()
    const open = new Map<string, Omit<Place, 'after'>>()
    const close = (kind: string, after: number | undefined) => {
      const place = open.get(kind)
      if (place !== undefined) places.push({ ...place, after })
      open.delete(kind)
    }
    for (let at = from; at < to; at++) {
      const block = blocks[at]
      const mark = block === undefined ? undefined : parseCounted(block.text)
      if (block === undefined || mark === undefined) continue
      close(mark.kind, mark.value)
      if (!block.plain) open.set(mark.kind, { at, mark, before: last.get(mark.kind), isLast: at + 1 === to })
      last.set(mark.kind, mark.value)
    }
    for (const kind of [...open.keys()]) close(kind, undefined)
    from = to + 1
  }
  return places.toSorted((a, b) => a.at - b.at)
}

/** A title with a text or another heading under it, which counts nothing within its section. */
function readsLikeHeading(blocks: readonly Block[], { at, mark, before, after, isLast }: Place): boolean {
  const next = blocks[at + 1]
  if (next === undefined || !looksLikeTitle(mark.rest) || looksLikeRule(mark.rest)) return false
  const counts = before === mark.value - 1 || after === mark.value + 1
  return !counts && (isLast || looksLikeProse(next.text))
}

function isTwin(one: Place, other: Marked, headings: readonly Heading[]): boolean {
  if (fold(one.mark.rest) === fold(other.mark.rest)) return true
  const holder = (at: number) => headings.findLast((each) => each.at < at && each.depth < other.heading.depth)
  return holder(one.at) === holder(other.heading.at) && !inAppendix(one.at, headings)
}

function inAppendix(at: number, headings: readonly Heading[]): boolean {
  return headings.findLast((each) => each.at <= at && each.depth === 1)?.number?.kind === 'appendix'
}

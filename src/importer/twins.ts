// A last check before the sections are cut: does a line read like the heading of a section that already exists?
import { fold } from '../kit/text.ts'
import { looksLikeProse, looksLikeRule, looksLikeTitle } from './looks.ts'
import { parseCounted, type ListMark } from './marks.ts'
import type { NumberedText } from './numbers.ts'
import { repeats } from './repeated.ts'
import type { SourceBlock, Doubt, Heading } from './types.ts'

/**
 * Headings that repeat the number of another and would otherwise pass for text. Numbers count for the whole document up
 * to its appendices, letters within their section; the same number with the same title is a repetition wherever it
 * stands. `headings` are in the order of the text.
 */
export function findTwins(
  { blocks }: NumberedText,
  headings: readonly Heading[],
): { headings: Heading[]; doubts: Doubt[] } {
  const holds = holdersOf(headings)
  const marked = new Map<string, Marked[]>()
  for (const heading of headings) {
    const mark = heading.title === undefined ? undefined : parseCounted(blocks[heading.at]?.text ?? '')
    if (mark === undefined) continue
    const same = marked.get(keyOf(mark))
    if (same === undefined) marked.set(keyOf(mark), [{ heading, mark }])
    else if (same.length < mostAlike) same.push({ heading, mark })
  }
  const found: Heading[] = []
  const doubts: Doubt[] = []
  for (const place of placesIn(blocks, headings)) {
    const { at, mark } = place
    if (!readsLikeHeading(blocks, place)) continue
    const twin = marked.get(keyOf(mark))?.find((each) => isTwin(place, each, holds))?.heading
    if (twin === undefined) continue
    found.push({ at, depth: twin.depth, number: twin.number, title: mark.rest, isText: false })
    doubts.push({ at, what: repeats(mark.mark.replace(/[.):]$/, ''), blocks[twin.at], blocks[at]), isKept: true })
  }
  return { headings: found, doubts }
}

// More sections than this with one number are no mistake, but the way the document counts.
const mostAlike = 40

/** For each place the last heading at or before it, by binary search. */
function holdersOf(headings: readonly Heading[]): Holders {
  const lastAt = (at: number) => {
    let [from, to] = [0, headings.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((headings[middle]?.at ?? 0) <= at) from = middle + 1
      else to = middle
    }
    return from - 1
  }
  const holders = (at: number, depth: number) => {
    for (let index = lastAt(at); index >= 0; index--) {
      const heading = headings[index]
      if (heading !== undefined && heading.depth < depth) return heading
      if (lastAt(at) - index > mostBack) return undefined
    }
    return undefined
  }
  return { holder: (at, depth) => holders(at - 1, depth), outer: (at) => holders(at, 2) }
}

interface Holders {
  /** The heading that contains one of that depth. */
  readonly holder: (at: number, depth: number) => Heading | undefined
  /** The outermost. */
  readonly outer: (at: number) => Heading | undefined
}

const mostBack = 200

interface Marked {
  readonly heading: Heading
  readonly mark: ListMark
}

/** A line with a number that is not a heading, and the numbers of its kind before and after it in the same section. */
interface Place {
  readonly at: number
  readonly mark: ListMark
  readonly before: number | undefined
  readonly after: number | undefined
  /** Whether the next block begins another section. */
  readonly isLast: boolean
}

function keyOf({ kind, value }: ListMark): string {
  return `${kind} ${value}`
}

function placesIn(blocks: readonly SourceBlock[], headings: readonly Heading[]): Place[] {
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

/** A title with text or another heading below it, which is not part of a count within its section. */
function readsLikeHeading(blocks: readonly SourceBlock[], { at, mark, before, after, isLast }: Place): boolean {
  const next = blocks[at + 1]
  if (next === undefined || !looksLikeTitle(mark.rest) || looksLikeRule(mark.rest)) return false
  const counts = before === mark.value - 1 || after === mark.value + 1
  return !counts && (isLast || looksLikeProse(next.text))
}

function isTwin(one: Place, other: Marked, { holder, outer }: Holders): boolean {
  if (fold(one.mark.rest) === fold(other.mark.rest)) return true
  const { at, depth } = other.heading
  return holder(one.at, depth) === holder(at, depth) && outer(one.at)?.number?.kind !== 'appendix'
}

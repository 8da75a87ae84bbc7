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
 * number with the same title is a repetition wherever it stands.
 */
export function findTwin(document: Document, headings: readonly Heading[]): Refusal | undefined {
  const { blocks } = document
  const taken = new Set(headings.map(({ at }) => at))
  const marked = headings.flatMap((heading) => {
    const mark = parseCounted(blocks[heading.at]?.text ?? '')
    return mark === undefined || heading.title === undefined ? [] : [{ heading, mark }]
  })
  for (const [at, block] of blocks.entries()) {
    const mark = taken.has(at) || block.plain ? undefined : parseCounted(block.text)
    if (mark === undefined || !readsLikeHeading(document, at, { mark, headings })) continue
    const twin = marked.find((each) => isTwin({ at, mark }, each, headings))
    if (twin !== undefined) return repeated(mark.mark.replace(/[.):]$/, ''), blocks[twin.heading.at], block)
  }
  return undefined
}

/** A title with a text or another heading under it, which counts nothing within its section. */
function readsLikeHeading(
  { blocks }: Document,
  at: number,
  { mark, headings }: { mark: Counted; headings: readonly Heading[] },
): boolean {
  if (!looksLikeTitle(mark.rest) || looksLikeRule(mark.rest)) return false
  const next = blocks[at + 1]
  if (next === undefined) return false
  const from = headings.findLast((each) => each.at < at)?.at ?? -1
  const to = headings.find((each) => each.at > at)?.at ?? blocks.length
  const values = (stretch: readonly Block[]) =>
    stretch.flatMap(({ text }) => {
      const other = parseCounted(text)
      return other?.kind === mark.kind ? [other.value] : []
    })
  const before = values(blocks.slice(from + 1, at)).at(-1)
  const counts = before === mark.value - 1 || values(blocks.slice(at + 1, to))[0] === mark.value + 1
  return !counts && (to === at + 1 || looksLikeProse(next.text))
}

function isTwin(
  one: { readonly at: number; readonly mark: Counted },
  other: { readonly heading: Heading; readonly mark: Counted },
  headings: readonly Heading[],
): boolean {
  if (one.mark.kind !== other.mark.kind || one.mark.value !== other.mark.value) return false
  if (fold(one.mark.rest) === fold(other.mark.rest)) return true
  const holder = (at: number) => headings.findLast((each) => each.at < at && each.depth < other.heading.depth)
  return holder(one.at) === holder(other.heading.at) && !inAppendix(one.at, headings)
}

function inAppendix(at: number, headings: readonly Heading[]): boolean {
  return headings.findLast((each) => each.at <= at && each.depth === 1)?.number?.kind === 'appendix'
}

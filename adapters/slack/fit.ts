// Makes texts fit: they are cut at sentence ends where possible, never inside a character, and nothing is lost.
import type { Rich, Span } from '../../src/chat/cards.ts'
import { sentencesOf } from '../../src/kit/text.ts'

/** Pieces of at most `most` units each; joined, they are the text. */
export function splitRich(rich: Rich, most: number): Rich[] {
  const whole = rich.map(({ text }) => text).join('')
  if (whole.length <= most) return [rich]
  const pieces: Rich[] = []
  let from = 0
  for (const to of cutsOf(whole, most)) {
    pieces.push(sliceRich(rich, from, to))
    from = to
  }
  return pieces
}

/**
 * Groups of whole items, each with at most `most` items and `text` units of text. A single larger item stands alone.
 */
export function pagesOf<T>(
  things: readonly T[],
  { most, text, sizeOf }: { most: number; text: number; sizeOf: (thing: T) => number },
): T[][] {
  const pages: T[][] = []
  let size = 0
  for (const thing of things) {
    const page = pages.at(-1)
    const more = sizeOf(thing)
    if (page === undefined || page.length >= most || size + more > text) {
      pages.push([thing])
      size = more
    } else {
      page.push(thing)
      size += more
    }
  }
  return pages
}

/** The ends of the pieces, ascending; the last is the end of the text. */
function cutsOf(whole: string, most: number): number[] {
  const cuts: number[] = []
  let start = 0
  let end = 0
  for (const sentence of sentencesOf(whole)) {
    if (end + sentence.length - start > most && end > start) {
      cuts.push(end)
      start = end
    }
    end += sentence.length
    while (end - start > most) {
      start = wordEnd(whole, start, start + most)
      cuts.push(start)
    }
  }
  if (end > start) cuts.push(end)
  return cuts
}

/**
 * The last place at or before `to` where a word ends, if it is not far away; otherwise one that splits no character.
 */
function wordEnd(whole: string, from: number, to: number): number {
  const space = whole.lastIndexOf(' ', to - 1)
  if (space > from + (to - from) / 2) return space + 1
  return /[\uD800-\uDBFF]/.test(whole.charAt(to - 1)) ? to - 1 : to
}

function sliceRich(rich: Rich, from: number, to: number): Rich {
  const spans: Span[] = []
  let at = 0
  for (const span of rich) {
    const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (text !== '') spans.push({ ...span, text })
    at += span.text.length
  }
  return spans
}

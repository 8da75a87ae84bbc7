// Chooses what of a passage a card shows: the deciding sentence, set off, with as much context as can be read at a
// glance.
import { shorten, wholeSentences } from '../kit/text.ts'
import type { Rich, Span } from '../chat/cards.ts'
import type { Passage } from '../search/types.ts'

/** In characters: what fits a phone without scrolling. The whole section is one press away. */
const glance = 260

/** The deciding sentence is never cut; an ellipsis marks what is left out. */
export function quoteRich(passage: Passage, most = glance): Rich {
  const { text, decides } = passage
  if (decides === undefined) return markUp(shortPassage(passage, most))
  const [start, end] = decides
  if (text.length <= most) {
    return compactSpans([{ text: text.slice(0, start) }, strong(text.slice(start, end)), { text: text.slice(end) }])
  }
  const sentence = text.slice(start, end).trim()
  // A list item says nothing without the sentence that introduces the list.
  const lead = sentence.startsWith('•') ? leadOf(text.slice(0, start)) : ''
  if (lead !== '') return [{ text: `${lead}\n` }, strong(sentence), ...rest(text.slice(end), '')]
  // Half a sentence can mislead.
  const after = wholeSentences(text.slice(end), most - sentence.length)
  return compactSpans([
    { text: start > 0 ? '… ' : '' },
    strong(sentence),
    { text: after },
    ...rest(text.slice(end), after),
  ])
}

function strong(text: string): Span {
  return { text, style: 'strong' }
}

function compactSpans(spans: readonly Span[]): Rich {
  return spans.filter(({ text }) => text !== '')
}

/** The introducing sentence: the text before the first item. */
function leadOf(before: string): string {
  return before.split('\n')[0]?.trim() ?? ''
}

function rest(all: string, shown: string): Span[] {
  return all.trim().length > shown.trim().length ? [{ text: ' …' }] : []
}

function shortPassage(passage: Passage, most: number): Passage {
  const short = shorten(passage.text, most)
  const kept = short.replace(/\s?…$/, '').length
  return { ...passage, text: short, marks: passage.marks.filter(([, end]) => end <= kept) }
}

function markUp({ text: whole, marks }: Pick<Passage, 'text' | 'marks'>): Rich {
  const spans: Span[] = []
  let at = 0
  for (const [start, end] of joined(marks, whole)) {
    if (start > at) spans.push({ text: whole.slice(at, start) })
    spans.push({ text: whole.slice(start, end), style: 'mark' })
    at = end
  }
  if (at < whole.length) spans.push({ text: whole.slice(at) })
  return spans
}

/** Two marks with only a space between them become one. */
function joined(marks: Passage['marks'], whole: string): Passage['marks'] {
  const all: [number, number][] = []
  for (const [start, end] of marks) {
    const last = all.at(-1)
    if (last !== undefined && whole.slice(last[1], start).trim() === '') last[1] = end
    else all.push([start, end])
  }
  return all
}

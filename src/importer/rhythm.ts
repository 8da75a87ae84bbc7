// How often a policy is to be reviewed, where it says so: "annually", "every two years", "Review cycle: 3 years".
import { addMonths, firstDayOf, isMonth, parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'
import { sentencesOf } from '../kit/text.ts'
import type { SourceBlock } from './types.ts'

export interface StatedRhythm {
  readonly months: number
  /** The sentence or line that says so. */
  readonly words: string
  /** Its position among the blocks. */
  readonly at: number
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const every = new RegExp(
  `\\b(?:every|each|once (?:every|in))\\s+(?:(\\d{1,2}|${numbers.slice(1).join('|')}|other|second|third)(?:\\s+to\\s+\\w+)?\\s+)?(years?|months?|terms?)\\b`,
  'i',
)
const yearly = new RegExp(`\\b(\\d|${numbers.slice(1, 6).join('|')})[\\s-]year(?:ly|s)?\\b`, 'i')
const words: readonly { readonly form: RegExp; readonly months: number }[] = [
  { form: /\b(?:bi-?ennial(?:ly)?|every other year|alternate years?)\b/i, months: 24 },
  { form: /\btriennial(?:ly)?\b/i, months: 36 },
  { form: /\b(?:half[\s-]yearly|twice a year)\b/i, months: 6 },
  { form: /\b(?:termly|once a term)\b/i, months: 4 },
  { form: /\b(?:annual(?:ly)?|yearly|once a year|each year|per year|every year)\b/i, months: 12 },
]

/** The first line or sentence that says how often this document is reviewed. */
export function findRhythm(blocks: readonly SourceBlock[]): StatedRhythm | undefined {
  for (const [at, { text }] of blocks.entries()) {
    if (text.length > longest || !/review|renew|update/i.test(text)) continue
    for (const words of text.length < 160 && label.test(text) ? [text] : sentencesOf(text)) {
      if (!label.test(words) && !sentence.test(words)) continue
      const months = monthsIn(words)
      if (months !== undefined) return { months, words: words.trim(), at }
    }
  }
  return undefined
}

const longest = 6_000
const label =
  /\b(?:(?:policy )?review (?:frequency|cycle|period|schedule|interval|rhythm)|frequency of review|(?:policy )?review(?:ed)?)\s*[:|–]/i
const sentence =
  /\b(?:policy|procedures?|document|guidance|plan|statement|agreement|it)\b.{0,80}\breview|\breview\w*\b.{0,60}\b(?:this|the|our) (?:\w+ ){0,3}?(?:policy|procedures?|document|guidance|plan|statement|it)\b|\breview it\b/i

/** Undefined where no period is named. */
export function monthsIn(text: string): number | undefined {
  const [, count, unit] = every.exec(text) ?? []
  if (unit !== undefined) {
    const each = unit.toLowerCase().startsWith('year') ? 12 : unit.toLowerCase().startsWith('month') ? 1 : 4
    return each * countOf(count)
  }
  const [, years] = yearly.exec(text) ?? []
  if (years !== undefined) return 12 * countOf(years)
  return words.find(({ form }) => form.test(text))?.months
}

function countOf(word: string | undefined): number {
  if (word === undefined) return 1
  if (/^(?:other|second)$/i.test(word)) return 2
  if (/^third$/i.test(word)) return 3
  return /\d/.test(word) ? Number(word) : Math.max(1, numbers.indexOf(word.toLowerCase()))
}

/** Adds months: to a month gives a month, to a day gives the same day of the later month. */
export function countFrom(when: DayOrMonth, months: number): DayOrMonth | undefined {
  const later = addMonths(firstDayOf(when), months)
  return isMonth(when) ? parseDayOrMonth(later.slice(0, 7)) : addMonths(when, months)
}

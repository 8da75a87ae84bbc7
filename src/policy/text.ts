// A section as plain text, as the school wrote it: paragraphs, and list items with their own markers.
import type { SectionPart, Section } from './types.ts'

/**
 * The section's text without its title. Parts are separated by a blank line, and each list item is on its own line
 * after its marker. Gaps are left out, because their words are ours.
 */
export function textOf(section: Section): string {
  return section.parts.flatMap((part) => (part.kind === 'gap' ? [] : [linesOf(part).join('\n')])).join('\n\n')
}

/** A part, line by line. */
export function linesOf(part: SectionPart): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
    case 'gap':
      return part.text.split('\n')
    case 'list':
      return part.items.map((item, at) => `${markAt(part, at)} ${item}`)
  }
}

/** The marker before a list item: a bullet repeats, a number or letter counts on from the first item's. */
export function markAt({ ordered, mark }: { ordered: boolean; mark?: string }, at: number): string {
  return ordered ? countOn(mark ?? '1.', at) : (mark ?? '-')
}

/** `(b)` is one after `(a)`, and `iv.` two after `ii.`. A marker that does not count stays as it is. */
export function countOn(mark: string, by: number): string {
  const [, before = '', core = '', after = ''] = /^([^\p{L}\d]*)(\d{1,9}|[A-Za-z]{1,6})([^\p{L}\d]*)$/u.exec(mark) ?? []
  if (by === 0 || core === '') return mark
  return `${before}${/\d/.test(core) ? String(Number(core) + by) : countLetters(core, by)}${after}`
}

function countLetters(letters: string, by: number): string {
  const isUpper = letters === letters.toUpperCase()
  const lower = letters.toLowerCase()
  // A single i starts i, ii, iii far more often than it follows h.
  const isRoman = lower === 'i' || (lower.length > 1 && parseRoman(lower) !== undefined)
  const next = isRoman ? toRoman((parseRoman(lower) ?? 0) + by) : toLetters(letterNumber(lower) + by)
  return isUpper ? next.toUpperCase() : next
}

const romans: readonly (readonly [string, number])[] = [
  ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
] // prettier-ignore

/** The value of a lower-case Roman numeral below 400. */
export function parseRoman(text: string): number | undefined {
  let rest = text
  let value = 0
  for (const [sign, worth] of romans) {
    while (rest.startsWith(sign)) {
      rest = rest.slice(sign.length)
      value += worth
    }
  }
  return rest === '' && value > 0 && toRoman(value) === text ? value : undefined
}

/** A Roman numeral in lower case. */
export function toRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [sign, worth] of romans) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** a = 1, z = 26, aa = 27. */
function letterNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0)
}

/** 1 gives a and 27 gives aa; 0 gives an empty text. */
export function toLetters(value: number): string {
  return value <= 0 ? '' : toLetters(Math.floor((value - 1) / 26)) + String.fromCharCode(97 + ((value - 1) % 26))
}

// Headings that the file itself declares: by a style, an outline level, a tag or `#`. Only their numbers have to be
// read.
import { findDate } from './dates.ts'
import { looksLikeForm, looksLikeProse } from './looks.ts'
import { parseCounted, parseLabel, parsePath, type Numbered } from './marks.ts'
import { bareTitle, namesDocument, namesPart, namesPerson, namesSchool } from './names.ts'
import type { NumberedText } from './numbers.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock, Heading, Numbering } from './types.ts'

/** Undefined where the document has fewer than two such headings besides its title. */
export function findDeclared({ blocks }: NumberedText): Heading[] | undefined {
  const places = blocks.flatMap((block, at) => (block.level === undefined || isLabel(block) ? [] : [at]))
  const own = withoutTitles(blocks, places)
  if (own.length < 2) return undefined
  const headings: Heading[] = []
  let before = nothingBefore
  for (const at of own) {
    const { text = '', level = 1 } = blocks[at] ?? {}
    const { number, rest } = readNumbering(text, before)
    const isText = number !== undefined && rest.length > 100
    const title = rest === '' || isText ? undefined : rest
    const heading = { at, depth: depthOf(number, level, before), number, title, isText }
    headings.push(heading)
    before = after(before, heading)
  }
  return headings
}

/** What is asked of the headings before one. It is carried along, because a file may declare thousands. */
interface Before {
  /** The last whole number. */
  readonly value: number | undefined
  /** The last whole number or letter. */
  readonly counted: Numbering | undefined
  /** The depth of the last number, of whichever number of levels. */
  readonly over: number | undefined
  /** The least depth of all that have a number. */
  readonly outermost: number
}

const nothingBefore: Before = { value: undefined, counted: undefined, over: undefined, outermost: Infinity }

function after(before: Before, { number, depth }: Heading): Before {
  if (number === undefined) return before
  const { kind } = number
  return {
    value: kind === 'number' ? number.value : before.value,
    counted: kind === 'number' || kind === 'letter' ? number : before.counted,
    over: kind === 'number' || kind === 'path' ? depth : before.over,
    outermost: Math.min(before.outermost, depth),
  }
}

/** Text of a title page or a form, even though it is set like a heading. */
function isLabel({ text }: SourceBlock): boolean {
  if (isRecordLine(text) || looksLikeForm(text) || namesPerson(text) || !/\p{L}{2}|\p{L}$/u.test(text)) return true
  return findDate(text)?.text === text.trim()
}

/** The names of the school and the document at the top are not sections. */
function withoutTitles(blocks: readonly SourceBlock[], places: readonly number[]): readonly number[] {
  const levels = places.map((at) => blocks[at]?.level ?? 1)
  const textAt = (index: number) => blocks[places[index] ?? -1]?.text ?? ''
  if (isDocumentTitle(levels, textAt(0), textAt(1))) return places.slice(1)
  let from = 0
  while (from < places.length - 1 && isName(blocks, places, from)) from++
  return places.slice(from)
}

function isName(blocks: readonly SourceBlock[], places: readonly number[], index: number): boolean {
  const [at = 0, next = 0] = [places[index], places[index + 1]]
  const text = blocks[at]?.text ?? ''
  if (readNumbering(text, nothingBefore).number !== undefined) return false
  if (at > 12 || blocks.slice(0, at).some((block) => !block.plain && looksLikeProse(block.text))) return false
  if (namesSchool(text) && !blocks.slice(at + 1, next).some((block) => looksLikeProse(block.text))) return true
  const given = blocks
    .slice(0, 20)
    .map((block) => (block.plain ? /^title: (.*)/.exec(block.text)?.[1] : undefined))
    .find(Boolean)
  if (given !== undefined) return bareTitle(given) === bareTitle(text)
  return (
    namesDocument(text) &&
    !namesPart(text) &&
    blocks.slice(0, at).every((block) => block.level !== undefined || !namesDocument(block.text))
  )
}

/** A single first-level heading above deeper ones, or one without a number above numbered ones. */
function isDocumentTitle(levels: readonly number[], first: string, second: string): boolean {
  if (levels.length < 2) return false
  const [outermost = 1, ...others] = levels
  if (others.every((level) => level > outermost) && readNumbering(first, nothingBefore).number?.kind !== 'division')
    return true
  return (
    levels[0] === 1 &&
    readNumbering(first, nothingBefore).number === undefined &&
    readNumbering(second, nothingBefore).number !== undefined &&
    namesDocument(first) &&
    !namesPart(first)
  )
}

function readNumbering(text: string, before: Before): { number: Numbering | undefined; rest: string } {
  const label: Numbered | undefined = parseLabel(text) ?? parsePath(text)
  if (label !== undefined) return label
  const counted = parseCounted(text)
  if (counted === undefined) return { number: undefined, rest: text }
  const { kind, value, rest } = counted
  if (kind !== 'number') {
    const letter = counted.mark.replace(/[^A-Za-z]/g, '')
    if (counted.roman !== undefined && (letter.length > 1 || isNextRoman(counted.roman, before.counted)))
      return { number: { kind: 'number', value: counted.roman, roman: letter }, rest }
    return { number: { kind: 'letter', letter }, rest }
  }
  // "5 Golden rules" is a title; "5 Risks" after 4 is a number.
  const isBare = counted.style === '' && value > 1 && before.value !== value - 1
  return isBare ? { number: undefined, rest: text } : { number: { kind: 'number', value }, rest }
}

/** "I." and "V." are letters, unless they continue the Roman numeral before them or start a count. */
function isNextRoman(value: number, last: Numbering | undefined): boolean {
  if (last === undefined) return value === 1
  return last.kind === 'number' && last.roman !== undefined && last.value === value - 1
}

/** A small letter is below the number before it, however it is punctuated. */
function depthOf(number: Numbering | undefined, level: number, { over, outermost }: Before): number {
  if (number?.kind !== 'letter' || !/[a-z]/.test(number.letter)) return level
  return over === undefined || outermost < level ? level : over + 1
}

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
  for (const at of own) {
    const { text = '', level = 1 } = blocks[at] ?? {}
    const { number, rest } = readNumbering(text, headings)
    const isText = number !== undefined && rest.length > 100
    const title = rest === '' || isText ? undefined : rest
    headings.push({ at, depth: depthOf(number, level, headings), number, title, isText })
  }
  return headings
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
  if (readNumbering(text, []).number !== undefined) return false
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
  if (others.every((level) => level > outermost) && readNumbering(first, []).number?.kind !== 'division') return true
  return (
    levels[0] === 1 &&
    readNumbering(first, []).number === undefined &&
    readNumbering(second, []).number !== undefined &&
    namesDocument(first) &&
    !namesPart(first)
  )
}

function readNumbering(text: string, before: readonly Heading[]): { number: Numbering | undefined; rest: string } {
  const label: Numbered | undefined = parseLabel(text) ?? parsePath(text)
  if (label !== undefined) return label
  const counted = parseCounted(text)
  if (counted === undefined) return { number: undefined, rest: text }
  const { kind, value, rest } = counted
  if (kind !== 'number') {
    const letter = counted.mark.replace(/[^A-Za-z]/g, '')
    if (counted.roman !== undefined && (letter.length > 1 || isNextRoman(counted.roman, before)))
      return { number: { kind: 'number', value: counted.roman, roman: letter }, rest }
    return { number: { kind: 'letter', letter }, rest }
  }
  const numbers = before.flatMap(({ number }) => (number?.kind === 'number' ? [number.value] : []))
  // "5 Golden rules" is a title; "5 Risks" after 4 is a number.
  const isBare = counted.style === '' && value > 1 && numbers.at(-1) !== value - 1
  return isBare ? { number: undefined, rest: text } : { number: { kind: 'number', value }, rest }
}

/** "I." and "V." are letters, unless they continue the Roman numeral before them or start a count. */
function isNextRoman(value: number, before: readonly Heading[]): boolean {
  const last = before.findLast(({ number }) => number?.kind === 'number' || number?.kind === 'letter')?.number
  if (last === undefined) return value === 1
  return last.kind === 'number' && last.roman !== undefined && last.value === value - 1
}

/** A small letter is below the number before it, however it is punctuated. */
function depthOf(number: Numbering | undefined, level: number, before: readonly Heading[]): number {
  if (number?.kind !== 'letter' || !/[a-z]/.test(number.letter)) return level
  const over = before.findLast((each) => each.number?.kind === 'number' || each.number?.kind === 'path')
  const outer = before.findLast((each) => each.depth < level && each.number !== undefined)
  return over === undefined || outer !== undefined ? level : over.depth + 1
}

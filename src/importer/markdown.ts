// A Markdown document: its headings say themselves that they are headings, and only their numbers have to be read.
import { parseCounted, parseLabel, parsePath, type Numbered } from './marks.ts'
import type { Document } from './numbers.ts'
import type { Heading, Numbering } from './types.ts'

/** Undefined where the document has not at least two such headings besides its title. */
export function findMarkdownHeadings({ blocks }: Document): Heading[] | undefined {
  const places = blocks.flatMap(({ level }, at) => (level === undefined ? [] : [at]))
  const levels = places.map((at) => blocks[at]?.level ?? 1)
  const own = isDocumentTitle(levels, blocks[places[0] ?? 0]?.text ?? '', blocks[places[1] ?? 0]?.text ?? '')
    ? places.slice(1)
    : places
  if (own.length < 2) return undefined
  const headings: Heading[] = []
  for (const at of own) {
    const { text = '', level = 1 } = blocks[at] ?? {}
    const { number, rest } = readNumbering(text, headings)
    const title = rest === '' ? undefined : rest
    headings.push({ at, depth: depthOf(number, level, headings), number, title, isText: false })
  }
  return headings
}

/** A single heading of the first level over deeper ones, or one without a number over numbered ones. */
function isDocumentTitle(levels: readonly number[], first: string, second: string): boolean {
  if (levels[0] !== 1 || levels.length < 2) return false
  if (levels.slice(1).every((level) => level > 1)) return true
  return readNumbering(first, []).number === undefined && readNumbering(second, []).number !== undefined
}

function readNumbering(text: string, before: readonly Heading[]): { number: Numbering | undefined; rest: string } {
  const label: Numbered | undefined = parseLabel(text) ?? parsePath(text)
  if (label !== undefined) return label
  const counted = parseCounted(text)
  if (counted === undefined) return { number: undefined, rest: text }
  const { kind, value, rest } = counted
  if (kind !== 'number') {
    const letter = counted.mark.replace(/[^A-Za-z]/g, '')
    if (letter.length > 1 && counted.roman !== undefined)
      return { number: { kind: 'number', value: counted.roman }, rest }
    return { number: { kind: 'letter', letter }, rest }
  }
  const numbers = before.flatMap(({ number }) => (number?.kind === 'number' ? [number.value] : []))
  // "5 Golden rules" is a title; "5 Risks" after 4 is a number.
  const isBare = counted.style === '' && value > 1 && numbers.at(-1) !== value - 1
  return isBare ? { number: undefined, rest: text } : { number: { kind: 'number', value }, rest }
}

/** A small letter stands below the number before it, however many signs it has. */
function depthOf(number: Numbering | undefined, level: number, before: readonly Heading[]): number {
  if (number?.kind !== 'letter' || !/[a-z]/.test(number.letter)) return level
  const over = before.findLast((each) => each.number?.kind === 'number' || each.number?.kind === 'path')
  const outer = before.findLast((each) => each.depth < level && each.number !== undefined)
  return over === undefined || outer !== undefined ? level : over.depth + 1
}

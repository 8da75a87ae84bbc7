// Lines that begin with a number or a letter, each with a score for how much it looks like a heading among its
// neighbours.
import type { Candidate } from './chain.ts'
import { countWords, looksLikeProse, looksLikeRule, looksLikeTitle } from './looks.ts'
import { parseCounted, parseLabel, parsePath, type Numbered } from './marks.ts'
import type { SourceBlock } from './types.ts'

export interface Scored {
  readonly candidate: Candidate
  readonly rest: string
}

/** A stretch of blocks, [from, to). */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface NumberedText {
  readonly blocks: readonly SourceBlock[]
  /** Whether blank lines separate its paragraphs. */
  readonly airy: boolean
  /** Whether headings may directly follow text: blank lines do not separate its sentences. */
  readonly tight: boolean
  /** Whether its headings look like headings on the page: enough blocks do, and most do not. */
  readonly hasLooks: boolean
}

export function openDocument(blocks: readonly SourceBlock[]): NumberedText {
  const prose = blocks.filter(({ text, plain }) => !plain && looksLikeProse(text))
  const looking = blocks.filter(({ looks }) => looks !== undefined).length
  return {
    blocks,
    airy: blocks.filter(({ gap }) => gap).length > blocks.length / 3,
    tight: prose.filter(({ gap }) => gap).length < prose.length / 3,
    hasLooks: looking >= 3 && looking < blocks.length * 0.5,
  }
}

type Read = (text: string) => { value: number; style: string; rest: string } | undefined

/** "1. Text", "2.0 Text". */
export const readNumber: Read = (text) => {
  const path = readPath(text)
  if (path?.number.kind === 'number') return { value: path.number.value, style: '.0', rest: path.rest }
  const counted = path === undefined ? parseCounted(text) : undefined
  return counted?.kind === 'number' ? { value: counted.value, style: counted.style, rest: counted.rest } : undefined
}

/** "A. Text". */
export const readCapital: Read = (text) => {
  const counted = parseCounted(text)
  if (counted?.kind !== 'upper' || counted.value === 0) return undefined
  return { value: counted.value, style: `A${counted.style}`, rest: counted.rest }
}

/** "a. Text", "(b) Text". */
export const readLetter: Read = (text) => {
  const counted = parseCounted(text)
  if (counted?.kind !== 'lower' || counted.value === 0) return undefined
  return { value: counted.value, style: `a${counted.style}`, rest: counted.rest }
}

/** "IV. Text". */
export const readRoman: Read = (text) => {
  const counted = parseCounted(text)
  if (counted?.kind !== 'upper' || counted.roman === undefined) return undefined
  return { value: counted.roman, style: `I${counted.style}`, rest: counted.rest }
}

/** "Part 2: Text", "Section 3". */
export const readDivision: Read = (text) => {
  const label = parseLabel(text)
  if (label?.number.kind !== 'division') return undefined
  const { word, name } = label.number
  const value = /\d/.test(name) ? Number(name) : name.charCodeAt(0) - 64
  return { value, style: word, rest: label.rest }
}

/** "8.1 Text", "6.a Text". */
export function readPath(text: string): Numbered | undefined {
  return parsePath(text)
}

/** Long documents number all their paragraphs; a year is not a count. */
const mostNumber = 999

/** Every block of the range that `read` can read, with its score. */
export function candidatesIn({ blocks, hasLooks }: NumberedText, { from, to }: Range, read: Read): Scored[] {
  const found: { at: number; value: number; style: string; rest: string }[] = []
  for (let at = from; at < to; at++) {
    const block = blocks[at]
    if (block === undefined || block.plain || block.level !== undefined || block.isBullet === true) continue
    const number = read(block.text)
    if (number !== undefined && number.value <= mostNumber) found.push({ at, ...number })
  }
  const runs = runsOf(found)
  const alone = found.filter((each, index) => runs[index]?.length === 1 && looksLikeTitle(each.rest))
  const airy = alone.filter(({ at }) => blocks[at]?.gap).length * 2 >= alone.length
  return found.flatMap((each, index) => {
    const score = scoreOf(each, { blocks, airy, hasLooks, to, run: runs[index] ?? single })
    return score === undefined
      ? []
      : [{ rest: each.rest, candidate: { at: each.at, value: each.value, style: each.style, score } }]
  })
}

interface Run {
  readonly length: number
  /** The value it starts with. */
  readonly first: number
}

const single: Run = { length: 1, first: 0 }

/** For each candidate the run of neighbours that it belongs to: lists are dense, headings have text between them. */
function runsOf(found: readonly { at: number; value: number; style: string }[]): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < found.length;) {
    let to = from + 1
    while (isNext(found[to - 1], found[to])) to++
    const run = { length: to - from, first: found[from]?.value ?? 0 }
    for (let at = from; at < to; at++) runs.push(run)
    from = to
  }
  return runs
}

type Placed = { at: number; value: number; style: string } | undefined

function isNext(before: Placed, after: Placed): boolean {
  if (before === undefined || after === undefined) return false
  return after.at === before.at + 1 && after.value === before.value + 1 && after.style === before.style
}

function scoreOf(
  { at, rest, style }: { at: number; rest: string; style: string },
  {
    blocks,
    airy,
    hasLooks,
    to,
    run,
  }: { blocks: readonly SourceBlock[]; airy: boolean; hasLooks: boolean; to: number; run: Run },
): number | undefined {
  const block = blocks[at]
  if (block === undefined) return undefined
  const isLabel = /^(?:Section|Part|Chapter)$/.test(style)
  const isTitle = looksLikeTitle(rest) || (isLabel && rest === '')
  if ((style === '' || style === '-') && !isTitle) return undefined
  let score = wordsScore(rest, isTitle)
  if (airy) score += block.gap ? 1 : -1
  if (isLabel) score += 2
  if (hasLooks) score += block.looks === undefined ? -2 : 3
  if (block.indent >= 4) score -= 2
  const looksOwn = hasLooks && block.looks !== undefined
  score += runScore(run, { isLast: at + 1 >= to, looksOwn })
  if (/[:]$/.test(blocks[at - 1]?.text ?? '') && !looksLikeTitle(blocks[at - 1]?.text ?? '')) score -= 3
  return score
}

function wordsScore(rest: string, isTitle: boolean): number {
  if (isTitle) return looksLikeRule(rest) ? 1 : 3
  if (/[;,]$/.test(rest) || /^\p{Ll}/u.test(rest)) return -4
  if (countWords(rest) <= 4) return 1
  return countWords(rest) > 25 ? -2 : -1
}

/** Items come in runs; a heading stands alone, above something. */
function runScore({ length, first }: Run, { isLast, looksOwn }: { isLast: boolean; looksOwn: boolean }): number {
  if (length === 1) return isLast ? -1 : 2
  if (looksOwn) return 0
  return -runPenalty({ length, first })
}

function runPenalty({ length, first }: Run): number {
  if (first <= 1) return 8
  return length === 2 ? 2 : 6
}

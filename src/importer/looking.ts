// Headings without a number that only look like headings on the page: larger, bold or set apart from the text.
import {
  countWords,
  leastLarge,
  isCapitals,
  looksLikeForm,
  looksLikeProse,
  looksLikeRule,
  looksLikeTitle,
  placeOfLargest,
} from './looks.ts'
import { parseBullet, parseCounted } from './marks.ts'
import { namesDocument, namesPart, namesPerson, namesSchool } from './names.ts'
import type { NumberedText } from './numbers.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock, Heading } from './types.ts'

/** `headings` are those known already, in order; their blocks are left out. */
export function findLooking({ blocks, hasLooks }: NumberedText, headings: readonly Heading[]): Heading[] {
  if (!hasLooks) return []
  const known = new Map(headings.map((heading) => [heading.at, heading]))
  const start = textStart(blocks, headings[0]?.at)
  const found: Heading[] = []
  let larger = 0
  const open: { depth: number; looks: number | undefined }[] = []
  for (const [at, block] of blocks.entries()) {
    const heading = known.get(at)
    if (heading !== undefined) {
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
      open.push({ depth: heading.depth, looks: block.looks === undefined ? undefined : rankOf(block) })
      continue
    }
    if (at < start || !(isOverText(block, blocks[at + 1]) || isContainer(blocks, at))) continue
    const looks = rankOf(block)
    while (open.length > 0 && (open.at(-1)?.looks ?? 0) >= looks) open.pop()
    const depth = (open.at(-1)?.depth ?? 0) + 1
    if (looks <= 6) larger++
    found.push({ at, depth, number: undefined, title: block.text.replace(/\s*:$/, ''), isText: false })
    open.push({ depth, looks })
  }
  // A single bold line does not show how the document sets its headings.
  return larger === 0 && found.length < 2 ? [] : found
}

/** The first block after the title page: names of the school and the document look like headings as well. */
function textStart(blocks: readonly SourceBlock[], first: number | undefined): number {
  const prose = blocks.findIndex(({ text, plain }) => !plain && looksLikeProse(text) && !isRecordLine(text))
  const title = placeOfLargest(blocks)
  const end = Math.min(first ?? blocks.length, prose === -1 ? blocks.length : prose)
  for (let at = end - 1; at >= 0; at--) {
    const text = blocks[at]?.text ?? ''
    if (
      namesSchool(text) ||
      (namesDocument(text) && !namesPart(text)) ||
      isRecordLine(text) ||
      blocks[at]?.isTitle === true ||
      blocks[at]?.plain === true ||
      at === title
    )
      return at + 1
  }
  return Math.max(0, end - 1)
}

/** Smaller for what stands out more: a level in the file, otherwise the size of its letters, and capitals. */
function rankOf({ text, looks = 9, size = 1 }: SourceBlock): number {
  if (looks <= 6) return looks
  return looks - Math.min(2, Math.max(0, size - 1)) - (isCapitals(text) ? 0.5 : 0)
}

/**
 * "Responsibilities" directly above "The headteacher", which has text below it. On a PDF page the two may be the lines
 * of one heading, unless the first stands out more.
 */
function isContainer(blocks: readonly SourceBlock[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (block === undefined || next?.looks === undefined) return false
  const standsOut = rankOf(block) - rankOf(next)
  if (standsOut > 0 || (standsOut === 0 && block.page !== undefined)) return false
  return isHeading(block, true) && isOverText(next, blocks[at + 2])
}

function isOverText(block: SourceBlock, next: SourceBlock | undefined): boolean {
  if (next === undefined) return false
  // Bold words alone: only above text that is not bold, and not an instruction.
  const isOver =
    next.looks === undefined &&
    (looksLikeProse(next.text) ||
      /\s.*:$/.test(next.text) ||
      next.isBullet === true ||
      next.plain ||
      parseBullet(next.text) !== undefined)
  return isHeading(block, isOver)
}

/** `isOver`: below it there is something that a heading may stand above. */
function isHeading({ text, plain, level, looks, isBullet, isTitle, size = 1 }: SourceBlock, isOver: boolean): boolean {
  if (looks === undefined || plain || level !== undefined || isBullet === true || isTitle === true) return false
  const bare = text.replace(/\s*:$/, '')
  if (parseBullet(bare) !== undefined || parseCounted(bare) !== undefined) return false
  if (isRecordLine(text) || looksLikeForm(text) || namesPerson(text) || /@|https?:|www\./.test(text)) return false
  const isQuestion = /^\p{Lu}[^.?!]{3,90}\?$/u.test(bare)
  if (!isQuestion && !looksLikeTitle(bare)) return false
  if (looks <= 6) return true
  return isOver && countWords(bare) <= 10 && (size >= leastLarge || !looksLikeRule(bare))
}

// Headings without a number that only look like headings on the page: larger, bold or apart from the text.
import { countWords, looksLikeForm, looksLikeProse, looksLikeRule, looksLikeTitle } from './looks.ts'
import { parseBullet, parseCounted } from './marks.ts'
import { namesDocument, namesPerson, namesSchool } from './names.ts'
import type { Document } from './numbers.ts'
import { isRecordLine } from './record.ts'
import type { Block, Heading } from './types.ts'

/** `headings` are the ones that are known already, in order; theirs are left out. */
export function findLooking({ blocks, hasLooks }: Document, headings: readonly Heading[]): Heading[] {
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
      open.push({ depth: heading.depth, looks: block.looks })
      continue
    }
    if (at < start || !looksLikeHeading(block, blocks[at + 1])) continue
    const looks = block.looks ?? 9
    while (open.length > 0 && (open.at(-1)?.looks ?? 0) >= looks) open.pop()
    const depth = (open.at(-1)?.depth ?? 0) + 1
    if (looks <= 6) larger++
    found.push({ at, depth, number: undefined, title: block.text.replace(/\s*:$/, ''), isText: false })
    open.push({ depth, looks })
  }
  // A single line in bold is no way of setting headings.
  return larger === 0 && found.length < 2 ? [] : found
}

/** The first block behind the title page: names of the school and the document look like headings as well. */
function textStart(blocks: readonly Block[], first: number | undefined): number {
  const prose = blocks.findIndex(({ text, plain }) => !plain && looksLikeProse(text) && !isRecordLine(text))
  const end = Math.min(first ?? blocks.length, prose === -1 ? blocks.length : prose)
  for (let at = end - 1; at >= 0; at--) {
    const text = blocks[at]?.text ?? ''
    if (
      namesSchool(text) ||
      namesDocument(text) ||
      isRecordLine(text) ||
      blocks[at]?.isTitle === true ||
      blocks[at]?.plain === true
    )
      return at + 1
  }
  return Math.max(0, end - 1)
}

function looksLikeHeading(block: Block, next: Block | undefined): boolean {
  const { text, plain, level, looks, isBullet, isTitle } = block
  if (
    looks === undefined ||
    plain ||
    level !== undefined ||
    isBullet === true ||
    isTitle === true ||
    next === undefined
  )
    return false
  const bare = text.replace(/\s*:$/, '')
  if (parseBullet(bare) !== undefined || parseCounted(bare) !== undefined) return false
  if (isRecordLine(text) || looksLikeForm(text) || namesPerson(text) || /@|https?:|www\./.test(text)) return false
  const isQuestion = /^\p{Lu}[^.?!]{3,90}\?$/u.test(bare)
  if (!isQuestion && !looksLikeTitle(bare)) return false
  if (looks <= 6) return true
  // Bold words alone: only over a text that is not bold, and no instruction.
  const isOver =
    next.looks === undefined &&
    (looksLikeProse(next.text) || next.isBullet === true || next.plain || parseBullet(next.text) !== undefined)
  return isOver && countWords(bare) <= 10 && !looksLikeRule(bare)
}

// Turns lines into blocks: joins wrapped lines again, and keeps apart what the author kept apart.
import { isBareBullet, parseBullet, parseCounted, parseLabel, parsePath } from './marks.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock, TextLine } from './types.ts'

/** Every word of every line is in exactly one block, in order. */
export function joinLines(given: readonly TextLine[]): SourceBlock[] {
  const lines = given.map(lookAt)
  const width = wrapWidth(lines)
  const blocks: SourceBlock[] = []
  let open: Open | undefined
  for (const next of lines) {
    if (open !== undefined && goesOn(next, open, width)) {
      open.texts.push(next.line.text)
      open.length += next.line.text.length + 1
      open.last = next
      continue
    }
    if (open !== undefined) blocks.push(closed(open))
    open = { first: next, last: next, texts: [next.line.text], length: next.line.text.length }
  }
  if (open !== undefined) blocks.push(closed(open))
  return blocks
}

/** What is asked of a line more than once. */
interface Looked {
  readonly line: TextLine
  readonly mark: Mark
  readonly isRecord: boolean
}

function lookAt(line: TextLine): Looked {
  return { line, mark: markOf(line.text), isRecord: isRecordLine(line.text) }
}

/** A block that is being put together. */
interface Open {
  readonly first: Looked
  /** The line that the next one may continue. */
  last: Looked
  readonly texts: string[]
  /** Of the texts with spaces between them. */
  length: number
}

/** Most blocks are one line, which is not copied: a long file has hundreds of thousands. */
function closed({ first: { line }, texts }: Open): SourceBlock {
  return texts.length === 1 ? line : { ...line, text: texts.join(' ') }
}

type Mark = 'bullet' | 'bare' | 'number' | undefined

/** The number of columns at which the text was wrapped; undefined where each paragraph is one line. */
function wrapWidth(lines: readonly Looked[]): number | undefined {
  let width = 0
  for (const [at, { line }] of lines.entries()) {
    const next = lines[at + 1]
    if (next === undefined || next.line.gap || line.plain || next.line.plain) continue
    const length = lengthOf(line)
    if (length <= width || length > 130) continue
    const isOpen = /[^.:;!?]$/.test(line.text) && /^\p{Ll}/u.test(next.line.text) && next.mark === undefined
    if (isOpen) width = length
  }
  return width >= 45 ? width : undefined
}

function lengthOf({ indent, text }: TextLine): number {
  return indent + text.length
}

function markOf(text: string): Mark {
  if (isBareBullet(text)) return 'bare'
  if (parseBullet(text) !== undefined) return 'bullet'
  const isNumbered = parseCounted(text) !== undefined || parsePath(text) !== undefined || parseLabel(text) !== undefined
  return isNumbered ? 'number' : undefined
}

function goesOn({ line, mark, isRecord }: Looked, before: Open, width: number | undefined): boolean {
  if (line.joins === true) return true
  const { first, last, length, texts } = before
  if (line.gap || line.plain || first.line.plain || line.level !== undefined || first.line.level !== undefined)
    return false
  if (length > mostJoined) return false
  // Each line of a record stands alone.
  if (isRecord || last.isRecord) return false
  if (isCrossReference(line, before)) return true
  if (first.mark === 'bare' && texts.length === 1) return mark === undefined
  if (mark === 'bare') return false
  if (mark !== undefined) return isAccident(line, before, width)
  if (line.indent >= first.line.indent + 2 && isUnderMark(line, first)) return true
  return isWrapped(line, last.line, width)
}

// No paragraph is longer than this. Without a limit, joining long files would take longer than reading them.
const mostJoined = 20_000

/** "… are listed in" / "Appendix 1.": the sentence clearly continues, whatever the next line begins with. */
function isCrossReference(line: TextLine, { last: { line: last }, length }: Open): boolean {
  if (parseLabel(line.text) === undefined && !/^(?:Appendix|Annexe?|Schedule|Section|Part)\s\w{1,3}\b/.test(line.text))
    return false
  return opensReference.test(last.text) || (length >= 30 && /[\p{Ll},]$/u.test(last.text))
}

const opensReference =
  /\b(?:of|in|the|and|or|to|for|with|by|a|an|at|on|from|see|under|per|also|both|following|section|appendix|schedule|our|its)$/i

/** Text indented below a bullet belongs to it; text indented below a number may also be the text under a heading. */
function isUnderMark(line: TextLine, before: Looked): boolean {
  if (before.mark === 'bullet' || before.mark === 'bare') return true
  return before.mark === 'number' && /^\p{Ll}/u.test(line.text)
}

/** Whether the next word would not have fitted, or the sentence clearly continues. */
function isWrapped(line: TextLine, last: TextLine, width: number | undefined): boolean {
  if (width === undefined) return false
  const length = lengthOf(last)
  const word = line.text.split(' ', 1)[0] ?? ''
  if (length > 130) return false
  if (length + 1 + word.length > width) return true
  return length >= 40 && /[^.:;!?]$/.test(last.text) && /^\p{Ll}/u.test(line.text)
}

/** A wrapped sentence may happen to begin a line with "– and", "12. " or "3.1 of". */
function isAccident(line: TextLine, before: Open, width: number | undefined): boolean {
  const { first, last } = before
  if (!isWrapped(line, last.line, width) || first.mark !== undefined || /[.:;!?]$/.test(last.line.text)) return false
  const bullet = parseBullet(line.text)
  if (bullet !== undefined) return /[–—−]/.test(bullet.mark)
  const counted = parseCounted(line.text)
  if (counted !== undefined) return counted.value > 1 || counted.style === ''
  return parseLabel(line.text) === undefined && /^\p{Ll}/u.test(parsePath(line.text)?.rest ?? 'X')
}

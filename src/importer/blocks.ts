// Turns lines into blocks: joins wrapped lines again, and keeps apart what the author kept apart.
import { isBareBullet, parseBullet, parseCounted, parseLabel, parsePath } from './marks.ts'
import { isRecordLine } from './record.ts'
import type { SourceBlock, TextLine } from './types.ts'

/** Every word of every line is in exactly one block, in order. */
export function joinLines(lines: readonly TextLine[]): SourceBlock[] {
  const width = wrapWidth(lines)
  const blocks: Open[] = []
  for (const line of lines) {
    const before = blocks.at(-1)
    if (before !== undefined && goesOn(line, before, width)) {
      blocks[blocks.length - 1] = { ...before, text: `${before.text} ${line.text}`, last: line }
      continue
    }
    const { joins: _, isFirst: __, ...block } = line
    blocks.push({ ...block, last: line, mark: markOf(line.text) })
  }
  return blocks.map(({ last: _, mark: __, ...block }) => block)
}

interface Open extends SourceBlock {
  /** The line that the next one may continue. */
  readonly last: TextLine
  readonly mark: Mark
}

type Mark = 'bullet' | 'bare' | 'number' | undefined

/** The number of columns at which the text was wrapped; undefined where each paragraph is one line. */
function wrapWidth(lines: readonly TextLine[]): number | undefined {
  const lengths = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || next.gap || line.plain || next.plain || lengthOf(line) > 130) return []
    const isOpen = /[^.:;!?]$/.test(line.text) && /^\p{Ll}/u.test(next.text) && markOf(next.text) === undefined
    return isOpen ? [lengthOf(line)] : []
  })
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
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

function goesOn(line: TextLine, before: Open, width: number | undefined): boolean {
  if (line.joins === true) return true
  if (line.gap || line.plain || before.plain || line.level !== undefined || before.level !== undefined) return false
  if (before.text.length > mostJoined) return false
  // Each line of a record stands alone.
  if (isRecordLine(line.text) || isRecordLine(before.last.text)) return false
  if (isCrossReference(line, before)) return true
  const mark = markOf(line.text)
  if (before.mark === 'bare' && before.text === before.last.text) return mark === undefined
  if (mark === 'bare') return false
  if (mark !== undefined) return isAccident(line, before, width)
  if (line.indent >= before.indent + 2 && isUnderMark(line, before)) return true
  return isWrapped(line, before.last, width)
}

// No paragraph is longer than this. Without a limit, joining long files would take longer than reading them.
const mostJoined = 20_000

/** "… are listed in" / "Appendix 1.": the sentence clearly continues, whatever the next line begins with. */
function isCrossReference(line: TextLine, { last, text }: Open): boolean {
  if (parseLabel(line.text) === undefined && !/^(?:Appendix|Annexe?|Schedule|Section|Part)\s\w{1,3}\b/.test(line.text))
    return false
  return opensReference.test(last.text) || (text.length >= 30 && /[\p{Ll},]$/u.test(last.text))
}

const opensReference =
  /\b(?:of|in|the|and|or|to|for|with|by|a|an|at|on|from|see|under|per|also|both|following|section|appendix|schedule|our|its)$/i

/** Text indented below a bullet belongs to it; text indented below a number may also be the text under a heading. */
function isUnderMark(line: TextLine, before: Open): boolean {
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
  if (!isWrapped(line, before.last, width) || before.mark !== undefined || /[.:;!?]$/.test(before.last.text))
    return false
  const bullet = parseBullet(line.text)
  if (bullet !== undefined) return /[–—−]/.test(bullet.mark)
  const counted = parseCounted(line.text)
  if (counted !== undefined) return counted.value > 1 || counted.style === ''
  return parseLabel(line.text) === undefined && /^\p{Ll}/u.test(parsePath(line.text)?.rest ?? 'X')
}

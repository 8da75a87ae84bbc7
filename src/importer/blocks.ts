// Lines → blocks: puts wrapped lines together again, and keeps apart what its author kept apart.
import { isBareBullet, parseBullet, parseCounted, parseLabel, parsePath } from './marks.ts'
import { isRecordLine } from './record.ts'
import type { Block, Line } from './types.ts'

/** Every word of every line is in exactly one block, in order. */
export function joinLines(given: readonly Line[], { isMarkdown }: { isMarkdown: boolean }): Block[] {
  const lines = isMarkdown ? given.map(withoutNotation) : given
  const width = wrapWidth(lines)
  const blocks: Open[] = []
  let fenced = false
  for (const line of lines) {
    const isFence = /^(?:```|~~~)/.test(line.text)
    const plain = fenced || isFence
    if (isFence) fenced = !fenced
    const before = blocks.at(-1)
    if (before !== undefined && isUnderline(line, before)) {
      blocks[blocks.length - 1] = { ...before, level: line.text.startsWith('=') ? 1 : 2, last: line }
      continue
    }
    if (before !== undefined && !plain && goesOn(line, before, width)) {
      blocks[blocks.length - 1] = { ...before, text: `${before.text} ${line.text}`, last: line }
      continue
    }
    const heading = plain ? undefined : readHeading(line)
    const text = heading?.text ?? line.text
    const { no, gap, indent } = line
    blocks.push({ no, text, gap, plain, level: heading?.level, indent, last: line, mark: markOf(line.text) })
  }
  return blocks.map(({ last: _, mark: __, ...block }) => block)
}

interface Open extends Block {
  /** The line that the next one may go on from. */
  readonly last: Line
  readonly mark: Mark
}

type Mark = 'bullet' | 'bare' | 'number' | undefined

/** In Markdown `**1. Context**` and `1\\. Context` are "1. Context", set in bold or escaped. */
function withoutNotation(line: Line): Line {
  const [, signs = '', words = line.text] = /^(#{1,6}\s+)?(.*)$/.exec(line.text) ?? []
  const bold = /^(\*\*|__)((?:(?!\1).)+)\1(:?)$/.exec(words)
  const text = bold === null ? words : `${bold[2] ?? ''}${bold[3] ?? ''}`
  return { ...line, text: `${signs}${text.replace(/^(\(?[\dA-Za-z.]{1,6})\\([.)])/, '$1$2')}` }
}

function readHeading({ text, indent }: Line): { text: string; level: number } | undefined {
  const [, signs, words] = /^(#{1,6})\s+(\S.*)$/.exec(text) ?? []
  if (signs === undefined || words === undefined || indent > 3) return undefined
  return { level: signs.length, text: words.replace(/\s+#+$/, '') }
}

/** A heading that is underlined with `===` or `---`. */
function isUnderline({ text, gap }: Line, before: Open): boolean {
  if (gap || !/^(?:={3,}|-{3,})$/.test(text) || before.level !== undefined || before.plain) return false
  return (
    before.text === before.last.text &&
    before.text.length <= 80 &&
    parseBullet(before.text) === undefined &&
    /^[^:]*[\p{L}\p{N}]$/u.test(before.text)
  )
}

/** How many columns the text was wrapped at; undefined where each paragraph is one line. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const lengths = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    if (next === undefined || next.gap || line.raw.length > 130) return []
    const isOpen = /[^.:;!?]$/.test(line.text) && /^\p{Ll}/u.test(next.text) && markOf(next.text) === undefined
    return isOpen ? [line.raw.trimEnd().length] : []
  })
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
  return width >= 45 ? width : undefined
}

function markOf(text: string): Mark {
  if (isBareBullet(text)) return 'bare'
  if (parseBullet(text) !== undefined) return 'bullet'
  const isNumbered = parseCounted(text) !== undefined || parsePath(text) !== undefined || parseLabel(text) !== undefined
  return isNumbered ? 'number' : undefined
}

function goesOn(line: Line, before: Open, width: number | undefined): boolean {
  if (line.joins === true) return true
  if (line.gap || before.plain || before.level !== undefined) return false
  if (/^(?:#{1,6}\s|\||>)/.test(line.text) || before.last.text.endsWith('|')) return false
  // Each line of a record stands for itself.
  if (isRecordLine(line.text) || isRecordLine(before.last.text)) return false
  const mark = markOf(line.text)
  if (before.mark === 'bare' && before.text === before.last.text) return mark === undefined
  if (mark === 'bare') return false
  if (mark !== undefined) return isAccident(line, before, width)
  if (line.indent >= before.indent + 2 && isUnderMark(line, before)) return true
  return isWrapped(line, before.last, width)
}

/** What stands in from a bullet belongs to it; in from a number it may as well be the text under a heading. */
function isUnderMark(line: Line, before: Open): boolean {
  if (before.mark === 'bullet' || before.mark === 'bare') return true
  return before.mark === 'number' && /^\p{Ll}/u.test(line.text)
}

/** Whether the next word would not have fitted, or the sentence plainly runs on. */
function isWrapped(line: Line, last: Line, width: number | undefined): boolean {
  if (width === undefined) return false
  const length = last.raw.trimEnd().length
  const word = line.text.split(' ', 1)[0] ?? ''
  if (length > 130) return false
  if (length + 1 + word.length > width) return true
  return length >= 40 && /[^.:;!?]$/.test(last.text) && /^\p{Ll}/u.test(line.text)
}

/** A wrapped sentence may begin a line with "– and", "12. " or "3.1 of" by accident. */
function isAccident(line: Line, before: Open, width: number | undefined): boolean {
  if (!isWrapped(line, before.last, width) || before.mark !== undefined || /[.:;!?]$/.test(before.last.text))
    return false
  const bullet = parseBullet(line.text)
  if (bullet !== undefined) return /[–—−]/.test(bullet.mark)
  const counted = parseCounted(line.text)
  if (counted !== undefined) return counted.value > 1 || counted.style === ''
  return parseLabel(line.text) === undefined && /^\p{Ll}/u.test(parsePath(line.text)?.rest ?? 'X')
}

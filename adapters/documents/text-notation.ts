// What the notation of a text file means: headings by `#` or underlining, tables by `|`, and in Markdown bullets.
import { defined } from '../../src/kit/defined.ts'
import type { TextLine } from './text-lines.ts'

/** `text` is the line without its notation. */
export type Notation = { readonly text: string; readonly isBold?: true } & (
  | { readonly kind: 'plain' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly mark: string }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly string[]; readonly isHeader: boolean }
)

/** The meaning of each line; undefined where it holds notation only, or was joined to the line before. */
export function readNotation(
  lines: readonly TextLine[],
  { isMarkdown }: { isMarkdown: boolean },
): (Notation | undefined)[] {
  const found: (Notation | undefined)[] = []
  let table = firstTable
  while (found.length < lines.length) {
    const at = found.length
    const before = found.at(-1)
    const fence = fenceLength(lines, at)
    if (fence > 0) found.push(...verbatim(lines.slice(at, at + fence)))
    else if (isPiped(lines, at, before)) {
      const isHeader = before?.kind !== 'row' || lines[at]?.gap === true
      if (isHeader) table++
      found.push(...pipedRow(lines, at, { table, isHeader }))
    } else found.push(...ofLine(lines, at, isMarkdown))
  }
  return found
}

/** A heading includes the line that underlines it. */
function ofLine(lines: readonly TextLine[], at: number, isMarkdown: boolean): (Notation | undefined)[] {
  const [line, next] = [lines[at], lines[at + 1]]
  if (line === undefined) return [undefined]
  const heading = underlined(line, next)
  return heading === undefined ? [plainNotation(line, isMarkdown)] : [heading, undefined]
}

/** Fenced lines are one piece of text, and nothing in them is notation. */
function verbatim(lines: readonly TextLine[]): (Notation | undefined)[] {
  const text = lines.map((line) => line.text).join('\n')
  return lines.map((_, at) => (at === 0 ? { kind: 'plain', text } : undefined))
}

// Tables made with white space are counted from 0.
const firstTable = 1_000_000

/** How many lines the fenced block takes that begins here. */
function fenceLength(lines: readonly TextLine[], at: number): number {
  const sign = /^(```|~~~)/.exec(lines[at]?.text ?? '')?.[1]
  if (sign === undefined) return 0
  let end = at + 1
  while (end < lines.length && lines[end]?.text.startsWith(sign) !== true) end++
  return Math.min(end, lines.length - 1) - at + 1
}

function plainNotation(line: TextLine, isMarkdown: boolean): Notation | undefined {
  const { text, indent } = line
  const [, signs, words] = /^(#{1,6})\s+(\S.*)$/.exec(text) ?? []
  if (signs !== undefined && words !== undefined && indent <= 3)
    return { kind: 'heading', level: signs.length, text: words.replace(/\s+#+$/, '') }
  if (!isMarkdown) return { kind: 'plain', text }
  if (/^(?:[-*_] ?){3,}$/.test(text)) return undefined
  const [, mark, rest] = /^([-*+])\s+(\S.*)$/.exec(text) ?? []
  if (mark !== undefined && rest !== undefined) return { kind: 'item', mark, text: rest }
  const isBold = /^(\*\*|__)(?:(?!\1).){1,200}\1:?$/.test(text)
  return { kind: 'plain', text: text.replace(/^(?:>\s?)+/, ''), ...defined({ isBold: isBold ? isBold : undefined }) }
}

/** A heading that is underlined with `===` or `---`. */
function underlined(line: TextLine, next: TextLine | undefined): Notation | undefined {
  if (!isUnderline(next, line)) return undefined
  return { kind: 'heading', level: next?.text.startsWith('=') ? 1 : 2, text: line.text.replace(/^#+\s+/, '') }
}

function isUnderline(line: TextLine | undefined, before: TextLine | undefined): boolean {
  if (line === undefined || before === undefined || line.gap || !/^(?:={3,}|-{3,})$/.test(line.text)) return false
  return before.text.length <= 80 && /^[^:]*[\p{L}\p{N}*_]$/u.test(before.text) && !/^[-*+•o]\s/.test(before.text)
}

/** Between bars on both sides, or directly above or below such a line. */
function isPiped(lines: readonly TextLine[], at: number, before: Notation | undefined): boolean {
  const text = lines[at]?.text ?? ''
  if (/^\|.*\|$/.test(text)) return true
  return text.includes('|') && (before?.kind === 'row' || isDelimiter(lines[at + 1]?.text ?? ''))
}

function isDelimiter(text: string): boolean {
  return text.includes('|') && /^\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:? ?)?$/.test(text)
}

/** The row, and the line under it that only says where its columns are. */
function pipedRow(
  lines: readonly TextLine[],
  at: number,
  { table, isHeader }: { table: number; isHeader: boolean },
): (Notation | undefined)[] {
  const text = lines[at]?.text ?? ''
  if (isDelimiter(text)) return [undefined]
  const cells = text
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
  const row: Notation = { kind: 'row', table, cells, isHeader, text: cells.join(' | ') }
  return isDelimiter(lines[at + 1]?.text ?? '') ? [row, undefined] : [row]
}

// What the signs of a text file say themselves: headings by `#` or underlined, tables by `|`, and in Markdown bullets.
import type { TextLine } from './text-lines.ts'

/** `text` is the line without its signs. */
export type Notation = { readonly text: string; readonly isBold?: true } & (
  | { readonly kind: 'plain' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'item'; readonly mark: string }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly string[]; readonly isHeader: boolean }
)

/** For each line what it is; undefined where it holds signs alone, or was joined to the line before. */
export function readNotation(
  lines: readonly TextLine[],
  { isMarkdown }: { isMarkdown: boolean },
): (Notation | undefined)[] {
  const found: (Notation | undefined)[] = []
  let table = firstTable
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined) break
    const fence = fenceLength(lines, at)
    if (fence > 0) {
      found.push({
        kind: 'plain',
        text: lines
          .slice(at, at + fence)
          .map(({ text }) => text)
          .join('\n'),
      })
      for (let each = 1; each < fence; each++) found.push(undefined)
      at += fence
      continue
    }
    const before = found.at(-1)
    if (isPiped(line.text, lines[at + 1]?.text, before)) {
      const isHeader = before?.kind !== 'row' || line.gap
      if (isHeader) table++
      found.push(isDelimiter(line.text) ? undefined : pipedRow(line.text, { table, isHeader }))
      if (isDelimiter(lines[at + 1]?.text ?? '')) {
        found.push(undefined)
        at++
      }
    } else found.push(underlined(line, lines[at + 1]) ?? plainNotation(line, isMarkdown))
    at += 1
    if (found.at(-1)?.kind === 'heading' && isUnderline(lines[at], lines[at - 1])) {
      found.push(undefined)
      at++
    }
  }
  return found
}

// Tables drawn with white space are counted from 0.
const firstTable = 1_000_000

/** How many lines a fenced stretch takes that begins here. */
function fenceLength(lines: readonly TextLine[], at: number): number {
  const sign = /^(```|~~~)/.exec(lines[at]?.text ?? '')?.[1]
  if (sign === undefined) return 0
  const end = lines.findIndex((line, each) => each > at && line.text.startsWith(sign))
  return (end === -1 ? lines.length - 1 : end) - at + 1
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
  return { kind: 'plain', text: text.replace(/^(?:>\s?)+/, ''), ...(isBold ? { isBold } : {}) }
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

/** Between bars on both sides, or right above or below such a line. */
function isPiped(text: string, next: string | undefined, before: Notation | undefined): boolean {
  if (/^\|.*\|$/.test(text)) return true
  if (!text.includes('|')) return false
  return before?.kind === 'row' || isDelimiter(next ?? '')
}

function isDelimiter(text: string): boolean {
  return text.includes('|') && /^\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:? ?)?$/.test(text)
}

function pipedRow(text: string, { table, isHeader }: { table: number; isHeader: boolean }): Notation {
  const cells = text
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
  return { kind: 'row', table, cells, isHeader, text: cells.join(' | ') }
}

// Turns the blocks of a section into paragraphs and lists, each list with the school's own markers.
import { compact, defined } from '../kit/defined.ts'
import { countOn } from '../policy/text.ts'
import type { SectionPart } from '../policy/types.ts'
import { isBareBullet, parseBullet, parseCounted, type ListMark } from './marks.ts'
import type { SourceBlock } from './types.ts'

export interface PlacedPart {
  readonly part: SectionPart
  /** The line on which it begins. */
  readonly line: number
  readonly isTable?: true
}

export function toParts(blocks: readonly SourceBlock[]): PlacedPart[] {
  const parts: Open[] = []
  const counts = countsIn(blocks)
  for (const [at, block] of blocks.entries()) {
    const last = parts.at(-1)
    const item = readItem(block, counts[at])
    if (item !== undefined) {
      const list =
        last?.kind === 'list' && continues(last, item)
          ? last
          : { kind: 'list' as const, line: block.no, mark: item.mark, ordered: item.ordered, items: [] }
      if (list !== last) parts.push(list)
      list.items.push(item.text)
    } else if (block.table !== undefined) {
      if (last?.kind === 'paragraph' && last.table === block.table) last.lines.push(rowText(block))
      else parts.push({ kind: 'paragraph', line: block.no, lines: [rowText(block)], table: block.table })
    } else if (
      last?.kind === 'paragraph' &&
      last.table === undefined &&
      !block.gap &&
      isShort(block.text) &&
      isShort(last.lines.at(-1) ?? '')
    ) {
      last.lines.push(block.text)
    } else {
      parts.push({ kind: 'paragraph', line: block.no, lines: [block.text] })
    }
  }
  return parts.map((part) => {
    const isTable = part.kind === 'paragraph' && part.table !== undefined
    return { line: part.line, part: close(part), ...defined({ isTable: isTable ? isTable : undefined }) }
  })
}

type Open =
  | { readonly kind: 'paragraph'; readonly line: number; readonly lines: string[]; readonly table?: number }
  | {
      readonly kind: 'list'
      readonly line: number
      readonly mark: string
      readonly ordered: boolean
      readonly items: string[]
    }

interface Item {
  readonly mark: string
  readonly text: string
  readonly ordered: boolean
}

function close(part: Open): SectionPart {
  if (part.kind === 'paragraph') return { kind: 'paragraph', text: part.lines.join('\n') }
  const { mark, ordered, items } = part
  const isUsual = mark === (ordered ? '1.' : '-')
  return { kind: 'list', ordered, ...defined({ mark: isUsual ? undefined : mark }), items }
}

/** Short lines that stand together, such as a review record or an address, stay together line by line. */
function isShort(text: string): boolean {
  return text.length <= 100
}

/** A row as one line: its cells separated by a bar, without the empty ones. */
function rowText({ cells = [] }: SourceBlock): string {
  return cells
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
    .filter((cell) => cell !== '')
    .join(' | ')
}

function readItem({ text, plain, isBullet, printed }: SourceBlock, counted: ListMark | undefined): Item | undefined {
  if (plain) return undefined
  if (isBullet === true && printed !== undefined && text.startsWith(`${printed} `) && /^\S{1,8}$/.test(printed))
    return { mark: printed, text: text.slice(printed.length + 1), ordered: false }
  const bullet = parseBullet(text)
  if (bullet !== undefined) return { mark: bullet.mark, text: bullet.rest, ordered: false }
  const [first = ''] = text.split(' ', 1)
  if (text.length > first.length && isBareBullet(first))
    return { mark: first, text: text.slice(first.length + 1), ordered: false }
  return counted === undefined ? undefined : { mark: counted.mark, text: counted.rest, ordered: true }
}

function continues(list: Extract<Open, { kind: 'list' }>, item: Item): boolean {
  if (list.ordered !== item.ordered) return false
  return item.mark === (list.ordered ? countOn(list.mark, list.items.length) : list.mark)
}

/** The number of each block that is an item of a numbered list: the first of its kind is followed by a second one. */
function countsIn(blocks: readonly SourceBlock[]): (ListMark | undefined)[] {
  const counts = blocks.map(({ text, plain }) =>
    plain || text.length > 20_000 || parseBullet(text) !== undefined ? undefined : parseCounted(text),
  )
  const marks = new Set(counts.map((counted) => counted?.mark))
  const isItem = ({ mark, kind, value, style, rest }: ListMark): boolean => {
    // "30 Days notice": a number without punctuation is not an item.
    if (style === '' || style === '-') return false
    const isFirst = value === 1 || mark.replace(/[^a-z\d]/gi, '').toLowerCase() === 'i'
    if (isFirst && (kind === 'number' || style !== '.')) return true
    // "A. Smith" alone is a name.
    return (
      marks.has(countOn(mark, 1)) ||
      [...previousOf(mark)].some((before) => marks.has(before)) ||
      (isFirst && rest.length > 20)
    )
  }
  return counts.map((counted) => (counted !== undefined && isItem(counted) ? counted : undefined))
}

/** The markers that may come directly before `mark`: `(a)` before `(b)`, `iv.` or `u.` before `v.`. */
function previousOf(mark: string): Set<string> {
  const [, before = '', core = '', after = ''] = /^(\(?)(\d+|[A-Za-z]+)(.*)$/.exec(mark) ?? []
  const around = (text: string) => `${before}${text}${after}`
  if (/\d/.test(core)) return new Set([around(String(Number(core) - 1))])
  const letter = core.length === 1 ? [around(String.fromCharCode(core.charCodeAt(0) - 1))] : []
  const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ')
  const at = romans.indexOf(core.toLowerCase())
  const roman = at > 0 ? (romans[at - 1] ?? '') : ''
  return new Set(
    compact([...letter, roman !== '' && around(core === core.toUpperCase() ? roman.toUpperCase() : roman)]),
  )
}

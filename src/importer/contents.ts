// Finds a table of contents: a run of lines that all recur further down as headings.
import { fold } from '../kit/text.ts'
import type { Split } from './footers.ts'
import { parseBullet } from './marks.ts'
import type { TextLine } from './types.ts'

/**
 * Lines of the contents are kept beside the sections; a line that does not recur stays where it is. `isApart`: the file
 * made its contents by itself, so that only their heading is left among the lines.
 */
export function takeContents(lines: readonly TextLine[], { isApart }: { readonly isApart: boolean }): Split {
  const lastOf = new Map<string, number>()
  const found = lines.map(entryOf)
  for (const [at, line] of lines.entries()) {
    if (line.text.length > longest || found[at] !== undefined) continue
    lastOf.set(keyOf(line.text), at).set(exactly(line.text), at)
  }
  const comesAgain = (text: string, at: number) => (lastOf.get(keyOf(text)) ?? -1) > at

  const comesExactly = ({ text }: TextLine, at: number) => (lastOf.get(exactly(text)) ?? -1) > at
  const startsRun = (at: number) => [at, at + 1, at + 2].every((index) => isEntry(lines[index], index))
  // Without a heading of its own or page numbers, a list that names the same things is not necessarily a table of
  // contents.
  const isEntry = (line: TextLine | undefined, index: number): boolean => {
    if (line === undefined) return false
    const entry = found[index]
    return entry === undefined ? startsCounted(line.text) && comesExactly(line, index) : comesAgain(entry, index)
  }
  const start = lines.findIndex((line, at) => isTitle(line.text) || startsRun(at))
  const titled = isTitle(lines[start]?.text ?? '')
  const bare = titled ? undefined : bareContents(lines)
  if (bare !== undefined || start === -1) return bare ?? { lines, aside: [], problems: [] }
  const entries = entriesFrom(lines, { start, titled, comesAgain })
  const isTitleAlone = titled && entries.size === 1 && isApart
  return entries.size >= 3 || isTitleAlone ? taken(lines, entries) : { lines, aside: [], problems: [] }
}

interface Beginning {
  readonly start: number
  readonly titled: boolean
  readonly comesAgain: ComesAgain
}

/** The places of the list's lines, its heading too. */
function entriesFrom(lines: readonly TextLine[], { start, titled, comesAgain }: Beginning): ReadonlySet<number> {
  const entries = new Set<number>(titled ? [start] : [])
  let at = titled ? start + 1 : start
  const opening = lines[at]
  const first = keyOf((opening && entryOf(opening)) ?? opening?.text.replace(/\s\d{1,3}$/, '') ?? '')
  for (let step = 1; step > 0; at += step) {
    // The first of the real headings: their titles may recur as well, in an appendix.
    if (entries.size > 1 && startsText(lines[at], first)) break
    step = entryLength(lines, at, comesAgain)
    for (let each = at; each < at + step; each++) entries.add(each)
  }
  return entries
}

function taken(lines: readonly TextLine[], entries: ReadonlySet<number>): Split {
  const aside = lines.filter((_, index) => entries.has(index))
  const kept = lines.flatMap((line, index) => {
    if (entries.has(index)) return []
    return entries.has(index - 1) ? [{ ...line, gap: true }] : [line]
  })
  const what = `The table of contents (${aside.length} lines) is kept out of the sections; its lines all come again as headings.`
  return { lines: kept, aside, problems: [{ kind: 'contents', section: undefined, line: aside[0]?.no ?? 0, what }] }
}

/**
 * A list of headings at the top, without page numbers and without a title: a run of numbers that all recur in the same
 * order, most of them with the same words.
 */
function bareContents(lines: readonly TextLine[]): Split | undefined {
  const numbers = lines.map(({ text, plain }) => (plain ? undefined : numberOf(text)))
  const from = numbers.findIndex((number) => number !== undefined)
  if (from === -1) return undefined
  let to = from
  const first = numbers[from]
  while (numbers[to] !== undefined && (to === from || numbers[to] !== first)) to++
  if (to - from < 3 || numbers[to] !== first) return undefined
  const later = new Map<string, string[]>()
  for (const [at, line] of lines.entries()) {
    const number = at >= to ? numbers[at] : undefined
    if (number !== undefined) later.set(number, [...(later.get(number) ?? []).slice(-mostTwins), exactly(line.text)])
  }
  const run = lines.slice(from, to)
  const again = run.filter(({ text }, at) => later.get(numbers[from + at] ?? '')?.includes(exactly(text)))
  const isAll = run.every((_, at) => later.has(numbers[from + at] ?? ''))
  if (!isAll || again.length < run.length * 0.6) return undefined
  return taken(lines, new Set(run.map((_, at) => from + at)))
}

const mostTwins = 5

function numberOf(text: string): string | undefined {
  if (text.length < '1 A'.length || text.length > 100 || /[.;,:]$/.test(text)) return undefined
  return /^((?:(?:Section|Appendix|Part)\s)?(?:\d[\d.]*|[A-Z])[.):]?)\s+\p{Lu}/u.exec(text)?.[1]
}

const longest = 160

type ComesAgain = (text: string, at: number) => boolean

function isTitle(text: string): boolean {
  return /^(?:#+\s*)?[*_]*(?:table of )?contents(?: page)?[*_]*:?$/i.test(text)
}

function startsText(line: TextLine | undefined, first: string): boolean {
  return line !== undefined && entryOf(line) === undefined && keyOf(line.text.replace(/\s\d{1,3}$/, '')) === first
}

function startsCounted(text: string): boolean {
  return /^(?:\d|[A-Z]\.\s|(?:Section|Appendix)\s)/.test(text)
}

function exactly(text: string): string {
  return `=${fold(text)}`
}

/** How many lines the entry at `at` takes; 0 where there is none. */
function entryLength(lines: readonly TextLine[], at: number, comesAgain: ComesAgain): number {
  const [line, next] = [lines[at], lines[at + 1]]
  if (line === undefined || line.text.length > longest) return 0
  const texts = [entryOf(line), line.text, line.text.replace(/\s\d{1,3}$/, '')]
  // A page number behind a tab may have come out as a line of its own.
  if (texts.some((text) => text !== undefined && comesAgain(text, at))) return isPageNumber(next) ? 2 : 1
  const wrapped = next && entryOf(next)
  return wrapped !== undefined && comesAgain(`${line.text} ${wrapped}`, at + 1) ? 2 : 0
}

function isPageNumber(line: TextLine | undefined): boolean {
  return line !== undefined && line.cells === undefined && /^\d{1,3}$/.test(line.text)
}

/** The text of a line that ends in a page number after dots or in a cell of its own, or that links to a heading. */
function entryOf({ text, cells }: TextLine): string | undefined {
  if (text.length > longest) return undefined
  if (cells !== undefined) {
    const filled = cells.filter((cell) => cell !== '')
    const isEntry = filled.length >= 2 && /^(?:\d{1,3}|[ivx]{1,5})$/.test(filled.at(-1) ?? '')
    return isEntry ? filled.slice(0, -1).join(' ') : undefined
  }
  if (text.length < 'a…1'.length) return undefined
  const link = /^(?:[-*+]|\d{1,3}[.)])?\s*\[([^\]]+)\]\(#[^)]*\)$/.exec(text)
  if (link !== null) return link[1]
  const leader = /^(.*?[^\s.…·_])(?:\s*(?:\.{3,}|…+|·{3,}|_{3,}|(?:\.\s){2,})[\s.…·_]*)(\d{1,3}|[ivx]{1,5})$/.exec(text)
  return leader?.[1]
}

/** In a list of contents an appendix may have another sign behind its name than over its text, or none. */
const roman = /^[IVX]{2,5}[.):]*\s+(?=\S)/
const appended = /^(?:Appendix|Annex|Schedule)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\s*[.):–—-]*\s+(?=\S)/i

/** The words of a heading without its number, so that "1. Context" and "1 Context" are the same. */
function keyOf(text: string): string {
  const plain = text.replace(/^#+\s*/, '').replace(/[*_\\]+/g, '')
  const bare = parseBullet(plain)?.rest ?? plain
  const counted =
    /^(?:(?:Section|Part|Chapter)\s+)?\(?(?:\d[\d.]*[a-z]?|[A-Z](?=[.):\d])[\d.]*|[a-z](?=[.)]))[.):]*\s+(?:[–—-]\s+)?(?=\S)/i
  return fold(bare.replace(appended, '').replace(counted, '').replace(roman, '')).replace(/[\s.:]+$/, '')
}

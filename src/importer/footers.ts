// Removes page numbers and running titles from the text: they only serve the paper, and would interrupt sentences.
import { looksLikeRule, looksLikeTitle } from './looks.ts'
import { parseBullet, parseCounted, parsePath } from './marks.ts'
import type { ImportProblem, TextLine } from './types.ts'

export interface Split {
  readonly lines: readonly TextLine[]
  /** Kept, but not in a section. */
  readonly aside: readonly TextLine[]
  readonly problems: readonly ImportProblem[]
}

/** Only certain cases: a number that names a page, or short lines that recur at page ends. */
export function takeFooters(lines: readonly TextLine[]): Split {
  const counting = findCounting(lines)
  const hasPages = lines.some(({ isFirst }) => isFirst)
  // Where nothing tells of pages, nothing is at the end of one.
  if (!hasPages && counting.size === 0 && !lines.some(({ text }) => isPageNumber(text) || namesPage(text)))
    return { lines, aside: [], problems: [] }
  const keys = lines.map(({ text }) => keyOf(text))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const numbered = lines.map(
    ({ text }, at) =>
      counting.has(at) || isPageNumber(text) || (namesPage(text) && (counts.get(keys[at] ?? '') ?? 0) > 1),
  )
  const first = new Set(keys.slice(0, 3))
  const running = findRunning(lines, { keys, counts, numbered })

  const isFooter = (line: TextLine, at: number): boolean => {
    if (numbered[at] === true) return true
    const key = keys[at] ?? ''
    const atEdge = line.isFirst || lines[at + 1]?.isFirst === true || (at === lines.length - 1 && hasPages)
    if (/^[–—|-]?\s*#\s*(?:(?:of|\/)\s*#)?\s*[–—|-]?$/.test(key)) return atEdge
    const isTitle = at < 3 && first.has(key)
    return !isTitle && running.keys.has(key) && running.near[at] === true
  }

  const kept: TextLine[] = []
  const aside: TextLine[] = []
  let turned = false
  for (const [at, line] of lines.entries()) {
    if (isFooter(line, at)) {
      aside.push(line)
      turned = true
    } else {
      kept.push(turned || line.isFirst ? afterPage(line, kept.at(-1)) : line)
      turned = false
    }
  }
  return { lines: kept, aside, problems: report(aside) }
}

/** Numbers alone on a line that count the pages: each is one more, and none stands above a title. */
function findCounting(lines: readonly TextLine[]): ReadonlySet<number> {
  const bare = lines.flatMap(({ text }, at) => {
    const [, number] = /^[–—|-]?\s*(\d{1,3})(?:\s*(?:of|\/)\s*\d{1,3})?\s*[–—|-]?$/.exec(text) ?? []
    return number === undefined ? [] : [{ at, value: Number(number) }]
  })
  const runs: { at: number; value: number }[][] = []
  for (const each of bare) {
    const run = runs.find((one) => one.at(-1)?.value === each.value - 1)
    if (run !== undefined) run.push(each)
    else if (runs.length < mostRuns) runs.push([each])
  }
  const longest = runs.toSorted((a, b) => b.length - a.length)[0] ?? []
  const titled = longest.filter(({ at }) => {
    const next = lines[at + 1]?.text ?? ''
    return looksLikeTitle(next) && !isMarked(next)
  })
  const counts = longest.length >= 3 && titled.length < longest.length * 0.6
  return new Set(counts ? longest.map(({ at }) => at) : [])
}

const mostRuns = 50

interface Seen {
  readonly keys: readonly string[]
  readonly counts: ReadonlyMap<string, number>
  /** Whether each line is a page number. */
  readonly numbered: readonly boolean[]
}

interface Running {
  readonly keys: ReadonlySet<string>
  /** Whether each line is at a page end, alone or among other recurring lines. */
  readonly near: readonly boolean[]
}

/** Short lines that recur at page ends: on at least half of them, and hardly anywhere else. */
function findRunning(lines: readonly TextLine[], { keys, counts, numbered }: Seen): Running {
  const comesBack = lines.map(
    ({ text, plain }, at) => !plain && (counts.get(keys[at] ?? '') ?? 0) >= 3 && isShort(text),
  )
  const isEnd = (at: number) => numbered[at] === true || lines[at]?.isFirst === true || lines[at + 1]?.isFirst === true
  const near = lines.map(() => false)
  for (let from = 0; from < lines.length;) {
    let to = from
    while (to < lines.length && (comesBack[to] === true || numbered[to] === true)) to++
    const isAtEnd = rangeOf(from - 1, to + 1).some(isEnd)
    for (let at = from; at < to; at++) near[at] = isAtEnd
    from = to + 1
  }
  const pages = lines.filter((line, at) => line.isFirst || numbered[at] === true).length
  const places = new Map<string, { all: number; near: number }>()
  for (const [at, key] of keys.entries()) {
    if (comesBack[at] !== true || key === '') continue
    const place = places.get(key) ?? { all: 0, near: 0 }
    places.set(key, { all: place.all + 1, near: place.near + (near[at] === true ? 1 : 0) })
  }
  const running = [...places].filter(
    ([, each]) => each.near >= 3 && each.near >= each.all * 0.6 && each.near >= pages * 0.4,
  )
  return { keys: new Set(running.map(([key]) => key)), near }
}

function rangeOf(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function keyOf(text: string): string {
  return text.length <= 120 ? text.replace(/\d+/g, '#').toLowerCase() : ''
}

function isShort(text: string): boolean {
  return text.split(' ').length <= 15 && !/[.!?:;,]$/.test(text) && !looksLikeRule(text) && !isMarked(text)
}

function isMarked(text: string): boolean {
  return parseBullet(text) !== undefined || parseCounted(text) !== undefined || parsePath(text) !== undefined
}

function isPageNumber(text: string): boolean {
  return /^[\s|–—-]*(?:page|pg\.?|p\.)\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?[\s|–—-]*$/i.test(text)
}

function namesPage(text: string): boolean {
  return text.length <= 120 && /\bpage\s*\d{1,3}\b/i.test(text) && !/[.!?]$/.test(text)
}

/** A sentence that is interrupted by a page end is one sentence. */
function afterPage(line: TextLine, before: TextLine | undefined): TextLine {
  const isOpen = before !== undefined && !/[.:;!?…)"”’]$/.test(before.text)
  const goesOn = /^\p{Ll}/u.test(line.text) && !isMarked(line.text)
  return isOpen && goesOn ? { ...line, gap: false, joins: true } : { ...line, gap: true }
}

function report(aside: readonly TextLine[]): ImportProblem[] {
  const groups = new Map<string, TextLine[]>()
  for (const line of aside) {
    const key = line.text.replace(/\d+/g, '#').toLowerCase()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()].flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    const others = lines.length > 1 ? ` (and in ${lines.length - 1} more places)` : ''
    const what = `"${first.text}"${others} is taken for a page footer and kept out of the sections.`
    return [{ kind: 'footer', section: undefined, line: first.no, what } as const]
  })
}

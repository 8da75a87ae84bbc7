// Takes page numbers and running titles out of the text: they only serve the paper, and would stand in mid-sentence.
import { looksLikeRule } from './looks.ts'
import { parseBullet, parseCounted, parsePath } from './marks.ts'
import type { ImportProblem, Line } from './types.ts'

export interface Split {
  readonly lines: readonly Line[]
  /** Kept, but not in a section. */
  readonly aside: readonly Line[]
  readonly problems: readonly ImportProblem[]
}

/** Only what is certain: a number that names a page, or a short line that comes back at page ends. */
export function takeFooters(lines: readonly Line[]): Split {
  const keys = lines.map(({ text }) => (text.length <= 120 ? text.replace(/\d+/g, '#').toLowerCase() : ''))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const numbered = lines.map(
    ({ text }, at) => isPageNumber(text) || (namesPage(text) && (counts.get(keys[at] ?? '') ?? 0) > 1),
  )
  const breaks = lines.map((line, at) => line.page || numbered[at] === true)
  const hasPages = lines.some(({ page }) => page)
  const first = new Set(keys.slice(0, 3))

  const isNearBreak = (at: number) => [at - 1, at, at + 1].some((each) => breaks[each] === true)
  const running = findRunning(lines, keys, { isNearBreak, pages: breaks.filter(Boolean).length })

  const isFooter = (line: Line, at: number): boolean => {
    if (numbered[at] === true) return true
    const key = keys[at] ?? ''
    const atEdge = line.page || lines[at + 1]?.page === true || (at === lines.length - 1 && hasPages)
    if (/^[–—|-]?\s*#\s*(?:(?:of|\/)\s*#)?\s*[–—|-]?$/.test(key)) return atEdge
    const isTitle = at < 3 && first.has(key)
    return !isTitle && isNearBreak(at) && running.has(key)
  }

  const kept: Line[] = []
  const aside: Line[] = []
  let turned = false
  for (const [at, line] of lines.entries()) {
    if (isFooter(line, at)) {
      aside.push(line)
      turned = true
    } else {
      kept.push(turned || line.page ? afterPage(line, kept.at(-1)) : line)
      turned = false
    }
  }
  return { lines: kept, aside, problems: report(aside) }
}

interface Pages {
  readonly isNearBreak: (at: number) => boolean
  /** How many page ends there are. */
  readonly pages: number
}

/** Short lines that come back at page ends, on half of them at least and hardly anywhere else. */
function findRunning(
  lines: readonly Line[],
  keys: readonly string[],
  { isNearBreak, pages }: Pages,
): ReadonlySet<string> {
  const places = new Map<string, { all: number; near: number }>()
  for (const [at, { text }] of lines.entries()) {
    const key = keys[at] ?? ''
    if (key === '' || text.split(' ').length > 15 || /[.!?:;,]$/.test(text) || looksLikeRule(text) || isMarked(text))
      continue
    const { all, near } = places.get(key) ?? { all: 0, near: 0 }
    places.set(key, { all: all + 1, near: near + (isNearBreak(at) ? 1 : 0) })
  }
  return new Set(
    [...places].flatMap(([key, { all, near }]) => (near >= 3 && near >= all * 0.6 && near >= pages * 0.4 ? [key] : [])),
  )
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

/** A sentence that a page end cuts in two is one sentence. */
function afterPage(line: Line, before: Line | undefined): Line {
  const isOpen = before !== undefined && !/[.:;!?…)"”’]$/.test(before.text)
  const goesOn = /^\p{Ll}/u.test(line.text) && !isMarked(line.text)
  return isOpen && goesOn ? { ...line, gap: false, joins: true } : { ...line, gap: true }
}

function report(aside: readonly Line[]): ImportProblem[] {
  const groups = new Map<string, Line[]>()
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

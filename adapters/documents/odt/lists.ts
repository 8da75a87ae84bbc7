// OpenDocument's lists: their styles, which lists continue which, and the numbering of headings.
import { type Counts, countOn, type Label, type Level } from '../counting.ts'
import type { Numeral } from '../numerals.ts'
import { seen } from '../symbols.ts'
import { elementsOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'

/** A list, which may be in several fragments of the text. */
export interface List {
  readonly style: string
  readonly counts: Counts
}

export interface Lists {
  /** The list of an outermost `text:list`: one that it continues, or a new one. */
  begin(element: Element, style: string): List
  /** Counts a paragraph; `style` is that of the innermost `text:list`. */
  next(list: List, style: string, level: number, from?: number): Label
  /** Counts a heading that is in no list. */
  nextChapter(level: number, from?: number): Label
}

const levelsAtMost = 10

export function createLists(elements: readonly Element[]): Lists {
  const styles = new Map<string, Level[]>()
  let chapters: List = { style: 'Outline', counts: { at: [] } }
  for (const element of elements) {
    const name = element.attributes['style:name'] ?? 'Outline'
    if (element.name === 'text:outline-style') chapters = { style: name, counts: newCounts() }
    if (element.name === 'text:outline-style' || element.name === 'text:list-style')
      styles.set(name, readLevels(element))
  }
  const byId = new Map<string, List>()
  const latest = new Map<string, List>()
  function levelsOf(style: string): readonly Level[] {
    return styles.get(style) ?? bullets
  }
  return {
    begin(element, style) {
      const { attributes } = element
      const earlier = byId.get(attributes['text:continue-list'] ?? '')
      const goesOn = earlier ?? (attributes['text:continue-numbering'] === 'true' ? latest.get(style) : undefined)
      const list = goesOn ?? (style === chapters.style ? chapters : { style, counts: newCounts() })
      const id = attributes['xml:id'] ?? attributes['text:id']
      if (id !== undefined) byId.set(id, list)
      latest.set(style, list)
      return list
    },
    next: (list, style, level, from) => countOn(list.counts, levelsOf(style), Math.min(level, levelsAtMost - 1), from),
    nextChapter: (level, from) =>
      countOn(chapters.counts, styles.get(chapters.style) ?? [], Math.min(level, levelsAtMost - 1), from),
  }
}

function newCounts(): Counts {
  return { at: new Array<undefined>(levelsAtMost).fill(undefined) }
}

const silent: Level = { start: 1, numeral: 'none', label: [], isBullet: false }
const bullets = new Array<Level>(levelsAtMost).fill({ start: 1, numeral: 'none', label: ['•'], isBullet: true })

function readLevels(style: Element): Level[] {
  const levels = new Array<Level>(levelsAtMost).fill(silent)
  for (const element of elementsOf(style)) {
    const level = (numberOf(element.attributes['text:level']) ?? 1) - 1
    if (level >= 0 && level < levelsAtMost) levels[level] = readLevel(element, level, levels)
  }
  return levels
}

function readLevel(element: Element, level: number, above: readonly Level[]): Level {
  const { attributes } = element
  switch (element.name) {
    case 'text:list-level-style-bullet':
      return { ...silent, isBullet: true, label: [seen(attributes['text:bullet-char'] ?? '•', 'symbol')] }
    case 'text:list-level-style-image':
      return { ...silent, isBullet: true, label: ['•'] }
    default:
      return {
        start: numberOf(attributes['text:start-value']) ?? 1,
        numeral: numeralOf(attributes['style:num-format'], attributes['style:num-letter-sync']),
        label: labelOf(element, level, above),
        isBullet: false,
      }
  }
}

function numeralOf(format: string | undefined, sync: string | undefined): Numeral {
  switch (format) {
    case '1':
      return 'decimal'
    case 'i':
      return 'roman'
    case 'I':
      return 'ROMAN'
    case 'a':
      return sync === 'true' ? 'letters' : 'columns'
    case 'A':
      return sync === 'true' ? 'LETTERS' : 'COLUMNS'
    case '1st':
      return 'ordinal'
    case undefined:
    case '':
      return 'none'
    default:
      return /^0+1/.test(format) ? { padTo: /^0+1/.exec(format)?.[0].length ?? 1 } : 'decimal'
  }
}

function labelOf(element: Element, level: number, above: readonly Level[]): (string | number)[] {
  const { attributes } = element
  // LibreOffice also writes the whole pattern, `%1%.%2%)`, where its parts cannot express it.
  const pattern = attributes['loext:num-list-format']
  if (pattern !== undefined) return splitPattern(pattern)
  const prefix = attributes['style:num-prefix'] ?? ''
  const suffix = attributes['style:num-suffix'] ?? ''
  const isSilent = (attributes['style:num-format'] ?? '') === ''
  const shown = Math.min(Math.max(numberOf(attributes['text:display-levels']) ?? 1, 1), level + 1)
  const numbers: (string | number)[] = []
  for (let each = level - shown + 1; each <= level; each++) {
    if (each === level ? isSilent : above[each]?.numeral === 'none') continue
    if (numbers.length > 0) numbers.push('.')
    numbers.push(each)
  }
  return [prefix, ...numbers, suffix]
}

function splitPattern(pattern: string): (string | number)[] {
  return pattern
    .split(/(%(?:[1-9]|10)%)/)
    .filter((part) => part !== '')
    .map((part) => (/^%\d+%$/.test(part) ? Number(part.slice(1, -1)) - 1 : part))
}

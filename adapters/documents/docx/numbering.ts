// Word's automatic numbers. Counts belong to the abstract list; the lists that refer to it share them.
import { defined } from '../../../src/kit/defined.ts'
import { type Counts, countOn, type Label, type Level } from '../counting.ts'
import type { Numeral } from '../numerals.ts'
import { seen } from '../symbols.ts'
import { childOf, childrenOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { isOn, valueOf } from './properties.ts'
import type { Style, Styles } from './styles.ts'

export interface Numbering {
  /** Counts a paragraph of that list and returns its label; undefined for a list that does not exist. */
  next(list: string, level: number): Label | undefined
  /** The level at which a list numbers this style, where the list says so. */
  levelOf(list: string, style: Style): number | undefined
}

interface Abstract {
  readonly levels: readonly WordLevel[]
  readonly counts: Counts
}

interface WordLevel extends Level {
  readonly style: string | undefined
}

interface List {
  readonly abstract: Abstract
  readonly levels: readonly WordLevel[]
  /** Where numbering restarts; each restart applies once. */
  readonly starts: ReadonlyMap<number, number>
  readonly begun: Set<number>
}

export function readNumbering(root: Element | undefined, styles: Styles): Numbering {
  const abstracts = readAbstracts(root, styles)
  const lists = new Map<string, List>()
  for (const num of childrenOf(root, 'w:num')) {
    const abstract = abstracts(valueOf(childOf(num, 'w:abstractNumId')))
    if (abstract !== undefined) lists.set(num.attributes['w:numId'] ?? '', readList(num, abstract))
  }
  return {
    next(id, level) {
      const list = lists.get(id)
      if (list === undefined || level < 0 || level > 8) return undefined
      const start = list.begun.has(level) ? undefined : list.starts.get(level)
      list.begun.add(level)
      return countOn(list.abstract.counts, list.levels, level, start)
    },
    levelOf(id, style) {
      const levels = lists.get(id)?.levels ?? []
      for (const own of style.ids) {
        const level = levels.findIndex((each) => each.style === own)
        if (level >= 0) return level
      }
      return undefined
    },
  }
}

/** A level that the list does not define prints nothing. */
const silent: WordLevel = { start: 1, numeral: 'none', label: [], isBullet: false, style: undefined }

/** By id; a list that only names a style stands for the list of that style. */
function readAbstracts(root: Element | undefined, styles: Styles): (id: string | undefined) => Abstract | undefined {
  const own = new Map<string, Abstract>()
  const links = new Map<string, string>()
  for (const element of childrenOf(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? ''
    const link = valueOf(childOf(element, 'w:numStyleLink'))
    if (link !== undefined && childOf(element, 'w:lvl') === undefined) links.set(id, link)
    else own.set(id, { levels: readLevels(element), counts: { at: new Array<undefined>(9).fill(undefined) } })
  }
  const pointed = new Map(
    childrenOf(root, 'w:num').map((num) => [num.attributes['w:numId'], valueOf(childOf(num, 'w:abstractNumId'))]),
  )
  return (id) => {
    let at = id
    for (let hops = 0; at !== undefined && hops < 9; hops++) {
      const link = links.get(at)
      if (link === undefined) return own.get(at)
      at = pointed.get(styles.listOf(link) ?? '')
    }
    return undefined
  }
}

function readList(num: Element, abstract: Abstract): List {
  const levels = [...abstract.levels]
  const starts = new Map<number, number>()
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = numberOf(override.attributes['w:ilvl']) ?? 0
    if (level < 0 || level > 8) continue
    const own = childOf(override, 'w:lvl')
    if (own !== undefined) levels[level] = readLevel(own)
    const start = numberOf(valueOf(childOf(override, 'w:startOverride')))
    if (start === undefined) continue
    starts.set(level, start)
    const there = levels[level]
    // It is also where the level restarts under the next number above it.
    if (there !== undefined) levels[level] = { ...there, start }
  }
  return { abstract, levels, starts, begun: new Set() }
}

function readLevels(element: Element): WordLevel[] {
  const levels = new Array<WordLevel>(9).fill(silent)
  for (const lvl of childrenOf(element, 'w:lvl')) {
    const level = numberOf(lvl.attributes['w:ilvl']) ?? 0
    if (level >= 0 && level <= 8) levels[level] = readLevel(lvl)
  }
  return levels
}

function readLevel(lvl: Element): WordLevel {
  const format = formatOf(lvl)
  const isBullet = valueOf(format) === 'bullet'
  const font = childOf(childOf(lvl, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'] ?? ''
  const text = valueOf(childOf(lvl, 'w:lvlText')) ?? ''
  const restart = numberOf(valueOf(childOf(lvl, 'w:lvlRestart')))
  return {
    start: numberOf(valueOf(childOf(lvl, 'w:start'))) ?? 0,
    numeral: numeralOf(format),
    label: isBullet ? [seen(text, font) || '•'] : splitLabel(text),
    isBullet,
    isLegal: isOn(childOf(lvl, 'w:isLgl')) === true,
    style: valueOf(childOf(lvl, 'w:pStyle')),
    ...defined({ restartsAfter: restart === undefined ? undefined : restart <= 0 ? ('never' as const) : restart - 1 }),
  }
}

/** Later formats are given beside a plain one, for programs that do not know them. */
function formatOf(lvl: Element): Element | undefined {
  const choice = childOf(childOf(lvl, 'mc:AlternateContent'), 'mc:Choice')
  return childOf(choice, 'w:numFmt') ?? childOf(lvl, 'w:numFmt')
}

/** `%1.%2)` → level 0, a full stop, level 1, a bracket. */
export function splitLabel(text: string): (string | number)[] {
  return text
    .split(/(%[1-9])/)
    .filter((part) => part !== '')
    .map((part) => (/^%[1-9]$/.test(part) ? Number(part[1]) - 1 : part))
}

const numerals: Readonly<Record<string, Numeral>> = {
  decimal: 'decimal',
  decimalZero: { padTo: 2 },
  lowerRoman: 'roman',
  upperRoman: 'ROMAN',
  lowerLetter: 'letters',
  upperLetter: 'LETTERS',
  ordinal: 'ordinal',
  ordinalText: 'Ordinal',
  cardinalText: 'Cardinal',
  chicago: 'marks',
  numberInDash: 'dashes',
  decimalEnclosedParen: 'brackets',
  none: 'none',
}

export function numeralOf(format: Element | undefined): Numeral {
  const kind = valueOf(format) ?? 'decimal'
  if (kind === 'custom') return { padTo: /^0*\d/.exec(format?.attributes['w:format'] ?? '')?.[0].length ?? 1 }
  return numerals[kind] ?? 'decimal'
}

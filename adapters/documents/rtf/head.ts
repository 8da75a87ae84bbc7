// The tables at the head of an RTF file: its fonts, its styles, and what it says about itself.
import { headed, isContentsStyle, outlineByName } from '../naming.ts'
import { isSymbolFont } from '../symbols.ts'
import { pageOf } from './letters.ts'

export interface Font {
  name: string
  charset: number | undefined
}

interface StyleEntry {
  name: string
  outline: number | undefined
  base: number | undefined
}

export interface Head {
  usualPage: number
  usualFont: number
  readonly fonts: Map<number, Font>
  readonly styles: Map<number, StyleEntry>
  readonly about: Record<'title' | 'author', string>
  readonly days: Record<'created' | 'modified', { year: number; month: number; day: number }>
}

export function newHead(): Head {
  const noDay = () => ({ year: 0, month: 0, day: 0 })
  return {
    usualPage: 1252,
    usualFont: 0,
    fonts: new Map(),
    styles: new Map(),
    about: { title: '', author: '' },
    days: { created: noDay(), modified: noDay() },
  }
}

export interface FontSeen {
  readonly page: number
  /** The name of a symbol font, otherwise ''. */
  readonly symbol: string
}

export function fontSeen({ fonts, usualPage, usualFont }: Head, number: number | undefined): FontSeen {
  const font = fonts.get(number ?? usualFont)
  if (font === undefined) return { page: usualPage, symbol: '' }
  const isSymbol = font.charset === 2 || isSymbolFont(font.name)
  const charset = font.charset === 1 ? undefined : font.charset
  return { page: pageOf(charset, usualPage), symbol: isSymbol ? font.name || 'symbol' : '' }
}

export interface Styled {
  readonly heading?: number
  readonly isTitle?: true
  readonly isContents: boolean
}

/** What a paragraph is by its style and its own outline level. */
export function styled({ styles }: Head, style: number, outline: number | undefined): Styled {
  const names: string[] = []
  let inherited: number | undefined
  let at: number | undefined = style
  for (let hops = 0; at !== undefined && hops < 60; hops++) {
    const entry = styles.get(at)
    if (entry === undefined) break
    const name = entry.name.toLowerCase()
    names.push(name)
    inherited ??= entry.outline ?? outlineByName(name)
    at = entry.base === at ? undefined : entry.base
  }
  const level = outline ?? inherited
  const heading = level !== undefined && level >= 0 && level <= 8 ? level + 1 : undefined
  return { ...headed(names, heading), isContents: isContentsStyle(names) }
}

export function writtenDay({ days }: Head, which: 'created' | 'modified'): string | undefined {
  const { year, month, day } = days[which]
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

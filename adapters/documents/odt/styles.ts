// OpenDocument's styles, each with everything that it inherits; styles that a program made for one file override the
// named ones.
import { defined } from '../../../src/kit/defined.ts'
import { childOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'

export interface Style {
  /** Its own name and those of its parents, in lower case, the nearest first. */
  readonly names: readonly string[]
  readonly bold?: boolean
  readonly points?: number
  readonly capitals?: boolean
  readonly underlined?: boolean
  readonly hidden?: boolean
  readonly centred?: boolean
  readonly breaks?: boolean
  /** 1 for the outermost heading, 0 for a style that says it is none. */
  readonly outline?: number
  /** '' means that there is no list, whatever the parents say. */
  readonly list?: string
}

export interface Styles {
  paragraph(name: string | undefined): Style
  text(name: string | undefined): Style
  /** Whether a section of this style is hidden. */
  isHidden(name: string | undefined): boolean
}

const nothing: Style = { names: [] }

/** `elements` in order: of two with the same name the later one counts. */
export function createStyles(elements: readonly Element[]): Styles {
  const written = new Map<string, Element>()
  let usual: Element | undefined
  for (const element of elements) {
    const family = element.attributes['style:family'] ?? ''
    if (element.name === 'style:style') written.set(`${family} ${element.attributes['style:name'] ?? ''}`, element)
    if (element.name === 'style:default-style' && family === 'paragraph') usual = element
  }
  const base = usual === undefined ? nothing : withOwn(nothing, usual)
  const resolved = new Map<string, Style>()

  function styleOf(family: string, name: string | undefined, children = 0): Style {
    const bottom = family === 'paragraph' ? base : nothing
    const key = `${family} ${name ?? ''}`
    const element = written.get(key)
    if (name === undefined || element === undefined) return name === undefined ? bottom : named(bottom, name)
    const known = resolved.get(key)
    if (known !== undefined) return known
    const parent = element.attributes['style:parent-style-name']
    const style = withOwn(children > 60 ? bottom : styleOf(family, parent, children + 1), element)
    resolved.set(key, style)
    return style
  }
  return {
    paragraph: (name) => styleOf('paragraph', name),
    text: (name) => styleOf('text', name),
    isHidden: (name) => styleOf('section', name).hidden === true,
  }
}

function named(style: Style, name: string): Style {
  return { ...style, names: [spoken(name), ...style.names] }
}

/** `Heading_20_1` → `heading 1`. */
function spoken(name: string): string {
  return name
    .replace(/_([0-9a-f]{2})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase()
}

function withOwn(parent: Style, element: Element): Style {
  const { attributes } = element
  const list = attributes['style:list-style-name']
  const name = attributes['style:name']
  return {
    ...(name === undefined ? parent : named(parent, attributes['style:display-name'] ?? name)),
    ...textProperties(childOf(element, 'style:text-properties'), parent.points),
    ...paragraphProperties(childOf(element, 'style:paragraph-properties')),
    ...defined({ outline: outlineOf(attributes['style:default-outline-level']), list }),
  }
}

/** An empty level says that there is none, whatever the parents say. */
function outlineOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Math.max(numberOf(written) ?? 0, 0)
}

function textProperties(element: Element | undefined, inherited: number | undefined): Partial<Style> {
  if (element === undefined) return {}
  const { attributes } = element
  const weight = attributes['fo:font-weight']
  const points = pointsOf(attributes['fo:font-size'], inherited)
  const transform = attributes['fo:text-transform']
  const underline = attributes['style:text-underline-style']
  const display = attributes['text:display']
  return defined({
    bold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
    points,
    capitals: transform === undefined ? undefined : transform === 'uppercase',
    underlined: underline === undefined ? undefined : underline !== 'none',
    hidden: display === undefined ? undefined : display === 'none',
  })
}

function paragraphProperties(element: Element | undefined): Partial<Style> {
  if (element === undefined) return {}
  const align = element.attributes['fo:text-align']
  const before = element.attributes['fo:break-before']
  return defined({
    centred: align === undefined ? undefined : align === 'center',
    breaks: before === undefined ? undefined : before === 'page',
  })
}

function pointsOf(size: string | undefined, inherited: number | undefined): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(pt|%)$/.exec(size ?? '') ?? []
  if (amount === undefined) return undefined
  if (unit === 'pt') return Number(amount)
  return inherited === undefined ? undefined : (inherited * Number(amount)) / 100
}

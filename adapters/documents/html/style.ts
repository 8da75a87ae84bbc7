// What a page's style sheets say about its classes: enough to recognise bold text, sizes, hidden parts and numbered
// lists.
import { compact } from '../../../src/kit/defined.ts'
import type { HtmlElement } from './tree.ts'

export type Declarations = ReadonlyMap<string, string>

export interface Styles {
  /** By class, by id with `#`, or by tag; a later rule wins. */
  readonly own: ReadonlyMap<string, Declarations>
  /** `ol.NAME.start`, `.NAME > li`, `.NAME > li:before`, as Google Docs writes its lists. */
  readonly ofLists: ReadonlyMap<string, Declarations>
}

export function readStyles(sheets: readonly string[]): Styles {
  const own = new Map<string, Declarations>()
  const ofLists = new Map<string, Declarations>()
  for (const { selector, body } of sheets.flatMap(rulesOf)) {
    const said = declarationsOf(body)
    for (const each of selector.split(',')) {
      const one = each
        .trim()
        .toLowerCase()
        .replace(/\s*>\s*/, '>')
        .replace('::', ':')
      const single = /^(?:[a-z0-9]+)?([.#][\w-]+)$|^([a-z][a-z0-9]*)$/.exec(one)
      const key = single?.[1]?.replace(/^\./, '') ?? (single?.[2] === undefined ? undefined : `<${single[2]}`)
      if (key !== undefined) own.set(key, new Map([...(own.get(key) ?? []), ...said]))
      else if (/^(?:ol|ul)?\.[\w-]+(?:\.start|>li(?::before)?)$/.test(one))
        ofLists.set(one.replace(/^(?:ol|ul)/, ''), said)
    }
  }
  return { own, ofLists }
}

/** Rules outside @media and the like, because those are for print or small screens. */
function rulesOf(sheet: string): { selector: string; body: string }[] {
  const text = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ')
  const rules: { selector: string; body: string }[] = []
  let from = 0
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', from)) {
    const selector = (text.slice(from, open).split(/[;}]/).at(-1) ?? '').trim()
    const end = selector.startsWith('@') ? endOfBlock(text, open) : text.indexOf('}', open)
    const close = end === -1 ? text.length : end
    if (!selector.startsWith('@')) rules.push({ selector, body: text.slice(open + 1, close) })
    from = close + 1
  }
  return rules
}

function endOfBlock(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}

export function declarationsOf(body: string): Declarations {
  const said = new Map<string, string>()
  // A semicolon inside quotation marks ends nothing.
  for (const part of body.match(/(?:"[^"]*"|'[^']*'|[^;"'])+/g) ?? []) {
    const colon = part.indexOf(':')
    if (colon === -1) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    said.set(
      name,
      part
        .slice(colon + 1)
        .replace(/!important/i, '')
        .trim(),
    )
  }
  return said
}

/** What applies to one element itself: by its tag, classes, id and own style, the most specific last. */
export function styleOf(element: HtmlElement, { own }: Styles): Declarations {
  const inline = element.attributes.get('style')
  const id = element.attributes.get('id')
  const keys = [`<${element.tag}`, ...element.classes.map((name) => name.toLowerCase())]
  const all = compact([...keys, id !== undefined && `#${id.toLowerCase()}`]).map((key) => own.get(key))
  return new Map(
    [...all, inline === undefined ? undefined : declarationsOf(inline)].flatMap((each) => [...(each ?? [])]),
  )
}

const named: Readonly<Record<string, number>> = { small: 10, medium: 12, large: 13.5, 'x-large': 18, 'xx-large': 24 }
const oldSizes = [7.5, 7.5, 10, 12, 13.5, 18, 24, 36]

/** In points; `above` is the size of the surrounding text. */
export function sizeIn(said: Declarations, element: HtmlElement, above: number): number {
  const font = said.get('font-size') ?? /(?:^|\s)([\d.]+(?:pt|px|em|rem|%))/.exec(said.get('font') ?? '')?.[1]
  if (font !== undefined) return measure(font.toLowerCase(), above)
  const old = element.tag === 'font' ? element.attributes.get('size') : undefined
  return old === undefined ? above : (oldSizes[Number(old)] ?? above)
}

function measure(size: string, above: number): number {
  const [, number = '', unit = ''] = /^([\d.]+)\s*(pt|px|em|rem|%)/.exec(size) ?? []
  const units: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em: above, rem: 12, '%': above / 100 }
  const each = units[unit]
  return each === undefined ? (named[size] ?? above) : Number(number) * each || above
}

export function isBoldIn(said: Declarations, tag: string, above: boolean): boolean {
  const weight = said.get('font-weight') ?? /\b(bold|[6-9]00)\b/.exec(said.get('font') ?? '')?.[1]
  if (weight !== undefined) return /^(?:bold|bolder|[6-9]00)$/.test(weight)
  return above || ['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
}

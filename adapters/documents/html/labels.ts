// The label that a browser prints before a list item, counted by the element's own attributes or by the page's styles.
import { type Declarations, styleOf, type Styles } from './style.ts'
import type { HtmlElement } from './tree.ts'

export interface Label {
  readonly number: string | undefined
  readonly ordered: boolean
}

/** Counters that style sheets name; they exist for the whole page. */
export type Counters = Map<string, number>

/** The labels of one list, item by item. */
export function labeller(
  list: HtmlElement,
  { styles, counters, depth, goesOn }: { styles: Styles; counters: Counters; depth: number; goesOn: boolean },
): (item: HtmlElement) => Label {
  const counted = list.classes.find((name) => styles.ofLists.has(`.${name.toLowerCase()}>li:before`))?.toLowerCase()
  if (counted !== undefined) return styledLabeller(list, { name: counted, styles, counters })
  const said = styleOf(list, styles)
  const isOrdered = list.tag === 'ol'
  const items = list.children.filter((child) => child.kind === 'element' && child.tag === 'li').length
  const isReversed = list.attributes.has('reversed')
  const name = `list ${depth}`
  const isLevelled = isOrdered && (depth > 0 || holdsList(list))
  const first = goesOn ? (counters.get(name) ?? 0) + 1 : 1
  let next = whole(list.attributes.get('start')) ?? (isReversed ? items : first)
  return (item) => {
    const own = styleOf(item, styles)
    const type = typeOf(own, item) ?? typeOf(said, list) ?? (isOrdered ? 'decimal' : (bulletTypes[depth] ?? 'square'))
    next = whole(item.attributes.get('value')) ?? next
    const value = next
    if (isLevelled) counters.set(name, value)
    if (isOrdered) next += isReversed ? -1 : 1
    if (type === 'none') return { number: undefined, ordered: isOrdered }
    const bullet = bullets[type]
    if (bullet !== undefined) return { number: bullet, ordered: false }
    return { number: `${sayCounter(value, type)}.`, ordered: true }
  }
}

/** Only a list of several levels is gone on with at a deeper one. */
function holdsList(list: HtmlElement): boolean {
  const isList = (node: HtmlElement['children'][number]) => node.kind === 'element' && node.tag === 'ol'
  return list.children.some((child) => isList(child) || (child.kind === 'element' && child.children.some(isList)))
}

const bulletTypes = ['disc', 'circle', 'square']
const bullets: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪' }
const oldTypes: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

function typeOf(said: Declarations, element: HtmlElement): string | undefined {
  const style =
    said.get('list-style-type') ??
    /\b(none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b/.exec(
      said.get('list-style') ?? '',
    )?.[1]
  if (style !== undefined) return style.replace('latin', 'alpha')
  const type = element.attributes.get('type')
  return type === undefined ? undefined : (oldTypes[type] ?? (bullets[type] === undefined ? undefined : type))
}

const whole = (text: string | undefined) =>
  text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined

/** Google Docs makes each level a list of its own, whose class counts and prints. */
function styledLabeller(
  list: HtmlElement,
  { name, styles, counters }: { name: string; styles: Styles; counters: Counters },
): (item: HtmlElement) => Label {
  const content = styles.ofLists.get(`.${name}>li:before`)?.get('content') ?? ''
  if (list.classes.includes('start')) count(counters, styles.ofLists.get(`.${name}.start`)?.get('counter-reset'), 'set')
  return () => {
    count(counters, styles.ofLists.get(`.${name}>li`)?.get('counter-increment'), 'add')
    const number = printed(content, counters)
    return { number: number === '' ? undefined : number, ordered: content.includes('counter(') }
  }
}

function count(counters: Counters, said: string | undefined, how: 'set' | 'add') {
  for (const [, name = '', by] of (said ?? '').matchAll(/([a-z_][\w-]*)(?:\s+(-?\d+))?/gi))
    counters.set(name, how === 'set' ? Number(by ?? 0) : (counters.get(name) ?? 0) + Number(by ?? 1))
}

function printed(content: string, counters: Counters): string {
  const parts = content.matchAll(/"([^"]*)"|'([^']*)'|counter\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)/g)
  return [...parts]
    .map(([, one, two, name, type = 'decimal']) =>
      name === undefined
        ? (one ?? two ?? '').replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
            String.fromCodePoint(parseInt(code, 16) % 0x110000),
          )
        : sayCounter(counters.get(name) ?? 0, type.replace('latin', 'alpha')),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A number as a list prints it; unknown kinds become decimal. */
export function sayCounter(value: number, type: string): string {
  if (type === 'decimal-leading-zero') return String(value).padStart(2, '0')
  const said = type.endsWith('-alpha') ? letters(value) : type.endsWith('-roman') ? roman(value) : String(value)
  return type.startsWith('upper') ? said.toUpperCase() : said
}

function letters(value: number): string {
  if (value < 1) return String(value)
  let [rest, said] = [value, '']
  while (rest > 0) {
    said = String.fromCharCode(97 + ((rest - 1) % 26)) + said
    rest = Math.floor((rest - 1) / 26)
  }
  return said
}

const numerals = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  return numerals
    .map(([sign, worth]) => {
      const times = Math.floor(rest / worth)
      rest -= times * worth
      return sign.repeat(times)
    })
    .join('')
}

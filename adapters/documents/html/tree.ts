// A web page as a tree of elements and texts. The only file that uses the parser.
import { parse } from 'parse5'

export type HtmlNode = HtmlElement | HtmlText

export interface HtmlElement {
  readonly kind: 'element'
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly classes: readonly string[]
  readonly children: readonly HtmlNode[]
  /** Letters and digits below it, and how many of them are in links. */
  readonly letters: number
  readonly linked: number
}

export interface HtmlText {
  readonly kind: 'text'
  readonly text: string
}

interface Raw {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Raw[]
}

// Something that a browser does not show, or a control.
const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
])
const controls = new Set(['select', 'textarea', 'input', 'datalist', 'head', 'title', 'meta', 'link'])

// Deeper than any real page. Below this only the words are kept, so that the stack cannot overflow.
const deepest = 300

export interface Page {
  readonly body: HtmlElement
  readonly title: string
  readonly styles: readonly string[]
}

export function parsePage(html: string): Page {
  // The parser's own tree, of which few fields are read.
  const root = parse(html) as unknown as Raw
  const styles: string[] = []
  let title = ''
  visit(root, (node) => {
    if (node.nodeName === 'style') styles.push(rawText(node))
    if (node.nodeName === 'title' && title === '') title = rawText(node).replace(/\s+/g, ' ').trim()
  })
  return { body: toElement(root, 0), title, styles }
}

function toElement(raw: Raw, depth: number): HtmlElement {
  const attributes = new Map((raw.attrs ?? []).map(({ name, value }) => [name, value]))
  const children: HtmlNode[] =
    depth > deepest
      ? [{ kind: 'text', text: rawText(raw) }]
      : (raw.childNodes ?? []).flatMap((child): HtmlNode[] => {
          if (child.nodeName === '#text') return [{ kind: 'text', text: child.value ?? '' }]
          if (child.nodeName.startsWith('#') || unread.has(child.nodeName) || controls.has(child.nodeName)) return []
          return [toElement(child, depth + 1)]
        })
  const letters = children.reduce((sum, child) => sum + (child.kind === 'text' ? count(child.text) : child.letters), 0)
  const linked = children.reduce((sum, child) => sum + (child.kind === 'text' ? 0 : child.linked), 0)
  return {
    kind: 'element',
    tag: raw.nodeName,
    attributes,
    classes: (attributes.get('class') ?? '').split(/\s+/).filter((name) => name !== ''),
    children,
    letters,
    linked: raw.nodeName === 'a' && attributes.has('href') ? letters : linked,
  }
}

const count = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

function visit(root: Raw, see: (node: Raw) => void) {
  const waiting = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    see(node)
    // One by one, because a page may have more children than a call takes arguments.
    for (const child of (node.childNodes ?? []).toReversed()) waiting.push(child)
  }
}

function rawText(root: Raw): string {
  let text = ''
  visit(root, ({ nodeName, value }) => {
    if (nodeName === '#text') text += value ?? ''
  })
  return text
}

/** All text below an element in one line. */
export function plainText(node: HtmlNode): string {
  return spread(node).replace(/\s+/g, ' ').trim()
}

const apart = /^(?:p|div|li|tr|td|th|h[1-6]|br|ul|ol|dl|dt|dd|section|article|header|footer|nav|table|a|button|label)$/

function spread(node: HtmlNode): string {
  if (node.kind === 'text') return node.text
  const text = node.children.map(spread).join('')
  return apart.test(node.tag) ? ` ${text} ` : text
}

export function* elementsOf(node: HtmlElement): Generator<HtmlElement> {
  const waiting: HtmlElement[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    for (const child of next.children.toReversed()) if (child.kind === 'element') waiting.push(child)
  }
}

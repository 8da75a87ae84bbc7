// Turns a page's tree into drafts of blocks in reading order, with what was left out and why.
import type { Furniture } from '../../../src/ports/document.ts'
import { isSymbolFont, symbolOf } from '../symbols.ts'
import { asideOf } from './around.ts'
import { type Draft, type Kind, lineBreak, looksOfSpans, type Span, textOfSpans } from './draft.ts'
import { type Counters, type Label, labeller } from './labels.ts'
import { type Declarations, isBoldIn, sizeIn, styleOf, type Styles } from './style.ts'
import { isLayout, rowsOf } from './tables.ts'
import { type HtmlElement, type HtmlNode, plainText } from './tree.ts'

export interface Walk {
  readonly styles: Styles
  /** The number of letters on the whole page. */
  readonly letters: number
  readonly drafts: Draft[]
  readonly furniture: Furniture[]
  readonly lost: Map<'hidden' | 'deleted' | 'inserted' | 'picture' | 'comment', number>
  readonly counters: Counters
  pending: Span[]
  /** The label that Word wrote into the text of a paragraph. */
  label: string | undefined
  tables: number
}

export interface Around {
  readonly bold: boolean
  readonly size: number
  readonly underlined: boolean
  readonly capitals: boolean
  readonly centred: boolean
  readonly isKept: boolean
  readonly kind: Kind
  readonly list: number
  /** The list item whose first text is still to come. */
  readonly item: { readonly label: Label; readonly level: number; isUsed: boolean } | undefined
  /** Goes on counting where the last list of its level ended. */
  readonly goesOn: boolean
}

export const plain: Around = {
  bold: false,
  size: 12,
  underlined: false,
  capitals: false,
  centred: false,
  isKept: false,
  kind: { kind: 'paragraph' },
  list: -1,
  item: undefined,
  goesOn: false,
}

const blocks = new Set(
  'address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export function walkNode(node: HtmlNode, walk: Walk, around: Around) {
  if (node.kind === 'text') {
    const { bold, size, underlined, capitals } = around
    const text = around.isKept ? node.text.replaceAll('\n', lineBreak) : node.text
    walk.pending.push({ text, bold, size, underlined, capitals })
    return
  }
  const said = styleOf(node, walk.styles)
  if (leaveOut(node, said, walk)) return
  if (isWordLabel(said)) {
    walk.label = wordLabel(plainText(node), said)
    return
  }
  const inside = within(node, said, around)
  if (node.tag === 'br') walk.pending.push({ ...inside, text: lineBreak })
  else if (blocks.has(node.tag)) {
    flush(walk, around)
    enterBlock(node, walk, { said, around: inside })
    flush(walk, inside)
  } else {
    for (const child of node.children) walkNode(child, walk, inside)
    // An inline box is separate from what follows it, such as a number in front of a heading.
    if (said.get('display') === 'inline-block') walk.pending.push({ ...inside, text: ' ' })
  }
}

const isWordLabel = (said: Declarations) => said.get('mso-list')?.toLowerCase() === 'ignore'

/** Bullets may be letters of a symbol font. */
function wordLabel(text: string, said: Declarations): string {
  const font = (said.get('font-family') ?? '').replace(/["']/g, '')
  return isSymbolFont(font) ? text.replace(/./g, (sign) => symbolOf(font, sign.charCodeAt(0))) : text
}

/** Whether an element was recorded as not part of the text. */
function leaveOut(node: HtmlElement, said: Declarations, walk: Walk): boolean {
  if (node.tag === 'img') count(walk, 'picture')
  if (node.tag === 'ins') count(walk, 'inserted')
  const why = asideOf(node, said, walk.letters)
  if (why === undefined) return false
  const text = plainText(node)
  if (text === '') return true
  if (why === 'hidden' || why === 'deleted' || why === 'comment') count(walk, why)
  else walk.furniture.push({ kind: why, text })
  return true
}

function count({ lost }: Walk, kind: Parameters<Walk['lost']['set']>[0]) {
  lost.set(kind, (lost.get(kind) ?? 0) + 1)
}

function within(node: HtmlElement, said: Declarations, around: Around): Around {
  const align = said.get('text-align') ?? node.attributes.get('align')
  return {
    ...around,
    bold: isBoldIn(said, node.tag, around.bold),
    size: sizeIn(said, node, around.size),
    underlined: around.underlined || node.tag === 'u' || /underline/.test(said.get('text-decoration') ?? ''),
    capitals: around.capitals || said.get('text-transform') === 'uppercase',
    centred: align === undefined ? around.centred || node.tag === 'center' : align === 'center',
    isKept: around.isKept || node.tag === 'pre' || /^pre/.test(said.get('white-space') ?? ''),
  }
}

interface Entered {
  readonly said: Declarations
  readonly around: Around
}

function enterBlock(node: HtmlElement, walk: Walk, { said, around }: Entered) {
  const enter = enterers[node.tag]
  if (enter !== undefined) {
    enter(node, walk, around)
    return
  }
  const inside = { ...around, ...kindOf(node, said, around) }
  for (const child of node.children) walkNode(child, walk, inside)
  flush(walk, inside)
}

const enterers: Readonly<Record<string, (node: HtmlElement, walk: Walk, around: Around) => void>> = {
  ul: enterList,
  ol: enterList,
  table: enterTable,
  dl: enterDefinitions,
}

function kindOf(node: HtmlElement, said: Declarations, around: Around): Partial<Around> {
  const level = headingLevel(node)
  const named = node.classes.map((name) => name.toLowerCase())
  if (node.tag === 'p' && named.some((name) => ['title', 'subtitle', 'msotitle', 'msosubtitle'].includes(name)))
    return { kind: { kind: 'heading', level: 1, isTitle: true } }
  if (level !== undefined) return { kind: { kind: 'heading', level } }
  if (node.tag === 'summary') return { kind: { kind: 'summary' } }
  if (named.includes('msofootnotetext') || named.includes('msoendnotetext')) return { kind: { kind: 'note' } }
  const word = /\blevel(\d)\b/.exec(said.get('mso-list') ?? '')?.[1]
  if (word !== undefined) return { kind: { kind: 'item', level: Number(word) - 1, ordered: true } }
  return /^(?:p|div|li|td|th|dd|section)$/.test(node.tag) && around.kind.kind !== 'heading' ? {} : { kind: around.kind }
}

function headingLevel({ tag, attributes }: HtmlElement): number | undefined {
  const level =
    /^h([1-6])$/.exec(tag)?.[1] ??
    (attributes.get('role') === 'heading' ? (attributes.get('aria-level') ?? '2') : undefined)
  return level === undefined ? undefined : Math.min(6, Math.max(1, Number(level) || 2))
}

function enterList(list: HtmlElement, walk: Walk, around: Around) {
  // Google Docs writes deeper levels as lists beside the outer one, with the level at the end of the class.
  const google = list.classes.map((name) => /^lst-kix_.*-(\d)$/.exec(name)?.[1]).find((level) => level !== undefined)
  const level = google === undefined ? around.list + 1 : Number(google)
  const first = list.children.find((child) => child.kind === 'element')
  // LibreOffice writes a list that goes on at a deeper level as a list in a list, without an item between them.
  const resumes = list.tag === 'ol' && first?.kind === 'element' && first.tag === 'ol'
  const goesOn = around.goesOn || resumes
  const label = labeller(list, { styles: walk.styles, counters: walk.counters, depth: level, goesOn })
  for (const child of list.children) {
    const inside = { ...around, list: level, goesOn: goesOn && child === first && resumes }
    if (child.kind === 'text' || child.tag !== 'li') walkNode(child, walk, inside)
    else walkNode(child, walk, { ...inside, item: { label: label(child), level, isUsed: false } })
  }
}

function enterTable(table: HtmlElement, walk: Walk, around: Around) {
  if (isLayout(table)) {
    for (const child of table.children) walkNode(child, walk, around)
    return
  }
  const number = walk.tables++
  for (const part of rowsOf(table)) {
    if (part.kind === 'caption') walkNode(part.element, walk, around)
    else
      pushRow(walk, {
        table: number,
        cells: part.cells.flatMap((cell) => cellTexts(cell, walk)),
        isHeader: part.isHeader,
      })
    flush(walk, around)
  }
}

function pushRow(walk: Walk, row: { table: number; cells: readonly string[]; isHeader: boolean }) {
  if (row.cells.every((cell) => cell === '')) return
  const text = row.cells.join(' | ')
  walk.drafts.push({ ...looksOfSpans([]), kind: { kind: 'row', ...row }, text, number: undefined, centred: false })
}

/** A cell's own blocks, each on a line with its label; and an empty cell for each further column that it spans. */
function cellTexts(cell: HtmlElement, walk: Walk): string[] {
  const inner: Walk = { ...walk, drafts: [], pending: [], label: undefined }
  for (const child of cell.children) walkNode(child, inner, plain)
  flush(inner, plain)
  walk.tables = inner.tables
  const lines = inner.drafts.map(({ number, text }) => (number === undefined ? text : `${number} ${text}`))
  const spans = Math.min(20, Number(cell.attributes.get('colspan') ?? 1) || 1)
  return [lines.join('\n'), ...Array.from({ length: Math.max(0, spans - 1) }, () => '')]
}

/** A term and its description form a row; longer parts stand below the term. */
function enterDefinitions(list: HtmlElement, walk: Walk, around: Around) {
  const table = walk.tables++
  let term: string | undefined
  const leave = () => {
    if (term !== undefined) pushRow(walk, { table, cells: [term], isHeader: false })
    term = undefined
  }
  const parts = list.children.flatMap((child) =>
    child.kind === 'element' && child.tag === 'div' ? child.children : [child],
  )
  for (const child of parts) {
    if (child.kind === 'element' && (child.tag === 'dt' || child.tag === 'dd')) {
      const text = cellTexts(child, walk).join('')
      if (child.tag === 'dt') {
        leave()
        term = text
      } else {
        pushRow(walk, { table, cells: [term ?? '', text], isHeader: false })
        term = undefined
      }
    } else walkNode(child, walk, around)
  }
  leave()
}

/** What was collected becomes blocks: one for each stretch between empty lines. */
export function flush(walk: Walk, around: Around) {
  const spans = walk.pending
  walk.pending = []
  const stretches: Span[][] = [[]]
  let breaks = 0
  for (const span of spans) {
    const isBlank = span.text !== lineBreak && span.text.trim() === ''
    if (breaks > 1 && !isBlank && span.text !== lineBreak) stretches.push([])
    if (!isBlank) breaks = span.text === lineBreak ? breaks + 1 : 0
    stretches.at(-1)?.push(span)
  }
  for (const stretch of stretches) push(stretch, walk, around)
}

function push(spans: readonly Span[], walk: Walk, around: Around) {
  const text = textOfSpans(spans)
  if (text === '') return
  const looks = { ...looksOfSpans(spans), centred: around.centred }
  const label = walk.label
  walk.label = undefined
  walk.drafts.push({ ...looks, text, ...labelled(around, label) })
}

function labelled({ kind, item }: Around, label: string | undefined): { kind: Kind; number: string | undefined } {
  if (item === undefined || item.isUsed || kind.kind === 'note') {
    const ordered = label !== undefined && /[\p{L}\p{N}]/u.test(label) && label !== 'o'
    return { kind: kind.kind === 'item' ? { ...kind, ordered } : kind, number: label }
  }
  item.isUsed = true
  const { number, ordered } = item.label
  if (kind.kind === 'heading') return { kind, number: ordered ? number : undefined }
  return { kind: { kind: 'item', level: item.level, ordered }, number }
}

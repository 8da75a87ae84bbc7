// Paragraphs, lists, sections and tables of OpenDocument, one after the other.
import { defined } from '../../../src/kit/defined.ts'
import type { Budget } from '../budget.ts'
import type { Label } from '../counting.ts'
import type { Layout } from '../lay.ts'
import { headed, isContentsStyle, outlineByName } from '../naming.ts'
import type { Piece, RowPiece } from '../pieces.ts'
import { elementsOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { newInline, readDrawing, readInline, timesOf } from './inline.ts'
import type { List, Lists } from './lists.ts'
import type { Style, Styles } from './styles.ts'

export interface Odt {
  readonly styles: Styles
  readonly lists: Lists
  readonly layout: Layout
  readonly budget: Budget
}

/** The position of a paragraph in a list; the first paragraph of an item carries the label. */
interface InList {
  readonly list: List
  readonly style: string
  readonly level: number
  label: 'due' | 'given' | 'none'
  readonly from?: number | undefined
}

interface Place {
  readonly inList?: InList
  readonly isContents?: boolean
}

export function readBlocks(elements: readonly Element[], odt: Odt, place: Place = {}): Piece[] {
  return elements.flatMap((element) => readBlock(element, odt, place))
}

const indexes = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
  'text:alphabetical-index',
])

export function readBlock(element: Element, odt: Odt, place: Place = {}): Piece[] {
  odt.budget.spend(1)
  const { name } = element
  if (indexes.has(name)) return readBlocks(elementsOf(element), odt, { isContents: true })
  switch (name) {
    case 'text:p':
    case 'text:h':
      return readParagraph(element, odt, place)
    case 'text:list':
      return readList(element, odt, place)
    case 'text:numbered-paragraph':
      return readNumbered(element, odt, place)
    case 'text:section':
      return readSection(element, odt, place)
    case 'text:index-body':
    case 'text:index-title':
    case 'text:bibliography':
    case 'draw:a':
      return readBlocks(elementsOf(element), odt, place)
    case 'table:table':
      return [{ kind: 'table', rows: readRows(element, odt, false) }]
    case 'text:tracked-changes':
      countChanges(element, odt.layout)
      return []
    default:
      return name.startsWith('draw:') ? readFloating(element, odt) : []
  }
}

/** A frame that is anchored to the page and not to a paragraph. */
function readFloating(element: Element, odt: Odt): Piece[] {
  const inline = inlineOf(odt)
  readDrawing(element, inline)
  return inline.after
}

function inlineOf(odt: Odt) {
  return newInline({
    styles: odt.styles,
    layout: odt.layout,
    pieces: (elements) => readBlocks(elements, odt),
    spend: (steps) => {
      odt.budget.spend(steps)
    },
  })
}

function readSection(element: Element, odt: Odt, place: Place): Piece[] {
  const { attributes } = element
  const isHidden =
    attributes['text:is-hidden'] === 'true' ||
    attributes['text:display'] === 'none' ||
    odt.styles.isHidden(attributes['text:style-name'])
  if (!isHidden) return readBlocks(elementsOf(element), odt, place)
  odt.layout.lose('hidden')
  return []
}

function readList(element: Element, odt: Odt, place: Place): Piece[] {
  const above = place.inList
  const style = element.attributes['text:style-name'] ?? above?.style ?? styleInside(element, odt)
  const list = above?.list ?? odt.lists.begin(element, style)
  const level = above === undefined ? 0 : above.level + 1
  return elementsOf(element).flatMap((item) => {
    const from = numberOf(item.attributes['text:start-value'])
    const label = item.name === 'text:list-item' ? 'due' : 'none'
    return readBlocks(elementsOf(item), odt, { ...place, inList: { list, style, level, label, from } })
  })
}

/** A list without a style takes that of its first paragraph. */
function styleInside(element: Element, odt: Odt): string {
  for (const item of elementsOf(element))
    for (const { name, attributes } of elementsOf(item))
      if (name === 'text:p' || name === 'text:h') return odt.styles.paragraph(attributes['text:style-name']).list ?? ''
  return ''
}

function readNumbered(element: Element, odt: Odt, place: Place): Piece[] {
  const { attributes } = element
  const style = attributes['text:style-name'] ?? ''
  // Its list has a name of its own, and every paragraph repeats it.
  const id = attributes['text:list-id'] ?? style
  const list = odt.lists.begin({ ...element, attributes: { 'text:continue-list': id, 'xml:id': id } }, style)
  const level = Math.max((numberOf(attributes['text:level']) ?? 1) - 1, 0)
  const from = numberOf(attributes['text:start-value'])
  return readBlocks(elementsOf(element), odt, { ...place, inList: { list, style, level, label: 'due', from } })
}

function readParagraph(element: Element, odt: Odt, place: Place): Piece[] {
  const style = odt.styles.paragraph(element.attributes['text:style-name'])
  const inline = inlineOf(odt)
  if (elementsOf(element).some(isHider)) odt.layout.lose('hidden')
  else readInline(element, style, inline)
  const text = inline.line.text()
  if (text === '' && (inline.hidden || elementsOf(element).some(isHider))) return inline.after
  const heading = element.name === 'text:h' ? headingOf(element) : headingByStyle(style)
  const label = labelOf(element, { style, odt, place, heading })
  const isContents = place.isContents === true || isContentsStyle(style.names)
  return [
    {
      kind: 'paragraph',
      text: isContents ? '' : text,
      ...defined({ contents: isContents ? text : undefined }),
      drawn: inline.line.drawn(),
      centred: style.centred === true,
      breaks: style.breaks === true,
      label,
      after: inline.after,
      ...headed(style.names, heading),
    },
  ]
}

function isHider({ name, attributes }: Element): boolean {
  return name === 'text:hidden-paragraph' && attributes['text:is-hidden'] === 'true'
}

function headingOf({ attributes }: Element): number {
  return Math.max(numberOf(attributes['text:outline-level']) ?? 1, 1)
}

/** Other programs than LibreOffice may write a heading as a paragraph whose style has a heading's name and no level. */
function headingByStyle({ outline, names }: Style): number | undefined {
  if (outline !== undefined) return outline === 0 ? undefined : outline
  const [named] = names.flatMap((name) => outlineByName(name) ?? [])
  return named === undefined ? undefined : named + 1
}

interface Counted {
  readonly style: Style
  readonly odt: Odt
  readonly place: Place
  readonly heading: number | undefined
}

function labelOf(element: Element, { style, odt, place, heading }: Counted): Label | undefined {
  const { inList } = place
  if (inList !== undefined) {
    if (inList.label !== 'due') return undefined
    inList.label = 'given'
    return odt.lists.next(inList.list, inList.style, inList.level, inList.from)
  }
  const { attributes } = element
  if (element.name !== 'text:h' || heading === undefined || style.list === '') return undefined
  if (attributes['text:is-list-header'] === 'true' || place.isContents === true) return undefined
  const restarts = attributes['text:restart-numbering'] === 'true'
  return odt.lists.nextChapter(heading - 1, restarts ? (numberOf(attributes['text:start-value']) ?? 1) : undefined)
}

function readRows(element: Element, odt: Odt, isHeader: boolean): RowPiece[] {
  return elementsOf(element).flatMap((child) => {
    switch (child.name) {
      case 'table:table-header-rows':
        return readRows(child, odt, true)
      case 'table:table-rows':
      case 'table:table-row-group':
        return readRows(child, odt, isHeader)
      case 'table:table-row': {
        if (/^(collapse|filter)$/.test(child.attributes['table:visibility'] ?? '')) {
          odt.layout.lose('hidden')
          return []
        }
        const row = { isHeader, cells: readCells(child, odt) }
        return new Array<RowPiece>(timesOf(child.attributes['table:number-rows-repeated'])).fill(row)
      }
      default:
        return []
    }
  })
}

function readCells(row: Element, odt: Odt): Piece[][] {
  const cells: Piece[][] = []
  let covered = 0
  for (const { name, attributes, children } of elementsOf(row)) {
    const times = timesOf(attributes['table:number-columns-repeated'])
    if (name === 'table:covered-table-cell') {
      // Covered cells to the left are part of it; covered cells above are empty.
      for (let each = 0; each < times; each++) if (--covered < 0) cells.push([])
    } else if (name === 'table:table-cell') {
      const pieces = readBlocks(elementsOf({ name, attributes, children }), odt)
      for (let each = 0; each < times; each++) cells.push(pieces)
      covered = timesOf(attributes['table:number-columns-spanned']) - 1
    }
  }
  return cells
}

function countChanges(element: Element, layout: Layout): void {
  for (const region of elementsOf(element))
    for (const { name } of elementsOf(region)) {
      if (name === 'text:insertion') layout.lose('inserted')
      if (name === 'text:deletion') layout.lose('deleted')
    }
}

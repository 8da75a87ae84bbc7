// What stands inside a paragraph of OpenDocument: spans, notes, frames, fields.
import { type Line, createLine } from '../line.ts'
import type { Layout } from '../lay.ts'
import type { Piece } from '../pieces.ts'
import { plain } from '../plain.ts'
import { childOf, elementsOf, numberOf, textOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import type { Style, Styles } from './styles.ts'

export interface Inline {
  readonly styles: Styles
  readonly layout: Layout
  readonly line: Line
  readonly after: Piece[]
  /** Blocks in boxes and notes. */
  pieces(elements: readonly Element[]): Piece[]
  spend(steps: number): void
  hidden: boolean
}

export function newInline(from: Pick<Inline, 'styles' | 'layout' | 'pieces' | 'spend'>): Inline {
  return { ...from, line: createLine(), after: [], hidden: false }
}

export function readInline(element: Element, style: Style, inline: Inline): void {
  for (const child of element.children) {
    inline.spend(1)
    if (typeof child === 'string') write(child.replace(/\s+/g, ' '), style, inline)
    else readOne(child, style, inline)
  }
}

function write(text: string, style: Style, inline: Inline): void {
  if (style.hidden === true) {
    if (!inline.hidden && text.trim() !== '') inline.layout.lose('hidden')
    if (text.trim() !== '') inline.hidden = true
    return
  }
  inline.line.add(text, {
    bold: style.bold === true,
    points: style.points,
    capitals: style.capitals === true,
    underlined: style.underlined === true,
  })
}

// Marks, sources and scripts: invisible to a reader.
const unseen = new Set([
  'office:annotation-end',
  'text:ruby-text',
  'text:script',
  'text:change',
  'text:change-start',
  'text:change-end',
  'office:event-listeners',
  'svg:title',
  'svg:desc',
])

function readOne(element: Element, style: Style, inline: Inline): void {
  const { attributes, name } = element
  if (unseen.has(name)) return
  switch (name) {
    case 'text:s':
    case 'text:tab':
      write(' ', style, inline)
      break
    case 'text:line-break':
      write('\n', style, inline)
      break
    case 'text:span':
      readInline(element, over(style, inline.styles.text(attributes['text:style-name'])), inline)
      break
    case 'text:note':
      readNote(element, style, inline)
      break
    case 'office:annotation':
      inline.layout.lose('comment')
      break
    case 'text:hidden-text':
      if (attributes['text:is-hidden'] === 'true') inline.layout.lose('hidden')
      else readInline(element, style, inline)
      break
    default:
      if (name.startsWith('draw:')) readDrawing(element, inline)
      else readInline(element, style, inline)
  }
}

/** A span only says what differs in it. */
function over(below: Style, { names: _names, ...own }: Style): Style {
  return { ...below, ...own }
}

function readNote(element: Element, style: Style, inline: Inline): void {
  if (style.hidden === true) return
  inline.after.push({
    kind: 'note',
    number: plain(textOf(childOf(element, 'text:note-citation'))),
    pieces: inline.pieces(elementsOf(childOf(element, 'text:note-body'))),
  })
}

/** Words in frames and shapes are in boxes; pictures and objects are counted. */
export function readDrawing(element: Element, inline: Inline): void {
  inline.spend(1)
  const children = elementsOf(element)
  if (element.name === 'draw:text-box' || children.some(({ name }) => isText(name))) {
    const words = children.filter(({ name }) => !unseen.has(name))
    for (const piece of inline.pieces(words))
      inline.after.push(piece.kind === 'paragraph' ? { ...piece, isBoxed: true } : piece)
    return
  }
  // An object includes its picture, and a picture may be there in two formats.
  const object = children.find(({ name }) => name === 'draw:object' || name === 'draw:object-ole')
  if (object !== undefined) inline.layout.lose('object')
  else if (children.some(({ name }) => name === 'draw:image')) inline.layout.lose('picture')
  for (const child of children)
    if (child.name.startsWith('draw:') && !/^draw:(image|object|object-ole)$/.test(child.name))
      readDrawing(child, inline)
}

function isText(name: string): boolean {
  return name === 'text:p' || name === 'text:h' || name === 'text:list'
}

/** A cell or row that stands for several equal ones; only spreadsheets have thousands. */
export function timesOf(written: string | undefined): number {
  const times = numberOf(written) ?? 1
  return times >= 1 && times <= 64 ? times : 1
}

// Paragraphs and tables of Word, one after the other.
import { createLine } from '../line.ts'
import type { Label } from '../counting.ts'
import { headed, isContentsStyle } from '../naming.ts'
import type { ParagraphPiece, Piece, RowPiece } from '../pieces.ts'
import { plain } from '../plain.ts'
import { childOf, elementsOf, numberOf } from '../tree.ts'
import type { Element } from '../xml.ts'
import { contentsField, readInline } from './inline.ts'
import { isOn, listProperties, valueOf } from './properties.ts'
import type { Style } from './styles.ts'
import { insideOf, isContentsControl } from './unwrap.ts'
import { newStory, type Story, type Word, type Written } from './word.ts'

export function readBlocks(elements: readonly Element[], word: Word, story: Story): Piece[] {
  return elements.flatMap((element) => readBlock(element, word, story))
}

/** Everything in a cell, a box or a note; nothing is left waiting for a paragraph that never comes. */
function readWhole(elements: readonly Element[], word: Word, story: Story): Piece[] {
  return [...readBlocks(elements, word, story), ...flush(word, story)]
}

export function flush(word: Word, story: Story): Piece[] {
  const written = story.carried
  story.carried = undefined
  if (written === undefined) return []
  const style = word.styles.paragraph(undefined)
  return [asPiece({ pPr: undefined, style, written, text: written.line.text(), heading: undefined, label: undefined })]
}

export function readBlock(element: Element, word: Word, story: Story): Piece[] {
  word.package.budget.spend(1)
  const inside = insideOf(element)
  if (inside !== undefined) {
    if (!isContentsControl(element)) return readBlocks(inside, word, story)
    const before = story.fields.length
    story.fields.push(contentsField())
    const pieces = readBlocks(inside, word, story)
    story.fields.length = Math.min(before, story.fields.length)
    return pieces
  }
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, word, story)
    case 'w:tbl':
      return [...flush(word, story), { kind: 'table', rows: readRows(element, word, story) }]
    case 'w:sectPr':
      word.sections.push(element)
      return []
    case 'w:altChunk':
      word.layout.lose('unread')
      return []
    case 'w:del':
    case 'w:moveFrom':
      word.layout.lose('deleted')
      return []
    default:
      return []
  }
}

function readParagraph(element: Element, word: Word, story: Story): Piece[] {
  const pPr = childOf(element, 'w:pPr')
  const style = word.styles.paragraph(valueOf(childOf(pPr, 'w:pStyle')))
  const outline = numberOf(valueOf(childOf(pPr, 'w:outlineLvl'))) ?? style.outline
  const isHeading = outline !== undefined && outline >= 0 && outline <= 8
  // A contents field that was never closed would swallow the document.
  if (isHeading) closeContents(story)
  const written = beginWriting(story)
  readInline(elementsOf(element), {
    word,
    story,
    style,
    written,
    pieces: (elements) => readWhole(elements, word, newStory()),
  })
  const section = childOf(pPr, 'w:sectPr')
  if (section !== undefined) word.sections.push(section)
  if (isJoined(pPr, word)) {
    story.carried = written
    return []
  }
  const text = written.line.text()
  if (text === '' && written.after.length === 0 && isMarkHidden(pPr)) return []
  return [
    asPiece({
      pPr,
      style,
      written,
      text,
      heading: isHeading ? outline + 1 : undefined,
      label: labelOf(pPr, style, word),
    }),
  ]
}

/** What an earlier paragraph left over, if anything. */
function beginWriting(story: Story): Written {
  const written = story.carried ?? { line: createLine(), contents: [], after: [], breaks: false, hasHidden: false }
  if (story.breaks) written.breaks = true
  story.carried = undefined
  story.breaks = false
  return written
}

function closeContents({ fields }: Story): void {
  const first = fields.findIndex(({ isContents, isControl }) => isContents && isControl !== true)
  if (first >= 0) fields.length = first
}

/** A paragraph that continues in the next one: its mark was deleted, or it is a large first letter. */
function isJoined(pPr: Element | undefined, word: Word): boolean {
  const mark = childOf(pPr, 'w:rPr')
  if (childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined) {
    word.layout.lose('deleted')
    return true
  }
  return /^(drop|margin)$/.test(childOf(pPr, 'w:framePr')?.attributes['w:dropCap'] ?? '')
}

function isMarkHidden(pPr: Element | undefined): boolean {
  return isOn(childOf(childOf(pPr, 'w:rPr'), 'w:vanish')) === true
}

function labelOf(pPr: Element | undefined, style: Style, word: Word): Label | undefined {
  const own = listProperties(pPr)
  const list = own?.list ?? style.list
  if (list === undefined || list === '0') return undefined
  const { numbering } = word
  const inherited = own?.list === undefined ? style.level : undefined
  const label = numbering.next(list, own?.level ?? numbering.levelOf(list, style) ?? inherited ?? 0)
  return label === undefined ? undefined : { ...label, level: Math.max(label.level, levelByName(style)) }
}

/** "List Bullet 2" is a list inside a list, although Word keeps it as a separate list. */
function levelByName({ names }: Style): number {
  const named = names
    .map((name) => /^list (?:bullet|number) ([2-5])$/.exec(name)?.[1])
    .find((level) => level !== undefined)
  return named === undefined ? 0 : Number(named) - 1
}

interface Read {
  readonly pPr: Element | undefined
  readonly style: Style
  readonly written: Written
  readonly text: string
  readonly heading: number | undefined
  readonly label: Label | undefined
}

function asPiece({ pPr, style, written, text, heading, label }: Read): ParagraphPiece {
  const alignment = valueOf(childOf(pPr, 'w:jc'))
  const isContents = isContentsStyle(style.names)
  const contents = plain(written.contents.join(''))
  return {
    kind: 'paragraph',
    text: isContents ? '' : text,
    drawn: written.line.drawn(),
    centred: alignment === undefined ? style.centred === true : alignment === 'center',
    breaks: written.breaks || (isOn(childOf(pPr, 'w:pageBreakBefore')) ?? style.breaks === true),
    label,
    isBoxed: childOf(pPr, 'w:framePr') !== undefined,
    contents: isContents ? plain(`${text} ${contents}`) : contents,
    after: written.after,
    ...headed(style.names, heading),
  }
}

function readRows(table: Element, word: Word, story: Story): RowPiece[] {
  return within(table, 'w:tr').flatMap((row) => {
    const trPr = childOf(row, 'w:trPr')
    if (childOf(trPr, 'w:del') !== undefined) {
      word.layout.lose('deleted')
      return []
    }
    if (isOn(childOf(trPr, 'w:hidden')) === true) {
      word.layout.lose('hidden')
      return []
    }
    return [{ isHeader: isOn(childOf(trPr, 'w:tblHeader')) === true, cells: readCells(row, word, story) }]
  })
}

function readCells(row: Element, word: Word, story: Story): Piece[][] {
  return within(row, 'w:tc').flatMap((cell) => {
    const tcPr = childOf(cell, 'w:tcPr')
    if (isContinued(childOf(tcPr, 'w:hMerge'))) return []
    return [isContinued(childOf(tcPr, 'w:vMerge')) ? [] : readWhole(elementsOf(cell), word, story)]
  })
}

/** A continuation of the cell above or before it. */
function isContinued(merge: Element | undefined): boolean {
  return merge !== undefined && (valueOf(merge) ?? 'continue') === 'continue'
}

/** Rows of a table or cells of a row, through any wrappers around them. */
function within(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    const inside = insideOf(child)
    return inside === undefined ? [] : within({ ...child, children: inside }, name)
  })
}

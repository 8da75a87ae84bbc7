// One text of paragraphs and tables in RTF: the body, a note, a header, a box.
import type { Label } from '../counting.ts'
import { createLine, type Line } from '../line.ts'
import type { ParagraphPiece, Piece, RowPiece } from '../pieces.ts'
import { plain } from '../plain.ts'
import { type Head, styled } from './head.ts'
import { depthOf, type State } from './state.ts'

interface OpenTable {
  readonly rows: RowPiece[]
  cells: Piece[][]
  cell: Piece[]
}

export interface Story {
  readonly pieces: Piece[]
  readonly tables: OpenTable[]
  line: Line
  /** The first characters of the line, for labels that somebody typed. */
  start: string
  label: string
  /** A label that was typed before a tab; its indent gives the level. */
  typedLevel: number | undefined
  contents: string[]
  after: Piece[]
  breaks: boolean
  /** What was last left out or inserted, so that one passage counts once. */
  passage: 'hidden' | 'deleted' | 'inserted' | undefined
  hasHidden: boolean
  /** A note's mark was in it, so it is numbered. */
  isNumbered: boolean
  isEndnote: boolean
}

export function newStory(): Story {
  return {
    pieces: [],
    tables: [],
    line: createLine(),
    start: '',
    label: '',
    typedLevel: undefined,
    contents: [],
    after: [],
    breaks: false,
    passage: undefined,
    hasHidden: false,
    isNumbered: false,
    isEndnote: false,
  }
}

export interface RowShape {
  isHeader: boolean
  /** For each cell whether it continues the one above or to the left. */
  readonly merges: ('above' | 'left' | undefined)[]
  next: 'above' | 'left' | undefined
}

export function newRow(): RowShape {
  return { isHeader: false, merges: [], next: undefined }
}

export function endParagraph(story: Story, state: State, head: Head): void {
  // The mark between two paragraphs was deleted: the second continues the first.
  if (state.deleted) return
  addTo(story, depthOf(state), takeParagraph(story, state, head))
}

function addTo(story: Story, depth: number, piece: Piece | undefined): void {
  closeTables(story, depth)
  openTables(story, depth)
  if (piece !== undefined) (story.tables.at(-1)?.cell ?? story.pieces).push(piece)
}

function openTables({ tables }: Story, depth: number): void {
  while (tables.length < depth) tables.push({ rows: [], cells: [], cell: [] })
}

export function closeTables(story: Story, depth: number): void {
  while (story.tables.length > depth) {
    const table = story.tables.pop()
    if (table === undefined) return
    if (table.cell.length > 0) table.cells.push(table.cell)
    if (table.cells.length > 0) table.rows.push({ isHeader: false, cells: table.cells })
    if (table.rows.length > 0) (story.tables.at(-1)?.cell ?? story.pieces).push({ kind: 'table', rows: table.rows })
  }
}

export function endCell(story: Story, state: State, head: Head, depth: number): void {
  const piece = takeParagraph(story, state, head)
  addTo(
    story,
    depth,
    piece.text === '' && piece.contents === '' && (piece.after ?? []).length === 0 ? undefined : piece,
  )
  const table = story.tables.at(-1)
  if (table === undefined) return
  table.cells.push(table.cell)
  table.cell = []
}

export function endRow(story: Story, depth: number, { isHeader, merges }: RowShape): void {
  closeTables(story, depth)
  const table = story.tables[depth - 1]
  if (table === undefined) return
  const cells = table.cells.flatMap((cell, index) => {
    if (merges[index] === 'left') return []
    return [merges[index] === 'above' ? [] : cell]
  })
  table.rows.push({ isHeader, cells })
  table.cells = []
  table.cell = []
}

/** At the end of a text: words without a paragraph mark are a paragraph too. */
export function endStory(story: Story, state: State, head: Head): Piece[] {
  if (story.line.text() !== '' || story.after.length > 0 || story.contents.length > 0)
    addTo(story, depthOf(state), takeParagraph(story, { ...state, deleted: false }, head))
  closeTables(story, 0)
  return story.pieces
}

function takeParagraph(story: Story, state: State, head: Head): ParagraphPiece {
  const { isContents, ...heading } = styled(head, state.style, state.outline)
  const text = story.line.text().toWellFormed()
  const contents = plain(story.contents.join('')).toWellFormed()
  const piece: ParagraphPiece = {
    kind: 'paragraph',
    text: isContents ? '' : text,
    contents: isContents ? plain(`${text} ${contents}`) : contents,
    drawn: story.line.drawn(),
    centred: state.centred,
    breaks: state.breaks || story.breaks,
    label: labelOf(story, state),
    after: story.after,
    ...heading,
  }
  Object.assign(story, { line: createLine(), start: '', label: '', contents: [], after: [] })
  Object.assign(story, { typedLevel: undefined, breaks: false, passage: undefined, hasHidden: false })
  return piece
}

function labelOf({ label, typedLevel }: Story, { listLevel }: State): Label | undefined {
  const number = plain(label)
  if (number === '') return undefined
  // Word's second-level bullet is a small o in another font.
  const ordered = /[\p{L}\p{N}]/u.test(number) && number !== 'o'
  return { number, level: Math.max(listLevel ?? typedLevel ?? 0, 0), ordered }
}

/** `•⇥` or `2.⇥` before a hanging line: some programs write lists only like this. */
export function takeTypedLabel(story: Story, { firstIndent, indent }: State): boolean {
  if (firstIndent >= 0 || story.label !== '') return false
  if (!/^\s*(?:[•▪◦·–—o*-]|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)])\s*$/i.test(story.start)) return false
  story.label = story.start
  story.typedLevel = Math.max(Math.round(indent / 360) - 1, 0)
  story.line = createLine()
  story.start = ''
  return true
}

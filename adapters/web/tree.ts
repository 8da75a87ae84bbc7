// Draws a tree of questions: boxes one below the other, endings to their right, connections to later boxes in lanes to
// their left.
import type { TreeArrow, TreeBox, TreePart } from '../../src/ports/office.ts'
import { html, nothing, type Html } from './html.ts'

/** In user units, which equal pixels until a page shows it larger. */
const look = { lane: 9, lanes: 8, box: 340, end: 210, gap: 26, line: 18, pad: 10, between: 5 } as const
/** So many letters fit, also in the widest of the fonts that a page may be shown in; questions are bold. */
const fits = { asks: 37, says: 38, ends: 24 } as const

/** Where the boxes begin and end: few questions need little room for lanes. */
interface Edges {
  readonly left: number
  readonly right: number
}

export function showTree({ label, boxes }: TreePart): Html {
  const placed = place(boxes)
  const last = placed.at(-1)
  const height = last === undefined ? 0 : last.y + last.height + look.gap
  const left = look.lane * Math.min(look.lanes, boxes.length) + 16
  const edges = { left, right: left + look.box }
  const width = edges.right + 30 + look.end + 8
  return html`<div class="sheet tree" role="region" aria-label="${label}" tabindex="0">
    <svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">
      ${placed.flatMap((from) => from.rows.flatMap((row) => drawLanes(row, placed, edges)))}
      ${placed.map((box) => drawBox(box, edges))}
    </svg>
  </div>`
}

interface PlacedBox {
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly rows: readonly PlacedRow[]
}

interface PlacedRow {
  /** The vertical centre. */
  readonly y: number
  readonly lines: readonly string[]
  readonly to: TreeArrow['to']
  readonly ends: readonly PlacedEnd[]
}

interface PlacedEnd {
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly tone: TreeArrow['ends'][number]['tone']
}

function place(boxes: readonly TreeBox[]): readonly PlacedBox[] {
  let y: number = look.gap
  return boxes.map(({ text, ways }, at) => {
    const top = y
    const lines = wrap(`${at + 1}. ${text}`, fits.asks)
    y += look.pad + lines.length * look.line + look.pad
    const rows = ways.map((arrow) => {
      const row = placeRow(arrow, y)
      y += row.height
      return row
    })
    const box = { y: top, height: y + look.pad - top, lines, rows }
    y += look.pad + look.gap
    return box
  })
}

/** Where earlier answers decide between several endings, each has a box of its own. */
function placeRow({ label, to, ends }: TreeArrow, top: number): PlacedRow & { readonly height: number } {
  const lines = wrap(label, fits.says)
  const boxes = ends.map((end) => ({ tone: end.tone, lines: wrap(end.label, fits.ends) }))
  const sizes = boxes.map((box) => box.lines.length * look.line + 6)
  const tall = sizes.reduce((sum, size) => sum + size + look.between, 0)
  const height = Math.max(lines.length * look.line + look.pad, tall)
  let next = top + (height - tall + look.between) / 2
  const placed = boxes.map((box, at) => {
    const size = sizes[at] ?? 0
    const end = { ...box, y: next, height: size }
    next += size + look.between
    return end
  })
  return { y: top + height / 2, height, lines, to, ends: placed }
}

function drawBox({ y, height, lines, rows }: PlacedBox, edges: Edges): Html {
  const x = edges.left + look.pad
  return html`<rect class="box" x="${edges.left}" y="${y}" width="${look.box}" height="${height}" rx="10"></rect>
    ${lines.map((line, at) => drawText(line, { x, y: y + look.pad + (at + 0.75) * look.line, name: 'asks' }))}
    ${rows.map((row) => drawRow(row, edges))}`
}

function drawRow({ y, lines, ends }: PlacedRow, { left, right }: Edges): Html {
  const x = left + 2 * look.pad
  return html`${lines.map((line, at) => drawText(line, { x, y: baseline(y, at, lines.length), name: 'says' }))}
  ${ends.map((end) => drawEnd(end, { right, y }))}`
}

function drawEnd({ y: top, height, lines, tone }: PlacedEnd, from: { readonly right: number; readonly y: number }) {
  const [x, middle] = [from.right + 30, top + height / 2]
  return html`<path class="way" d="M ${from.right} ${from.y} h 10 V ${middle} H ${x - 6}"></path>
    <path class="tip" d="M ${x} ${middle} l -8 -4 v 8 z"></path>
    <rect class="end" data-tone="${tone}" x="${x}" y="${top}" width="${look.end}" height="${height}" rx="8"></rect>
    ${lines.map((line, at) => drawText(line, { x: x + 10, y: baseline(middle, at, lines.length), name: 'says' }))}`
}

/** All ways into one box share its lane. */
function drawLanes({ y, to: places }: PlacedRow, placed: readonly PlacedBox[], { left }: Edges): readonly Html[] {
  return places.map((to) => {
    const target = placed[to]
    if (target === undefined) return nothing
    const lane = left - 12 - (to % look.lanes) * look.lane
    const into = target.y + look.pad + look.line / 2
    return html`<path class="way" d="M ${left} ${y} H ${lane} V ${into} H ${left - 6}"></path>
      <path class="tip" d="M ${left} ${into} l -8 -4 v 8 z"></path>`
  })
}

function baseline(middle: number, at: number, lines: number): number {
  return middle + (at - (lines - 1) / 2) * look.line + 5
}

function drawText(
  text: string,
  { x, y, name }: { readonly x: number; readonly y: number; readonly name: string },
): Html {
  return html`<text class="${name}" x="${x}" y="${y}">${text}</text>`
}

/** A word that is longer than a line is broken. */
function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => pieces(each, letters))) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pieces(word: string, letters: number): readonly string[] {
  const all = Array.from(word)
  const count = Math.max(1, Math.ceil(all.length / letters))
  return Array.from({ length: count }, (_, at) => all.slice(at * letters, (at + 1) * letters).join(''))
}

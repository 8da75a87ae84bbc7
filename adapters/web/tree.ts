// Draws a tree of questions: boxes one below the other, endings to their right, connections to later boxes in lanes to
// their left.
import type { TreeArrow, TreeBox, TreePart } from '../../src/ports/office.ts'
import { html, nothing, type Html } from './html.ts'

/** In user units, which equal pixels until a page shows it larger. */
const look = { lane: 9, lanes: 8, box: 340, end: 210, gap: 26, line: 18, pad: 10, letters: 44, endLetters: 27 } as const
const left = look.lane * look.lanes + 16
const right = left + look.box
const width = right + 30 + look.end + 8

export function showTree({ label, boxes }: TreePart): Html {
  const placed = place(boxes)
  const last = placed.at(-1)
  const height = last === undefined ? 0 : last.y + last.height + look.gap
  return html`<div class="sheet tree" role="region" aria-label="${label}" tabindex="0">
    <svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">
      ${placed.flatMap((from) => from.rows.flatMap((row) => drawLanes(row, placed)))} ${placed.map(drawBox)}
    </svg>
  </div>`
}

interface PlacedBox {
  readonly at: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly rows: readonly PlacedRow[]
}

interface PlacedRow {
  /** The vertical centre. */
  readonly y: number
  readonly lines: readonly string[]
  readonly arrow: TreeArrow
}

function place(boxes: readonly TreeBox[]): readonly PlacedBox[] {
  let y: number = look.gap
  return boxes.map(({ text, ways }, at) => {
    const top = y
    const lines = wrap(`${at + 1}. ${text}`, look.letters)
    y += look.pad + lines.length * look.line + look.pad
    const rows = ways.map((arrow) => {
      const words = wrap(arrow.label, look.letters - 2)
      const ends = arrow.ends.reduce((sum, end) => sum + wrap(end.label, look.endLetters).length, 0)
      const tall = Math.max(words.length, ends) * look.line + look.pad
      const row = { y: y + tall / 2, lines: words, arrow }
      y += tall
      return row
    })
    const box = { at, y: top, height: y + look.pad - top, lines, rows }
    y += look.pad + look.gap
    return box
  })
}

function drawBox({ y, height, lines, rows }: PlacedBox): Html {
  return html`<rect class="box" x="${left}" y="${y}" width="${look.box}" height="${height}" rx="10"></rect>
    ${lines.map((line, at) => drawText(line, { x: left + look.pad, y: y + look.pad + (at + 0.75) * look.line, name: 'asks' }))}
    ${rows.map(drawRow)}`
}

function drawRow({ y, lines, arrow }: PlacedRow): Html {
  const words = lines.map((line, at) =>
    drawText(line, { x: left + 2 * look.pad, y: baseline(y, at, lines.length), name: 'says' }),
  )
  const tone = arrow.ends[0]?.tone
  if (tone === undefined) return html`${words}`
  const ends = arrow.ends.flatMap((end) => wrap(end.label, look.endLetters))
  const tall = ends.length * look.line + 6
  return html`${words}
    <path class="way" d="M ${right} ${y} H ${right + 24}"></path>
    <path class="tip" d="M ${right + 30} ${y} l -8 -4 v 8 z"></path>
    <rect
      class="end"
      data-tone="${tone}"
      x="${right + 30}"
      y="${y - tall / 2}"
      width="${look.end}"
      height="${tall}"
      rx="8"
    ></rect>
    ${ends.map((line, at) => drawText(line, { x: right + 40, y: baseline(y, at, ends.length), name: 'says' }))}`
}

/** All ways into one box share its lane. */
function drawLanes({ y, arrow }: PlacedRow, placed: readonly PlacedBox[]): readonly Html[] {
  return arrow.to.map((to) => {
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

function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

// Draws shares of a whole as a picture: an SVG that is shown in a page or drawn as a PNG. Colour alone never carries
// meaning.
import { cutWords, escapeXml, tenths } from './svg.ts'

export interface Chart {
  /** What the chart shows, in one line. */
  readonly label: string
  /** The names of the filled part and of the rest of a bar. */
  readonly parts: readonly [string, string]
  readonly bars: readonly ChartBar[]
}

export interface ChartBar {
  readonly label: string
  readonly count: number
  readonly total: number
  readonly spoken: string
}

/** In user units, which equal a small phone's pixels; a page or a PNG may show them larger. */
const look = { width: 320, margin: 8, title: 34, legend: 26, row: 46, bar: 14, letter: 14, small: 13 } as const

/**
 * A complete SVG. Its classes let a page recolour it; without styles it is dark on white. `id` is the prefix of its
 * element ids, and must be unique in the page.
 */
export function drawChart({ label, parts, bars }: Chart, { id }: { readonly id: string }): string {
  const height = look.title + look.legend + bars.length * look.row + look.margin
  const { width, margin } = look
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans">`,
    `<title id="${id}-t">${escapeXml(label)}</title>`,
    `<desc id="${id}-d">${escapeXml(`${parts[0]} and ${parts[1]}: ${sayBars(bars)}`)}</desc>`,
    // The rest is striped, so that the two parts also differ without colour.
    `<defs><pattern id="${id}-p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stripe" d="M0 0V6" stroke="#525d6b" stroke-width="2"/></pattern></defs>`,
    `<rect class="sheet" width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text class="ink" x="${margin}" y="24" font-size="${look.letter + 1}" font-weight="bold" fill="#1b2430">${escapeXml(cutWords(label, 32))}</text>`,
    drawLegend(parts, id),
    ...bars.map((bar, at) => drawBar(bar, { id, top: look.title + look.legend + at * look.row })),
    '</svg>',
  ].join('')
}

/** The same content in words, one sentence a bar. */
export function sayBars(bars: readonly ChartBar[]): string {
  return bars.map(({ label, spoken }) => `${label}: ${spoken}.`).join(' ')
}

function drawLegend(parts: Chart['parts'], id: string): string {
  const [first, rest] = [cutWords(parts[0], 14), cutWords(parts[1], 14)]
  const second = look.margin + 30 + Math.max(60, first.length * 8)
  const entry = (name: string, { x, is }: Pick<Box, 'x' | 'is'>) =>
    drawBox({ id, x, y: look.title + 2, width: 14, is }) +
    `<text class="ink" x="${x + 20}" y="${look.title + 13}" font-size="${look.small}" fill="#1b2430">${escapeXml(name)}</text>`
  return entry(first, { x: look.margin, is: 'full' }) + entry(rest, { x: second, is: 'rest' })
}

function drawBar(
  { label, count, total }: ChartBar,
  { id, top }: { readonly id: string; readonly top: number },
): string {
  const [room, y] = [look.width - 2 * look.margin, top + 18]
  const full = total <= 0 ? 0 : room * Math.min(1, Math.max(0, count / total))
  const right = look.width - look.margin
  return [
    `<text class="ink" x="${look.margin}" y="${top + 12}" font-size="${look.letter}" fill="#1b2430">${escapeXml(cutWords(label, 24))}</text>`,
    `<text class="ink" x="${right}" y="${top + 12}" font-size="${look.letter}" text-anchor="end" fill="#1b2430">${total <= 0 ? '–' : `${count} of ${total}`}</text>`,
    full < room ? drawBox({ id, x: look.margin + full, y, width: room - full, is: total <= 0 ? 'none' : 'rest' }) : '',
    full > 0 ? drawBox({ id, x: look.margin, y, width: full, is: 'full' }) : '',
  ].join('')
}

interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** A total of zero has no filled part and no rest. */
  readonly is: 'full' | 'rest' | 'none'
}

function drawBox({ id, x, y, width, is }: Box): string {
  const place = `x="${tenths(x)}" y="${y}" width="${tenths(width)}" height="${look.bar}"`
  if (is === 'full') return `<rect class="full" ${place} fill="#17507a" stroke="#17507a"/>`
  return `<rect class="rest" ${place} fill="${is === 'rest' ? `url(#${id}-p)` : 'none'}" stroke="#525d6b"/>`
}

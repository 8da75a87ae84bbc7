// Draws what happens over a span of days as a picture: numbered marks, shaded spans, today, and a line that grows. An SVG
// for a page or for a PNG, and the same in words. Colour alone never carries meaning.
import { compact } from './defined.ts'
import { addDays, daysBetween, sayDay, type Day } from './days.ts'
import { capital } from './text.ts'
import { cutWords, escapeXml, tenths } from './svg.ts'

export interface Timeline {
  /** What the picture shows, in one line. */
  readonly label: string
  /** The first and the last day that are shown. */
  readonly from: Day
  readonly to: Day
  readonly today: Day
  /** In the order of their days. */
  readonly marks: readonly TimelineMark[]
  /** Spans of days with what they are; both days are included. */
  readonly shaded: { readonly says: string; readonly spans: readonly { readonly from: Day; readonly to: Day }[] }
  readonly line: TimelineLine
}

export interface TimelineMark {
  readonly day: Day
  readonly says: string
}

/** How many of all, day by day: it stays as it is from one point to the next. */
export interface TimelineLine {
  readonly says: string
  readonly total: number
  /** In the order of their days, each higher than the one before. */
  readonly points: readonly { readonly day: Day; readonly count: number }[]
}

/** In user units, which equal a small phone's pixels; a page or a PNG may show them larger. */
const look = { width: 320, left: 36, right: 12, top: 40, plot: 92, row: 20, margin: 8, mark: 8 } as const
const bottom = look.top + look.plot

/**
 * A complete SVG. Its classes let a page recolour it; without styles it is dark on white. `id` is the prefix of its
 * element ids, and must be unique in the page.
 */
export function drawTimeline(timeline: Timeline, { id }: { readonly id: string }): string {
  const { label } = timeline
  const flags = placeFlags(timeline)
  const below = bottom + 14 + (Math.max(0, ...flags.map(({ row }) => row)) + 1) * look.row
  const height = below + legendOf(timeline).length * look.row + look.margin
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart timeline" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${look.width} ${height}" font-family="DejaVu Sans">`,
    `<title id="${id}-t">${escapeXml(label)}</title>`,
    `<desc id="${id}-d">${escapeXml(sayTimeline(timeline).join(' '))}</desc>`,
    `<defs><pattern id="${id}-p" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stripe" d="M0 0V6" stroke="#525d6b" stroke-width="1.5"/></pattern></defs>`,
    `<rect class="sheet" width="${look.width}" height="${height}" fill="#ffffff"/>`,
    words(label, { x: look.margin, y: 22, size: 15, most: 32, bold: true }),
    ...timeline.shaded.spans.map((span) => drawSpan(span, timeline, id)),
    drawAxes(timeline),
    drawToday(timeline),
    drawLine(timeline),
    ...flags.map(drawStem),
    ...flags.map((flag) => drawNumber(flag.number, { x: flag.x, y: yOfFlag(flag) })),
    ...legendOf(timeline).map((entry, at) => drawEntry(entry, { id, y: below + at * look.row })),
    '</svg>',
  ].join('')
}

/** The same content, a sentence for each thing that is shown. */
export function sayTimeline({ marks, shaded, line, today }: Timeline): readonly string[] {
  return compact([
    ...marks.map(({ day, says }) => `${sayDay(day)}: ${says}.`),
    shaded.spans.length > 0 && `${shaded.says}: ${shaded.spans.map(saySpan).join('; ')}.`,
    `Today, ${sayDay(today)}: ${sayLine(line)}.`,
  ])
}

function saySpan({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return from === to ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`
}

function sayLine({ says, total, points }: TimelineLine): string {
  const count = points.at(-1)?.count ?? 0
  return `${says}, ${count.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
}

function xOf(day: Day, { from, to }: Pick<Timeline, 'from' | 'to'>): number {
  const room = look.width - look.left - look.right
  const share = daysBetween(from, day) / Math.max(1, daysBetween(from, to))
  return look.left + room * Math.min(1, Math.max(0, share))
}

function yOf(count: number, total: number): number {
  return bottom - (total <= 0 ? 0 : look.plot * Math.min(1, count / total))
}

function drawSpan({ from, to }: { readonly from: Day; readonly to: Day }, timeline: Timeline, id: string): string {
  const [x, end] = [xOf(from, timeline), xOf(addDays(to, 1), timeline)]
  if (end <= x) return ''
  return `<rect class="rest" x="${tenths(x)}" y="${look.top}" width="${tenths(end - x)}" height="${look.plot}" fill="url(#${id}-p)" fill-opacity="0.45" stroke="none"/>`
}

function drawAxes({ line: { total } }: Timeline): string {
  const right = look.width - look.right
  return [
    `<path class="edge" d="M${look.left} ${look.top}V${bottom}H${right}" fill="none" stroke="#525d6b"/>`,
    words(total.toLocaleString('en-GB'), { x: look.left - 4, y: look.top + 9, size: 11, most: 7, end: true }),
    words('0', { x: look.left - 4, y: bottom, size: 11, most: 2, end: true }),
  ].join('')
}

function drawToday(timeline: Timeline): string {
  const { today, from, to } = timeline
  if (today < from || today > to) return ''
  const x = tenths(xOf(today, timeline))
  return `<path class="edge" d="M${x} ${look.top - 6}V${bottom}" fill="none" stroke="#1b2430" stroke-width="1.5" stroke-dasharray="4 3"/>`
}

/** A stair: nobody signs between two days. */
function drawLine(timeline: Timeline): string {
  const { line, from, to, today } = timeline
  const [first, ...others] = line.points
  if (first === undefined || line.total <= 0) return ''
  const steps = others.map(({ day, count }) => `H${tenths(xOf(day, timeline))}V${tenths(yOf(count, line.total))}`)
  const end = today > to ? to : today < from ? from : today
  const path = `M${tenths(xOf(first.day, timeline))} ${tenths(yOf(first.count, line.total))}${steps.join('')}H${tenths(xOf(end, timeline))}`
  return `<path class="line" d="${path}" fill="none" stroke="#17507a" stroke-width="2.5"/>`
}

interface Flag {
  readonly number: number
  readonly x: number
  /** Those that would cover each other stand below each other. */
  readonly row: number
}

function placeFlags(timeline: Timeline): readonly Flag[] {
  const flags: Flag[] = []
  for (const [at, { day }] of timeline.marks.entries()) {
    const x = xOf(day, timeline)
    const taken = flags.filter((flag) => Math.abs(flag.x - x) < 2 * look.mark + 2).map(({ row }) => row)
    const row = [0, 1, 2, 3].find((each) => !taken.includes(each)) ?? 3
    flags.push({ number: at + 1, x, row })
  }
  return flags
}

function yOfFlag({ row }: Flag): number {
  return bottom + 14 + row * look.row
}

/** Drawn before all numbers, so that none is crossed out. */
function drawStem(flag: Flag): string {
  return `<path class="edge" d="M${tenths(flag.x)} ${bottom - 4}V${yOfFlag(flag) - look.mark}" fill="none" stroke="#525d6b"/>`
}

function drawNumber(number: number, { x, y }: { readonly x: number; readonly y: number }): string {
  return [
    `<circle class="flag" cx="${tenths(x)}" cy="${y}" r="${look.mark}" fill="#ffffff" stroke="#1b2430" stroke-width="1.2"/>`,
    `<text class="ink" x="${tenths(x)}" y="${y + 3.5}" font-size="10" text-anchor="middle" fill="#1b2430">${number}</text>`,
  ].join('')
}

type Entry = { readonly says: string; readonly sign: number | 'shaded' | 'today' | 'line' }

function legendOf({ marks, shaded, line, today, from, to }: Timeline): readonly Entry[] {
  return compact([
    ...marks.map(({ day, says }, at) => ({ sign: at + 1, says: `${shortDay(day)}: ${says}` })),
    shaded.spans.length > 0 && ({ sign: 'shaded', says: shaded.says } as const),
    from <= today && today <= to && ({ sign: 'today', says: `Today, ${shortDay(today)}` } as const),
    { sign: 'line', says: capital(sayLine(line)) } as const,
  ])
}

function drawEntry({ says, sign }: Entry, { id, y }: { readonly id: string; readonly y: number }): string {
  const x = look.margin + look.mark
  const text = words(says, { x: look.margin + 26, y: y + 4, size: 12, most: 42 })
  switch (sign) {
    case 'shaded':
      return `<rect class="rest" x="${look.margin}" y="${y - 7}" width="16" height="14" fill="url(#${id}-p)" stroke="#525d6b"/>${text}`
    case 'today':
      return `<path class="edge" d="M${x} ${y - 8}V${y + 8}" fill="none" stroke="#1b2430" stroke-width="1.5" stroke-dasharray="4 3"/>${text}`
    case 'line':
      return `<path class="line" d="M${look.margin} ${y}H${look.margin + 16}" fill="none" stroke="#17507a" stroke-width="2.5"/>${text}`
    default:
      return drawNumber(sign, { x, y }) + text
  }
}

/** "5 Oct". The year is said in words beside the picture. */
function shortDay(day: Day): string {
  const [date = '', month = ''] = sayDay(day).split(' ')
  return `${date} ${month.slice(0, 3)}`
}

interface Placed {
  readonly x: number
  readonly y: number
  readonly size: number
  /** In characters. */
  readonly most: number
  readonly bold?: true
  readonly end?: true
}

function words(text: string, { x, y, size, most, bold, end }: Placed): string {
  const weight = bold === true ? ' font-weight="bold"' : ''
  const anchor = end === true ? ' text-anchor="end"' : ''
  return `<text class="ink" x="${x}" y="${y}" font-size="${size}"${weight}${anchor} fill="#1b2430">${escapeXml(cutWords(text, most))}</text>`
}

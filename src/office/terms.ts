// Term dates as an office has them: typed, pasted from a website, from a calendar file (.ics) or a table. Each line
// that was not understood is reported.
import { parseDay, type Day } from '../kit/days.ts'
import { readDayCell } from '../people/cells.ts'

export interface TermDates {
  readonly terms: readonly DaySpan[]
  readonly inset: readonly DaySpan[]
  /** As written. */
  readonly unread: readonly string[]
}

export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

const aDay =
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}\b/gi

/**
 * A line with two days is a term, and one that mentions INSET or training is an inset day; "half term" is not a term.
 */
export function readTerms(text: string): TermDates {
  const terms: DaySpan[] = []
  const inset: DaySpan[] = []
  const unread: string[] = []
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  for (const line of lines) {
    const days = [...line.matchAll(aDay)].flatMap(([written]) => dayOf(written) ?? [])
    const [from, to = from] = days
    if (from === undefined || to === undefined || days.length > 2 || to < from || isHoliday(line)) unread.push(line)
    else if (isInset(line)) inset.push({ from, to })
    else if (days.length === 2) terms.push({ from, to })
    else unread.push(line)
  }
  return { terms: inOrder(terms), inset: inOrder(inset), unread }
}

/** Each event as a line that `readTerms` understands; an event's last day is the day before DTEND. */
export function linesOfCalendar(source: string): string {
  const unfolded = source.replace(/\r?\n[ \t]/g, '')
  const events = unfolded.split('BEGIN:VEVENT').slice(1)
  return events
    .flatMap((event) => {
      const field = (name: string) => new RegExp(`^${name}[^:\\n]*:(.*)$`, 'm').exec(event)?.[1]?.trim()
      const from = stampDay(field('DTSTART'))
      const end = stampDay(field('DTEND'))
      if (from === undefined) return []
      const to = end === undefined || end <= from ? from : dayBefore(end)
      return [`${field('SUMMARY')?.replace(/\\([,;])/g, '$1') ?? ''}: ${from} to ${to}`]
    })
    .join('\n')
}

export function sayTermSpans(spans: readonly DaySpan[]): string {
  return spans.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join('\n')
}

function isInset(line: string): boolean {
  return /\binset\b|training day|staff day|professional development/i.test(line)
}

function isHoliday(line: string): boolean {
  return /half[- ]?term(?! \d)(?!.*\bto half)|holiday|\bbreak\b|\bclosed\b|bank/i.test(line)
}

function dayOf(written: string): Day | undefined {
  const read = readDayCell(
    written
      .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
      .replace(/\bof\s+/i, '')
      .replace(/\./g, (dot) => (/\d\.\d/.test(written) ? dot : '')),
  )
  return read.kind === 'value' && read.value !== 'none' ? read.value : undefined
}

function stampDay(stamp: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(stamp ?? '') ?? []
  return year === undefined ? undefined : parseDay(`${year}-${month ?? ''}-${day ?? ''}`)
}

function dayBefore(day: Day): Day {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - 1)
  return parseDay(at.toISOString().slice(0, 10)) ?? day
}

function inOrder(spans: readonly DaySpan[]): DaySpan[] {
  return spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

// The school's year as a calendar file (RFC 5545), for any program that shows calendars: all-day events only.
import { compact } from '../kit/defined.ts'
import { addDays, type Day } from '../kit/days.ts'
import { sha256 } from '../kit/hash.ts'

export interface YearEvent {
  /** What it is about, such as `review social-media 2026-09`: an event keeps this when its day changes. */
  readonly about: string
  readonly day: Day
  readonly title: string
  readonly detail?: string | undefined
}

export interface CalendarFileFor {
  readonly school: string
  /** When the file is written. */
  readonly at: Date
}

/** Lines end in CRLF, and none is longer than 75 bytes. */
export function writeCalendarFile(events: readonly YearEvent[], { school, at }: CalendarFileFor): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Policy Guide//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(`${school}: policies`)}`,
    `X-WR-CALNAME:${escapeText(`${school}: policies`)}`,
    // How often a program that subscribes is asked to look again: by the standard (RFC 7986), and by Outlook.
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, { school, stamp })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(
  { about, day, title, detail }: YearEvent,
  { school, stamp }: { readonly school: string; readonly stamp: string },
): string[] {
  return compact([
    'BEGIN:VEVENT',
    // Two schools may have the same policy, and somebody may look at both calendars.
    `UID:${sha256(`${school}\n${about}`).slice(0, 32)}@policy-guide`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compactDay(day)}`,
    // The first day after the event.
    `DTEND;VALUE=DATE:${compactDay(addDays(day, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    detail !== undefined && `DESCRIPTION:${escapeText(detail)}`,
    // A review that is due makes nobody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
}

function compactDay(day: Day): string {
  return day.replaceAll('-', '')
}

/** A text may not contain control characters other than line breaks. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
}

const mostBytes = 75

/** Cut between characters, never inside one; the space at the beginning of a continued line counts too. */
function fold(line: string): string {
  const rows: string[] = []
  let [row, bytes] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > mostBytes) {
      rows.push(row)
      ;[row, bytes] = [' ', 1]
    }
    row += character
    bytes += size
  }
  return [...rows, row].join('\r\n')
}

// Excel's number formats, as far as a list of people or dates needs them: a number and its format → what the cell
// shows.

import { figures } from './figures.ts'

export interface Dates {
  /** Dates are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean
}

// Formats that the file does not contain, because every Excel knows them.
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  49: '@',
}

export function builtInFormat(id: number): string {
  // These are dates in East Asia, and undefined elsewhere.
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'yyyy-mm-dd'
  return builtIn[id] ?? 'General'
}

export function shown(value: number, format: string, dates: Dates): string {
  const section = sectionFor(value, format)
  const kind = kindOf(section)
  if (kind === 'number') return figures(value, section) ?? plainNumber(value)
  return kind === 'plain' ? plainNumber(value) : (dateShown(value, kind, dates) ?? plainNumber(value))
}

/** Formats have parts for positive, negative and zero. */
function sectionFor(value: number, format: string): string {
  const [positive = '', negative = positive, nought = positive] = format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  if (value < 0) return negative
  return value === 0 ? nought : positive
}

type Kind = 'plain' | 'number' | 'day' | 'instant' | 'time' | 'length'

function kindOf(section: string): Kind {
  if (/\[(h+|m+|s+)\]/i.test(section)) return 'length'
  const signs = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (signs === '' || signs.includes('general') || signs === '@') return 'plain'
  const hasTime = /[hs]/.test(signs)
  if (/[yd]/.test(signs) || (signs.includes('m') && !hasTime)) return hasTime ? 'instant' : 'day'
  if (hasTime) return 'time'
  return /[0#?]/.test(signs) ? 'number' : 'plain'
}

/** Fifteen digits, as Excel keeps them; never `4.47911E+11` for a telephone number. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded)
}

const dayLength = 86_400_000

function dateShown(value: number, kind: Kind, { from1904 }: Dates): string | undefined {
  if (value < 0 || value > 2_958_466) return undefined
  const minutes = Math.round(value * 1440)
  const clock = `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`
  if (kind === 'time') return clock
  if (kind === 'length') return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}`
  // Excel believes that 1900 had a 29 February.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30)
  const day = new Date(start + Math.floor(minutes / 1440) * dayLength).toISOString().slice(0, 10)
  return kind === 'instant' && minutes % 1440 !== 0 ? `${day} ${clock}` : day
}

function pad(count: number): string {
  return String(count).padStart(2, '0')
}

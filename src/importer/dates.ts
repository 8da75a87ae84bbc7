// Dates as schools write them, day first: 26-10-2015, 26.10.15, 26th October 2015, Oct 2015.
import { compact } from '../kit/defined.ts'
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'

export interface FoundDate {
  readonly when: DayOrMonth
  /** What was read, as it stands in the text. */
  readonly text: string
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?'
const year = "(\\d{4}|['’]?\\d{2})(?!\\d)"

type Take = (groups: readonly string[]) => string | undefined

const forms: readonly { readonly form: RegExp; readonly take: Take }[] = [
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, take: ([, y = '', m = '', d = '']) => iso(y, m, d) },
  {
    form: new RegExp(`^${weekday}(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*${year}`, 'i'),
    take: ([, d = '', m = '', y = '']) => iso(y, m, d),
  },
  {
    form: new RegExp(`^${weekday}(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${month},?[\\s-]+${year}`, 'i'),
    take: ([, d = '', name = '', y = '']) => iso(y, monthOf(name), d),
  },
  {
    form: new RegExp(`^${weekday}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i'),
    take: ([, name = '', d = '', y = '']) => iso(y, monthOf(name), d),
  },
  { form: new RegExp(`^${month},?[\\s/-]+${year}`, 'i'), take: ([, name = '', y = '']) => iso(y, monthOf(name)) },
  { form: /^(\d{4})-(\d{1,2})(?![\d-])/, take: ([, y = '', m = '']) => iso(y, m) },
  { form: /^(\d{1,2})[/.-](\d{4})(?!\d)/, take: ([, m = '', y = '']) => iso(y, m) },
]

/** The date with which `text` begins; undefined where there is none, or no such day. */
export function readDate(text: string): FoundDate | undefined {
  const lead = /^(?:on|in|by|the|date[d:]?|from|since)\s+/i.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  for (const { form, take } of forms) {
    const match = form.exec(rest)
    if (match === null) continue
    const written = take(match)
    const when = written === undefined ? undefined : parseDayOrMonth(written)
    if (when !== undefined) return { when, text: match[0] }
  }
  return undefined
}

/** The first date anywhere in `text`. */
export function findDate(text: string): FoundDate | undefined {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)) {
    const date = readDate(text.slice(index, index + 40))
    if (date !== undefined && text.startsWith(date.text, index)) return date
  }
  return undefined
}

function monthOf(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function iso(y: string, m: string, d?: string): string {
  const digits = y.replace(/\D/g, '')
  // Years of two digits: no policy is older than 1980.
  const full = digits.length === 4 ? digits : `${Number(digits) >= 80 ? '19' : '20'}${digits}`
  return compact([full, m.padStart(2, '0'), d !== undefined && d.padStart(2, '0')]).join('-')
}

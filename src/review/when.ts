// Reads a day or a month as people write it; a month stays a month.
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'
import { readDayCell } from '../people/cells.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const wrong = {
  kind: 'wrong',
  fix: 'Write a month such as October 2027 or 2027-10, or a day such as 2027-10-14 or 14/10/2027.',
} as const

export type When = { readonly kind: 'value'; readonly value: DayOrMonth } | typeof wrong

export function readWhen(text: string): When {
  const said = text.trim().replace(/^(?:in|on|by|until)\s+/i, '')
  const [, month = '', year = ''] = /^(\d{1,2}|[a-z]{3,9})\.?(?:\s*[/.-]\s*|,?\s+)(\d{4})$/i.exec(said) ?? []
  const at = /^\d+$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const read = parseDayOrMonth(year === '' ? said : `${year}-${String(at).padStart(2, '0')}`)
  if (read !== undefined) return { kind: 'value', value: read }
  const day = readDayCell(said)
  return day.kind === 'value' && day.value !== 'none' ? { kind: 'value', value: day.value } : wrong
}

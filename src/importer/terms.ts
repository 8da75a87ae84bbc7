// School terms as dates: "Autumn 2025", "Summer Term 2026/27". A term is not a day, so the record says how it is
// counted.
import { parseDayOrMonth, type DayOrMonth } from '../kit/days.ts'

export interface FoundTerm {
  /** Its first month. */
  readonly from: DayOrMonth
  /** Its last month. */
  readonly to: DayOrMonth
  readonly text: string
}

// English school terms, and the months in which they begin and end.
const terms: readonly { readonly name: RegExp; readonly from: string; readonly to: string }[] = [
  { name: /^(?:autumn|michaelmas)$/i, from: '09', to: '12' },
  { name: /^(?:spring|lent|winter)$/i, from: '01', to: '03' },
  { name: /^(?:summer|trinity)$/i, from: '04', to: '07' },
]

const form =
  /^(?:(?:in|by|during|the|from)\s+)*(autumn|michaelmas|spring|lent|winter|summer|trinity)(?:\s+term)?(?:\s+[1-6])?,?\s+(?:of\s+)?(20\d\d)(?:\s*[-–/]\s*(?:20)?(\d\d))?(?!\d)/i

/** The term with which `text` begins. "Spring 2025/26" means the spring of 2026. */
export function readTerm(text: string): FoundTerm | undefined {
  const [words, name = '', year = '', second] = form.exec(text) ?? []
  const term = terms.find((each) => each.name.test(name))
  if (words === undefined || term === undefined) return undefined
  const isLater = second !== undefined && term.from !== '09'
  const full = isLater ? String(Number(year) + 1) : year
  const from = parseDayOrMonth(`${full}-${term.from}`)
  const to = parseDayOrMonth(`${full}-${term.to}`)
  return from === undefined || to === undefined
    ? undefined
    : { from, to, text: words.replace(/^(?:(?:in|by|during|the|from)\s+)+/i, '') }
}

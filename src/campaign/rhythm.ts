// When people who owe a signature are reminded, as SLT writes and reads it: "14, 7, 1, then every 7".
import { Rhythm } from '../journal/types.ts'
import { sayList } from '../kit/text.ts'

export type ReadRhythm =
  /** Undefined means the school's own rhythm. */
  { readonly kind: 'rhythm'; readonly rhythm: Rhythm | undefined } | { readonly kind: 'wrong'; readonly fix: string }

/**
 * Days before the due day, 0 being the day itself, and after "every" the interval afterwards. A missing part is as the
 * school has it; "none" before "every" means no reminder before the day.
 */
export function readRhythm(text: string, school: Rhythm): ReadRhythm {
  const written = text.trim().toLowerCase()
  if (written === '') return { kind: 'rhythm', rhythm: undefined }
  const [, before = '', every] =
    /^(.*?)(?:[\s,;]*(?:\b(?:and )?(?:then )?every\s+(\d+)(?: days?)?))?[.\s]*$/.exec(written) ?? []
  const days = readDays(before.replace(/\bdays?(?: before(?: the due day)?)?/, ''))
  const rhythm = Rhythm.safeParse({
    before: before.trim() === '' ? school.before : days,
    every: every === undefined ? school.every : Number(every),
  })
  return rhythm.success ? { kind: 'rhythm', rhythm: rhythm.data } : { kind: 'wrong', fix }
}

const fix = 'Write days before the due day, at most 90, and how often afterwards, such as 14, 7, 1, 0, then every 7.'

/** From the furthest day to the nearest, each once; undefined where something is not a number. */
function readDays(text: string): readonly number[] | undefined {
  if (/^\s*none[\s,;]*$/.test(text)) return []
  const parts = text.split(/[\s,;&]+|\band\b/).filter((part) => part !== '')
  return parts.every((part) => /^\d{1,4}$/.test(part))
    ? [...new Set(parts.map(Number))].toSorted((a, b) => b - a)
    : undefined
}

/** "14, 7, 1 and 0 days before the due day, then every 7 days". */
export function sayRhythm({ before, every }: Rhythm): string {
  const first =
    before.length === 0
      ? 'on no day before the due day'
      : `${sayList(before.map(String))} ${before.length === 1 && before[0] === 1 ? 'day' : 'days'} before the due day`
  return `${first}, then every ${every === 1 ? 'day' : `${every} days`}`
}

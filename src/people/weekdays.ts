// The weekdays on which somebody works, as an office writes them: "Mon Tue Wed", "Mon-Wed", "MTW", "1,2,3".
import { sayList } from '../kit/text.ts'
import type { Cell } from './cells.ts'

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** ISO weekdays in order, Monday is 1; `school` where nothing is said, or full time: all of the school's days. */
export function readWeekdays(text: string): Cell<readonly number[] | 'school'> {
  const written = text
    .toLowerCase()
    .replace(/[‐-―]/g, '-')
    .replace(/\b(?:to|until)\b/g, '-')
    .replace(/\s*-\s*/g, '-')
    .trim()
  if (/^(?:|-|n\/a|full[ -]?time|ft)$/.test(written)) return { kind: 'value', value: 'school' }
  // A single digit is more likely a number of days than a day.
  if (/^[\d.]+$/.test(written)) return wrong
  const days: number[] = []
  for (const part of written.split(/[\s,;/+&.]+|\band\b/).filter((each) => each !== '')) {
    const found = readPart(part, days)
    if (found === undefined) return wrong
    days.push(...found)
  }
  return days.length === 0 ? wrong : { kind: 'value', value: [...new Set(days)].toSorted() }
}

const wrong = {
  kind: 'wrong',
  fix: 'Write the days, such as Mon, Tue and Wed, or Mon-Wed. Leave it empty for whoever works all days of the school.',
} as const

/** A day, days from one to another, or letters: MTW. */
function readPart(part: string, before: readonly number[]): readonly number[] | undefined {
  const [from, to, ...more] = part.split('-').map(dayOf)
  if (part.includes('-') && part.length > 1) {
    if (from === undefined || to === undefined || more.length > 0 || to < from) return undefined
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  }
  return from === undefined ? readLetters(part, before) : [from]
}

function dayOf(word: string): number | undefined {
  if (/^[1-7]$/.test(word)) return Number(word)
  if (word === 'm' || word === 'w' || word === 'f') return { m: 1, w: 3, f: 5 }[word]
  const bare = word.replace(/s$/, '')
  if (bare.length < 2) return undefined
  const at = names.findIndex((name) => name.toLowerCase().startsWith(bare) || `${name.toLowerCase()}s` === word)
  return at === -1 ? undefined : at + 1
}

/** In the order of the week, so the second T is Thursday. S alone could be either day, and is not read. */
function readLetters(part: string, before: readonly number[]): readonly number[] | undefined {
  const days: number[] = []
  for (const letters of part.match(/tu|th|sa|su|[a-z]|./g) ?? []) {
    const last = days.at(-1) ?? before.at(-1) ?? 0
    const day = letters === 't' ? (last < 2 ? 2 : 4) : dayOf(letters)
    if (day === undefined || day <= last) return undefined
    days.push(day)
  }
  return days
}

/** "Mon, Tue and Wed"; `readWeekdays` reads it again. */
export function sayWeekdays(weekdays: readonly number[]): string {
  return sayList(weekdays.map((day) => names[day - 1]?.slice(0, 3) ?? ''))
}

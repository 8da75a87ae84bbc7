// Numbers lists as word processors do, so that a paragraph has the number that was printed.
import { numeral, type Numeral } from './numerals.ts'

export interface Level {
  readonly start: number
  readonly numeral: Numeral
  /** What is printed: fixed words, and levels (from 0) whose numbers are inserted. */
  readonly label: readonly (string | number)[]
  readonly isBullet: boolean
  /** All numbers in the label are plain digits, whatever the levels above it print. */
  readonly isLegal?: boolean
  /**
   * Restarts only after this level (from 0) or one above it; `never` counts on for ever. Missing means after any level
   * above it.
   */
  readonly restartsAfter?: number | 'never'
}

export interface Label {
  readonly number: string
  readonly level: number
  readonly ordered: boolean
}

/** The counts of one list, level by level. Several styles or fragments may share it. */
export interface Counts {
  readonly at: (number | undefined)[]
}

/** Counts one paragraph; `from` starts at that number. Returns its label, without a number where none is printed. */
export function countOn(counts: Counts, levels: readonly Level[], level: number, from?: number): Label {
  const own = levels[level]
  const before = counts.at[level]
  counts.at[level] = from ?? (before === undefined ? (own?.start ?? 1) : before + 1)
  for (let deeper = level + 1; deeper < counts.at.length; deeper++) {
    const after = levels[deeper]?.restartsAfter ?? deeper - 1
    if (after !== 'never' && level <= after) counts.at[deeper] = undefined
  }
  return {
    number: own === undefined ? '' : printed(counts, levels, own, level),
    level,
    ordered: own !== undefined && !own.isBullet,
  }
}

function printed(counts: Counts, levels: readonly Level[], own: Level, level: number): string {
  return own.label
    .map((part) => {
      if (typeof part === 'string') return part
      const there = levels[part]
      if (there === undefined || part > level || there.isBullet) return ''
      const isPlain = own.isLegal === true && there.numeral !== 'none'
      // A level above that has not been used yet prints its start value.
      return numeral(counts.at[part] ?? there.start, isPlain ? 'decimal' : there.numeral)
    })
    .join('')
    .trim()
}

// A register's totals in words, one line a group.
import type { Count, Totals } from './totals.ts'

export function sayTotals({ all, groups }: Totals): readonly string[] {
  const total = `All: ${sayCountShortly(all)}`
  return groups.length < 2 ? [total] : [...groups.map((each) => `${each.group}: ${sayCountShortly(each)}`), total]
}

export function sayCountShortly({ signed, outstanding, excused, left, notAsked, percent }: Count): string {
  const asked = percent === undefined ? 'nobody is asked' : `${signed} of ${signed + outstanding} signed (${percent}%)`
  const aside: readonly (readonly [number, string])[] = [
    [excused, 'excused'],
    [notAsked, 'not asked'],
    [left, 'left'],
  ]
  const said = aside.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`]))
  return `${[asked, ...said].join(', ')}.`
}

// What every drawn picture needs: text that fits and is allowed in XML, and short numbers.
import { clean } from './clean.ts'

/** The most characters that fit on a line. */
export function cutWords(text: string, most: number): string {
  const letters = Array.from(clean(text).replace(/\s+/g, ' '))
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

/** Removes characters that XML does not allow. */
export function escapeXml(text: string): string {
  return clean(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** With one digit after the point. */
export function tenths(number: number): number {
  return Math.round(number * 10) / 10
}

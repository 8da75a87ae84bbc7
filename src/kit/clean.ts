// Prepares plain words for a screen: removes what would break a payload, and cuts them to the room there is.
import { shorten } from './text.ts'

/**
 * Cleaned, and cut at the end of a sentence. Text far beyond the cut is not looked at, because somebody may send 40,000
 * characters.
 */
export function briefly(text: string, most: number): string {
  return shorten(clean(text.slice(0, 2 * most + 100)), most)
}

/**
 * Removes what would break a payload or garble the lines around it: control characters, half surrogate pairs, and marks
 * that change the direction of the text after them.
 */
export function clean(text: string): string {
  if (!suspicious.test(text)) return text
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** A quick test for any of these characters. It also matches whole surrogate pairs; most texts hold none. */
const suspicious = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/

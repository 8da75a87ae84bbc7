// Plain words on their way to a screen: without what breaks a payload, and no longer than there is room for.
import { shorten } from './text.ts'

/** Cleaned and cut at a sentence end. What is far beyond the cut is not even looked at: somebody may send 40,000 characters. */
export function briefly(text: string, most: number): string {
  return shorten(clean(text.slice(0, 2 * most + 100)), most)
}

/**
 * Without what would break a payload or garble the lines around it: control characters, half surrogate pairs, and the
 * marks that turn the direction of everything after them.
 */
export function clean(text: string): string {
  if (!suspicious.test(text)) return text
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** All of them, and whole surrogate pairs with them: most texts hold none. */
const suspicious = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/

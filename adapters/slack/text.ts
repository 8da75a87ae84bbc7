// Plain words on their way into Slack: cleaned, shortened, and escaped where Slack would read markup.
import type { types } from '@slack/bolt'
import { shorten } from '../../src/kit/text.ts'

/**
 * For the one place with markup, a message's `text`: what somebody typed can notify nobody and link to nothing.
 * At most `most` units, counted after escaping.
 */
export function escape(text: string, most: number): string {
  for (let room = most; ; room = Math.floor(room * 0.8)) {
    const escaped = briefly(text, room).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    if (escaped.length <= most) return escaped
  }
}

/** Never empty, which Slack refuses. Emoji names such as :tada: stay as they were typed. */
export function plainText(text: string, most: number): types.PlainTextElement {
  const shown = briefly(text, most)
  return { type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: false }
}

/** Cleaned and cut at a sentence end. What is far beyond the cut is not even looked at: somebody may send 40,000 characters. */
export function briefly(text: string, most: number): string {
  return shorten(clean(text.slice(0, 2 * most + 100)), most)
}

/**
 * Without what would break a payload or garble the lines around it: control characters, half surrogate pairs, and the
 * marks that turn the direction of everything after them.
 */
export function clean(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

// Plain words on their way into Slack: cleaned, shortened, and escaped where Slack would read markup.
import type { types } from '@slack/bolt'
import { briefly } from '../../src/kit/clean.ts'

/**
 * For the one place with markup, a message's `text`: what somebody typed can notify nobody and link to nothing. At most
 * `most` units, counted after escaping.
 */
export function escape(text: string, most: number): string {
  for (let room = most; ; room = Math.floor(room * 0.8)) {
    const escaped = briefly(text, room).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    if (escaped.length <= most) return escaped
  }
}

/** Never empty, because Slack refuses empty text. Emoji names such as :tada: stay as they were typed. */
export function plainText(text: string, most: number): types.PlainTextElement {
  const shown = briefly(text, most)
  return { type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: false }
}

// A run of text as Slack takes it, and how much text there is in anything.
import type { types } from '@slack/bolt'
import type { Rich } from '../../src/chat/cards.ts'
import { clean } from '../../src/kit/clean.ts'
import { defined } from '../../src/kit/defined.ts'

export function section(rich: Rich): types.RichTextSection {
  const elements = rich
    .map(({ text, style }): types.RichTextText => ({
      type: 'text',
      text: clean(text),
      ...defined({ style: style === undefined ? undefined : { bold: true } }),
    }))
    .filter(({ text }) => text !== '')
  return { type: 'rich_text_section', elements }
}

/** Units of text anywhere in it, which Slack counts for the message as a whole. */
export function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let sum = 0
  // Every block of every message: building pairs of keys and values would take twice as long.
  for (const key in value) {
    const held: unknown = value[key as keyof typeof value]
    sum += key === 'text' && typeof held === 'string' ? held.length : textIn(held)
  }
  return sum
}

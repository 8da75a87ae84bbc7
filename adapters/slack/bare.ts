// A card as plain text, for when Slack refuses its layout: a plain answer is better than none.
import type { types } from '@slack/bolt'
import type { Card } from '../../src/chat/cards.ts'
import { bareWords } from '../bare-words.ts'
import { limits } from './limits.ts'
import { escape, plainText } from './text.ts'

/** Slack's codes for a message whose layout is at fault, and not its place or its sender. */
const looks = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'invalid_attachments',
  'msg_too_long',
  'msg_blocks_too_long',
  'too_many_attachments',
])

export function isAboutLooks(error: string): boolean {
  return looks.has(error)
}

/** In characters: far below any limit of Slack's. */
const most = 3_000

/** As a message without blocks. */
export function bareMessage(card: Card): { readonly text: string } {
  return { text: escape(bareWords(card), most) }
}

export function bareHome(cards: readonly Card[]): types.HomeView {
  const blocks = cards.slice(0, limits.viewBlocks).map((card): types.SectionBlock => ({
    type: 'section',
    text: plainText(bareWords(card), most),
  }))
  return { type: 'home', blocks }
}

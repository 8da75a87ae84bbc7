// A card as plain text, for when Slack refuses its layout: a plain answer is better than none.
import type { types } from '@slack/bolt'
import { listOfRows, unstyled, type Block, type Card } from '../../src/chat/cards.ts'
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

function bareWords({ title, blocks }: Card): string {
  return [title, ...blocks.flatMap(wordsOf), closing].join('\n\n')
}

const closing = 'Something kept me from showing this as it should look. Write to me if you miss anything.'

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'text':
    case 'note':
      return [unstyled(block.text)]
    case 'quote':
      return [`“${unstyled(block.text)}” (${block.source})`]
    case 'list':
      return [block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '•'} ${unstyled(item)}`).join('\n')]
    case 'table':
      return wordsOf(listOfRows(block))
    case 'bars':
    case 'chart':
      return [block.label]
    case 'file':
      return [block.otherwise]
    case 'link':
      return [`${block.label}: ${block.url}`]
    case 'buttons':
    case 'rating':
    case 'form':
    // What a timeline shows stands beside it in words.
    case 'timeline':
    case 'divider':
      return []
  }
}

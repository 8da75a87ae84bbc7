// Measures a card as a reader sees it in Slack: its blocks, and the characters and buttons visible without opening
// anything.
import { showMessages } from '../../../adapters/slack/show.ts'
import type { Card } from '../../../src/chat/cards.ts'
import { asSent, fieldsOf, isFields, isList, listOf, textOf, type Fields, type Json } from '../json.ts'

export interface Weight {
  readonly blocks: number
  readonly characters: number
  readonly buttons: number
}

export function weigh(card: Card): Weight {
  const blocks = showMessages(card).flatMap((message) => listOf(asSent(message)['blocks']))
  return {
    blocks: blocks.length,
    characters: blocks.reduce((sum, block) => sum + charactersIn(block), 0),
    buttons: blocks.flatMap((block) => buttonsIn(block)).length,
  }
}

export function blocksOf(card: Card): Fields[] {
  return showMessages(card).flatMap((message) => listOf(asSent(message)['blocks']))
}

/** Thumbs are two icons without words, and the entries behind “…” are not visible, so neither counts. */
function buttonsIn(block: Fields): Fields[] {
  const elements = [...listOf(block['elements']), fieldsOf(block['accessory'])]
  return elements.filter(({ type }) => type === 'button' || type === 'static_select')
}

function charactersIn(value: Json | undefined): number {
  if (isList(value)) return value.reduce<number>((sum, one) => sum + charactersIn(one), 0)
  if (!isFields(value) || value['type'] === 'overflow' || value['type'] === 'feedback_buttons') return 0
  if (value['type'] === 'static_select') return charactersIn(value['placeholder'])
  const own = typeof value['text'] === 'string' ? (textOf(value['text'])?.length ?? 0) : 0
  return Object.values(value).reduce<number>((sum, one) => sum + charactersIn(one), own)
}

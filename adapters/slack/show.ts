// Cards as Block Kit. People's words go only into rich_text and plain_text, which have no markup to break out of.
import type { types } from '@slack/bolt'
import { pack } from '../../src/chat/actions.ts'
import type { Bar, Block, Button, Card, Rich, Tone } from '../../src/chat/cards.ts'
import { briefly, clean } from '../../src/kit/clean.ts'
import { never } from '../../src/kit/never.ts'
import { pagesOf, splitRich } from './fit.ts'
import { formId, showForm } from './form.ts'
import { limits } from './limits.ts'
import { botName } from './names.ts'
import { escape, plainText } from './text.ts'

export interface SlackMessage {
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/** One message, or several where a card is more than Slack takes in one. Never none. */
export function showMessages(card: Card): SlackMessage[] {
  const pages = pagesOf([showTitle(card), ...card.blocks.flatMap((block, at) => showBlock(block, `${at}`))], {
    most: limits.messageBlocks,
    text: limits.messageText,
    sizeOf: textIn,
  })
  return pages.map((blocks, at) => ({ text: fallbackOf(card, at), blocks }))
}

/** `at` tells a card's blocks apart: its ids start with it. */
export function showBlock(block: Block, at: string): types.KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return richText([{ text: block.text, style: 'strong' }], 'rich_text_section')
    case 'text':
      return richText(block.text, 'rich_text_section')
    case 'quote':
      return [...richText(block.text, 'rich_text_quote'), ...showNote(block.source)]
    case 'list':
      return showList(block)
    case 'note':
      return showNote(block.text.map(({ text }) => text).join(''))
    case 'buttons':
      return showButtons(block.buttons, at)
    case 'form':
      return [...showForm(block.form, at), ...showButtons([block.form.submit], formId(block.form, at))]
    case 'bars':
      return richText(block.bars.flatMap(showBar), 'rich_text_section')
    case 'link':
      return [showLink(block)]
    case 'divider':
      return [{ type: 'divider' }]
    default:
      return never(block)
  }
}

/** Tone in a sign; the words that mean the same stand in the title and the text. */
const signs: Readonly<Record<Tone, string>> = {
  plain: '',
  answered: '',
  unsure: '',
  'not-covered': '',
  urgent: '❗ ',
  'go-ahead': '✅ ',
  done: '✅ ',
  caution: '⚠️ ',
  stop: '⛔ ',
}

export function showTitle(card: Card): types.HeaderBlock {
  return { type: 'header', text: plainText(signs[card.tone] + card.title, limits.header) }
}

export function showButtons(buttons: readonly Button[], at: string): types.KnownBlock[] {
  const sent = buttons.map((button) => ({ button, value: pack(button.action) }))
  const fitting = sent.filter(({ value }) => value.length <= limits.buttonValue)
  const rows = pagesOf(fitting, { most: limits.buttonsPerRow, text: Infinity, sizeOf: () => 0 })
  return [
    ...rows.map((row, r): types.ActionsBlock => ({
      type: 'actions',
      block_id: `${at}.b${r}`,
      elements: row.map(({ button, value }, b) => showButton(button, value, `b${r}.${b}`)),
    })),
    ...(fitting.length < sent.length
      ? showNote('One more step would not fit on this card. Please ask again to start afresh.')
      : []),
  ]
}

function showButton(button: Button, value: string, id: string): types.Button {
  return {
    type: 'button',
    action_id: id,
    text: plainText(button.label, limits.buttonLabel),
    value,
    ...(button.main === true ? { style: 'primary' } : {}),
    ...(button.spoken === undefined ? {} : { accessibility_label: briefly(button.spoken, limits.buttonSpoken) }),
  }
}

/** The whole card in one or two sentences; for what follows on from it, which card it belongs to. */
function fallbackOf({ title, summary }: Card, page: number): string {
  const said = page === 0 ? summary : `${title}, continued.`
  return escape([said, title].find((each) => clean(each).trim() !== '') ?? botName, limits.fallback)
}

function showList({ ordered, items }: Extract<Block, { kind: 'list' }>): types.KnownBlock[] {
  const sections = items.flatMap((item) => splitRich(item, limits.blockText)).map(section)
  const lists = pagesOf(sections, { most: Infinity, text: limits.blockText, sizeOf: textIn })
  let before = 0
  return lists.map((elements): types.RichTextBlock => {
    const list: types.RichTextList & { offset?: number } = {
      type: 'rich_text_list',
      style: ordered ? 'ordered' : 'bullet',
      elements,
      ...(ordered && before > 0 ? { offset: before } : {}),
    }
    before += elements.length
    return { type: 'rich_text', elements: [list] }
  })
}

function showNote(line: string): types.KnownBlock[] {
  if (clean(line).trim() === '') return []
  return splitRich([{ text: clean(line) }], limits.contextText).map((piece) => ({
    type: 'context',
    elements: [plainText(piece.map(({ text }) => text).join(''), limits.contextText)],
  }))
}

function richText(rich: Rich, type: 'rich_text_section' | 'rich_text_quote'): types.KnownBlock[] {
  return splitRich(rich, limits.blockText)
    .map(section)
    .filter(({ elements }) => elements.length > 0)
    .map(({ elements }) => ({ type: 'rich_text', elements: [{ type, elements }] }))
}

/** Ten squares behind the words that say the same; one is not left out for being few, nor full for being nearly all. */
function showBar({ label, count, total, spoken }: Bar, at: number): Rich {
  const share = total === 0 ? 0 : (count / total) * squares
  const full =
    count === total ? Math.round(share) : Math.min(squares - 1, Math.max(count > 0 ? 1 : 0, Math.round(share)))
  return [
    { text: `${at === 0 ? '' : '\n'}${label}: `, style: 'strong' },
    { text: `${spoken}\n${'■'.repeat(full)}${'□'.repeat(squares - full)}` },
  ]
}

const squares = 10

function showLink({ label, url }: Extract<Block, { kind: 'link' }>): types.KnownBlock {
  const link = { type: 'link', url, text: clean(label) } as const
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [link] }] }
}

function section(rich: Rich): types.RichTextSection {
  const elements = rich
    .map(({ text, style }): types.RichTextText => ({
      type: 'text',
      text: clean(text),
      ...(style === undefined ? {} : { style: { bold: true } }),
    }))
    .filter(({ text }) => text !== '')
  return { type: 'rich_text_section', elements }
}

/** Units of text anywhere in it, which Slack counts for a message as a whole. */
export function textIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let sum = 0
  for (const [key, held] of Object.entries(value)) {
    sum += key === 'text' && typeof held === 'string' ? held.length : textIn(held)
  }
  return sum
}

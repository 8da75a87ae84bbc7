// Cards as Block Kit. People's words go only into rich_text and plain_text, which have no markup to break out of.
import { defined } from '../../src/kit/defined.ts'
import type { types } from '@slack/bolt'
import { listOfRows, unstyled, type Bar, type Block, type Card, type Rich, type Tone } from '../../src/chat/cards.ts'
import { clean } from '../../src/kit/clean.ts'
import { sayBars } from '../../src/kit/chart.ts'
import { sayTimeline } from '../../src/kit/timeline.ts'
import { never } from '../../src/kit/never.ts'
import { showButtons, showThumbs } from './buttons.ts'
import { pagesOf, splitRich } from './fit.ts'
import { formId, showForm } from './form.ts'
import { limits } from './limits.ts'
import { section, textIn } from './rich.ts'
import { fitsTable, showTable } from './table.ts'
import { botName } from './names.ts'
import { escape, plainText } from './text.ts'

export interface SlackMessage {
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/** What was uploaded for a card's blocks: file ids. */
export interface Attached {
  readonly pictures: ReadonlyMap<Block, string>
  readonly files: ReadonlyMap<Block, string>
}

export const nothingAttached: Attached = { pictures: new Map(), files: new Map() }

/** One message, or several where a card is more than Slack takes in one. Never empty. */
export function showMessages(card: Card, attached = nothingAttached): SlackMessage[] {
  const tabled = card.blocks.find((block) => block.kind === 'table' && fitsTable(block))
  const show = (block: Block, at: number) => {
    if (block.kind === 'rating') return showThumbs(block, `${at}`)
    if (block.kind === 'table' && block === tabled) return [showTable(block, `${at}`)]
    return showAttached(block, `${at}`, attached) ?? showBlock(block, `${at}`)
  }
  const pages = pagesOf([showTitle(card), ...showBlocks(card.blocks, show)], {
    most: limits.messageBlocks,
    text: limits.messageText,
    sizeOf: textIn,
  })
  return pages.map((blocks, at) => ({ text: fallbackOf(card, at), blocks }))
}

/** The same message in words alone, for when Slack does not show its pictures or its table. */
export function inWords(message: SlackMessage, card: Card): SlackMessage {
  const blocks = message.blocks.flatMap((shown) => {
    const at = isBeyondWords(shown) ? shown.block_id?.replace(pictureMark, '') : undefined
    const block = at === undefined ? undefined : card.blocks[Number(at)]
    return at === undefined || block === undefined ? [shown] : showBlock(block, at)
  })
  return { ...message, blocks }
}

export function hasPictures({ blocks }: SlackMessage): boolean {
  return blocks.some(({ type }) => type === 'image')
}

export function hasTable({ blocks }: SlackMessage): boolean {
  return blocks.some(({ type }) => type === 'table')
}

function isBeyondWords({ type }: types.KnownBlock): boolean {
  return type === 'image' || type === 'table'
}

/** A block that Slack is given as a picture. */
export type Pictured = Extract<Block, { kind: 'chart' | 'timeline' }>

export function isPictured(block: Block): block is Pictured {
  return block.kind === 'chart' || block.kind === 'timeline'
}

/** What a screen reader says for a picture. */
export function altOf(block: Pictured): string {
  if (block.kind === 'chart') return clean(`${block.label}. ${sayBars(block.bars)}`)
  return clean(`${block.timeline.label}. ${sayTimeline(block.timeline).join(' ')}`)
}

const pictureMark = '.picture'

/** Undefined where nothing is attached. */
function showAttached(block: Block, at: string, { pictures, files }: Attached): types.KnownBlock[] | undefined {
  const [picture, file] = [pictures.get(block), files.get(block)]
  if (isPictured(block) && picture !== undefined)
    return [{ type: 'image', block_id: at + pictureMark, slack_file: { id: picture }, alt_text: altOf(block) }]
  if (block.kind === 'file' && file !== undefined) return showNotes([`${block.label}: in the next message.`])
  return undefined
}

/** Consecutive notes share one block, and so one line where there is room. */
export function showBlocks(
  blocks: readonly Block[],
  show: (block: Block, at: number) => types.KnownBlock[],
): types.KnownBlock[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'note') return show(block, at)
    if (blocks[at - 1]?.kind === 'note') return []
    const after = blocks.findIndex((each, i) => i > at && each.kind !== 'note')
    const notes = blocks.slice(at, after < 0 ? undefined : after)
    return showNotes(notes.flatMap((each) => (each.kind === 'note' ? [unstyled(each.text)] : [])))
  })
}

/** `at` distinguishes a card's blocks: their ids start with it. */
export function showBlock(block: Block, at: string): types.KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return richText([{ text: block.text, style: 'strong' }], 'rich_text_section')
    case 'text':
      return richText(block.text, 'rich_text_section')
    case 'quote':
      return [...richText(block.text, 'rich_text_quote'), ...showNotes([block.source])]
    case 'list':
      return showList(block)
    // Only a message can have a table: see `showMessages`.
    case 'table':
      return showList(listOfRows(block))
    case 'note':
      return showNotes([unstyled(block.text)])
    case 'buttons':
      return showButtons(block, at)
    case 'rating':
      return showButtons({ buttons: [block.helped, block.not] }, at)
    case 'form':
      return [...showForm(block.form, at), ...showButtons({ buttons: [block.form.submit] }, formId(block.form, at))]
    case 'bars':
      return richText(block.bars.flatMap(showBar), 'rich_text_section')
    case 'chart':
      return richText(
        [{ text: `${block.label}\n`, style: 'strong' }, ...block.bars.flatMap(showBar)],
        'rich_text_section',
      )
    case 'file':
      return richText([{ text: block.otherwise }], 'rich_text_section')
    case 'link':
      return [showLink(block)]
    // Where its picture cannot be shown, the words beside it say the same.
    case 'timeline':
      return []
    case 'divider':
      return [{ type: 'divider' }]
    default:
      return never(block)
  }
}

/** Tone as a symbol; the title and the text say the same in words. */
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

/** The whole card in one or two sentences; a continuation says which card it belongs to. */
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
      ...defined({ offset: ordered && before > 0 ? before : undefined }),
    }
    before += elements.length
    return { type: 'rich_text', elements: [list] }
  })
}

function showNotes(lines: readonly string[]): types.KnownBlock[] {
  const elements = lines
    .map(clean)
    .filter((line) => line.trim() !== '')
    .flatMap((line) => splitRich([{ text: line }], limits.contextText))
    .map((piece) => plainText(unstyled(piece), limits.contextText))
  const rows = pagesOf(elements, { most: limits.contextElements, text: limits.blockText, sizeOf: textIn })
  return rows.map((row): types.ContextBlock => ({ type: 'context', elements: row }))
}

function richText(rich: Rich, type: 'rich_text_section' | 'rich_text_quote'): types.KnownBlock[] {
  return splitRich(rich, limits.blockText)
    .map(section)
    .filter(({ elements }) => elements.length > 0)
    .map(({ elements }) => ({ type: 'rich_text', elements: [{ type, elements }] }))
}

/**
 * Ten squares after the words that say the same. A small share never shows as none, and a nearly complete one never as
 * full.
 */
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

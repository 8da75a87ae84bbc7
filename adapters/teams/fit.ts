// Makes a card fit: its longest texts are cut at sentence ends until it does, and it says that there is more.
import { buttons, listOfRows, note, type Block, type Card, type Rich, type Span } from '../../src/chat/cards.ts'
import { never } from '../../src/kit/never.ts'
import { shorten } from '../../src/kit/text.ts'

/** Tries, from gentle to harsh: how long a text may be. */
const lengths = [8_000, 5_000, 3_000, 2_000, 1_200, 700, 400] as const

const more = note(
  'There is more than fits on one card. To read the whole section, ask me for it by its number or title.',
)

/** The card itself where it fits. `sizeOf` returns the size of the card when shown. */
export function fitCard(card: Card, most: number, sizeOf: (card: Card) => number): Card {
  if (sizeOf(card) <= most) return card
  for (const length of lengths) {
    const shorter = { ...card, blocks: [...card.blocks.map((block) => cutBlock(block, length)), more] }
    if (sizeOf(shorter) <= most) return shorter
  }
  const pieces = card.blocks.map((block) => cutBlock(block, 400)).flatMap(apart)
  // The size grows with the number of pieces, so a binary search finds how many fit.
  let fits = 0
  for (let step = pieces.length; step > 0; step = Math.floor(step / 2)) {
    while (fits + step <= pieces.length && sizeOf(withFirst(card, pieces, fits + step)) <= most) fits += step
  }
  return withFirst(card, pieces, fits)
}

function withFirst(card: Card, pieces: readonly Block[], count: number): Card {
  return { ...card, blocks: [...pieces.slice(0, count), more] }
}

/** What can be left out piece by piece. */
function apart(block: Block): Block[] {
  return block.kind === 'buttons' ? block.buttons.map((button) => buttons(button)) : [block]
}

function cutBlock(block: Block, most: number): Block {
  switch (block.kind) {
    case 'text':
    case 'quote':
    case 'note':
      return { ...block, text: cutRich(block.text, most) }
    case 'list':
      return { ...block, items: cutList(block.items, most) }
    case 'table':
      return cutBlock(listOfRows(block), most)
    case 'heading':
    case 'buttons':
    case 'rating':
    case 'form':
    case 'bars':
    case 'chart':
    case 'timeline':
    case 'file':
    case 'link':
    case 'divider':
      return block
    default:
      return never(block)
  }
}

function cutList(items: readonly Rich[], most: number): Rich[] {
  const kept: Rich[] = []
  let size = 0
  for (const item of items) {
    if (size >= most) break
    const cut = cutRich(item, most - size)
    kept.push(cut)
    size += lengthOf(cut)
  }
  return kept
}

function cutRich(rich: Rich, most: number): Rich {
  if (lengthOf(rich) <= most) return rich
  const short = shorten(rich.map(({ text }) => text).join(''), most)
  const spans: Span[] = []
  let left = short.length
  for (const span of rich) {
    if (left <= 0) break
    spans.push({ ...span, text: span.text.slice(0, left) })
    left -= span.text.length
  }
  const said = spans.map(({ text }) => text).join('')
  // The ellipsis replaces the start of the next sentence.
  const end = short.slice(commonStart(said, short))
  const last = spans.at(-1)
  if (last === undefined || end === '') return spans
  return [...spans.slice(0, -1), { ...last, text: last.text.slice(0, last.text.length - end.length) + end }]
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

function lengthOf(rich: Rich): number {
  return rich.reduce((sum, { text }) => sum + text.length, 0)
}

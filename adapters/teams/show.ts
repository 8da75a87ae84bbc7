// Cards as Adaptive Cards 1.5. People's words go into text runs, which have no markup; where there is Markdown, they
// are escaped. Colours only repeat what the title says in words.
import { defined } from '../../src/kit/defined.ts'
import type {
  CardElementArray,
  ContainerStyle,
  IAdaptiveCard,
  IContainer,
  IRichTextBlock,
  IStackedHorizontalBarChart,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards'
import { listOfRows, type Bar, type Block, type Card, type Rich, type Tone } from '../../src/chat/cards.ts'
import { clean } from '../../src/kit/clean.ts'
import { sayTimeline } from '../../src/kit/timeline.ts'
import { never } from '../../src/kit/never.ts'
import type { As } from './button.ts'
import { pressedRow, showButtons } from './buttons.ts'
import { fitCard } from './fit.ts'
import { showForm } from './form.ts'
import { limits } from './limits.ts'
import { botName } from './names.ts'
import { label, markdown, spoken, tame } from './text.ts'

type Element = CardElementArray[number]

/** Under 28 KB, whatever the card contains. */
export function showCard(card: Card, as: As = 'message'): IAdaptiveCard {
  const shown = render(card, as)
  if (bytesOf(shown) <= limits.cardBytes) return shown
  const fitting = fitCard(card, limits.cardBytes, (one) => bytesOf(render(one, as)))
  return render(fitting, as)
}

/** Several cards to be shown as one, with the first one's title on top. */
export function mergeCards(cards: readonly [Card, ...Card[]]): Card {
  const [first, ...more] = cards
  const below = more.flatMap(({ title, blocks }): Block[] => [
    { kind: 'divider' },
    { kind: 'heading', text: title },
    ...blocks,
  ])
  return { ...first, blocks: [...first.blocks, ...below] }
}

/** What a notification says. */
export function summaryOf({ summary, title }: Card): string {
  return spoken(summary, limits.summary, spoken(title, limits.summary, botName))
}

export function bytesOf(shown: unknown): number {
  return Buffer.byteLength(JSON.stringify(shown))
}

function render(card: Card, as: As): IAdaptiveCard {
  const body: Element[] = [showTitle(card)]
  let divided = false
  for (const block of card.blocks) {
    const [first, ...more] = showBlock(block, as)
    if (first === undefined) divided ||= block.kind === 'divider'
    else {
      body.push(divided ? { ...first, separator: true, spacing: 'Large' } : first, ...more)
      divided = false
    }
  }
  const said = summaryOf(card)
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    fallbackText: markdown(said, limits.summary),
    speak: said,
    body,
    msteams: { width: 'full' },
  }
}

/** Empty for what shows nothing of its own. */
function showBlock(block: Block, as: As): Element[] {
  switch (block.kind) {
    case 'heading':
      return clean(block.text).trim() === '' ? [] : [showHeading(block.text, 'Medium')]
    case 'text':
      return showLines(block.text)
    case 'quote':
      return showQuote(block)
    case 'list':
      return block.items.map((item, at) => showItem(item, block.ordered ? `${at + 1}. ` : '• '))
    case 'table':
      return showBlock(listOfRows(block), as)
    case 'note':
      return showLines(block.text, quiet)
    case 'buttons':
      return showButtons(block, as)
    case 'rating':
      return showButtons({ buttons: [block.helped, block.not] }, as)
    case 'form':
      return showForm(block.form, as)
    case 'bars':
      return [...showLines([{ text: block.label, style: 'strong' }]), ...block.bars.flatMap(showBar)]
    case 'chart':
      return showChart(block)
    case 'timeline':
      return showTimeline(block)
    case 'file':
      return showLines([{ text: block.otherwise }])
    case 'link':
      return [showLink(block)]
    case 'divider':
      return []
    default:
      return never(block)
  }
}

/** Tone as a symbol and a colour; the title and the text say the same in words. */
const tones: Readonly<Record<Tone, { readonly sign: string; readonly style: ContainerStyle | undefined }>> = {
  plain: { sign: '', style: undefined },
  answered: { sign: '', style: undefined },
  unsure: { sign: '', style: undefined },
  'not-covered': { sign: '', style: undefined },
  urgent: { sign: '❗ ', style: 'attention' },
  'go-ahead': { sign: '✅ ', style: 'good' },
  done: { sign: '✅ ', style: 'good' },
  caution: { sign: '⚠️ ', style: 'warning' },
  stop: { sign: '⛔ ', style: 'attention' },
}

function showTitle(card: Card): Element {
  const { sign, style } = tones[card.tone]
  const heading = showHeading(clean(card.title).trim() === '' ? botName : card.title, 'Large', sign)
  return style === undefined
    ? heading
    : ({ type: 'Container', style, bleed: true, items: [heading] } satisfies IContainer)
}

function showHeading(text: string, size: 'Medium' | 'Large', sign = ''): ITextBlock {
  return {
    type: 'TextBlock',
    text: sign + markdown(text, limits.title),
    style: 'heading',
    size,
    weight: 'Bolder',
    wrap: true,
  }
}

const quiet = { isSubtle: true, size: 'Small' } as const

function showQuote({ text, source }: Extract<Block, { kind: 'quote' }>): Element[] {
  const items = [...showLines(text), ...showLines([{ text: source }], quiet)]
  return items.length === 0 ? [] : [{ type: 'Container', style: 'emphasis', items } satisfies IContainer]
}

function showItem(item: Rich, sign: string): IRichTextBlock {
  const [first = [], ...more] = linesOf(item)
  const runs = [first, ...more].map((line) => line.map((span) => runOf(span)))
  const joined = runs.flatMap((line, at) => (at === 0 ? line : [{ type: 'TextRun', text: ' ' } as const, ...line]))
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text: sign }, ...joined] }
}

/** One block for each line, because text runs have no line breaks. */
function showLines(rich: Rich, look: Partial<ITextRun> = {}): IRichTextBlock[] {
  return linesOf(rich)
    .map((line) => line.map((span) => runOf(span, look)))
    .filter((inlines) => inlines.some(({ text }) => text.trim() !== ''))
    .map((inlines) => ({ type: 'RichTextBlock', inlines }))
}

function linesOf(rich: Rich): Rich[] {
  const lines: Rich[number][][] = [[]]
  for (const span of rich) {
    const [first = '', ...more] = clean(span.text).split('\n')
    if (first !== '') lines.at(-1)?.push({ ...span, text: first })
    for (const text of more) lines.push(text === '' ? [] : [{ ...span, text }])
  }
  return lines
}

function runOf({ text, style }: Rich[number], look: Partial<ITextRun> = {}): ITextRun {
  return {
    type: 'TextRun',
    text: tame(text),
    ...defined({ weight: style === undefined ? undefined : 'Bolder' }),
    ...look,
  }
}

/** A button, or where a phone would cut its words, a row that wraps. */
function showLink({ label: words, url }: Extract<Block, { kind: 'link' }>): Element {
  const open = { type: 'Action.OpenUrl', title: label(words, limits.buttonLabel), url } as const
  return words.length > limits.buttonShown ? pressedRow(words, open) : { type: 'ActionSet', actions: [open] }
}

/** The words, and below them a bar, which says nothing that the words do not. */
function showBar({ label: name, spoken: words, count, total }: Bar): Element[] {
  const part = total <= 0 ? 0 : Math.round((100 * count) / total)
  const columns = [
    { width: part, style: 'accent' },
    { width: 100 - part, style: 'emphasis' },
  ] as const
  const shown = columns.filter(({ width }) => width > 0)
  return [
    ...showLines([{ text: `${name}: `, style: 'strong' }, { text: words }]),
    {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: shown.map((column) => ({ type: 'Column', ...column, minHeight: '8px', items: [] })),
    },
  ]
}

/** Teams fetches the picture; where it can't, the words below it say the same. */
function showTimeline({ timeline, url }: Extract<Block, { kind: 'timeline' }>): Element[] {
  if (url === undefined) return []
  const altText = clean(`${timeline.label}. ${sayTimeline(timeline).join(' ')}`)
  return [{ type: 'Image', url, altText, size: 'Stretch', msteams: { allowExpand: true } }]
}

/**
 * Teams draws the chart. The words below say the same to screen readers and to clients without charts, which show the
 * label in the chart's place.
 */
function showChart({ label: name, parts, bars }: Extract<Block, { kind: 'chart' }>): Element[] {
  const [part, rest] = parts.map((each) => label(each, limits.legend))
  const chart: IStackedHorizontalBarChart = {
    type: 'Chart.HorizontalBar.Stacked',
    title: label(name, limits.title),
    showTitle: true,
    showLegend: true,
    data: bars
      .filter(({ total }) => total > 0)
      .map((bar) => ({
        title: label(bar.label, limits.legend),
        data: [
          { legend: part ?? '', value: bar.count, color: 'categoricalBlue' },
          { legend: rest ?? '', value: Math.max(0, bar.total - bar.count), color: 'divergingGray' },
        ],
      })),
    fallback: showHeading(name, 'Medium'),
  }
  const words = bars.flatMap((bar) => showLines([{ text: `${bar.label}: `, style: 'strong' }, { text: bar.spoken }]))
  return chart.data?.length === 0 ? [showHeading(name, 'Medium'), ...words] : [chart, ...words]
}

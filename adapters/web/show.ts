// A card as HTML: one exhaustive switch over its blocks. Whatever a span holds is text and stays text.
import { listOfRows, type Bar, type Block, type Card, type Rich, type Span, type Tone } from '../../src/chat/cards.ts'
import { drawChart } from '../../src/kit/chart.ts'
import { drawTimeline } from '../../src/kit/timeline.ts'
import { never } from '../../src/kit/never.ts'
import { showForm } from './form.ts'
import { html, nothing, type Html } from './html.ts'
import { leading, type Leading } from './links.ts'
import { carry, showButton, showButtons, type Pressable } from './press.ts'

/** The inside of a card's article; its heading has the id `h-MESSAGE`. */
export function showCard(card: Card, on: Pressable): Html {
  return html`${showTone(card.tone)}
    <h2 id="h-${on.message}" tabindex="-1" dir="auto">${card.title}</h2>
    ${card.blocks.map((block, i) => showBlock(block, { ...on, prefix: `${on.message}-${i}` }))}`
}

function showBlock(block: Block, on: Pressable & { prefix: string }): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3 dir="auto">${block.text}</h3>`
    case 'text':
      return html`<p dir="auto">${showRich(block.text)}</p>`
    case 'quote':
      return html`<figure class="quote">
        <blockquote><p dir="auto">${showRich(block.text)}</p></blockquote>
        ${block.source === '' ? nothing : html`<figcaption>${block.source}</figcaption>`}
      </figure>`
    case 'list':
      return showList(block.ordered, block.items)
    case 'table':
      return showList(false, listOfRows(block).items)
    case 'note':
      return html`<p class="note" dir="auto">${showRich(block.text)}</p>`
    case 'buttons':
      return showButtons(block, on)
    case 'rating':
      return html`<form class="row rating" method="post" action="${on.base}/press">
        ${carry(on)}${showButton(block.helped)}${showButton(block.not)}
      </form>`
    case 'form':
      return showForm(block.form, on)
    case 'chart':
      return html`<figure class="shares">
        ${{ markup: drawChart(block, { id: `c-${on.prefix}` }) }}
        <ul class="bars" aria-label="${block.label}">
          ${block.bars.map(({ label, spoken }) => html`<li><span dir="auto">${label}</span> <span class="spoken">${spoken}</span></li>`)}
        </ul>
      </figure>`
    case 'timeline':
      return html`<figure class="shares">${{ markup: drawTimeline(block.timeline, { id: `t-${on.prefix}` }) }}</figure>`
    case 'bars':
      return html`<ul class="bars" aria-label="${block.label}">
        ${block.bars.map(showBar)}
      </ul>`
    case 'file':
      return html`<p dir="auto">${block.otherwise}</p>`
    case 'link':
      return showLink(block.label, leading(block.url, on.framed))
    case 'divider':
      return html`<hr />`
    default:
      return never(block)
  }
}

function showLink(label: string, { href, beside }: Leading): Html {
  const where = beside ? html` target="_blank"` : nothing
  return html`<p class="link"><a href="${href}" rel="noreferrer" ${where}>${label}</a></p>`
}

/** The meter is a picture of what the words beside it say. */
function showBar({ label, count, total, spoken }: Bar): Html {
  return html`<li>
    <span dir="auto">${label}</span> <span class="spoken">${spoken}</span>
    <meter min="0" max="${Math.max(total, 1)}" value="${count}" aria-hidden="true"></meter>
  </li>`
}

function showList(ordered: boolean, items: readonly Rich[]): Html {
  const inside = items.map((item) => html`<li dir="auto">${showRich(item)}</li>`)
  return ordered
    ? html`<ol>
        ${inside}
      </ol>`
    : html`<ul>
        ${inside}
      </ul>`
}

function showRich(rich: Rich): Html {
  return html`${rich.map(showSpan)}`
}

function showSpan({ text, style }: Span): Html {
  switch (style) {
    case undefined:
      return html`${text}`
    case 'strong':
      return html`<strong>${text}</strong>`
    case 'mark':
      return html`<mark>${text}</mark>`
    default:
      return never(style)
  }
}

/** By words and by shape, never by colour alone. */
const tones: Readonly<Record<Tone, { readonly words: string; readonly icon: string } | undefined>> = {
  plain: undefined,
  answered: { words: 'Answer', icon: 'page' },
  unsure: { words: 'Not sure', icon: 'question' },
  'not-covered': { words: 'Not in the policies', icon: 'none' },
  urgent: { words: 'Urgent', icon: 'alert' },
  'go-ahead': { words: 'Go ahead', icon: 'tick' },
  done: { words: 'Done', icon: 'tick' },
  caution: { words: 'Take care', icon: 'caution' },
  stop: { words: 'Stop', icon: 'stop' },
}

function showTone(tone: Tone): Html {
  const known = tones[tone]
  if (known === undefined) return nothing
  return html`<p class="tone">
    <svg aria-hidden="true" width="20" height="20"><use href="#icon-${known.icon}" /></svg>${known.words}
  </p>`
}

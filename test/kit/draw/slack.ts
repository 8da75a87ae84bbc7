// Draws Block Kit much as Slack's clients do: a small renderer of the blocks that the bot uses.
import { escapeHtml } from './page.ts'
import { type Fields, fieldsOf, isList, listOf, textOf } from '../json.ts'

export function drawSlack(blocks: readonly Fields[]): string {
  return `<div class="message"><p class="from"><b>Policy Guide</b> <small>APP</small></p>${blocks.map(drawBlock).join('')}</div>`
}

function drawBlock(block: Fields): string {
  switch (block['type']) {
    case 'header':
      return `<h2>${words(block['text'])}</h2>`
    case 'rich_text':
      return listOf(block['elements']).map(drawRich).join('')
    case 'context':
      return `<p class="context">${listOf(block['elements']).map(words).join('<span class="gap"></span>')}</p>`
    case 'actions':
      return `<div class="actions">${listOf(block['elements']).map(drawElement).join('')}</div>`
    case 'context_actions':
      return `<div class="actions thumbs">${listOf(block['elements']).map(drawThumbs).join('')}</div>`
    case 'section':
      return `<div class="row"><p>${words(block['text'])}</p>${block['accessory'] === undefined ? '' : drawElement(fieldsOf(block['accessory']))}</div>`
    case 'input':
      return `<div class="input"><label>${words(block['label'])}</label>${drawElement(fieldsOf(block['element']))}<small>${words(block['hint'])}</small></div>`
    case 'table':
      return `<div class="table"><table>${rowsOf(block).map(drawRow).join('')}</table></div>`
    case 'divider':
      return '<hr>'
    case 'image':
      return `<p class="image">${escapeHtml(textOf(block['alt_text']) ?? '')}</p>`
    default:
      throw new Error(`nobody has drawn a block of type ${JSON.stringify(block['type'])} yet`)
  }
}

function drawRich(part: Fields): string {
  const inside = listOf(part['elements'])
  switch (part['type']) {
    case 'rich_text_quote':
      return `<blockquote>${inside.map(drawSpan).join('')}</blockquote>`
    case 'rich_text_list': {
      const tag = part['style'] === 'ordered' ? 'ol' : 'ul'
      return `<${tag}>${inside.map((item) => `<li>${listOf(item['elements']).map(drawSpan).join('')}</li>`).join('')}</${tag}>`
    }
    default:
      return `<p class="text">${inside.map(drawSpan).join('')}</p>`
  }
}

function drawSpan(span: Fields): string {
  const text = escapeHtml(textOf(span['text']) ?? '')
  if (span['type'] === 'link') return `<a href="#">${text}</a>`
  return fieldsOf(span['style'])['bold'] === true ? `<b>${text}</b>` : text
}

function drawElement(element: Fields): string {
  switch (element['type']) {
    case 'button':
      return `<button class="label${element['style'] === 'primary' ? ' primary' : ''}">${words(element['text'])}</button>`
    case 'overflow':
      return '<button class="folded" aria-label="More">…</button>'
    case 'static_select':
      return `<button class="menu">${words(element['placeholder'] ?? 'Choose')} ▾</button>`
    case 'plain_text_input':
      return `<div class="field${element['multiline'] === true ? ' tall' : ''}"></div>`
    case 'checkboxes':
    case 'radio_buttons':
      return listOf(element['options'])
        .map((option) => `<p class="tick">☐ ${words(option['text'])}</p>`)
        .join('')
    default:
      throw new Error(`nobody has drawn an element of type ${JSON.stringify(element['type'])} yet`)
  }
}

function drawThumbs(): string {
  return '<button class="thumb" aria-label="Good">▲</button><button class="thumb" aria-label="Bad">▼</button>'
}

function rowsOf(block: Fields): readonly (readonly Fields[])[] {
  const rows = block['rows']
  return isList(rows) ? rows.map((row) => listOf(row)) : []
}

function drawRow(cells: readonly Fields[], at: number): string {
  const tag = at === 0 ? 'th' : 'td'
  return `<tr>${cells.map((cell) => `<${tag}>${cellOf(cell)}</${tag}>`).join('')}</tr>`
}

function cellOf(cell: Fields): string {
  return cell['type'] === 'rich_text' ? drawBlock(cell) : escapeHtml(textOf(cell['text']) ?? '')
}

function words(text: Fields[string] | undefined): string {
  return escapeHtml(textOf(text) ?? textOf(fieldsOf(text)['text']) ?? '').replaceAll('\n', '<br>')
}

/** Slack's styles, as far as they affect the layout. */
export const slackStyle = `
  body { font: 15px/1.47 drawn, 'DejaVu Sans', sans-serif; }
  .message { padding: 8px 16px 16px; }
  .from { margin: 0 0 4px; } .from small { opacity: .6; }
  h2 { font-size: 18px; margin: 4px 0 8px; }
  blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #8888; white-space: pre-line; }
  .text { margin: 4px 0; white-space: pre-line; } .context { font-size: 13px; opacity: .75; margin: 4px 0 8px; }
  .gap { display: inline-block; width: 12px; }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
  button { font: inherit; font-weight: 700; line-height: 1; padding: 0 12px; height: 36px; border: 1px solid #8886; border-radius: 8px;
    background: none; color: inherit; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .primary { background: #007a5a; color: #fff; border: 0; }
  .row { display: flex; gap: 12px; justify-content: space-between; margin: 8px 0; align-items: start; } .row p { margin: 6px 0; }
  @media (max-width: 500px) { .row { display: block; } }
  .field { border: 1px solid #8888; border-radius: 8px; height: 36px; } .tall { height: 84px; } .tick { margin: 4px 0; }
  .input { margin: 8px 0; } .input label, .input small { display: block; } .input label { font-weight: bold; } .table { overflow-x: auto; } td, th { text-align: left; overflow-wrap: normal; padding: 4px 8px; border: 1px solid #8884; }
  hr { border: 0; border-top: 1px solid #8884; }`

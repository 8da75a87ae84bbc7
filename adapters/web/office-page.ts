// A page of the office as markup: every kind of part in one exhaustive switch. It works without a script.
import { drawTimeline } from '../../src/kit/timeline.ts'
import { never } from '../../src/kit/never.ts'
import type { OfficeButton, OfficeField, OfficeForm, OfficePage, Part } from '../../src/ports/office.ts'
import { html, nothing, type Html } from './html.ts'
import { layout, type Seated } from './layout.ts'
import { spokenLabel } from './press.ts'
import { showTree } from './tree.ts'

export interface ShowingOffice {
  readonly school: string
  readonly page: OfficePage
  /** Undefined where it is shown to anybody. */
  readonly seat: Seated | undefined
  /** Part of every form that changes something. */
  readonly guard: string
}

export function officePage({ school, page, seat, guard }: ShowingOffice): string {
  return layout(
    { title: page.title, school, seat, at: seat === undefined ? undefined : 'office', again: page.again },
    html` <main class="office">
      <h1>${page.title}</h1>
      ${showParts(page.parts, guard)}
    </main>`,
  )
}

/** `within` tells the ids of parts within a part from those around it. */
function showParts(parts: readonly Part[], guard: string, within = ''): Html[] {
  const first = parts.findIndex((part) => part.kind === 'say' && part.tone !== 'look')
  return parts.map((part, at) => showPart(part, { guard, at: `${within}${at}`, first: within === '' && at === first }))
}

interface Where {
  readonly guard: string
  /** Distinguishes the parts of a page. */
  readonly at: string
  /** What the page says first about what was just done. */
  readonly first: boolean
}

function showPart(part: Part, { guard, at, first }: Where): Html {
  switch (part.kind) {
    case 'heading':
      return html`<h2 ${part.id === undefined ? nothing : html`id="${part.id}"`}>${part.text}</h2>`
    case 'text':
      return html`<p dir="auto">${part.text}</p>`
    case 'note':
      return html`<p class="note">${part.text}</p>`
    case 'list':
      return html`<ul>
        ${part.items.map((item) => html`<li dir="auto">${item}</li>`)}
      </ul>`
    case 'say':
      return showSaid(part, at, first)
    case 'links':
      return html`<ul class="ways">
        ${part.links.map(({ to, label }) => html`<li><a href="${to}">${label}</a></li>`)}
      </ul>`
    case 'table':
      return showTable(part, at)
    case 'tree':
      return showTree(part)
    case 'timeline':
      return html`<figure class="shares">${{ markup: drawTimeline(part.timeline, { id: `timeline-${at}` }) }}</figure>`
    case 'more':
      return html`<details>
        <summary>${part.summary}</summary>
        ${showParts(part.parts, guard, `${at}-`)}
      </details>`
    case 'form':
      return showForm(part.form, guard)
    default:
      return never(part)
  }
}

const tones = { done: 'Done', wrong: 'Please look at this', look: 'Before you go on' }

/** A new page is not read out by itself, so what was just done has the focus, and with it its words. */
function showSaid({ tone, lines }: Extract<Part, { kind: 'say' }>, at: string, first: boolean): Html {
  const id = `said-${at}`
  return html`<div
    class="said"
    data-tone="${tone}"
    role="group"
    aria-labelledby="${id}"
    ${first ? html`aria-describedby="${id}-lines" tabindex="-1" autofocus` : nothing}
  >
    <p id="${id}"><strong>${tones[tone]}</strong></p>
    <div id="${id}-lines">${lines.map((line) => html`<p dir="auto">${line}</p>`)}</div>
  </div>`
}

/** A table scrolls within a frame of its own, which can be reached with the keyboard. The first cell names its row. */
function showTable({ caption, head, rows }: Extract<Part, { kind: 'table' }>, at: string): Html {
  const id = `table-${at}`
  return html`<div class="sheet" role="region" aria-labelledby="${id}" tabindex="0">
    <table>
      <caption id="${id}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col" dir="auto">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ to, cells }) =>
            html`<tr>
              ${cells.map((cell, column) => (column === 0 ? showNaming(cell, to) : html`<td dir="auto">${cell}</td>`))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function showNaming(cell: string, to: string | undefined): Html {
  return html`<th scope="row" dir="auto">${to === undefined ? cell : html`<a href="${to}">${cell}</a>`}</th>`
}

function showForm({ to, looks, fields, buttons }: OfficeForm, guard: string): Html {
  const files = fields.some(({ kind }) => kind === 'file')
  const method = looks === true ? html`method="get"` : html`method="post"`
  const encoding = files ? html` enctype="multipart/form-data"` : nothing
  const kept = looks === true ? nothing : html`<input type="hidden" name="guard" value="${guard}" />`
  return html`<form class="fields" action="${to}" ${method}${encoding}>
    ${kept}${fields.map((field) => showField(field, `${to.replace(/\W+/g, '-')}-${field.id}`))}
    <div class="row">${buttons.map(showButton)}</div>
  </form>`
}

function showButton({ label, value, main, spoken }: OfficeButton): Html {
  const aloud = spoken === undefined ? nothing : html` aria-label="${spokenLabel(label, spoken)}"`
  return html`<button name="do" value="${value}" ${main === true ? html`class="main"` : nothing}${aloud}>
    ${label}
  </button>`
}

function showField(field: OfficeField, id: string): Html {
  if (field.kind === 'kept') return html`<input type="hidden" name="${field.id}" value="${field.value}" />`
  const [hint, error] = [aside(field.hint, `${id}-hint`, 'hint'), aside(field.error, `${id}-error`, 'error')]
  const described = [field.hint === undefined ? '' : `${id}-hint`, field.error === undefined ? '' : `${id}-error`]
    .filter((each) => each !== '')
    .join(' ')
  const rules = html`${described === '' ? nothing : html` aria-describedby="${described}"`}${
    field.error === undefined ? nothing : html` aria-invalid="true"`
  }`
  if (field.kind === 'tick') {
    return html`<div class="field tick">
      ${hint} ${error}
      <label for="${id}"
        ><input
          type="checkbox"
          id="${id}"
          name="${field.id}"
          value="yes"
          ${field.ticked === true ? html`checked` : nothing}
          ${rules}
        />
        <span dir="auto">${field.label}</span></label
      >
    </div>`
  }
  return html`<div class="field">
    <label for="${id}">${field.label}</label>
    ${hint} ${error} ${showInput(field, id, rules)}
  </div>`
}

function aside(text: string | undefined, id: string, kind: 'hint' | 'error'): Html {
  return text === undefined ? nothing : html`<p class="${kind}" id="${id}">${text}</p>`
}

type Input = Exclude<OfficeField, { kind: 'kept' | 'tick' }>

function showInput(field: Input, id: string, rules: Html): Html {
  const named = html`id="${id}" name="${field.id}"`
  switch (field.kind) {
    case 'line':
      return html`<input
        ${named}
        dir="auto"
        autocomplete="off"
        maxlength="500"
        value="${field.value ?? ''}"
        ${field.required === true ? html`required` : nothing}
        ${rules}
      />`
    case 'lines':
      return html`<textarea ${named} dir="auto" rows="6" maxlength="20000" ${rules}>${field.value ?? ''}</textarea>`
    case 'choice':
      return html`<select ${named} ${rules}>
        ${field.options.map(
          (option) =>
            html`<option value="${option.id}" ${option.id === field.value ? html`selected` : nothing}>
              ${option.label}
            </option>`,
        )}
      </select>`
    case 'file':
      return html`<input
        ${named}
        type="file"
        accept="${field.accept}"
        ${field.many === true ? html`multiple` : nothing}
        ${rules}
      />`
    default:
      return never(field)
  }
}

// A form inside a card: every field has its label and its hint, and one button sends them all.
import type { Field, Form } from '../../src/chat/cards.ts'
import { html, nothing, type Html } from './html.ts'
import { limits } from './limits.ts'
import { carry, showButton, type Pressable } from './press.ts'

/** What a field's name begins with on the way back, so that no field can pass for one of the page's own. */
export const fieldPrefix = 'field-'

export function showForm({ fields, submit }: Form, on: Pressable & { prefix: string }): Html {
  return html`<form class="fields" method="post" action="/press">
    ${carry(on)}${fields.map((field) => showField(field, `${on.prefix}-${field.id}`))}
    <div class="row">${showButton({ ...submit, main: true })}</div>
  </form>`
}

function showField(field: Field, id: string): Html {
  const hint = field.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${field.hint}</p>`
  return html`<div class="field">
    <label for="${id}"
      >${field.label}${field.required ? nothing : html` <span class="optional">(optional)</span>`}</label
    >
    ${hint} ${showInput(field, id)}
  </div>`
}

// A browser cuts what is pasted at `maxlength` without a word, and half a draft may look harmless: so what is pasted in
// lines is counted and refused kindly, and only a single line, which is typed, is held short.
function showInput(field: Field, id: string): Html {
  const described = field.hint === undefined ? nothing : html` aria-describedby="${id}-hint"`
  const required = field.required ? html` required` : nothing
  const name = `${fieldPrefix}${field.id}`
  const max = Math.min(field.max, limits.textLength)
  switch (field.kind) {
    case 'line':
      return html`<input
        id="${id}"
        name="${name}"
        dir="auto"
        autocomplete="off"
        maxlength="${max}"
        ${required}${described}
      />`
    case 'lines':
      return html`<textarea
        id="${id}"
        name="${name}"
        dir="auto"
        rows="5"
        data-max="${max}"
        ${required}${described}
      ></textarea>`
  }
}

// A form inside a card: every field has its label and its hint, and one button sends them all.
import { compact } from '../../src/kit/defined.ts'
import type { CheckField, ChoiceField, Field, Form, LineField } from '../../src/chat/cards.ts'
import { html, nothing, type Html } from './html.ts'
import { limits } from './limits.ts'
import { carry, showButton, type Pressable } from './press.ts'

/** The prefix of a field's name on the way back, so that no field can be mistaken for one of the page's own. */
export const fieldPrefix = 'field-'

export function showForm({ fields, submit }: Form, on: Pressable & { prefix: string }): Html {
  return html`<form class="fields" method="post" action="${on.base}/press">
    ${carry(on)}${fields.map((field) => showField(field, `${on.prefix}-${field.id}`))}
    <div class="row">${showButton(submit)}</div>
  </form>`
}

function showField(field: Field, id: string): Html {
  const described = compact([
    field.hint !== undefined && `${id}-hint`,
    field.error !== undefined && `${id}-error`,
  ]).join(' ')
  const hint = field.hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${field.hint}</p>`
  const error =
    field.error === undefined
      ? nothing
      : html`<p class="error" id="${id}-error"><strong>Please look at this: </strong>${field.error}</p>`
  const on: Shown = {
    id,
    name: `${fieldPrefix}${field.id}`,
    rules: html`${field.required ? html` required` : nothing}${
      // Browsers call an empty box that has to be ticked wrong before anybody has tried.
      field.error === undefined ? html` aria-invalid="false"` : html` aria-invalid="true"`
    }${described === '' ? nothing : html` aria-describedby="${described}"`}`,
  }
  if (field.kind === 'check') {
    // The statement is a group's name and the box has a name of its own, so that nothing is read twice and both can be
    // addressed by voice.
    return html`<fieldset class="field check">
      <legend dir="auto">${field.label}</legend>
      ${hint} ${error}
      <label for="${id}">${showCheck(field, on)} ${field.tick}</label>
    </fieldset>`
  }
  return html`<div class="field">
    <label for="${id}"
      >${field.label}${field.required ? nothing : html` <span class="optional">(optional)</span>`}</label
    >
    ${hint} ${error} ${field.kind === 'choice' ? showChoice(field, on) : showLine(field, on)}
  </div>`
}

interface Shown {
  readonly id: string
  readonly name: string
  /** The attributes that every kind of field has. */
  readonly rules: Html
}

function showCheck({ ticked }: CheckField, { id, name, rules }: Shown): Html {
  const checked = ticked === true ? html` checked` : nothing
  return html`<input type="checkbox" id="${id}" name="${name}" value="yes" ${checked}${rules} />`
}

function showChoice({ options, value }: ChoiceField, { id, name, rules }: Shown): Html {
  return html`<select id="${id}" name="${name}" ${rules}>
    ${options.map(
      (option) =>
        html`<option value="${option.id}" ${option.id === value ? html`selected` : nothing}>${option.label}</option>`,
    )}
  </select>`
}

// A browser silently cuts pasted text at `maxlength`, and half a draft may look harmless. So a text of several lines is
// counted and refused kindly, and only a single line, which is typed, is limited.
function showLine({ kind, max: most, value = '', own }: LineField, { id, name, rules }: Shown): Html {
  const max = Math.min(most, limits.textLength)
  switch (kind) {
    case 'line':
      return html`<input
        id="${id}"
        name="${name}"
        dir="auto"
        autocomplete="${own ?? 'off'}"
        maxlength="${max}"
        ${value === '' ? nothing : html`value="${value}"`}
        ${rules}
      />`
    case 'lines':
      return html`<textarea id="${id}" name="${name}" dir="auto" rows="5" data-max="${max}" ${rules}>
${value}</textarea>`
  }
}

// Forms: as input blocks on their way out, and as what somebody filled in on their way back.
import { defined } from '../../src/kit/defined.ts'
import type { types } from '@slack/bolt'
import type { Field, Form, LineField, Option } from '../../src/chat/cards.ts'
import { briefly } from '../../src/kit/clean.ts'
import { never } from '../../src/kit/never.ts'
import { limits } from './limits.ts'
import { plainText } from './text.ts'

/**
 * The fields without the button that sends them. Slack keeps what was typed into a field with the same id when the
 * message around it changes. So the fields of another form have other ids (`formId`), and those of the same form the
 * same.
 */
export function showForm(form: Form, at: string): types.KnownBlock[] {
  return form.fields.flatMap((field) => [...showError(field), showField(field, formId(form, at))])
}

/** The prefix of the ids of a form's blocks, including its button's. */
export function formId({ submit }: Form, at: string): string {
  return `${at}-${submit.action.do}`
}

/**
 * Slack's own way of showing what is wrong with a field needs an answer within three seconds, and exists in modals
 * only.
 */
function showError({ error }: Field): types.KnownBlock[] {
  if (error === undefined) return []
  const words = [
    { type: 'text', text: 'Please look at this: ', style: { bold: true } },
    { type: 'text', text: briefly(error, limits.contextText) },
  ] as const
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...words] }] }]
}

function showField(field: Field, at: string): types.InputBlock {
  return {
    type: 'input',
    block_id: `${at}.${field.id}`,
    label: plainText(field.label, limits.inputLabel),
    ...defined({ hint: field.hint === undefined ? undefined : plainText(field.hint, limits.inputHint) }),
    optional: !field.required,
    dispatch_action: false,
    element: showElement(field),
  }
}

function showElement(field: Field): types.InputBlock['element'] {
  switch (field.kind) {
    case 'line':
    case 'lines':
      return showLine(field)
    case 'check': {
      const options = [optionOf({ id: 'yes', label: field.tick })]
      return {
        type: 'checkboxes',
        action_id: field.id,
        options,
        ...defined({ initial_options: field.ticked === true ? options : undefined }),
      }
    }
    case 'choice': {
      const chosen = field.options.find(({ id }) => id === field.value)
      return {
        type: 'static_select',
        action_id: field.id,
        options: field.options.map(optionOf),
        ...defined({ initial_option: chosen === undefined ? undefined : optionOf(chosen) }),
      }
    }
    default:
      return never(field)
  }
}

function showLine({ kind, id, max, value }: LineField): types.PlainTextInput {
  const most = Math.min(max, limits.inputText)
  return {
    type: 'plain_text_input',
    action_id: id,
    multiline: kind === 'lines',
    max_length: most,
    ...defined({ initial_value: value === undefined || value === '' ? undefined : briefly(value, most) }),
  }
}

function optionOf({ id, label }: Option): types.PlainTextOption {
  return { text: plainText(label, limits.optionLabel), value: id }
}

/**
 * What a form holds, by field id. `state` is the `values` of a view or a message; `button` is the block_id of the
 * pressed button, which belongs to the form beside it. Without it, everything that was filled in.
 */
export function fieldsIn(state: FormState | undefined, button?: string): Record<string, string> {
  const form = button?.replace(/\.b\d+$/, '')
  const fields: Record<string, string> = {}
  for (const [block, elements] of Object.entries(state ?? {})) {
    if (form !== undefined && !block.startsWith(`${form}.`)) continue
    for (const [field, held] of Object.entries(elements)) fields[field] = answerIn(held)
  }
  return fields
}

/** The text, or the ids of what was chosen. */
function answerIn({ value, selected_option: option, selected_options: options }: Held): string {
  return value ?? option?.value ?? options?.map((each) => each.value).join(',') ?? ''
}

interface Held {
  readonly value?: string | null | undefined
  readonly selected_option?: { readonly value: string } | null | undefined
  readonly selected_options?: readonly { readonly value: string }[] | null | undefined
}

export type FormState = Readonly<Record<string, Readonly<Record<string, Held>>>>

// Forms: as input blocks on their way out, and as what somebody filled in on their way back.
import type { types } from '@slack/bolt'
import type { Field, Form } from '../../src/chat/cards.ts'
import { limits } from './limits.ts'
import { plainText } from './text.ts'

/** The fields alone, without the button that sends them. */
export function showForm(form: Form, at: string): types.InputBlock[] {
  return form.fields.map((field) => showField(field, at))
}

function showField(field: Field, at: string): types.InputBlock {
  return {
    type: 'input',
    block_id: `${at}.${field.id}`,
    label: plainText(field.label, limits.inputLabel),
    ...(field.hint === undefined ? {} : { hint: plainText(field.hint, limits.inputHint) }),
    optional: !field.required,
    dispatch_action: false,
    element: {
      type: 'plain_text_input',
      action_id: field.id,
      multiline: field.kind === 'lines',
      max_length: Math.min(field.max, limits.inputText),
    },
  }
}

/**
 * What a form holds, by field id. `state` is the `values` of a view or a message; `button` is the block_id of the
 * button that was pressed, which belongs to the form beside it. Without it, everything that was filled in.
 */
export function fieldsIn(state: FormState | undefined, button?: string): Record<string, string> {
  const form = button?.replace(/\.b\d+$/, '')
  const fields: Record<string, string> = {}
  for (const [block, elements] of Object.entries(state ?? {})) {
    if (form !== undefined && !block.startsWith(`${form}.`)) continue
    for (const [field, { value }] of Object.entries(elements)) fields[field] = value ?? ''
  }
  return fields
}

export type FormState = Readonly<
  Record<string, Readonly<Record<string, { readonly value?: string | null | undefined }>>>
>

// Forms: as inputs on a card, and, where there is much to write, with a button that shows the same form in a dialog.
import { compact, defined } from '../../src/kit/defined.ts'
import type { CardElementArray, IRichTextBlock, ISubmitAction } from '@microsoft/teams.cards'
import { z } from 'zod'
import { pack, unpack } from '../../src/chat/actions.ts'
import { roomIn, type Card, type Field, type Form } from '../../src/chat/cards.ts'
import { never } from '../../src/kit/never.ts'
import { showButton, type As } from './button.ts'
import { limits } from './limits.ts'
import { label, tame } from './text.ts'

type Element = CardElementArray[number]

export function showForm(form: Form, as: As): Element[] {
  const long = form.fields.some((field) => field.kind === 'lines' && roomIn(field) > limits.shortField)
  const larger = long && as !== 'dialog'
  // Teams lets no button send the inputs while a required one is empty, and the larger window is for filling it.
  const fields = larger ? form.fields.map((field) => ({ ...field, required: false })) : form.fields
  return [
    ...fields.flatMap(showField),
    {
      type: 'ActionSet',
      actions: compact([showButton(form.submit, as, 'auto'), larger && dialogButton(form)]),
    },
  ]
}

/** The input with its label, a hint below, and above it what was wrong with it last time. */
function showField(field: Field): Element[] {
  return compact([
    field.error !== undefined && showLine(`⚠️ ${field.error}`, 'Default'),
    showInput(field),
    field.hint !== undefined && showLine(field.hint, 'Small'),
  ])
}

function showInput(field: Field): Element {
  const name = label(field.label, limits.inputLabel)
  const common = {
    id: field.id,
    label: name,
    isRequired: field.required,
    ...defined({ errorMessage: field.required ? sayMissing(field, name) : undefined }),
  }
  switch (field.kind) {
    case 'line':
    case 'lines': {
      const maxLength = Math.min(field.max, limits.inputText)
      const value = field.value === undefined ? {} : { value: field.value.slice(0, maxLength) }
      return { type: 'Input.Text', ...common, isMultiline: field.kind === 'lines', maxLength, ...value }
    }
    case 'check': {
      const title = label(field.tick, limits.inputLabel)
      const value = field.ticked === true ? 'yes' : ''
      return { type: 'Input.Toggle', ...common, title, valueOn: 'yes', valueOff: '', value, wrap: true }
    }
    case 'choice': {
      const choices = field.options.map((option) => ({
        title: label(option.label, limits.inputLabel),
        value: option.id,
      }))
      const style = choices.length <= limits.choicesOpen ? 'expanded' : 'compact'
      const value = field.value === undefined ? {} : { value: field.value }
      return { type: 'Input.ChoiceSet', ...common, choices, style, isMultiSelect: false, wrap: true, ...value }
    }
    default:
      return never(field)
  }
}

function sayMissing(field: Field, name: string): string {
  switch (field.kind) {
    case 'line':
    case 'lines':
      return `Please fill in “${name}”.`
    case 'check':
      return 'Please tick the box, or leave the form as it is.'
    case 'choice':
      return `Please choose one for “${name}”.`
  }
}

function showLine(line: string, size: 'Small' | 'Default'): IRichTextBlock {
  const look = size === 'Small' ? { isSubtle: true, size } : { weight: 'Bolder' as const }
  const text = tame(label(line, limits.inputHint))
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text, ...look }] }
}

/** The button carries the form itself, so that it still opens after a restart. */
function dialogButton({ fields, submit }: Form): ISubmitAction {
  const form: CarriedForm = { fields, submit: { label: submit.label, a: pack(submit.action) } }
  return {
    type: 'Action.Submit',
    title: 'Write in a larger window',
    associatedInputs: 'auto',
    data: { msteams: { type: 'task/fetch' }, form },
  }
}

const text = z.string().max(10_000)
const asked = {
  id: z.string().min(1).max(80),
  label: text,
  hint: text.exactOptional(),
  required: z.boolean(),
  error: text.exactOptional(),
}

export const CarriedForm = z.object({
  fields: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.enum(['line', 'lines']),
          ...asked,
          max: z.number().int().positive(),
          value: text.exactOptional(),
        }),
        z.object({ kind: z.literal('check'), ...asked, tick: text, ticked: z.boolean().exactOptional() }),
        z.object({
          kind: z.literal('choice'),
          ...asked,
          options: z.array(z.object({ id: z.string().max(80), label: text })).readonly(),
          value: text.exactOptional(),
        }),
      ]),
    )
    .max(20)
    .readonly(),
  submit: z.object({ label: text, a: text }),
})
export type CarriedForm = z.infer<typeof CarriedForm>

/** The form as a card for a dialog, with what was `typed` so far; undefined where its button is out of date. */
export function cardOfForm(
  { fields: asked, submit }: CarriedForm,
  typed: Readonly<Record<string, string>> = {},
): Card | undefined {
  const action = unpack(submit.a)
  if (action === undefined) return undefined
  const fields = asked.map((field): Field => fill(field, typed[field.id]))
  const title = fields[0]?.label ?? submit.label
  const form = { fields, submit: { label: submit.label, action, main: true } }
  return { title, tone: 'plain', summary: `${title}.`, blocks: [{ kind: 'form', form }] }
}

function fill(field: Field, typed: string | undefined): Field {
  if (typed === undefined || typed === '') return field
  return field.kind === 'check' ? { ...field, ticked: typed === 'yes' } : { ...field, value: typed }
}

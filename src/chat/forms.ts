// What all forms share: their fields, what was typed into them, and what is wrong with it.
import { defined } from '../kit/defined.ts'
import type { Field } from './cards.ts'

/** What was sent, by field id, and what is wrong with it. */
export interface Sent {
  readonly fields: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

export const nothingSent: Sent = { fields: {}, errors: {} }

/** The fields, filled with what was typed and marked with what is wrong. */
export function fillFields(fields: readonly Field[], { fields: typed, errors }: Sent): Field[] {
  return fields.map((field): Field => {
    const [value, error] = [typed[field.id] ?? '', errors[field.id]]
    const wrong = error === undefined ? {} : { error }
    if (field.kind === 'check') return { ...field, ...wrong, ticked: value === 'yes' }
    return value === '' ? { ...field, ...wrong } : { ...field, ...wrong, value }
  })
}

export function line(id: string, label: string, hint: string, required: boolean): Field {
  return { kind: 'line', id, label, required, max: 200, ...defined({ hint: hint === '' ? undefined : hint }) }
}

export function lines(id: string, label: string, hint: string): Field {
  return { kind: 'lines', id, label, hint, required: true, max: 1_000 }
}

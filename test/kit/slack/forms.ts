// What a person has filled in: the `state` that Slack sends with every press and submission.
import { elementsOf } from './blocks/check.ts'
import { type Fields, isFields, type Json, listOf, textOf } from '../json.ts'
import type { Filled } from './state.ts'

/** The form when it opens: the initial values, and what was already typed into a field that is still there. */
export function filledAtFirst(blocks: readonly Fields[], before: Filled = {}): Filled {
  const filled: Filled = {}
  for (const block of blocks) {
    const blockId = textOf(block['block_id']) ?? ''
    for (const element of elementsOf(block)) {
      const first = initial(element)
      const actionId = textOf(element['action_id']) ?? ''
      if (first === undefined) continue
      const kept = before[blockId]?.[actionId]
      const stays = kept !== undefined && kept['type'] === first['type']
      filled[blockId] = { ...filled[blockId], [actionId]: stays ? kept : first }
    }
  }
  return filled
}

/** What Slack reports of an element after `answer` was typed or chosen; throws if there is no such choice. */
export function answered(element: Fields, answer: string): Fields {
  const type = textOf(element['type']) ?? ''
  const key = valueKeys[type]
  if (key === undefined) throw new Error(`nothing can be filled into a ${type}`)
  if (key === 'selected_option') return { type, selected_option: optionOf(element, answer) }
  if (key === 'selected_options') {
    const labels = answer === '' ? [] : answer.split(' + ')
    return { type, selected_options: labels.map((label) => optionOf(element, label)) }
  }
  if (key.endsWith('s')) return { type, [key]: answer.split(' + ') }
  return { type, [key]: answer === '' ? null : answer }
}

/** Why Slack would not send this value, or undefined. */
export function refused(block: Fields, element: Fields, value: Fields | undefined): string | undefined {
  const key = valueKeys[textOf(element['type']) ?? ''] ?? 'value'
  const answer = value?.[key]
  const empty = answer === undefined || answer === null || (Array.isArray(answer) && answer.length === 0)
  if (empty) return block['optional'] === true ? undefined : 'Please complete this required field.'
  return element['type'] === 'plain_text_input' ? refusedLength(element, textOf(answer) ?? '') : undefined
}

function refusedLength(element: Fields, text: string): string | undefined {
  const [min, max] = [element['min_length'], element['max_length']]
  if (typeof min === 'number' && text.length < min) return `Please enter at least ${min} characters.`
  if (typeof max === 'number' && text.length > max) return `Please enter at most ${max} characters.`
  return undefined
}

/** All options of a menu, in groups or not. */
export function optionsOf(element: Fields): readonly Fields[] {
  return [
    ...listOf(element['options']),
    ...listOf(element['option_groups']).flatMap((group) => listOf(group['options'])),
  ]
}

export function labelOf(text: Json | undefined): string {
  return isFields(text) ? (textOf(text['text']) ?? '') : ''
}

const valueKeys: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  checkboxes: 'selected_options',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  file_input: 'files',
}

function initial(element: Fields): Fields | undefined {
  const type = textOf(element['type']) ?? ''
  const key = valueKeys[type]
  if (key === undefined) return undefined
  const given =
    element[
      key === 'rich_text_value'
        ? 'initial_value'
        : key.replace('selected_', 'initial_').replace(/^value$/, 'initial_value')
    ]
  return { type, [key]: given ?? (key.endsWith('s') ? [] : null) }
}

function optionOf(element: Fields, label: string): Fields {
  const options = optionsOf(element)
  const found = options.find((option) => labelOf(option['text']) === label || option['value'] === label)
  if (found === undefined) {
    throw new Error(`no choice “${label}”; there are: ${options.map((option) => labelOf(option['text'])).join(', ')}`)
  }
  return found
}

// What one person sees: messages, home and modal as plain words and buttons.
import { elementsOf } from './blocks/check.ts'
import { labelOf, optionsOf } from './forms.ts'
import { type Fields, fieldsOf, isList, type Json, listOf, textOf } from '../json.ts'
import type { Person, Room, State, Stored, View } from './state.ts'
import { read } from './typed.ts'
import type { Seen, SeenButton, SeenInput } from './seen.ts'

export function screenOf(state: State, person: Person): readonly Seen[] {
  const messages = roomsOf(state, person).flatMap((room) => room.messages.filter((message) => mayRead(message, person)))
  const inOrder = messages.sort((a, b) => (a.ts < b.ts ? -1 : 1)).map((message) => seenMessage(state, message))
  const home = person.homeOpened && person.home !== undefined ? [seenView(state, person.home)] : []
  const modal = person.modals.slice(-1).map((view) => seenView(state, view))
  return [...inOrder, ...home, ...modal]
}

export function roomsOf(state: State, person: Person): readonly Room[] {
  return [...state.channels.values()].filter((room) => room.members.has(person.id))
}

export function seenMessage(state: State, message: Stored): Seen {
  const said =
    message.blocks.length > 0 ? message.blocks.flatMap((block) => linesOf(state, block)) : [read(state, message.text)]
  const lines = [...said, ...message.files.map((file) => textOf(file['title']) ?? '')].filter((line) => line !== '')
  return {
    kind: message.onlyFor === undefined ? 'message' : 'ephemeral',
    channel: message.channel,
    ts: message.ts,
    thread: message.thread,
    changed: message.edited ?? message.ts,
    from: message.user,
    text: lines.join('\n'),
    fallback: read(state, message.text),
    ...controls(message.blocks),
    blocks: message.blocks,
  }
}

export function seenView(state: State, view: View): Seen {
  const blocks = listOf(view.body['blocks'])
  const title = labelOf(view.body['title'])
  return {
    kind: view.kind,
    channel: '',
    ts: '',
    thread: undefined,
    changed: view.hash,
    from: state.ids.botUser,
    text: [...(title === '' ? [] : [title]), ...blocks.flatMap((block) => linesOf(state, block))].join('\n'),
    fallback: title,
    ...controls(blocks),
    blocks,
  }
}

function mayRead(message: Stored, person: Person): boolean {
  return message.onlyFor === undefined || message.onlyFor === person.id
}

function linesOf(state: State, block: Fields): readonly string[] {
  const say = (text: Json | undefined) => sayText(state, text)
  const lines = readers[textOf(block['type']) ?? '']?.(block, say, state) ?? []
  return lines.filter((line) => line !== '')
}

type Reader = (block: Fields, say: (text: Json | undefined) => string, state: State) => readonly string[]

/** The readable text of each kind of block; a divider, a video and the like have none. */
const readers: Readonly<Record<string, Reader>> = {
  section: (block, say) => [
    say(block['text']),
    ...listOf(block['fields']).map(say),
    ...pictures([fieldsOf(block['accessory'])]),
  ],
  header: (block, say) => [say(block['text'])],
  alert: (block, say) => [say(block['text'])],
  context: (block, say) => [
    listOf(block['elements'])
      .map((one) => (one['type'] === 'image' ? say(one['alt_text']) : say(one)))
      .join(' '),
  ],
  markdown: (block, say) => [say(block['text'])],
  image: (block, say) => [say(block['title']), say(block['alt_text'])],
  input: (block, say) => [say(block['label']), say(block['hint'])],
  rich_text: (block, _, state) => listOf(block['elements']).flatMap((part) => richLines(state, part)),
  table: (block, _, state) => rowsOf(block).map((row) => row.map((cell) => cellText(state, cell)).join(' | ')),
  card: (block, say) => [say(block['title']), say(block['subtitle']), say(block['body'])],
}

function sayText(state: State, text: Json | undefined): string {
  if (typeof text === 'string') return text
  const { type, text: words } = fieldsOf(text)
  return type === 'mrkdwn' ? read(state, textOf(words) ?? '') : (textOf(words) ?? '')
}

function richLines(state: State, part: Fields): readonly string[] {
  const parts = listOf(part['elements'])
  if (part['type'] !== 'rich_text_list') return [parts.map((word) => richWord(state, word)).join('')]
  const sign = (i: number) => (part['style'] === 'ordered' ? `${i + 1}. ` : '• ')
  return parts.map(
    (item, i) =>
      sign(i) +
      listOf(item['elements'])
        .map((word) => richWord(state, word))
        .join(''),
  )
}

function richWord(state: State, word: Fields): string {
  if (word['type'] === 'user') return read(state, `<@${textOf(word['user_id']) ?? ''}>`)
  if (word['type'] === 'channel') return read(state, `<#${textOf(word['channel_id']) ?? ''}>`)
  if (word['type'] === 'emoji') return `:${textOf(word['name']) ?? ''}:`
  return textOf(word['text']) ?? textOf(word['url']) ?? textOf(word['fallback']) ?? ''
}

function rowsOf(block: Fields): readonly (readonly Fields[])[] {
  const rows = block['rows']
  return isList(rows) ? rows.map((row) => listOf(row)) : []
}

function cellText(state: State, cell: Fields): string {
  if (cell['type'] !== 'rich_text') return textOf(cell['text']) ?? ''
  return listOf(cell['elements'])
    .flatMap((part) => richLines(state, part))
    .join(' ')
}

function pictures(elements: readonly Fields[]): readonly string[] {
  return elements.filter((one) => one['type'] === 'image').map((one) => textOf(one['alt_text']) ?? '')
}

function controls(blocks: readonly Fields[]): {
  readonly buttons: readonly SeenButton[]
  readonly inputs: readonly SeenInput[]
} {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })))
  return {
    buttons: all.flatMap(({ block, element }) => buttonsOf(block, element)),
    inputs: all.filter(({ element }) => asks(element)).map(({ block, element }) => inputOf(block, element)),
  }
}

function buttonsOf(block: Fields, element: Fields): readonly SeenButton[] {
  const button = (label: string, of: Fields): SeenButton => ({
    label,
    actionId: textOf(element['action_id']) ?? '',
    blockId: textOf(block['block_id']) ?? '',
    value: textOf(of['value']),
    style: textOf(of['style']),
    url: textOf(of['url']),
    spoken: textOf(of['accessibility_label']),
  })
  switch (element['type']) {
    case 'button':
      // A button in a section is named by the section's text.
      return [button(block['type'] === 'section' ? labelOf(block['text']) : labelOf(element['text']), element)]
    case 'icon_button':
    case 'workflow_button':
      return [button(labelOf(element['text']), element)]
    case 'feedback_buttons':
      return [fieldsOf(element['positive_button']), fieldsOf(element['negative_button'])].map((one) =>
        button(labelOf(one['text']), one),
      )
    case 'static_select':
      if (block['type'] !== 'actions') return []
      return optionsOf(element).map((option) => button(labelOf(option['text']), option))
    case 'overflow':
      return optionsOf(element).map((option) => button(labelOf(option['text']), option))
    default:
      return []
  }
}

function asks(element: Fields): boolean {
  return /select$|_input$|picker$|^radio_buttons$|^checkboxes$/.test(textOf(element['type']) ?? '')
}

function inputOf(block: Fields, element: Fields): SeenInput {
  const initial = element['initial_value'] ?? element['initial_date']
  return {
    label: block['type'] === 'input' ? labelOf(block['label']) : labelOf(element['placeholder']),
    actionId: textOf(element['action_id']) ?? '',
    blockId: textOf(block['block_id']) ?? '',
    type: textOf(element['type']) ?? '',
    optional: block['optional'] === true,
    hint: block['hint'] === undefined ? undefined : labelOf(block['hint']),
    initial:
      textOf(initial) ??
      (element['initial_option'] === undefined ? undefined : labelOf(fieldsOf(element['initial_option'])['text'])),
    options: optionsOf(element).map((option) => labelOf(option['text'])),
  }
}

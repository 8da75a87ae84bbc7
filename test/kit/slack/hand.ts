// A person's actions on a screen: finds a button or field, fills it in, presses it.
import { elementsOf } from './blocks/check.ts'
import { answered, filledAtFirst, labelOf, optionsOf } from './forms.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { roomsOf, screenOf, seenMessage, seenView } from './screen.ts'
import {
  findMessage,
  findRoom,
  type Filled,
  type Person,
  type Room,
  type State,
  type Stored,
  type View,
} from './state.ts'
import type { Seen } from './seen.ts'

/** A message or view on the screen, with the state behind it. */
export type Surface =
  | { readonly in: 'message'; readonly room: Room; readonly message: Stored; readonly seen: Seen }
  | { readonly in: 'view'; readonly view: View; readonly seen: Seen }

export interface Control {
  readonly surface: Surface
  readonly block: Fields
  readonly element: Fields
}

/**
 * What can be pressed now, the nearest first: an open modal hides the rest; then comes the page that the person looks
 * at.
 */
export function surfacesOf(state: State, person: Person, on?: Seen): readonly Surface[] {
  const all = touchable(state, person)
  return on === undefined ? all : all.filter((surface) => same(surface.seen, on))
}

export function findButton(
  state: State,
  person: Person,
  label: string,
  on?: Seen,
): Control & { readonly action: Fields } {
  for (const surface of surfacesOf(state, person, on)) {
    for (const control of controlsOf(surface)) {
      const action = actionOf(control.element, control.block, label)
      if (action !== undefined) return { ...control, action }
    }
  }
  throw new Error(`${person.name} sees no button “${label}”.\n${described(state, person)}`)
}

/** Finds a field by its label or action_id. */
export function findField(state: State, person: Person, name: string, on?: Seen): Control {
  for (const surface of surfacesOf(state, person, on)) {
    const found = controlsOf(surface).find(
      ({ block, element }) =>
        element['action_id'] === name ||
        (block['type'] === 'input' && (labelOf(block['label']) === name || block['block_id'] === name)),
    )
    if (found !== undefined) return found
  }
  throw new Error(`${person.name} sees no field “${name}”.\n${described(state, person)}`)
}

export function fill(person: Person, control: Control, answer: string): Fields {
  const value = answered(control.element, answer)
  const blockId = textOf(control.block['block_id']) ?? ''
  const form = formOf(control.surface, person)
  form[blockId] = { ...form[blockId], [textOf(control.element['action_id']) ?? '']: value }
  return value
}

export function formOf(surface: Surface, person: Person): Filled {
  if (surface.in === 'view') return surface.view.filled
  const known = surface.message.filled.get(person.id) ?? filledAtFirst(surface.message.blocks)
  surface.message.filled.set(person.id, known)
  return known
}

export function controlsOf(surface: Surface): readonly Control[] {
  const blocks = surface.in === 'view' ? listOf(surface.view.body['blocks']) : surface.message.blocks
  return blocks.flatMap((block) => elementsOf(block).map((element) => ({ surface, block, element })))
}

export function described(state: State, person: Person): string {
  const seen = screenOf(state, person).slice(-3)
  if (seen.length === 0) return 'There is nothing on the screen.'
  return seen
    .map((one) => `[${one.kind}] ${one.text}\n  buttons: ${one.buttons.map((button) => button.label).join(', ')}`)
    .join('\n')
}

/** What Slack reports of a pressed button or a chosen menu entry, if the label is on this element. */
function actionOf(element: Fields, block: Fields, label: string): Fields | undefined {
  const common = { type: element['type'], action_id: element['action_id'] ?? '', block_id: block['block_id'] ?? '' }
  const names = [element['action_id'], element['accessibility_label']]
  const beside = block['type'] === 'section' ? labelOf(block['text']) : undefined
  const named = (text: Fields[string]) => [labelOf(text), beside].includes(label) || names.includes(label)
  if (element['type'] === 'button' || element['type'] === 'icon_button') {
    if (!named(element['text'])) return undefined
    const { text, value, style, url } = element
    return { ...common, text, value, style, url }
  }
  if (element['type'] === 'feedback_buttons') {
    const pressed = [element['positive_button'], element['negative_button']].map(fieldsOf)
    const found = pressed.find((one) => labelOf(one['text']) === label)
    return found && { ...common, text: found['text'], value: found['value'] }
  }
  // A menu in an input block is a field; in an actions block, a choice is reported at once.
  const isMenu = element['type'] === 'static_select' && block['type'] === 'actions'
  if (element['type'] !== 'overflow' && !isMenu) return undefined
  const option = optionsOf(element).find((one) => labelOf(one['text']) === label)
  return option && { ...common, selected_option: option }
}

function touchable(state: State, person: Person): readonly Surface[] {
  const modal = person.modals.at(-1)
  if (modal !== undefined) return [{ in: 'view', view: modal, seen: seenView(state, modal) }]
  const home: Surface[] =
    person.homeOpened && person.home !== undefined
      ? [{ in: 'view', view: person.home, seen: seenView(state, person.home) }]
      : []
  const messages = roomsOf(state, person)
    .flatMap((room) =>
      room.messages.filter((message) => message.onlyFor === undefined || message.onlyFor === person.id),
    )
    .sort((a, b) => ((a.edited ?? a.ts) < (b.edited ?? b.ts) ? 1 : -1))
    .flatMap((message): Surface[] => {
      const room = findRoom(state, message.channel)
      if (room === undefined || findMessage(room, message.ts) === undefined) return []
      return [{ in: 'message', room, message, seen: seenMessage(state, message) }]
    })
  return person.looksAt === 'home' ? [...home, ...messages] : [...messages, ...home]
}

function same(one: Seen, other: Seen): boolean {
  return one.kind === other.kind && one.ts === other.ts && one.channel === other.channel
}

// A person's presses on a card, in a conversation or in a dialog, and what the bot is told of them.
import { type Fields, fieldsOf, isFields, type Json, textOf } from '../json.ts'
import { followAction, followTask, type Clerk } from './clerk.ts'
import { htmlOf, invoke, message as messageActivity, submitted, type Scene } from './payloads.ts'
import type { Paper, PressedOn } from './paper.ts'
import { describe, paperOf, seenMessage, standing } from './screen.ts'
import type { Seen } from './seen.ts'
import { cardFor, roomOf, type Dialog, type Person, type State, type Stored } from './state.ts'
import type { Delivery } from './types.ts'

/** A card that can be pressed now. */
type Surface =
  | { readonly in: 'dialog'; readonly dialog: Dialog; readonly paper: Paper }
  | { readonly in: 'message'; readonly message: Stored; readonly paper: Paper }

export async function press(clerk: Clerk, person: Person, label: string, on?: Seen): Promise<Delivery | undefined> {
  for (const surface of surfaces(clerk.state, person, on)) {
    const pressed = surface.paper.press(label)
    if (pressed !== undefined)
      return surface.in === 'dialog'
        ? pressInDialog(clerk, person, surface.dialog, pressed)
        : pressInMessage(clerk, person, surface.message, pressed)
  }
  throw new Error(`${person.name} sees no button “${label}”.\n${describe(clerk.state, person)}`)
}

export async function fillAndPress(
  clerk: Clerk,
  person: Person,
  form: { readonly fields: Readonly<Record<string, string>>; readonly label: string; readonly on?: Seen | undefined },
): Promise<Delivery | undefined> {
  const { fields, label, on } = form
  const offers = (paper: Paper) => paper.buttons.some((one) => one.label === label || one.tooltip === label)
  const surface = [...surfaces(clerk.state, person, on)].find(({ paper }) => offers(paper))
  if (surface === undefined)
    throw new Error(`${person.name} sees no button “${label}”.\n${describe(clerk.state, person)}`)
  for (const [field, answer] of Object.entries(fields)) {
    if (surface.paper.fill(field, answer)) continue
    const there = surface.paper.inputs().map((input) => input.label)
    throw new Error(`${person.name} sees no field “${field}”, only: ${there.join(' | ') || 'none'}`)
  }
  return press(clerk, person, label, on)
}

/** The nearest first: an open dialog hides the rest; then comes the card that changed last. */
function* surfaces(state: State, person: Person, on?: Seen): Generator<Surface> {
  const { dialog } = person
  if (dialog !== undefined) {
    if (on === undefined || on.kind === 'dialog')
      yield { in: 'dialog', dialog, paper: paperOf(person, 'dialog', dialog.card) }
    return
  }
  const all = standing(state, person)
    .map((message) => ({ message, ...cardFor(message, person) }))
    .sort((a, b) => b.changed - a.changed)
  for (const { message, card } of all) {
    if (card === undefined || (on !== undefined && on.id !== message.id)) continue
    yield { in: 'message', message, paper: paperOf(person, message.id, card) }
  }
}

/** Teams tells the bot once its own form is sent, which may be empty. */
export async function giveThumb(
  { state, deliver }: Clerk,
  person: Person,
  thumb: { readonly reaction: 'like' | 'dislike'; readonly words?: string | undefined; readonly on?: Seen | undefined },
): Promise<Delivery> {
  const { reaction, words = '', on } = thumb
  const message = standing(state, person)
    .filter(({ id }) => on === undefined || id === on.id)
    .findLast((each) => seenMessage(person, each).thumbs)
  if (message === undefined) throw new Error(`${person.name} sees no thumbs.\n${describe(state, person)}`)
  const scene = { state, person, room: roomOf(state, message.room), root: message.root }
  const feedback = JSON.stringify({ feedbackText: words })
  const value = { actionName: 'feedback', actionValue: { reaction, feedback } }
  return deliver(invoke(scene, 'message/submitAction', { value, on: message, source: 'message' }))
}

async function pressInMessage(
  clerk: Clerk,
  person: Person,
  message: Stored,
  pressed: PressedOn,
): Promise<Delivery | undefined> {
  const scene = { state: clerk.state, person, room: roomOf(clerk.state, message.room), root: message.root }
  switch (pressed.kind) {
    case 'beside':
      return undefined
    case 'submit':
      return submit(clerk, scene, message, pressed.data)
    case 'execute': {
      const { id, title, verb, data } = pressed
      const action = { type: 'Action.Execute', ...(id === undefined ? {} : { id }), title, verb, data }
      const value = { action, trigger: 'manual' }
      const delivery = await clerk.deliver(
        invoke(scene, 'adaptiveCard/action', { value, on: message, source: 'message' }),
      )
      followAction(clerk, person, message, { delivery, quietly: false })
      return delivery
    }
  }
}

/** Action.Submit sends a message, unless its data have `msteams`. */
async function submit(clerk: Clerk, scene: Scene, message: Stored, data: Json): Promise<Delivery | undefined> {
  const { state, person, room } = scene
  const special = fieldsOf(fieldsOf(data)['msteams'])
  const rest = isFields(data) ? without(data, 'msteams') : data
  switch (special['type']) {
    case undefined:
      return clerk.deliver(submitted(scene, state.nextId(), { on: message, value: rest }))
    case 'task/fetch': {
      if (person.client === 'no-dialogs') {
        person.notices.push('This app does not work here.')
        return undefined
      }
      const value = { data, context: { theme: 'default' } }
      const delivery = await clerk.deliver(invoke(scene, 'task/fetch', { value, on: message, source: 'message' }))
      followTask(clerk, person, { kind: 'bot', room, message }, delivery)
      return delivery
    }
    case 'messageBack':
    case 'imBack': {
      const text = textOf(special['type'] === 'imBack' ? special['value'] : special['text']) ?? ''
      const said = messageActivity(scene, { id: state.nextId(), text })
      const value = special['type'] === 'imBack' ? undefined : (special['value'] ?? rest)
      return clerk.deliver({ ...said, ...(value === undefined ? {} : { value }), attachments: [htmlOf(text)] })
    }
    default:
      throw new Error(`Teams knows no ${JSON.stringify(special['type'])} in data.msteams.`)
  }
}

async function pressInDialog(
  clerk: Clerk,
  person: Person,
  dialog: Dialog,
  pressed: PressedOn,
): Promise<Delivery | undefined> {
  if (pressed.kind === 'beside') return undefined
  if (pressed.kind === 'execute')
    throw new Error(`Teams runs no Action.Execute in a dialog: “${pressed.title}” must be an Action.Submit there.`)
  const { state } = clerk
  const { of } = dialog
  const common = { data: pressed.data, context: { theme: 'default' } }
  const activity =
    of.kind === 'bot'
      ? invoke({ state, person, room: of.room, root: of.message.root }, 'task/submit', {
          value: common,
          on: of.message,
          source: 'message',
        })
      : invoke({ state, person, room: of.room, root: of.root }, 'composeExtension/submitAction', {
          value: { ...of.about, ...common },
          source: 'compose',
        })
  const delivery = await clerk.deliver(activity)
  followTask(clerk, person, of, delivery)
  return delivery
}

function without(fields: Fields, key: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
}

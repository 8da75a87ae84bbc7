// Commands, buttons, modals and shortcuts: a person's actions that the app must answer, and the effects of the answer.
import { elementsOf } from './blocks/check.ts'
import type { Clerk } from './clerk.ts'
import { refused } from './forms.ts'
import { fill, findButton, findField, formOf, surfacesOf, type Control, type Surface } from './hand.ts'
import { issueHook, respond } from './hooks.ts'
import { type Fields, fieldsOf, flagOf, isFields, listOf, textOf } from '../json.ts'
import { addMessage } from './messages.ts'
import {
  blockActions,
  command,
  globalShortcut,
  messageShortcut,
  viewClosed,
  viewSubmission,
  type Spot,
} from './payloads.ts'
import { findMessage, findRoom, type Hook, type Person, type Room, type State, type View } from './state.ts'
import type { Delivery, User } from './types.ts'
import { newView, setView, viewRefusal } from './views.ts'

type Act =
  'command' | 'presses' | 'chooses' | 'fills' | 'submits' | 'closesModal' | 'usesShortcut' | 'usesMessageShortcut'

export function actsOf(clerk: Clerk, person: Person, roomOf: (channel: string) => Room): Pick<User, Act> {
  const { state } = clerk
  const presses: User['presses'] = async (label, on, forge) => {
    const pressed = findButton(state, person, label, on)
    return press(clerk, person, pressed, pressed.action, forge)
  }
  return {
    command: (name, text, where) => runCommand(clerk, person, { name, text, room: roomOf(where.in) }),
    presses,

    async chooses(actionId, option, on) {
      const field = findField(state, person, actionId, on)
      const value = fill(person, field, option)
      // Inside an input block, a choice is only sent on submission, unless the block asks for it at once.
      if (field.block['type'] === 'input' && !flagOf(field.block['dispatch_action'])) return undefined
      const names = { action_id: field.element['action_id'] ?? '', block_id: field.block['block_id'] ?? '' }
      return press(clerk, person, field, { ...value, ...names })
    },

    fills(values, label, on) {
      const { surface } = findButton(state, person, label, on)
      for (const [name, answer] of Object.entries(values))
        fill(person, findField(state, person, name, surface.seen), answer)
      return presses(label, surface.seen)
    },

    submits: (values) => submit(clerk, person, values),

    async closesModal(all = false) {
      const top = person.modals.at(-1)
      if (top === undefined) throw new Error(`${person.name} has no modal open.`)
      const cleared = all || flagOf(top.body['clear_on_close'])
      person.modals = cleared ? [] : person.modals.slice(0, -1)
      if (!flagOf(top.body['notify_on_close'])) return undefined
      return clerk.interaction(viewClosed(state, person, top, cleared))
    },

    usesShortcut(callbackId) {
      offered(state, 'global', callbackId)
      return clerk.interaction(globalShortcut(state, person, callbackId))
    },

    usesMessageShortcut(callbackId, message) {
      offered(state, 'message', callbackId)
      const room = findRoom(state, message.channel)
      const stored = room && findMessage(room, message.ts)
      if (room === undefined || stored === undefined) throw new Error('That message does not stand there any more.')
      return clerk.interaction(messageShortcut(state, person, room, stored, callbackId))
    },
  }
}

async function runCommand(
  clerk: Clerk,
  person: Person,
  said: { readonly name: string; readonly text: string; readonly room: Room },
): Promise<Delivery> {
  const { state, desk } = clerk
  const { commands } = state.settings
  if (commands !== 'any' && !commands.includes(said.name)) throw new Error(`${said.name} is not a valid command.`)
  person.looksAt = 'messages'
  const path = issueHook(state, { user: person.id, channel: said.room.id, message: undefined, thread: undefined })
  const hookUrl = desk.address('http', path)
  const delivery = await clerk.command(
    command(state, person, said.room, { command: said.name, text: said.text, hookUrl }),
  )
  const { status, answer } = delivery.attempts.at(-1) ?? { status: 0, answer: undefined }
  if (!delivery.acknowledged) {
    const why = status === 0 ? 'operation_timeout' : 'dispatch_failed'
    const text = `${said.name} failed with the error "${why}"`
    addMessage(state, said.room, { user: 'USLACKBOT', text, onlyFor: person.id })
  }
  const body = typeof answer === 'string' && answer !== '' ? { text: answer, response_type: 'ephemeral' } : answer
  const hook = state.hooks.get(path.slice('/hooks/'.length))
  if (delivery.acknowledged && hook !== undefined && isFields(body) && Object.keys(body).length > 0) {
    respond(desk, hook, said.room, body)
    clerk.dispatch()
  }
  return delivery
}

async function press(
  clerk: Clerk,
  person: Person,
  control: Control,
  action: Fields,
  forge?: Parameters<Clerk['interaction']>[1],
): Promise<Delivery> {
  formOf(control.surface, person)
  const delivery = await clerk.interaction(
    blockActions(clerk.state, person, spotOf(clerk, person, control.surface), action),
    forge,
  )
  person.errors = delivery.acknowledged ? {} : { '': trouble }
  return delivery
}

function spotOf(clerk: Clerk, person: Person, surface: Surface): Spot {
  if (surface.in === 'view') return surface
  const { room, message } = surface
  const hook: Omit<Hook, 'at' | 'uses'> = {
    user: person.id,
    channel: room.id,
    message: message.ts,
    thread: message.thread,
  }
  return { in: 'message', room, message, hookUrl: clerk.desk.address('http', issueHook(clerk.state, hook)) }
}

async function submit(clerk: Clerk, person: Person, values: Readonly<Record<string, string>>): Promise<Delivery> {
  const { state } = clerk
  const surface = surfacesOf(state, person).find((one) => one.in === 'view' && one.view.kind === 'modal')
  if (surface?.in !== 'view') throw new Error(`${person.name} has no modal open.`)
  for (const [name, answer] of Object.entries(values)) fill(person, findField(state, person, name), answer)
  if (surface.view.body['submit'] === undefined) throw new Error('This modal has no button to send it with.')
  for (const block of listOf(surface.view.body['blocks'])) stopUnfinished(surface, block)
  const delivery = await clerk.interaction(viewSubmission(state, person, surface.view))
  person.errors = {}
  if (delivery.acknowledged) follow(clerk, person, surface.view, fieldsOf(delivery.attempts.at(-1)?.answer))
  else person.errors = { '': trouble }
  return delivery
}

/** Slack itself does not send an incomplete form. */
function stopUnfinished(surface: Extract<Surface, { in: 'view' }>, block: Fields): void {
  if (block['type'] !== 'input') return
  const blockId = textOf(block['block_id']) ?? ''
  for (const element of elementsOf(block)) {
    const value = surface.view.filled[blockId]?.[textOf(element['action_id']) ?? '']
    const why = refused(block, element, value)
    if (why !== undefined)
      throw new Error(`Slack does not send this modal: “${textOf(fieldsOf(block['label'])['text']) ?? ''}”: ${why}`)
  }
}

const trouble = 'We had some trouble connecting. Try again?'

/** Applies the answer to a submission to the open modals. */
function follow(clerk: Clerk, person: Person, view: View, answer: Fields): void {
  const { state, desk } = clerk
  const complain = (what: string) => {
    desk.warn('view_submission', what)
    person.errors = { '': trouble }
  }
  switch (answer['response_action']) {
    case undefined:
      person.modals = person.modals.filter((one) => one !== view)
      return
    case 'clear':
      person.modals = []
      return
    case 'errors': {
      showErrors(person, view, fieldsOf(answer['errors']), complain)
      return
    }
    case 'update':
    case 'push': {
      const wrong = viewRefusal(
        state,
        answer['view'],
        'modal',
        answer['response_action'] === 'update' ? view : undefined,
      )
      if (wrong !== undefined) {
        complain(JSON.stringify(wrong))
        return
      }
      const body = fieldsOf(answer['view'])
      if (answer['response_action'] === 'update') setView(state, view, body)
      else if (person.modals.length >= 3) complain('push_limit_reached')
      else person.modals.push(newView(state, { kind: 'modal', user: person.id, body, on: view }))
      return
    }
    default:
      complain(`unknown response_action ${JSON.stringify(answer['response_action'])}`)
  }
}

function showErrors(person: Person, view: View, errors: Fields, complain: (what: string) => void): void {
  const inputs = listOf(view.body['blocks']).filter((block) => block['type'] === 'input')
  const unknown = Object.keys(errors).filter((id) => !inputs.some((block) => block['block_id'] === id))
  // If any error names no input block, Slack shows none.
  if (unknown.length > 0 || Object.keys(errors).length === 0) {
    complain(`errors for no input block: ${unknown.join(', ')}`)
    return
  }
  person.errors = Object.fromEntries(Object.entries(errors).map(([id, message]) => [id, textOf(message) ?? '']))
}

function offered(state: State, type: 'global' | 'message', callbackId: string): void {
  const { shortcuts } = state.settings
  if (shortcuts === 'any' || shortcuts.some((one) => one.type === type && one.callbackId === callbackId)) return
  throw new Error(`This app offers no ${type} shortcut ${callbackId}.`)
}

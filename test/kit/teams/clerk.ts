// Delivers what a person does to the bot, and shows them its answer.
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import { careless, carelessCard, refusedAttachment, refusedCard } from './content.ts'
import { invoke, type Scene } from './payloads.ts'
import {
  adaptive,
  adaptiveIn,
  findPerson,
  type DialogOf,
  type Person,
  type Room,
  type State,
  type Stored,
} from './state.ts'
import type { Delivery } from './types.ts'

export interface Clerk {
  readonly state: State
  readonly refreshes: boolean
  deliver(activity: Fields): Promise<Delivery>
}

export const unreachable = 'Unable to reach app. Please try again.'
const wrong = 'Something went wrong. Please try again.'

/** Applies the answer to a press on a card, or to a client that asked for its own view (`quietly`). */
export function followAction(
  clerk: Clerk,
  person: Person,
  message: Stored,
  how: { delivery: Delivery; quietly: boolean },
): void {
  const { state } = clerk
  const tell = (notice: string) => {
    if (!how.quietly) person.notices.push(notice)
  }
  const { status, answer } = how.delivery
  if (status !== 200 || !isFields(answer)) {
    tell(unreachable)
    return
  }
  const { statusCode, type, value } = answer
  if (type === adaptive && statusCode === 200) {
    const card = fieldsOf(value)
    const refused = refusedCard(card)
    if (refused !== undefined) {
      state.warnings.push(`an answer to a press that Teams does not show: ${refused.message}`)
      tell(wrong)
      return
    }
    state.warnings.push(...carelessCard(card))
    message.views.set(person.id, { card, changed: state.nextChange() })
    return
  }
  if (type === 'application/vnd.microsoft.activity.message' && statusCode === 200) {
    tell(textOf(value) ?? textOf(fieldsOf(value)['text']) ?? '')
    return
  }
  if (type === 'application/vnd.microsoft.error' && Number(statusCode) >= 400) {
    tell(textOf(fieldsOf(value)['message']) ?? wrong)
    return
  }
  state.warnings.push(`an answer to a press that Teams does not know: ${JSON.stringify({ statusCode, type })}`)
  tell(wrong)
}

/** Applies an answer to anything that opens, sends or closes a dialog. */
export function followTask(clerk: Clerk, person: Person, of: DialogOf, delivery: Delivery): void {
  const { state } = clerk
  if (delivery.status !== 200) {
    person.notices.push(unreachable)
    return
  }
  const answer = fieldsOf(delivery.answer)
  const extension = fieldsOf(answer['composeExtension'])
  const task = fieldsOf(answer['task'])
  const value = fieldsOf(task['value'])
  person.dialog = undefined
  person.papers.delete('dialog')
  if (extension['type'] === 'result') {
    const [attachment] = listOf(extension['attachments'])
    if (attachment !== undefined) takeIntoCompose(state, person, attachment)
    return
  }
  if (task['type'] === 'message') {
    person.notices.push(textOf(task['value']) ?? '')
    return
  }
  if (task['type'] !== 'continue') {
    if (Object.keys(answer).length > 0)
      state.warnings.push(`a dialog’s answer that Teams does not know: ${JSON.stringify(answer)}`)
    return
  }
  const attachment = fieldsOf(value['card'])
  const refused = refusedAttachment(attachment)
  if (refused !== undefined) {
    state.warnings.push(`a dialog that Teams does not open: ${refused.message}`)
    person.notices.push(wrong)
    return
  }
  const title = textOf(value['title']) ?? ''
  if (title === '') state.warnings.push('a dialog without title')
  const card = fieldsOf(attachment['content'])
  state.warnings.push(...careless({ text: title, attachments: [attachment] }))
  person.dialog = { title, card, changed: state.nextChange(), of }
}

export function takeIntoCompose(state: State, person: Person, attachment: Fields): void {
  const refused = refusedAttachment(attachment)
  if (refused !== undefined) {
    state.warnings.push(`a card that Teams does not take into the compose box: ${refused.message}`)
    person.notices.push(wrong)
    return
  }
  const { contentType, content } = attachment
  person.compose = { attachment: { contentType, content }, changed: state.nextChange() }
}

/** Lets the clients of the people named in a card's `refresh` ask for their own view. */
export async function refreshAll(clerk: Clerk, room: Room, message: Stored): Promise<void> {
  await Promise.all([...room.members].map((id) => refreshFor(clerk, findPerson(clerk.state, id), { room, message })))
}

export async function refreshFor(
  clerk: Clerk,
  person: Person | undefined,
  { room, message }: { readonly room: Room; readonly message: Stored },
): Promise<void> {
  const refresh = fieldsOf(adaptiveIn(message)?.['refresh'])
  const action = fieldsOf(refresh['action'])
  const users = refresh['userIds'] as readonly unknown[] | undefined
  const meant = users === undefined ? room.members.size <= 60 : users.length <= 60 && users.includes(person?.id)
  if (!clerk.refreshes || person?.client === 'old' || person === undefined || !meant) return
  if (action['type'] !== 'Action.Execute') return
  message.refreshes += 1
  if (message.refreshes > 20 * room.members.size) {
    clerk.state.warnings.push(
      'a card that is asked for its views again and again: an answer to `refresh` must not change the message',
    )
    return
  }
  const value = { action: pick(action, ['type', 'id', 'title', 'verb', 'data']), trigger: 'automatic' }
  const scene: Scene = { state: clerk.state, person, room, root: message.root }
  const delivery = await clerk.deliver(invoke(scene, 'adaptiveCard/action', { value, on: message, source: 'message' }))
  followAction(clerk, person, message, { delivery, quietly: true })
}

export function pick(from: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])))
}

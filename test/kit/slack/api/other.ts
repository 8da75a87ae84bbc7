// The assistant's pane, and opening Socket Mode.
import { type Fields, listOf, textOf } from '../../json.ts'
import { findRoom, type Person, type State } from '../state.ts'
import { refuse, type Found, type Method } from './method.ts'

export const otherMethods: Readonly<Record<string, Method>> = {
  'apps.connections.open': (desk) => ({
    ok: true,
    url: desk.address('ws', `/link/?ticket=${desk.ticket()}&app_id=${desk.state.ids.app}`),
  }),

  'assistant.threads.setStatus': (desk, args) => {
    const thread = textOf(args['thread_ts']) ?? ''
    const status = textOf(args['status']) ?? ''
    const room = findRoom(desk.state, textOf(args['channel_id']) ?? '')
    if (room === undefined) return refuse('channel_not_found')
    // Any existing message will do, whether or not it began an assistant thread.
    const there = room.messages.some(({ ts, onlyFor }) => ts === thread && onlyFor === undefined)
    if (!there) return refuse('invalid_thread_ts')
    room.statuses.set(thread, status)
    if (status === '') room.statuses.delete(thread)
    const person = paneOf(desk.state, args)
    if (!('error' in person)) person.found.pane = { ...person.found.pane, thread, status }
    return { ok: true }
  },

  'assistant.threads.setSuggestedPrompts': (desk, args) => {
    const person = paneOf(desk.state, args)
    if ('error' in person) return person.error
    const prompts = listOf(args['prompts']).map((prompt) => ({
      title: textOf(prompt['title']) ?? '',
      message: textOf(prompt['message']) ?? '',
    }))
    if (prompts.length === 0 || prompts.length > 4) return refuse('invalid_arguments')
    if (prompts.some((prompt) => prompt.title === '' || prompt.message === '')) return refuse('invalid_arguments')
    // In an agent app, a call that names a thread returns ok and does nothing.
    if (desk.state.settings.pane === 'agent' && textOf(args['thread_ts'])) {
      desk.warn('assistant.threads.setSuggestedPrompts', 'thread_ts makes this call do nothing in an agent app')
      return { ok: true }
    }
    person.found.pane = { ...person.found.pane, prompts, title: textOf(args['title']) ?? person.found.pane.title }
    return { ok: true }
  },

  'assistant.threads.setTitle': (desk, args) => {
    const person = paneOf(desk.state, args)
    if ('error' in person) return person.error
    person.found.pane = { ...person.found.pane, title: textOf(args['title']) ?? '' }
    return { ok: true }
  },
}

function paneOf(state: State, args: Fields): Found<Person> {
  const room = findRoom(state, textOf(args['channel_id']) ?? '')
  const person = [...state.people.values()].find((one) => room?.kind === 'im' && room.members.has(one.id))
  return person === undefined ? { error: refuse('channel_not_found') } : { found: person }
}

// response_url: answers to a command or press, even where the app is not a member, or where only one person sees it.
import { randomBytes } from 'node:crypto'
import { contentOf, changedEvent, deletedEvent, messageEvent } from './api/chat.ts'
import type { Desk } from './api/method.ts'
import { type Fields, flagOf, textOf } from '../json.ts'
import { addMessage, shown, withIds } from './messages.ts'
import { findMessage, findRoom, type Hook, type Room, type State, type Stored } from './state.ts'

/** An answer with its HTTP status. */
export interface HookAnswer {
  readonly status: number
  readonly body: Fields
}

/** Returns a path on this server that is valid for five uses within thirty minutes. */
export function issueHook(state: State, about: Omit<Hook, 'at' | 'uses'>): string {
  const id = `${state.ids.team}/${state.nextId('')}/${randomBytes(9).toString('base64url')}`
  state.hooks.set(id, { ...about, at: state.now().getTime(), uses: 0 })
  return `/hooks/${id}`
}

export function useHook(desk: Desk, id: string, body: Fields | undefined): HookAnswer {
  const hook = desk.state.hooks.get(id)
  const room = findRoom(desk.state, hook?.channel ?? '')
  if (hook === undefined || room === undefined) return wrong(404, 'no_hook')
  if (desk.state.now().getTime() - hook.at > 30 * 60_000) return wrong(404, 'expired_url')
  if (hook.uses >= 5) return wrong(404, 'used_url')
  if (body === undefined) return wrong(400, 'invalid_payload')
  hook.uses += 1
  return respond(desk, hook, room, body)
}

/** A body in the acknowledgement of a command is treated as if it came through the response_url. */
export function respond(desk: Desk, hook: Hook, room: Room, body: Fields): HookAnswer {
  const original = hook.message === undefined ? undefined : findMessage(room, hook.message)
  if (flagOf(body['delete_original'])) return remove(desk, room, original)
  const content = contentOf(desk, 'response_url', body)
  if ('error' in content) return { status: 400, body: content.error }
  if (flagOf(body['replace_original'])) {
    if (original !== undefined) return replace(desk, room, original, body, content.found.text)
    desk.warn('response_url', 'replace_original where there is nothing to replace: it is sent as a new message')
  } else if (body['response_type'] === undefined) {
    desk.warn('response_url', 'no response_type: Slack makes it ephemeral, other servers do not')
  }
  return send(desk, hook, room, body, content.found)
}

function send(
  desk: Desk,
  hook: Hook,
  room: Room,
  body: Fields,
  content: { readonly text: string; readonly blocks: Fields[string] },
): HookAnswer {
  const message = addMessage(desk.state, room, {
    user: desk.state.ids.botUser,
    botId: desk.state.ids.bot,
    text: content.text,
    blocks: content.blocks,
    thread: textOf(body['thread_ts']),
    onlyFor: body['response_type'] === 'in_channel' ? undefined : hook.user,
  })
  if (message.onlyFor === undefined) desk.tell(messageEvent(desk.state, room, message))
  return fine
}

function replace(desk: Desk, room: Room, original: Stored, body: Fields, text: string): HookAnswer {
  if (original.onlyFor !== undefined && body['response_type'] === 'in_channel') {
    desk.warn('response_url', 'an ephemeral message cannot be made visible to others by replacing it')
  }
  const before = shown(desk.state, original)
  original.text = text
  original.blocks = withIds(body['blocks'])
  original.edited = desk.state.nextTs()
  original.filled.clear()
  if (original.onlyFor === undefined) desk.tell(changedEvent(desk.state, room, original, before))
  return fine
}

function remove(desk: Desk, room: Room, original: Stored | undefined): HookAnswer {
  if (original === undefined) return wrong(404, 'message_not_found')
  room.messages.splice(room.messages.indexOf(original), 1)
  if (original.onlyFor === undefined) desk.tell(deletedEvent(desk.state, room, original))
  return fine
}

const fine: HookAnswer = { status: 200, body: { ok: true } }

function wrong(status: number, error: string): HookAnswer {
  return { status, body: { ok: false, error } }
}

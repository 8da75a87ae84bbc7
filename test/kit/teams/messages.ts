// Adds messages to conversations, and gives them the shape that tests see.
import { type Fields, textOf } from '../json.ts'
import { adaptive, findRoom, type Person, type Room, type State, type Stored } from './state.ts'
import type { Message } from './types.ts'
import type { Where } from './user.ts'

/** The conversation, and the thread in it; by default the personal chat. */
export function placeOf(
  state: State,
  person: Person,
  where: Where,
): { readonly room: Room; readonly root: string | undefined } {
  const found = findRoom(state, where.in?.id ?? where.under?.room ?? person.personal)
  if (found === undefined) throw new Error(`There is no conversation ${where.in?.name ?? ''}.`)
  if (!found.room.members.has(person.id)) throw new Error(`${person.name} is not in ${found.room.name}.`)
  return { room: found.room, root: found.room.kind === 'channel' ? where.under?.root : undefined }
}

export function post(
  state: State,
  { person, room, root }: { readonly person: Person; readonly room: Room; readonly root: string | undefined },
  said: { readonly text: string; readonly attachments: readonly Fields[] },
): { readonly message: Stored; readonly told: Message } {
  const id = state.nextId()
  const message: Stored = {
    id,
    room: room.id,
    root: room.kind === 'channel' ? (root ?? id) : undefined,
    from: person.id,
    ...said,
    summary: undefined,
    changed: state.nextChange(),
    edited: false,
    thumbs: false,
    views: new Map(),
    refreshes: 0,
  }
  room.messages.push(message)
  return { message, told: toMessage(state, message) }
}

/** A message as tests see it. */
export function toMessage(state: State, message: Stored): Message {
  const cards = message.attachments.filter((one) => textOf(one['contentType']) === adaptive)
  return {
    id: message.id,
    room: message.room,
    root: message.root,
    from: message.from,
    byBot: message.from === state.bot.id,
    text: message.text,
    summary: message.summary,
    // An attachment's content was checked on arrival.
    cards: cards.map((one) => one['content'] as Fields),
    edited: message.edited,
  }
}

// conversations.* and reactions: opens, describes and reads back conversations.
import { type Fields, flagOf, type Json, numberOf, textOf } from '../../json.ts'
import { shownInHistory } from '../messages.ts'
import { scopeFor } from '../settings.ts'
import { directRoom, findMessage, findRoom, type Room, type Stored } from '../state.ts'
import { refuse, type Desk, type Found, type Method } from './method.ts'

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.open': (desk, args) => {
    const known = findRoom(desk.state, textOf(args['channel']) ?? '')
    if (known !== undefined) return { ok: true, channel: { id: known.id } }
    const users = (textOf(args['users']) ?? '').split(',').filter((user) => user !== '')
    if (users.length === 0) return refuse('users_list_not_supplied')
    if (users.length > 1) return refuse('method_not_supported_for_channel_type')
    const person = desk.state.people.get(users[0] ?? '')
    if (person === undefined) return refuse('user_not_found')
    if (person.profile.deleted) return refuse('user_disabled')
    if (person.profile.isBot) return refuse('cannot_dm_bot')
    const room = directRoom(desk.state, person.id)
    return { ok: true, channel: flagOf(args['return_im']) ? described(desk, room) : { id: room.id } }
  },

  'conversations.info': (desk, args) => {
    const place = readable(desk, args['channel'], 'read')
    return 'error' in place ? place.error : { ok: true, channel: described(desk, place.found) }
  },

  'conversations.history': (desk, args) => {
    const place = readable(desk, args['channel'], 'history')
    if ('error' in place) return place.error
    const room = place.found
    if (!room.members.has(desk.state.ids.botUser)) return refuse('not_in_channel')
    const firsts = visible(room).filter((message) => message.thread === undefined)
    return page(desk, room, within(firsts, args).reverse(), args)
  },

  'conversations.replies': (desk, args) => {
    const place = readable(desk, args['channel'], 'history')
    if ('error' in place) return place.error
    const room = place.found
    if (!room.members.has(desk.state.ids.botUser)) return refuse('not_in_channel')
    const ts = textOf(args['ts']) ?? ''
    const asked = findMessage(room, ts)
    if (asked === undefined) return refuse('thread_not_found')
    const thread = asked.thread ?? ts
    const replies = visible(room).filter((message) => message.ts === thread || message.thread === thread)
    return page(desk, room, within(replies, args), args)
  },

  'reactions.add': (desk, args) => {
    const room = findRoom(desk.state, textOf(args['channel']) ?? '')
    if (room === undefined) return refuse('channel_not_found')
    const message = findMessage(room, textOf(args['timestamp']) ?? '')
    if (message === undefined) return refuse('message_not_found')
    const name = (textOf(args['name']) ?? '').replaceAll(':', '')
    if (!/^[\w+'-]+$/.test(name)) return refuse('invalid_name')
    if (message.reactions.has(name)) return refuse('already_reacted')
    message.reactions.add(name)
    return { ok: true }
  },
}

function readable(desk: Desk, channel: Json | undefined, what: 'read' | 'history'): Found<Room> {
  const room = findRoom(desk.state, textOf(channel) ?? '')
  if (room === undefined) return { error: refuse('channel_not_found') }
  if (room.kind === 'group' && !room.members.has(desk.state.ids.botUser)) return { error: refuse('channel_not_found') }
  const needed = scopeFor[what][room.kind]
  const { scopes } = desk.state.settings
  if (!scopes.includes(needed)) return { error: refuse('missing_scope', { needed, provided: scopes.join(',') }) }
  return { found: room }
}

function visible(room: Room): Stored[] {
  return room.messages.filter((message) => message.onlyFor === undefined)
}

function within(messages: readonly Stored[], args: Fields): Stored[] {
  const [oldest, latest] = [textOf(args['oldest']), textOf(args['latest'])]
  const edge = flagOf(args['inclusive'])
  return messages.filter(
    (message) =>
      (oldest === undefined || message.ts > oldest || (edge && message.ts === oldest)) &&
      (latest === undefined || message.ts < latest || (edge && message.ts === latest)),
  )
}

function page(desk: Desk, room: Room, messages: readonly Stored[], args: Fields): Fields {
  const limit = Math.min(numberOf(args['limit']) ?? 100, 999)
  const start = cursorOf(args['cursor'])
  if (start === undefined) return refuse('invalid_cursor')
  const withMetadata = flagOf(args['include_all_metadata'])
  const more = messages.length > start + limit
  return {
    ok: true,
    messages: messages
      .slice(start, start + limit)
      .map((message) => shownInHistory(desk.state, room, message, withMetadata)),
    has_more: more,
    response_metadata: { next_cursor: more ? cursorAt(start + limit) : '' },
  }
}

/** The start of a page: 0 without a cursor, undefined for an unknown cursor. */
export function cursorOf(cursor: Json | undefined): number | undefined {
  if (cursor === undefined || cursor === '') return 0
  const place = /^at:(\d+)$/.exec(Buffer.from(textOf(cursor) ?? '', 'base64').toString())?.[1]
  return place === undefined ? undefined : Number(place)
}

export function cursorAt(place: number): string {
  return Buffer.from(`at:${place}`).toString('base64')
}

function described(desk: Desk, room: Room): Fields {
  const common = {
    id: room.id,
    created: 1_788_000_000,
    is_archived: room.archived,
    context_team_id: desk.state.ids.team,
  }
  const other = [...room.members].find((member) => member !== desk.state.ids.botUser)
  if (room.kind === 'im') return { ...common, is_im: true, is_org_shared: false, user: other }
  return {
    ...common,
    name: room.name,
    is_channel: room.kind === 'channel',
    is_group: room.kind === 'group',
    is_im: false,
    is_private: room.kind === 'group',
    is_general: false,
    is_shared: false,
    is_member: room.members.has(desk.state.ids.botUser),
    num_members: room.members.size,
  }
}

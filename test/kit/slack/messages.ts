// Adds messages to conversations, and gives them the shape of Slack's answers and events.
import { type Fields, fieldsOf, isFields, isList, type Json, listOf } from '../json.ts'
import { keepLast, type Room, type State, type Stored } from './state.ts'
import type { Message } from './types.ts'

export interface Draft {
  readonly user: string
  readonly text: string
  readonly blocks?: Json | undefined
  readonly thread?: string | undefined
  readonly botId?: string | undefined
  readonly subtype?: string | undefined
  readonly metadata?: Fields | undefined
  readonly onlyFor?: string | undefined
  readonly clientMsgId?: string | undefined
  readonly files?: readonly Fields[]
}

export function addMessage(state: State, room: Room, draft: Draft): Stored {
  const message: Stored = {
    ts: state.nextTs(),
    channel: room.id,
    thread: draft.thread,
    user: draft.user,
    botId: draft.botId,
    subtype: draft.subtype,
    text: draft.text,
    blocks: withIds(draft.blocks),
    metadata: draft.metadata,
    edited: undefined,
    onlyFor: draft.onlyFor,
    clientMsgId: draft.clientMsgId,
    reactions: new Set(),
    files: draft.files ?? [],
    filled: new Map(),
  }
  room.messages.push(message)
  keepLast(room.messages, state)
  return message
}

/** Blocks as Slack returns them, with block_ids and defaults filled in. */
export function withIds(blocks: Json | undefined): readonly Fields[] {
  return listOf(blocks).map((block) => ({
    ...fieldsOf(filledIn(block)),
    block_id: block['block_id'] ?? nextBlockId(),
  }))
}

let serial = 0

/** Five characters, like Slack's own. */
function nextBlockId(): string {
  serial += 1
  return serial.toString(36).padStart(5, '0')
}

/** Adds the defaults that Slack writes into text objects. */
export function filledIn(value: Json): Json {
  if (isList(value)) return value.map(filledIn)
  if (!isFields(value)) return value
  const inside: Record<string, Json | undefined> = {}
  if (value['type'] === 'plain_text') inside['emoji'] = true
  if (value['type'] === 'mrkdwn') inside['verbatim'] = false
  for (const [key, held] of Object.entries(value)) inside[key] = held === undefined ? undefined : filledIn(held)
  return inside
}

/** A message in the shape that Slack sends to apps. */
export function shown(state: State, message: Stored): Fields {
  const own = message.botId === state.ids.bot
  return {
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(message.clientMsgId === undefined ? {} : { client_msg_id: message.clientMsgId }),
    type: 'message',
    user: message.user,
    ts: message.ts,
    ...(message.botId === undefined ? {} : { bot_id: message.botId }),
    ...(own ? { app_id: state.ids.app, bot_profile: botProfile(state) } : {}),
    text: message.text,
    team: state.ids.team,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.files.length > 0 ? { files: message.files } : {}),
    ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
    ...(message.edited === undefined ? {} : { edited: { user: message.user, ts: message.edited } }),
  }
}

/** The same message as in the history: the first message of a thread also has the number of replies. */
export function shownInHistory(state: State, room: Room, message: Stored, withMetadata: boolean): Fields {
  const replies = room.messages.filter((one) => one.thread === message.ts && one.onlyFor === undefined)
  return {
    ...shown(state, message),
    ...(replies.length > 0 ? { thread_ts: message.ts, reply_count: replies.length } : {}),
    ...(message.reactions.size > 0
      ? { reactions: [...message.reactions].map((name) => ({ name, count: 1, users: [state.ids.botUser] })) }
      : {}),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  }
}

export function botProfile(state: State): Fields {
  return {
    id: state.ids.bot,
    deleted: false,
    name: 'Policy Guide',
    updated: 1_788_000_000,
    app_id: state.ids.app,
    icons: { image_36: 'https://a.slack-edge.com/img/bot_36.png' },
    team_id: state.ids.team,
  }
}

/** A message as tests see it. */
export function toMessage(message: Stored): Message {
  return {
    ts: message.ts,
    channel: message.channel,
    thread: message.thread,
    user: message.user,
    byApp: message.botId !== undefined && message.clientMsgId === undefined,
    subtype: message.subtype,
    text: message.text,
    blocks: message.blocks,
    metadata: message.metadata,
    files: message.files,
    edited: message.edited !== undefined,
  }
}

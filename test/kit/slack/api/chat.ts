// chat.*: posts, changes and removes messages, and refuses what Slack refuses.
import { checkBlocks } from '../blocks/check.ts'
import { filledAtFirst } from '../forms.ts'
import { type Fields, fieldsOf, isFields, isList, type Json, listOf, textOf } from '../../json.ts'
import { addMessage, shown, withIds } from '../messages.ts'
import { directRoom, findMessage, findRoom, type Room, type State, type Stored } from '../state.ts'
import { refusedPicture } from './pictures.ts'
import { isTs, refuse, refuseFor, type Desk, type Found, type Method } from './method.ts'

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': (desk, args) => {
    const place = placeFor(desk, args['channel'])
    if ('error' in place) return place.error
    const room = place.found
    const content = contentOf(desk, 'chat.postMessage', args)
    if ('error' in content) return content.error
    const thread = threadIn(room, args['thread_ts'])
    if ('error' in thread) return thread.error
    if (args['metadata'] !== undefined && !soundMetadata(args['metadata'])) return refuse('invalid_metadata_format')
    if (desk.tooFast(room)) return refuse('ratelimited')
    const message = addMessage(desk.state, room, {
      user: desk.state.ids.botUser,
      botId: desk.state.ids.bot,
      ...content.found,
      thread: thread.found,
      metadata: isFields(args['metadata']) ? args['metadata'] : undefined,
    })
    stopThinking(desk.state, room, thread.found)
    desk.tell(messageEvent(desk.state, room, message))
    return { ok: true, channel: room.id, ts: message.ts, message: shown(desk.state, message), ...content.found.notes }
  },

  'chat.postEphemeral': (desk, args) => {
    const place = placeFor(desk, args['channel'])
    if ('error' in place) return place.error
    const user = textOf(args['user']) ?? ''
    if (!desk.state.people.has(user)) return refuse('user_not_found')
    if (!place.found.members.has(user)) return refuse('user_not_in_channel')
    const content = contentOf(desk, 'chat.postEphemeral', args)
    if ('error' in content) return content.error
    const thread = threadIn(place.found, args['thread_ts'])
    if ('error' in thread) return thread.error
    const message = addMessage(desk.state, place.found, {
      user: desk.state.ids.botUser,
      botId: desk.state.ids.bot,
      ...content.found,
      thread: thread.found,
      onlyFor: user,
    })
    return { ok: true, message_ts: message.ts, ...content.found.notes }
  },

  'chat.update': (desk, args) => {
    const own = ownMessage(desk, args, 'cant_update_message')
    if ('error' in own) return own.error
    const { room, message } = own.found
    const content = contentOf(desk, 'chat.update', args)
    if ('error' in content) return content.error
    const before = shown(desk.state, message)
    message.text = content.found.text
    // Slack keeps the blocks if the call has none; an empty list removes them.
    if (args['blocks'] !== undefined) message.blocks = withIds(args['blocks'])
    // A field that is still there keeps what was typed; a new one starts with its initial value.
    for (const [who, before] of message.filled) message.filled.set(who, filledAtFirst(message.blocks, before))
    message.edited = desk.state.nextTs()
    if (isFields(args['metadata'])) message.metadata = args['metadata']
    desk.tell(changedEvent(desk.state, room, message, before))
    return { ok: true, channel: room.id, ts: message.ts, text: message.text, message: shown(desk.state, message) }
  },

  'chat.delete': (desk, args) => {
    const own = ownMessage(desk, args, 'cant_delete_message')
    if ('error' in own) return own.error
    const { room, message } = own.found
    room.messages.splice(room.messages.indexOf(message), 1)
    desk.tell(deletedEvent(desk.state, room, message))
    return { ok: true, channel: room.id, ts: message.ts }
  },

  'chat.getPermalink': (desk, args) => {
    const room = findRoom(desk.state, textOf(args['channel']) ?? '')
    if (room === undefined) return refuse('channel_not_found')
    const message = findMessage(room, textOf(args['message_ts']) ?? '')
    if (message === undefined || message.onlyFor !== undefined) return refuse('message_not_found')
    const permalink = `https://school.slack.com/archives/${room.id}/p${message.ts.replace('.', '')}`
    return { ok: true, channel: room.id, permalink }
  },
}

/** In characters; Slack cuts off the text beyond this. */
const longest = 40_000

/**
 * In characters, for the text of all blocks together. Slack documents no such limit; people have met it between 11,300
 * and 13,300 characters, through the Web API only. The stand-in is a little stricter.
 */
const longestBlocks = 11_000

interface Content {
  readonly text: string
  readonly blocks: Json | undefined
  /** What Slack adds to the answer, such as that the text was cut off. */
  readonly notes: Fields
}

export function contentOf(desk: Desk, method: string, args: Fields): Found<Content> {
  const given = args['blocks']
  const text = textOf(args['text']) ?? textOf(args['markdown_text']) ?? ''
  if (given !== undefined && !isList(given)) return { error: refuse('invalid_blocks_format') }
  const blocks = given ?? []
  if (text === '' && blocks.length === 0) return { error: refuse('no_text') }
  const error = blocks.length === 0 ? undefined : (blocksRefusal(method, blocks) ?? pictureRefusal(desk, blocks))
  if (error !== undefined) return { error }
  for (const block of blocks) noteNewer(desk, method, fieldsOf(block))
  return { found: { ...fitting(desk, method, text), blocks: given } }
}

function blocksRefusal(method: string, blocks: readonly Json[]): Fields | undefined {
  const problems = checkBlocks(blocks, 'message', '/blocks')
  if (problems.length > 0) return refuseFor('invalid_blocks', problems)
  return method !== 'response_url' && textIn(blocks) > longestBlocks ? refuse('msg_blocks_too_long') : undefined
}

/** A block can only show a picture that is uploaded completely and processed. */
function pictureRefusal(desk: Desk, blocks: readonly Json[]): Fields | undefined {
  const problems = listOf(blocks).flatMap((block, at) =>
    block['type'] === 'image' && block['slack_file'] !== undefined && refusedPicture(desk.state, block['slack_file'])
      ? [{ rule: 'invalid slack file', at: `/blocks/${at}/slack_file` }]
      : [],
  )
  return problems.length > 0 ? refuseFor('invalid_blocks', problems) : undefined
}

function fitting(desk: Desk, method: string, text: string): Pick<Content, 'text' | 'notes'> {
  if (text === '') {
    desk.warn(method, 'blocks without a text: notifications and screen readers have nothing to say')
    return { text: 'This content can’t be displayed.', notes: {} }
  }
  if (text.length <= longest) return { text, notes: {} }
  desk.warn(method, `text of ${text.length} characters was cut off at ${longest}`)
  return { text: text.slice(0, longest), notes: { response_metadata: { warnings: ['message_truncated'] } } }
}

export function messageEvent(state: State, room: Room, message: Stored): Fields {
  return {
    ...shown(state, message),
    ...(message.thread === undefined ? {} : { parent_user_id: findMessage(room, message.thread)?.user }),
    channel: room.id,
    event_ts: message.ts,
    channel_type: room.kind,
  }
}

export function changedEvent(state: State, room: Room, message: Stored, before: Fields): Fields {
  const ts = state.nextTs()
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { ...shown(state, message), source_team: state.ids.team, user_team: state.ids.team },
    previous_message: before,
    channel: room.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: room.kind,
  }
}

export function deletedEvent(state: State, room: Room, message: Stored): Fields {
  const ts = state.nextTs()
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: shown(state, message),
    channel: room.id,
    hidden: true,
    deleted_ts: message.ts,
    event_ts: ts,
    ts,
    channel_type: room.kind,
  }
}

function textIn(value: Json | undefined): number {
  if (isList(value)) return value.reduce<number>((sum, one) => sum + textIn(one), 0)
  if (!isFields(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : textIn(one)),
    0,
  )
}

function placeFor(desk: Desk, channel: Json | undefined): Found<Room> {
  const where = textOf(channel) ?? ''
  const { state } = desk
  if (state.people.has(where)) {
    if (state.people.get(where)?.profile.deleted === true) return { error: refuse('channel_not_found') }
    return messagesOn(state, directRoom(state, where))
  }
  const room = findRoom(state, where)
  if (room === undefined) return { error: refuse('channel_not_found') }
  if (room.kind === 'im') return messagesOn(state, room)
  if (!room.members.has(state.ids.botUser)) {
    return { error: refuse(room.kind === 'group' ? 'channel_not_found' : 'not_in_channel') }
  }
  return room.archived ? { error: refuse('is_archived') } : { found: room }
}

function messagesOn(state: State, room: Room): Found<Room> {
  return state.settings.messagesTab ? { found: room } : { error: refuse('messages_tab_disabled') }
}

/** A reply must belong to an existing message, because otherwise nobody would see it. */
function threadIn(room: Room, ts: Json | undefined): Found<string | undefined> {
  if (ts === undefined || ts === '') return { found: undefined }
  if (!isTs(ts)) return { error: refuse('invalid_thread_ts') }
  const parent = findMessage(room, ts)
  if (parent === undefined || parent.onlyFor !== undefined) return { error: refuse('thread_not_found') }
  return { found: parent.thread ?? ts }
}

function ownMessage(desk: Desk, args: Fields, notOurs: string): Found<{ room: Room; message: Stored }> {
  const room = findRoom(desk.state, textOf(args['channel']) ?? '')
  if (room === undefined) return { error: refuse('channel_not_found') }
  const message = findMessage(room, textOf(args['ts']) ?? '')
  // An ephemeral message can only be changed through its response_url.
  if (message === undefined || message.onlyFor !== undefined) return { error: refuse('message_not_found') }
  return message.botId === desk.state.ids.bot ? { found: { room, message } } : { error: refuse(notOurs) }
}

function soundMetadata(metadata: Json): boolean {
  const { event_type: type, event_payload: payload } = fieldsOf(metadata)
  return typeof type === 'string' && isFields(payload)
}

function stopThinking(state: State, room: Room, thread: string | undefined): void {
  room.statuses.delete(thread ?? '')
  for (const member of room.members) {
    const person = state.people.get(member)
    if (person?.pane.thread === (thread ?? '')) person.pane.status = ''
  }
}

const newer = ['alert', 'card', 'carousel', 'container', 'data_table', 'plan', 'task_card']

function noteNewer(desk: Desk, method: string, block: Fields): void {
  const type = textOf(block['type']) ?? ''
  if (newer.includes(type)) desk.warn(method, `a ${type} block is not shown by every client`)
}

// The connector's operations: what a bot can ask of Teams, and what Teams answers.
import { type Fields, fieldsOf, isFields, type Json, listOf, textOf } from '../json.ts'
import { careless, refusedActivity, type Refusal } from './content.ts'
import { memberOf } from './payloads.ts'
import { findPerson, findRoom, type Person, type Room, type State, type Stored } from './state.ts'
import type { Operation } from './types.ts'

export interface Answer {
  readonly status: number
  readonly body: Json
}

export interface Asked {
  readonly operation: Operation
  /** The ids in the path: of a conversation, an activity or a member. */
  readonly ids: readonly string[]
  readonly query: URLSearchParams
  readonly body: Fields
}

export interface Desk {
  readonly state: State
  readonly memberPage: number
  /** Called when a card arrives or changes, so that clients can ask for their own views of it. */
  shown(room: Room, message: Stored): void
}

export function answer(desk: Desk, asked: Asked): Answer {
  const [first = '', second = ''] = asked.ids
  if (asked.operation === 'create') return create(desk, asked.body)
  if (asked.operation === 'team' || asked.operation === 'channels') return aboutTeam(desk.state, asked.operation, first)
  const found = findRoom(desk.state, first)
  if (found === undefined) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  const { room, root } = found
  const barred = whyNot(desk.state, room)
  if (barred !== undefined) return barred
  switch (asked.operation) {
    case 'send':
      return send(desk, room, { activity: asked.body, root: root ?? rootOf(room, second) })
    case 'update':
      return change(desk, room, { id: second, activity: asked.body })
    case 'delete':
      return change(desk, room, { id: second, activity: undefined })
    case 'members':
      return { status: 200, body: roster(desk.state, room).map(memberOf) }
    case 'member': {
      const person = findPerson(desk.state, second)
      const there = person !== undefined && roster(desk.state, room).includes(person)
      return there ? { status: 200, body: memberOf(person) } : noMember
    }
    case 'pagedmembers':
      return page(desk, room, asked.query)
    case 'token':
    case 'group':
      return refuse(404, 'NotFound', 'Not found.')
  }
}

export function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } }
}

export function asAnswer({ status, code, message }: Refusal): Answer {
  return refuse(status, code, message)
}

const noMember = refuse(404, 'MemberNotFoundInConversation', 'The member was not found in the conversation.')

/** Why the bot cannot write to this conversation, or undefined. */
function whyNot(state: State, room: Room): Answer | undefined {
  const person = room.kind === 'personal' ? findPerson(state, [...room.members][0] ?? '') : undefined
  if (person?.gone === true) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  if (person?.blocked !== undefined) return blockedBy(person.blocked)
  if (room.withBot) return undefined
  return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
}

function blockedBy(as: NonNullable<Person['blocked']>): Answer {
  if (as === 'ConversationBlockedByUser') return refuse(403, as, 'User blocked the conversation with the bot.')
  const details = 'Thread is blocked from message writes.'
  return {
    status: 403,
    body: {
      error: {
        code: 'ServiceError',
        message: details,
        innerHttpError: { statusCode: 403, body: { errorCode: 209, subCode: as, details } },
      },
    },
  }
}

function create(desk: Desk, body: Fields): Answer {
  const { state } = desk
  const channel = textOf(fieldsOf(fieldsOf(body['channelData'])['channel'])['id'])
  if (channel !== undefined) return beginThread(desk, channel, body)
  const ids = listOf(body['members']).map((member) => textOf(member['id']) ?? '')
  if (ids.length !== 1 || body['isGroup'] === true)
    return refuse(400, 'BadSyntax', 'Bot can begin a conversation with one member, not with several.')
  const tenant = textOf(body['tenantId']) ?? textOf(fieldsOf(fieldsOf(body['channelData'])['tenant'])['id'])
  if (tenant === undefined) return refuse(400, 'BadSyntax', 'Tenant id is missing.')
  const person = findPerson(state, ids[0] ?? '')
  if (person === undefined || person.name === ids[0]) return refuse(400, 'BadSyntax', 'Failed to decrypt pairwise id')
  if (person.gone) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  const room = state.rooms.get(person.personal)
  if (person.tenant !== tenant || room === undefined || !reachable(state, person, room))
    return refuse(403, 'ForbiddenOperationException', 'Bot is not installed in user’s personal scope')
  if (person.blocked !== undefined) return blockedBy(person.blocked)
  return { status: 201, body: { id: room.id } }
}

/** Whether the bot is in this person's personal scope. */
function reachable(state: State, person: Person, room: Room): boolean {
  if (room.withBot) return true
  // Members of a team with the bot can be written to as well, which installs the bot for them.
  const throughTeam = [...state.rooms.values()].some(
    (one) => one.kind === 'channel' && one.withBot && one.members.has(person.id),
  )
  if (throughTeam) room.withBot = true
  return throughTeam
}

function beginThread(desk: Desk, channel: string, body: Fields): Answer {
  const room = findRoom(desk.state, channel)?.room
  if (room === undefined) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  const barred = whyNot(desk.state, room)
  if (barred !== undefined) return barred
  if (!isFields(body['activity']))
    return refuse(400, 'BadSyntax', 'A conversation in a channel begins with an activity.')
  const sent = send(desk, room, { activity: body['activity'], root: undefined })
  const id = textOf(fieldsOf(sent.body)['id']) ?? ''
  return sent.status < 300 ? { status: 201, body: { id: `${room.id};messageid=${id}`, activityId: id } } : sent
}

function send(desk: Desk, room: Room, { activity, root }: { activity: Fields; root: string | undefined }): Answer {
  const { state } = desk
  const refused = refusedActivity(activity)
  if (refused !== undefined) return asAnswer(refused)
  if (room.kind === 'channel' && root !== undefined && !room.messages.some((one) => one.id === root))
    return refuse(404, 'ActivityNotFoundInConversation', 'Conversation not found.')
  const id = state.nextId()
  if (activity['type'] === 'typing') return { status: 202, body: { id } }
  state.warnings.push(...careless(activity))
  const message: Stored = {
    id,
    room: room.id,
    root: room.kind === 'channel' ? (root ?? id) : undefined,
    from: state.bot.id,
    text: textOf(activity['text']) ?? '',
    attachments: listOf(activity['attachments']),
    summary: textOf(activity['summary']),
    changed: state.nextChange(),
    edited: false,
    thumbs: hasThumbs(activity),
    views: new Map(),
    refreshes: 0,
  }
  room.messages.push(message)
  desk.shown(room, message)
  return { status: 201, body: { id } }
}

/** Replaces the message, or deletes it if there is no activity. */
function change(desk: Desk, room: Room, { id, activity }: { id: string; activity: Fields | undefined }): Answer {
  const { state } = desk
  const message = room.messages.find((one) => one.id === id)
  if (message === undefined) return refuse(404, 'ActivityNotFoundInConversation', 'Conversation not found.')
  if (message.from !== state.bot.id) return refuse(403, 'NotEnoughPermissions', 'The message is not the bot’s own.')
  if (activity === undefined) {
    room.messages.splice(room.messages.indexOf(message), 1)
    return { status: 200, body: {} }
  }
  const refused = refusedActivity(activity)
  if (refused !== undefined) return asAnswer(refused)
  state.warnings.push(...careless(activity))
  message.text = textOf(activity['text']) ?? ''
  message.attachments = listOf(activity['attachments'])
  message.summary = textOf(activity['summary'])
  message.edited = true
  message.thumbs = hasThumbs(activity)
  message.changed = state.nextChange()
  desk.shown(room, message)
  return { status: 200, body: { id } }
}

function hasThumbs(activity: Fields): boolean {
  return fieldsOf(activity['channelData'])['feedbackLoop'] !== undefined
}

/** The thread of the message that is answered. */
function rootOf(room: Room, replyTo: string): string | undefined {
  return room.kind === 'channel' ? room.messages.find((one) => one.id === replyTo)?.root : undefined
}

/** Standard channels share the members of the whole team; other channels have their own. */
function roster(state: State, room: Room): readonly Person[] {
  const ids = [...state.rooms.values()]
    .filter((one) => one === room || (room.own === undefined && one.own === undefined && isOfTeam(one, room.team)))
    .flatMap((one) => [...one.members])
  return [...new Set(ids)].flatMap((id) => findPerson(state, id) ?? []).filter((person) => !person.gone)
}

function isOfTeam({ team }: Room, wanted: Room['team']): boolean {
  return wanted !== undefined && team === wanted
}

function page(desk: Desk, room: Room, query: URLSearchParams): Answer {
  const all = roster(desk.state, room)
  const wanted = Number(query.get('pageSize') ?? 200)
  const size = Math.min(desk.memberPage, Number.isFinite(wanted) && wanted > 0 ? wanted : 200)
  const token = query.get('continuationToken')
  const from = token === null || token === '' ? 0 : Number(/^after-(\d+)$/.exec(token)?.[1] ?? NaN)
  if (Number.isNaN(from)) return refuse(400, 'BadArgument', 'The continuation token is not known.')
  const rest = from + size < all.length ? { continuationToken: `after-${from + size}` } : {}
  return { status: 200, body: { members: all.slice(from, from + size).map(memberOf), ...rest } }
}

function aboutTeam(state: State, operation: 'team' | 'channels', id: string): Answer {
  const team = state.teams.get(id)
  const channels = [...state.rooms.values()].filter((room) => room.team !== undefined && room.team === team)
  if (team === undefined) return refuse(404, 'NotFound', 'Team not found.')
  if (!channels.some((room) => room.withBot))
    return refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the team.')
  if (operation === 'team') return { status: 200, body: { id, name: team.name, aadGroupId: team.groupId } }
  // The first channel has no name in this list: each client names it in its own language.
  const list = channels.map((room) => ({ id: room.id, ...(room.id === id ? {} : { name: room.name }) }))
  return { status: 200, body: { conversations: list } }
}

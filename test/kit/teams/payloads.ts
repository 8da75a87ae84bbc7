// Activities in the shape that Teams sends.
import { randomUUID } from 'node:crypto'
import type { Fields } from '../json.ts'
import type { Person, Room, State, Stored } from './state.ts'

/** Who does something, and where. `root` is the thread in a channel. */
export interface Scene {
  readonly state: State
  readonly person: Person
  readonly room: Room
  readonly root?: string | undefined
}

/** The fields of every activity. */
export function common({ state, person, room, root }: Scene): Fields {
  const at = state.now().toISOString()
  return {
    channelId: 'msteams',
    serviceUrl: state.serviceUrl,
    timestamp: at,
    localTimestamp: at,
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    from: { id: person.id, name: person.name, aadObjectId: person.aadId },
    recipient: { id: state.bot.id, name: state.bot.name },
    conversation: conversationOf(room, person, root),
    channelData: channelDataOf(room, person),
    entities: [clientInfoOf(person)],
  }
}

function clientInfoOf({ client }: Person): Fields {
  const platform = client === 'phone' ? 'iOS' : 'Windows'
  return { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform, timezone: 'Europe/London' }
}

export function message(scene: Scene, said: { readonly id: string; readonly text: string }): Fields {
  const { state, person } = scene
  const tag = `<at>${state.bot.name}</at>`
  const mention = { type: 'mention', text: tag, mentioned: { id: state.bot.id, name: state.bot.name } }
  return {
    ...common(scene),
    type: 'message',
    id: said.id,
    text: said.text,
    textFormat: 'plain',
    attachments: [htmlOf(said.text)],
    entities: [...(said.text.includes(tag) ? [mention] : []), clientInfoOf(person)],
  }
}

/** The same text as HTML, which bots should ignore. */
export function htmlOf(text: string): Fields {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(
      /&lt;at&gt;(.*?)&lt;\/at&gt;/g,
      '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">$1</span>',
    )
  return { contentType: 'text/html', content: `<p>${escaped}</p>` }
}

/** An Action.Submit in a conversation: a message without text. */
export function submitted(
  scene: Scene,
  id: string,
  pressed: { readonly on: Stored; readonly value: Fields[string] },
): Fields {
  const { channelData } = common(scene)
  return {
    ...common(scene),
    type: 'message',
    id,
    replyToId: pressed.on.id,
    value: pressed.value,
    channelData: {
      ...(channelData as Fields),
      postback: true,
      source: { name: 'message' },
      legacy: { replyToId: `1:${pressed.on.id}` },
    },
  }
}

export function invoke(
  scene: Scene,
  name: string,
  asked: { readonly value: Fields; readonly on?: Stored | undefined; readonly source: 'message' | 'compose' },
): Fields {
  const { channelData } = common(scene)
  return {
    ...common(scene),
    type: 'invoke',
    id: `f:${randomUUID()}`,
    name,
    value: asked.value,
    ...(asked.on === undefined ? {} : { replyToId: asked.on.id }),
    channelData: { ...(channelData as Fields), source: { name: asked.source } },
  }
}

/** For a person's message that they edited or deleted. */
export function changedMessage(
  scene: Scene,
  change: { readonly of: Stored; readonly event: 'editMessage' | 'softDeleteMessage' },
): Fields {
  const base = message(scene, { id: change.of.id, text: change.of.text })
  const deleted = change.event === 'softDeleteMessage'
  return {
    ...base,
    type: deleted ? 'messageDelete' : 'messageUpdate',
    channelData: { ...(base['channelData'] as Fields), eventType: change.event },
    ...(deleted ? { text: '', attachments: [] } : {}),
  }
}

/** For the bot installed for, or removed from, a person, a chat or a team. */
export function installation(scene: Scene, action: 'add' | 'remove'): Fields {
  const { room } = scene
  const { channelData } = common(scene)
  return {
    ...common(scene),
    type: 'installationUpdate',
    id: `f:${randomUUID()}`,
    action,
    channelData: {
      ...(channelData as Fields),
      settings: { selectedChannel: { id: room.id } },
      source: { name: 'message' },
    },
  }
}

/** For members who came or went; `eventType` only where Teams has one. */
export function membership(
  scene: Scene,
  change: { readonly added?: readonly Fields[]; readonly removed?: readonly Fields[] },
): Fields {
  const { room } = scene
  const { channelData } = common(scene)
  const eventType = change.added === undefined ? 'teamMemberRemoved' : 'teamMemberAdded'
  return {
    ...common(scene),
    type: 'conversationUpdate',
    id: `f:${randomUUID()}`,
    ...(change.added === undefined ? {} : { membersAdded: change.added }),
    ...(change.removed === undefined ? {} : { membersRemoved: change.removed }),
    channelData: { ...(channelData as Fields), ...(room.team === undefined ? {} : { eventType }) },
  }
}

export function memberOf(person: Person): Fields {
  const [given = '', ...rest] = person.name.split(' ')
  return {
    id: person.id,
    name: person.name,
    givenName: given,
    surname: rest.join(' '),
    objectId: person.aadId,
    aadObjectId: person.aadId,
    email: person.email,
    userPrincipalName: person.guest ? `${person.email.replace('@', '_')}#EXT#@school.example` : person.email,
    tenantId: person.tenant,
    userRole: person.guest ? 'guest' : 'user',
  }
}

function conversationOf(room: Room, person: Person, root: string | undefined): Fields {
  const tenantId = person.tenant
  switch (room.kind) {
    case 'personal':
      return { conversationType: 'personal', tenantId, id: room.id }
    case 'groupChat':
      return { isGroup: true, conversationType: 'groupChat', tenantId, id: room.id }
    case 'channel': {
      const id = root === undefined ? room.id : `${room.id};messageid=${root}`
      return { isGroup: true, conversationType: 'channel', tenantId, id }
    }
  }
}

function channelDataOf(room: Room, person: Person): Fields {
  const tenant = { id: person.tenant }
  if (room.team === undefined) return { tenant }
  const { id, name, groupId } = room.team
  return {
    teamsChannelId: room.id,
    teamsTeamId: id,
    channel: room.own === undefined ? { id: room.id } : { id: room.id, type: room.own },
    team: { id, name, aadGroupId: groupId },
    tenant,
  }
}

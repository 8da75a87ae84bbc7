// One person in Slack: each verb does something and tells the app of it as Slack does.
import { deletedEvent, changedEvent, messageEvent } from './api/chat.ts'
import type { Clerk } from './clerk.ts'
import { randomUUID } from 'node:crypto'
import { addMessage, shown, toMessage } from './messages.ts'
import { aboutPerson, appContext, assistantThread, homeOpened } from './payloads.ts'
import { actsOf } from './acts.ts'
import { screenOf, seenView } from './screen.ts'
import { directRoom, findMessage, findRoom, type Person, type Room, type State, type Stored } from './state.ts'
import { typedBlocks, typedText } from './typed.ts'
import type { Fields } from '../json.ts'
import type { ChannelName, Message, User } from './types.ts'

export function createUser(clerk: Clerk, person: Person): User {
  const { state } = clerk
  return {
    id: person.id,
    name: person.name,
    says: (text, where) => say(clerk, person, text, where),
    mentions: (text, where) => say(clerk, person, `@Policy Guide ${text}`, where),

    async edits(message, text) {
      const { room, stored } = standing(state, message)
      const before = shown(state, stored)
      const mentioned = mentionsApp(state, stored.text)
      stored.text = typedText(state, text)
      stored.blocks = typedBlocks(stored.text)
      stored.edited = state.nextTs()
      await clerk.event(changedEvent(state, room, stored, before))
      if (!mentioned && mentionsApp(state, stored.text)) await clerk.event(mentionEvent(state, room, stored))
    },

    async deletes(message) {
      const { room, stored } = standing(state, message)
      room.messages.splice(room.messages.indexOf(stored), 1)
      await clerk.event(deletedEvent(state, room, stored))
    },

    async joins(channel) {
      const room = roomFor(state, person, channel, { member: false })
      room.members.add(person.id)
      const text = `<@${person.id}> has joined the channel`
      const message = addMessage(state, room, { user: person.id, text, subtype: 'channel_join' })
      await clerk.event(messageEvent(state, room, message))
      const kind = room.kind === 'group' ? 'G' : 'C'
      const joined = { type: 'member_joined_channel', user: person.id, channel: room.id, channel_type: kind }
      await clerk.event({ ...joined, team: state.ids.team, event_ts: state.nextTs() })
    },

    ...actsOf(clerk, person, (channel) => roomFor(state, person, channel)),

    async opensHome() {
      if (!state.settings.homeTab) throw new Error('The Home tab of this app is turned off.')
      person.looksAt = 'home'
      person.homeOpened = true
      await clerk.event(homeOpened(state, person, directRoom(state, person.id), 'home'))
    },

    async opensMessages() {
      person.looksAt = 'messages'
      await clerk.event(homeOpened(state, person, directRoom(state, person.id), 'messages'))
    },

    async opensAssistant(context) {
      if (state.settings.pane !== 'assistant') throw new Error('This app has no assistant_view.')
      const room = directRoom(state, person.id)
      const { botUser, bot } = state.ids
      const root = { user: botUser, botId: bot, text: 'New Assistant Thread', subtype: 'assistant_app_thread' }
      const { ts: thread } = addMessage(state, room, root)
      person.pane = { thread, status: '', title: '', prompts: [] }
      const from = context === undefined ? undefined : findRoom(state, context.channel)?.id
      await clerk.event(assistantThread(state, person, { room, thread, context: from }))
      return { thread }
    },

    async changesProfile(profile) {
      person.profile = { ...person.profile, ...profile }
      person.updated = Math.floor(state.now().getTime() / 1000)
      await clerk.event(aboutPerson(state, 'user_change', person))
    },

    sees: () => screenOf(state, person),
    newest: () => screenOf(state, person).findLast((seen) => seen.kind === 'message' || seen.kind === 'ephemeral'),
    modal: () => person.modals.slice(-1).map((view) => seenView(state, view))[0],
    modals: () => person.modals.map((view) => seenView(state, view)),
    home: () => (person.home === undefined ? undefined : seenView(state, person.home)),
    errors: () => person.errors,
    assistant: () => person.pane,
  }
}

async function say(
  clerk: Clerk,
  person: Person,
  text: string,
  where: { readonly in: ChannelName; readonly thread?: string },
): Promise<Message> {
  const { state } = clerk
  const room = roomFor(state, person, where.in)
  if (room.kind === 'im' && !state.settings.messagesTab)
    throw new Error('Sending messages to this app has been turned off.')
  if (room.kind === 'im') person.looksAt = 'messages'
  const typed = typedText(state, text)
  const message = addMessage(state, room, {
    user: person.id,
    text: typed,
    blocks: typedBlocks(typed),
    thread: where.thread,
    ...(person.profile.isBot
      ? { subtype: 'bot_message', botId: `B${person.id.slice(1)}` }
      : { clientMsgId: randomUUID() }),
  })
  await Promise.all([
    clerk.event({ ...messageEvent(state, room, message), ...(room.kind === 'im' ? appContext(state) : {}) }),
    ...(mentionsApp(state, typed) ? [clerk.event(mentionEvent(state, room, message))] : []),
  ])
  return toMessage(message)
}

function mentionEvent(state: State, room: Room, message: Stored): Fields {
  return { ...shown(state, message), type: 'app_mention', channel: room.id, event_ts: message.ts }
}

function mentionsApp(state: State, text: string): boolean {
  return text.includes(`<@${state.ids.botUser}>`)
}

function roomFor(
  state: State,
  person: Person,
  where: ChannelName,
  must: { readonly member: boolean } = { member: true },
): Room {
  if (where === 'dm') return directRoom(state, person.id)
  const room = findRoom(state, where)
  if (room === undefined) throw new Error(`There is no channel ${where}.`)
  if (must.member && !room.members.has(person.id)) throw new Error(`${person.name} is not in ${where}.`)
  return room
}

function standing(state: State, message: Message): { readonly room: Room; readonly stored: Stored } {
  const room = findRoom(state, message.channel)
  const stored = room && findMessage(room, message.ts)
  if (room === undefined || stored === undefined) throw new Error('That message does not stand there any more.')
  return { room, stored }
}

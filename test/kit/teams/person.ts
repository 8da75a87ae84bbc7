// One person in Teams: each verb does something and tells the bot of it as Teams does.
import type { Fields } from '../json.ts'
import { refreshFor, type Clerk } from './clerk.ts'
import { extensionOf } from './extension.ts'
import { changedMessage, installation, membership, memberOf, message as messageActivity } from './payloads.ts'
import { placeOf, post } from './messages.ts'
import { fillAndPress, giveThumb, press } from './press.ts'
import { roomsOf, screenOf, seenCompose, seenDialog, standing } from './screen.ts'
import { findPerson, roomOf, type Person, type Room, type State, type Stored } from './state.ts'
import type { Message } from './types.ts'
import type { User, Where } from './user.ts'

export function createUser(clerk: Clerk, person: Person): User {
  const { state } = clerk
  const tag = `<at>${state.bot.name}</at>`
  return {
    id: person.id,
    aadId: person.aadId,
    name: person.name,
    email: person.email,
    ...installingOf(clerk, person),
    says: (text, where = {}) => say(clerk, person, text, where),
    mentions: (text, where) => say(clerk, person, `${tag} ${text}`, where),

    async edits(message, text) {
      const { room, stored } = own(state, person, message)
      stored.text = stored.text.startsWith(tag) ? `${tag} ${text}` : text
      stored.edited = true
      stored.changed = state.nextChange()
      const scene = { state, person, room, root: stored.root }
      if (hears(state, room, stored)) await clerk.deliver(changedMessage(scene, { of: stored, event: 'editMessage' }))
    },

    async deletes(message) {
      const { room, stored } = own(state, person, message)
      room.messages.splice(room.messages.indexOf(stored), 1)
      const scene = { state, person, room, root: stored.root }
      if (hears(state, room, stored))
        await clerk.deliver(changedMessage(scene, { of: stored, event: 'softDeleteMessage' }))
    },

    presses: (label, on) => press(clerk, person, label, on),
    fills: (fields, label, on) => fillAndPress(clerk, person, { fields, label, on }),
    thumbs: (reaction, words, on) => giveThumb(clerk, person, { reaction, words, on }),
    closesDialog() {
      if (person.dialog === undefined) throw new Error(`${person.name} has no dialog open.`)
      person.dialog = undefined
      person.papers.delete('dialog')
    },
    ...extensionOf(clerk, person),

    uses(client) {
      person.client = client
    },
    async reloads() {
      person.papers.clear()
      person.dialog = undefined
      person.notices.length = 0
      const messages = standing(state, person)
      for (const message of messages) message.views.delete(person.id)
      await Promise.all(
        messages.map((message) => refreshFor(clerk, person, { room: roomOf(state, message.room), message })),
      )
    },

    sees: () => screenOf(state, person),
    newest: () => [...screenOf(state, person)].sort((a, b) => a.changed - b.changed).at(-1),
    dialog: () => (person.dialog === undefined ? undefined : seenDialog(state, person, person.dialog)),
    compose: () => (person.compose === undefined ? undefined : seenCompose(person, person.compose)),
    notices: () => person.notices,
  }
}

type Installing = 'installs' | 'uninstalls' | 'blocks' | 'unblocks' | 'leaves' | 'joins'

function installingOf(clerk: Clerk, person: Person): Pick<User, Installing> {
  const { state } = clerk
  const room = roomOf(state, person.personal)
  return {
    async installs() {
      room.withBot = true
      await tellInstalled(clerk, person, room, 'add')
    },
    async uninstalls() {
      room.withBot = false
      await clerk.deliver(installation({ state, person, room }, 'remove'))
    },
    blocks(as = 'MessageWritesBlocked') {
      person.blocked = as
    },
    unblocks() {
      person.blocked = undefined
    },
    async leaves() {
      person.gone = true
      const shared = roomsOf(state, person).filter((one) => one.kind !== 'personal')
      for (const one of shared) one.members.delete(person.id)
      const removed = [memberOf(person)]
      const told = shared.filter((one) => one.withBot && (one.team === undefined || one.team.id === one.id))
      await Promise.all(told.map((one) => clerk.deliver(membership({ state, person, room: one }, { removed }))))
    },
    async joins({ id }, by) {
      const adder = findPerson(state, by.id) ?? person
      const joined = roomOf(state, id)
      joined.members.add(person.id)
      const added = [memberOf(person)]
      if (joined.withBot) await clerk.deliver(membership({ state, person: adder, room: joined }, { added }))
    },
  }
}

/** Teams sends two activities: the installation, and the bot as a new member. */
export async function tellInstalled(clerk: Clerk, person: Person, room: Room, what: 'add' | 'remove'): Promise<void> {
  const { state } = clerk
  const scene = { state, person, room }
  const bot: readonly Fields[] = [{ id: state.bot.id }]
  await Promise.all([
    clerk.deliver(installation(scene, what)),
    clerk.deliver(membership(scene, what === 'add' ? { added: bot } : { removed: bot })),
  ])
}

async function say(clerk: Clerk, person: Person, text: string, where: Where): Promise<Message> {
  const { state } = clerk
  const { room, root } = placeOf(state, person, where)
  if (room.kind === 'personal' && !room.withBot) throw new Error(`${person.name} has not installed the bot.`)
  if (person.blocked !== undefined && room.kind === 'personal') throw new Error(`${person.name} has blocked the bot.`)
  const { message, told } = post(state, { person, room, root }, { text, attachments: [] })
  const scene = { state, person, room, root: message.root }
  if (hears(state, room, message)) await clerk.deliver(messageActivity(scene, { id: message.id, text }))
  return told
}

/** In a group chat or channel the bot only receives messages that mention it. */
function hears(state: State, room: Room, message: Stored): boolean {
  return room.withBot && (room.kind === 'personal' || message.text.includes(`<at>${state.bot.name}</at>`))
}

function own(state: State, person: Person, message: Message): { readonly room: Room; readonly stored: Stored } {
  const room = roomOf(state, message.room)
  const stored = room.messages.find((one) => one.id === message.id)
  if (stored?.from !== person.id) throw new Error('That message does not stand there, or is somebody else’s.')
  return { room, stored }
}

// What Teams knows: people, conversations and their messages. It only finds and counts.
import { createHash, randomUUID } from 'node:crypto'
import type { Fields } from '../json.ts'
import type { Paper } from './paper.ts'
import type { Profile } from './types.ts'
import type { Client } from './user.ts'

export interface State {
  readonly appId: string
  readonly tenant: string
  readonly bot: { readonly id: string; readonly name: string }
  readonly people: Map<string, Person>
  readonly rooms: Map<string, Room>
  readonly teams: Map<string, Team>
  readonly warnings: string[]
  /** Set once the server listens. */
  serviceUrl: string
  now(): Date
  /** An activity's id: a time in milliseconds, different each time. */
  nextId(): string
  /** Counts all changes that anybody sees. */
  nextChange(): number
}

export interface Person {
  readonly id: string
  readonly aadId: string
  readonly name: string
  readonly email: string
  readonly tenant: string
  readonly personal: string
  readonly guest: boolean
  client: Client
  blocked: 'MessageWritesBlocked' | 'ConversationBlockedByUser' | undefined
  gone: boolean
  dialog: Dialog | undefined
  compose: Compose | undefined
  readonly notices: string[]
  /** What they have filled in, by message id; `dialog` for the open dialog. */
  readonly papers: Map<string, Paper>
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly groupId: string
}

export interface Room {
  readonly id: string
  readonly kind: 'personal' | 'groupChat' | 'channel'
  readonly name: string
  readonly team: Team | undefined
  /** Set for a channel with members of its own. */
  readonly own?: 'shared' | 'private' | undefined
  /** Ids of people. */
  readonly members: Set<string>
  withBot: boolean
  readonly messages: Stored[]
}

export interface Stored {
  readonly id: string
  readonly room: string
  readonly root: string | undefined
  readonly from: string
  text: string
  attachments: readonly Fields[]
  summary: string | undefined
  changed: number
  edited: boolean
  /** Whether Teams shows its own thumbs under it. */
  thumbs: boolean
  /** What single people see instead, by their ids. */
  readonly views: Map<string, View>
  /** How often clients have asked for their own view of it. */
  refreshes: number
}

export interface View {
  readonly card: Fields
  readonly changed: number
}

export interface Dialog {
  readonly title: string
  readonly card: Fields
  readonly changed: number
  readonly of: DialogOf
}

/** Where a dialog came from, to which its answers belong. */
export type DialogOf =
  | { readonly kind: 'bot'; readonly room: Room; readonly message: Stored }
  | { readonly kind: 'extension'; readonly room: Room; readonly root: string | undefined; readonly about: Fields }

export interface Compose {
  readonly attachment: Fields
  readonly changed: number
}

export function createState(given: { readonly appId: string; readonly tenant: string }, clock: () => Date): State {
  let changes = 0
  let last = clock().getTime()
  return {
    ...given,
    bot: { id: `28:${given.appId}`, name: 'Policy Guide' },
    people: new Map(),
    rooms: new Map(),
    teams: new Map(),
    warnings: [],
    serviceUrl: '',
    now: clock,
    nextId: () => String((last = Math.max(last + 1, clock().getTime()))),
    nextChange: () => ++changes,
  }
}

export function addPerson(state: State, name: string, about: Partial<Profile> = {}): Person {
  // Derived from the name, so that the output of a failed test is readable.
  const mark = createHash('sha256').update(name).digest('hex')
  const person: Person = {
    id: `29:1${mark.slice(0, 40)}`,
    aadId: mark.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    name,
    email: about.email ?? `${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '.')}@school.example`,
    tenant: about.tenant ?? state.tenant,
    personal: `a:1${mark.slice(24, 64)}`,
    guest: about.guest ?? false,
    client: 'current',
    blocked: undefined,
    gone: false,
    dialog: undefined,
    compose: undefined,
    notices: [],
    papers: new Map(),
  }
  state.people.set(person.id, person)
  addRoom(state, { id: person.personal, kind: 'personal', name, members: [person.id], withBot: false })
  return person
}

export function addRoom(
  state: State,
  room: Pick<Room, 'id' | 'kind' | 'name' | 'withBot'> & {
    readonly members: Iterable<string>
    readonly team?: Team | undefined
    readonly own?: Room['own']
  },
): Room {
  const added: Room = { ...room, team: room.team, members: new Set(room.members), messages: [] }
  state.rooms.set(added.id, added)
  return added
}

export function newThreadId(kind: 'channel' | 'groupChat'): string {
  const mark = randomUUID().replaceAll('-', '')
  return kind === 'channel' ? `19:${mark}@thread.tacv2` : `19:${mark}@thread.v2`
}

/** Finds by name, Teams id or Entra object id. */
export function findPerson(state: State, id: string): Person | undefined {
  const known = state.people.get(id)
  if (known !== undefined) return known
  return [...state.people.values()].find((one) => one.name === id || one.aadId === id.toLowerCase())
}

/** Also returns the thread named after `;messageid=`. A team's id is that of its first channel. */
export function findRoom(
  state: State,
  id: string,
): { readonly room: Room; readonly root: string | undefined } | undefined {
  const [plain = '', root] = id.split(';messageid=')
  const room = state.rooms.get(plain)
  return room && { room, root }
}

export function roomOf(state: State, id: string): Room {
  const room = state.rooms.get(id)
  if (room === undefined) throw new Error(`There is no conversation ${id}.`)
  return room
}

export function adaptiveIn(message: Stored): Fields | undefined {
  const content = message.attachments.find((one) => one['contentType'] === adaptive)?.['content']
  // An attachment's content was checked on arrival.
  return content as Fields | undefined
}

/** The card that this person sees now: their own view, if it is newer than the message. */
export function cardFor(
  message: Stored,
  person: Person,
): { readonly card: Fields | undefined; readonly changed: number; readonly own: boolean } {
  const view = message.views.get(person.id)
  if (view !== undefined && view.changed > message.changed) return { ...view, own: true }
  return { card: adaptiveIn(message), changed: message.changed, own: false }
}

export const adaptive = 'application/vnd.microsoft.card.adaptive'

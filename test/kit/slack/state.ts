// What the stand-in remembers of a workspace: people, conversations, messages and views. Only this folder changes it.
import type { Fields } from '../json.ts'
import type { AppSettings, Profile, Warning } from './types.ts'

export interface State {
  readonly settings: AppSettings
  readonly ids: { readonly team: string; readonly app: string; readonly bot: string; readonly botUser: string }
  readonly tokens: { readonly bot: string; readonly app: string }
  readonly people: Map<string, Person>
  readonly channels: Map<string, Room>
  /** Direct conversations with the app, by person; `channels` contains them, too. */
  readonly directs: Map<string, Room>
  readonly groups: Map<string, Group>
  readonly triggers: Map<string, Trigger>
  readonly hooks: Map<string, Hook>
  readonly files: Map<string, StoredFile>
  /** How many times a new file is still unready when a block wants to show it. */
  fileLooks: number
  readonly warnings: Warning[]
  /** The least number of calls, deliveries and messages of a conversation to remember. */
  readonly keeps: number
  revoked: boolean
  now(): Date
  /** A message timestamp such as `1788253200.000300`, each later than the one before. */
  nextTs(): string
  /** An id in Slack's form: the prefix, such as `U`, and ten characters. */
  nextId(prefix: string): string
}

export interface StoredFile {
  readonly id: string
  readonly name: string
  /** The announced length in bytes. */
  readonly length: number
  title: string
  content: Buffer | undefined
  completed: boolean
  /** Ids of conversations. */
  readonly sharedIn: string[]
  /** How many more times it is unready. */
  unready: number
}

export interface Group {
  readonly id: string
  readonly handle: string
  readonly users: readonly string[]
}

export interface Person {
  readonly id: string
  name: string
  readonly handle: string
  profile: Omit<Profile, 'id'>
  /** The page of the app that this person looks at. */
  looksAt: 'messages' | 'home'
  homeOpened: boolean
  home: View | undefined
  /** Stacked modals, the topmost last. */
  modals: View[]
  /** By block_id; the empty key has Slack's own error for an app that did not answer. */
  errors: Readonly<Record<string, string>>
  pane: { thread: string; status: string; title: string; prompts: readonly { title: string; message: string }[] }
  updated: number
}

export interface Room {
  readonly id: string
  /** Without `#`; empty for a direct message. */
  readonly name: string
  readonly kind: 'channel' | 'group' | 'im'
  readonly members: Set<string>
  readonly archived: boolean
  readonly messages: Stored[]
  /** The app's status under a message while it is busy, by the message's ts. */
  readonly statuses: Map<string, string>
  /** When the app last posted, by the given clock, for the limit of one message per second. */
  lastPost: number
}

export interface Stored {
  readonly ts: string
  readonly channel: string
  readonly thread: string | undefined
  readonly user: string
  readonly botId: string | undefined
  subtype: string | undefined
  text: string
  blocks: readonly Fields[]
  metadata: Fields | undefined
  edited: string | undefined
  /** The only person who sees it, if it is ephemeral. */
  readonly onlyFor: string | undefined
  readonly clientMsgId: string | undefined
  readonly reactions: Set<string>
  readonly files: readonly Fields[]
  /** What each person has filled in, by their id; then by block_id and action_id. */
  readonly filled: Map<string, Filled>
}

/** Form state: block_id → action_id → what Slack reports of the element. */
export type Filled = Record<string, Record<string, Fields>>

export interface View {
  readonly id: string
  readonly kind: 'modal' | 'home'
  readonly user: string
  readonly rootId: string
  readonly previousId: string | undefined
  /** As the app sent it, with block ids filled in. */
  body: Fields
  hash: string
  filled: Filled
}

export interface Trigger {
  readonly user: string
  readonly at: number
  used: boolean
}

/** One response_url. */
export interface Hook {
  readonly user: string
  readonly channel: string
  readonly at: number
  uses: number
  /** The message whose button was pressed; undefined for a command. */
  readonly message: string | undefined
  readonly thread: string | undefined
}

export function createState(settings: AppSettings, now: () => Date, keeps = Infinity): State {
  let serial = 0
  let last = 0
  return {
    settings,
    ids: { team: 'T0SCHOOL01', app: 'A0GUIDE001', bot: 'B0GUIDE001', botUser: 'U0GUIDEBOT' },
    tokens: { bot: 'xoxb-1000000001-1000000002-stand1n', app: 'xapp-1-A0GUIDE001-1000000003-stand1n' },
    people: new Map(),
    channels: new Map(),
    directs: new Map(),
    groups: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    files: new Map(),
    fileLooks: 0,
    warnings: [],
    keeps,
    revoked: false,
    now,
    nextTs() {
      last = Math.max(last + 100, now().getTime() * 1000)
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`
    },
    nextId(prefix) {
      serial += 1
      return prefix + serial.toString(36).toUpperCase().padStart(10, '0')
    },
  }
}

/** Finds by id, `@name` or name. */
export function findPerson(state: State, who: string): Person | undefined {
  const bare = who.replace(/^@/, '')
  return (
    state.people.get(bare) ??
    [...state.people.values()].find((person) => person.name === bare || person.handle === bare)
  )
}

/** Finds by id or `#name`. */
export function findRoom(state: State, where: string): Room | undefined {
  const name = where.replace(/^#/, '')
  return (
    state.channels.get(where) ?? [...state.channels.values()].find((room) => room.name !== '' && room.name === name)
  )
}

/** The direct conversation between that person and the app, created if needed. */
export function directRoom(state: State, user: string): Room {
  const known = state.directs.get(user)
  if (known !== undefined) return known
  const room = addRoom(state, { id: state.nextId('D'), name: '', kind: 'im', members: [user, state.ids.botUser] })
  state.directs.set(user, room)
  return room
}

export function addRoom(
  state: State,
  about: {
    readonly id: string
    readonly name: string
    readonly kind: Room['kind']
    readonly members: readonly string[]
    readonly archived?: boolean
  },
): Room {
  const room: Room = {
    id: about.id,
    name: about.name,
    kind: about.kind,
    members: new Set(about.members),
    archived: about.archived ?? false,
    messages: [],
    statuses: new Map(),
    lastPost: -Infinity,
  }
  state.channels.set(room.id, room)
  return room
}

export function findMessage(room: Room, ts: string): Stored | undefined {
  // Searched from the end, because it is usually one of the last.
  return room.messages.findLast((message) => message.ts === ts)
}

/** All open modals and published homes. */
export function openViews(state: State): readonly View[] {
  return [...state.people.values()].flatMap((person) => [...(person.home ? [person.home] : []), ...person.modals])
}

/** Drops the oldest items, once there are twice as many as to keep. */
export function keepLast(list: unknown[], { keeps }: State): void {
  if (list.length > 2 * keeps) list.splice(0, list.length - keeps)
}

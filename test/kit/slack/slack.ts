// A local stand-in for Slack: a workspace that speaks the real protocol over loopback, and refuses what Slack refuses.
import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Desk } from './api/method.ts'
import { createClerk, type Clerk } from './clerk.ts'
import { deliver, redeliver, type Post, type Sent } from './deliver.ts'
import { createFaults } from './faults.ts'
import { createFlight, settle, type Flight } from '../flight.ts'
import { toMessage } from './messages.ts'
import { aboutPerson, groupChange, urlVerification } from './payloads.ts'
import { createUser } from './person.ts'
import { createOffice } from './server.ts'
import { allowEverything } from './settings.ts'
import { createSockets } from './socket.ts'
import {
  addRoom,
  createState,
  directRoom,
  findPerson,
  findRoom,
  keepLast,
  type Group,
  type Person,
  type State,
} from './state.ts'
import type { Fields } from '../json.ts'
import type { Call, Delivery, Forgery, Profile, Slack, SlackOptions, User } from './types.ts'

export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const settings = { ...allowEverything, ...options.settings }
  const state = createState(settings, options.clock ?? (() => new Date()), options.keeps)
  const flight = createFlight()
  const faults = createFaults(() => state.now())
  const calls: Call[] = []
  const told: Fields[] = []
  const agent = new Agent({ keepAlive: true })
  const world = { idle: undefined as (() => Promise<void>) | undefined, forgery: undefined as Forgery | undefined }
  let addresses: Readonly<Partial<Record<Delivery['kind'], string>>> = {}
  let port = 0

  const desk: Desk = {
    state,
    tooFast(room) {
      const now = state.now().getTime()
      if (faults.postingLimited && now - room.lastPost < 1000) return true
      room.lastPost = now
      return false
    },
    tell: (event) => void told.push(event),
    warn: (method, what) => void state.warnings.push({ method, what }),
    address: (scheme, path) => `${scheme}://127.0.0.1:${port}${path}`,
    ticket: () => sockets.ticket(),
  }
  const server = createOffice({
    desk,
    faults,
    flight,
    remember(call) {
      calls.push(call)
      keepLast(calls, state)
      options.watch?.(call)
    },
    dispatch: () => clerk.dispatch(),
  })
  const ackWithin = options.ackWithin ?? 300_000
  const sockets = createSockets(server, { flight, appId: state.ids.app, ackWithin })
  const deliveries: Sent[] = []
  const post: Post = {
    flight,
    sockets: options.mode === 'socket' ? sockets : undefined,
    agent,
    secret: signingSecret,
    ackWithin,
    redelivers: options.redelivers ?? false,
    deliveries,
    remember(delivery) {
      deliveries.push(delivery)
      keepLast(deliveries, state)
    },
    now: () => state.now(),
    signingNow: options.signingClock ?? (() => new Date()),
    addressOf: (kind) => addresses[kind],
    forgery: () => world.forgery,
  }
  const clerk = createClerk(desk, post, told)
  const users = createPeople(state, clerk)

  port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())))
  })

  return {
    apiUrl: desk.address('http', '/api/'),
    signingSecret,
    tokens: state.tokens,
    ids: state.ids,
    deliverTo(url) {
      const all = typeof url === 'string' ? { events: url, interactivity: url, commands: url } : url
      addresses = {
        event: all.events,
        verification: all.events,
        interaction: all.interactivity,
        command: all.commands,
      }
    },
    user: (name, about) => users.user(name, about),
    async joins(name, about) {
      const user = users.user(name, about)
      await clerk.event(aboutPerson(state, 'team_join', users.person(name)))
      return user
    },
    channel: (name, about = {}) => channelOf(state, name, about),
    usergroup: (handle, members) => groupOf(state, handle, members),
    async changesUsergroup(handle, members) {
      const before = [...state.groups.values()].find((group) => group.handle === handle)?.users ?? []
      await clerk.event(groupChange(state, before, groupOf(state, handle, members)))
    },
    sends: (event, forge) => clerk.anyEvent(event, forge),
    async verifiesUrl() {
      const body = urlVerification()
      const delivery = await deliver(post, { kind: 'verification', id: body.challenge, body })
      return delivery.attempts[0] ?? { at: state.now(), status: 0, answer: undefined, retry: undefined }
    },
    redeliver: (eventId, reason = 'http_timeout') => redeliver(post, eventId, reason),
    forges(forgery) {
      world.forgery = forgery
    },
    honest() {
      world.forgery = undefined
    },
    async uninstalls() {
      state.revoked = true
      const revoked = { oauth: [], bot: [state.ids.botUser] }
      await clerk.event({ type: 'tokens_revoked', tokens: revoked, event_ts: state.nextTs() })
      await clerk.event({ type: 'app_uninstalled', event_ts: state.nextTs() })
    },
    socket: sockets,
    faults,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method),
    deliveries,
    warnings: state.warnings,
    messagesIn(channel, of) {
      const room = roomFor(state, channel, of)
      return (room?.messages ?? []).filter((message) => message.onlyFor === undefined).map(toMessage)
    },
    statusesIn: (channel, of) => roomFor(state, channel, of)?.statuses ?? new Map(),
    files: () => [...state.files.values()],
    processesSlowly(looks) {
      state.fileLooks = looks
    },
    idleBy(idle) {
      world.idle = idle
    },
    settled: () => settle(flight, world.idle, () => underWay(flight, calls, deliveries)),
    until: (seen) => flight.until(seen, () => underWay(flight, calls, deliveries)),
    async close() {
      faults.clear()
      await sockets.close()
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const signingSecret = '0123456789abcdef0123456789abcdef'

function createPeople(state: State, clerk: Clerk) {
  const users = new Map<string, User>()
  const person = (name: string, about: Partial<Profile> = {}): Person => {
    const known = findPerson(state, name)
    if (known !== undefined) return known
    const handle = name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '.')
    const { id, ...profile } = about
    const plain = { title: '', isBot: false, isGuest: false, deleted: false, isAdmin: false }
    const added: Person = {
      id: id ?? state.nextId('U'),
      name,
      handle,
      profile: { email: `${handle}@school.example`, ...plain, ...profile },
      looksAt: 'messages',
      homeOpened: false,
      home: undefined,
      modals: [],
      errors: {},
      pane: { thread: '', status: '', title: '', prompts: [] },
      updated: Math.floor(state.now().getTime() / 1000),
    }
    state.people.set(added.id, added)
    return added
  }
  return {
    person,
    user(name: string, about?: Partial<Profile>): User {
      const one = person(name, about)
      const user = users.get(one.id) ?? createUser(clerk, one)
      users.set(one.id, user)
      return user
    },
  }
}

function groupOf(state: State, handle: string, members: readonly string[]): Group {
  const known = [...state.groups.values()].find((group) => group.handle === handle)
  const users = members.map((member) => findPerson(state, member)?.id ?? member)
  const group = { id: known?.id ?? state.nextId('S'), handle, users }
  state.groups.set(group.id, group)
  return group
}

function channelOf(state: State, name: string, about: Parameters<Slack['channel']>[1] = {}) {
  const bare = name.replace(/^#/, '')
  const members = (about.members ?? []).map((member) => member.id)
  const known = findRoom(state, name)
  for (const member of members) known?.members.add(member)
  const app = about.withApp === false ? [] : [state.ids.botUser]
  return (
    known ??
    addRoom(state, {
      id: state.nextId('C'),
      name: bare,
      kind: about.private === true ? 'group' : 'channel',
      members: [...app, ...members],
      archived: about.archived ?? false,
    })
  )
}

/** `dm` is the direct conversation with that person. */
function roomFor(state: State, channel: string, of: User | undefined) {
  return channel === 'dm' && of !== undefined ? directRoom(state, of.id) : findRoom(state, channel)
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port')
  return address.port
}

/** What is under way, for the error of a wait that ran out. */
function underWay(flight: Flight, calls: readonly Call[], deliveries: readonly Sent[]): string {
  const last = calls.slice(-5).map((call) => `${call.method} → ${JSON.stringify(call.answer).slice(0, 120)}`)
  const open = deliveries.filter((one) => one.attempts.length === 0).map((one) => one.kind)
  return `${flight.count} under way; unanswered: ${open.join(', ') || 'nothing'}; last calls: ${last.join('; ') || 'none'}`
}

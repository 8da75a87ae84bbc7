// A local stand-in for Teams: a tenant that speaks the Bot Framework protocol over loopback, and refuses what Teams
// refuses.
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Fields, type Json, textOf } from '../json.ts'
import { createFlight, settle, type Flight } from '../flight.ts'
import { refreshAll, type Clerk } from './clerk.ts'
import type { Desk } from './connector.ts'
import { deliver, redeliver, type Post } from './deliver.ts'
import { createFaults } from './faults.ts'
import { createGraphState } from './graph.ts'
import { createIssuer, type Forgery, type Issuer } from './issuer.ts'
import { common } from './payloads.ts'
import { toMessage } from './messages.ts'
import { createUser, tellInstalled } from './person.ts'
import { createOffice } from './server.ts'
import {
  addPerson,
  addRoom,
  createState,
  findPerson,
  newThreadId,
  roomOf,
  type Person,
  type Room,
  type State,
} from './state.ts'
import type {
  Call,
  ChannelOptions,
  Delivery,
  Message,
  Place,
  Profile,
  RoomOptions,
  Teams,
  TeamsOptions,
} from './types.ts'
import type { User } from './user.ts'

export async function startTeams(options: TeamsOptions = {}): Promise<Teams> {
  const appId = options.appId ?? '0f5ea1ab-2f1d-4c53-9d0a-5d1c2c0f7a11'
  const appPassword = options.appPassword ?? 'a-secret-of-the-stand-in'
  const tenant = '7a9c1c52-6a2e-4b0e-8a43-1d2b2f6e5c90'
  const state = createState({ appId, tenant }, options.clock ?? (() => new Date()))
  const flight = createFlight()
  const faults = createFaults()
  const calls: Call[] = []
  const deliveries: Delivery[] = []
  const agent = new Agent({ keepAlive: true })
  const world = {
    idle: undefined as (() => Promise<void>) | undefined,
    forgery: undefined as Forgery | undefined,
    address: undefined as string | undefined,
    issuer: undefined as Issuer | undefined,
  }
  const desk: Desk = {
    state,
    memberPage: options.memberPage ?? 200,
    shown(room, message) {
      // After the answer to the bot, since clients hear of the card independently.
      const done = flight.begin()
      setImmediate(() => void refreshAll(clerk, room, message).finally(done))
    },
  }
  const issuer = () => {
    if (world.issuer === undefined) throw new Error('the stand-in is not up yet')
    return world.issuer
  }
  const graph = createGraphState()
  const server = createOffice({ desk, faults, flight, calls, issuer, graph })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())))
  })
  const base = `http://127.0.0.1:${port}`
  state.serviceUrl = `${base}/uk/`
  world.issuer = await createIssuer({
    base,
    serviceUrl: state.serviceUrl,
    appId,
    appPassword,
    tenant,
    clock: state.now,
    certificate: options.certificate,
    graph,
  })
  const post: Post = {
    flight,
    agent,
    issuer: world.issuer,
    answerWithin: options.answerWithin ?? 300_000,
    deliveries,
    address: () => world.address,
    forgery: () => world.forgery,
  }
  const clerk: Clerk = {
    state,
    refreshes: options.refreshes ?? true,
    deliver: (activity) => deliver(post, activity),
  }
  const underWay = () => described(flight, calls, deliveries)
  return {
    serviceUrl: state.serviceUrl,
    appId,
    appPassword,
    tenant,
    bot: state.bot,
    endpoints: world.issuer.endpoints,
    deliverTo(url) {
      world.address = url
    },
    ...placesOf(clerk),
    sends(activity, { forge, from, in: place } = {}) {
      const person = from === undefined ? anybody(state) : personOf(state, from)
      const room = roomOf(state, place?.id ?? person.personal)
      return deliver(post, { ...common({ state, person, room }), id: randomUUID(), ...activity }, forge)
    },
    redelivers: (delivery) => redeliver(post, delivery),
    forges(forgery) {
      world.forgery = forgery
    },
    honest() {
      world.forgery = undefined
    },
    authorization: (forgery) => issuer().authorization(forgery),
    graph,
    faults,
    calls,
    callsOf: (operation) => calls.filter((call) => call.operation === operation),
    deliveries,
    warnings: state.warnings,
    idleBy(idle) {
      world.idle = idle
    },
    settled: () => settle(flight, world.idle, underWay),
    until: (seen) => flight.until(seen, underWay),
    async close() {
      faults.clear()
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Places = 'user' | 'group' | 'channel' | 'adds' | 'removes' | 'messagesIn'

function placesOf(clerk: Clerk): Pick<Teams, Places> {
  const { state } = clerk
  const users = new Map<string, User>()
  const install = async (place: Place, by: User, what: 'add' | 'remove') => {
    const room = roomOf(state, place.id)
    for (const one of room.team === undefined ? [room] : channelsOf(state, room)) one.withBot = what === 'add'
    const first = roomOf(state, room.team?.id ?? room.id)
    await tellInstalled(clerk, personOf(state, by), first, what)
  }
  return {
    user(name: string, about?: Partial<Profile>) {
      const person = findPerson(state, name) ?? addPerson(state, name, about)
      const user = users.get(person.id) ?? createUser(clerk, person)
      users.set(person.id, user)
      return user
    },
    group: (name, options = {}) => toPlace(groupOf(state, name, options)),
    channel: (name, options = {}) => toPlace(channelOf(state, name, options)),
    adds: (to, by) => install(to, by, 'add'),
    removes: (from, by) => install(from, by, 'remove'),
    messagesIn(place): readonly Message[] {
      const person = findPerson(state, place.id)
      return roomOf(state, person?.personal ?? place.id).messages.map((message) => toMessage(state, message))
    },
  }
}

function groupOf(state: State, name: string, options: RoomOptions): Room {
  const known = [...state.rooms.values()].find((room) => room.kind === 'groupChat' && room.name === name)
  const withBot = options.withBot ?? true
  const room = known ?? addRoom(state, { id: newThreadId('groupChat'), kind: 'groupChat', name, members: [], withBot })
  for (const member of options.members ?? []) room.members.add(member.id)
  return room
}

/** A team's first channel has the team's own id; members of a standard channel are members of the team. */
function channelOf(state: State, name: string, options: ChannelOptions): Room {
  const called = options.team ?? 'Staff'
  const id = newThreadId('channel')
  const team = [...state.teams.values()].find((one) => one.name === called) ?? {
    id,
    name: called,
    groupId: randomUUID(),
  }
  const kind = 'channel'
  const withBot = options.withBot ?? true
  if (!state.teams.has(team.id)) {
    state.teams.set(team.id, team)
    addRoom(state, { id: team.id, kind, name: 'General', team, members: [], withBot })
  }
  const general = roomOf(state, team.id)
  const known = channelsOf(state, general).find((room) => room.name === name)
  const room =
    known ??
    addRoom(state, {
      id: newThreadId('channel'),
      kind,
      name,
      team,
      own: options.own,
      members: [],
      withBot: general.withBot,
    })
  const rooms = options.own === undefined ? [general, room] : [room]
  for (const member of options.members ?? []) for (const one of rooms) one.members.add(member.id)
  return room
}

function channelsOf(state: State, room: Room): readonly Room[] {
  return [...state.rooms.values()].filter((one) => one.team !== undefined && one.team === room.team)
}

function toPlace(room: Room): Place {
  return { id: room.id, name: room.name, team: room.team?.id }
}

function personOf(state: State, user: User): Person {
  const person = state.people.get(user.id)
  if (person === undefined) throw new Error(`${user.name} is not in this tenant.`)
  return person
}

function anybody(state: State): Person {
  return [...state.people.values()][0] ?? addPerson(state, 'Somebody Else')
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port')
  return address.port
}

/** What is under way, for the error of a wait that ran out. */
function described(flight: Flight, calls: readonly Call[], deliveries: readonly Delivery[]): string {
  const last = calls.slice(-5).map(({ operation, status, answer }) => `${operation} → ${status} ${brief(answer)}`)
  const open = deliveries.filter((one) => one.attempts.length === 0).map(({ activity }) => nameOf(activity))
  return `${flight.count} under way; unanswered: ${open.join(', ') || 'nothing'}; last calls: ${last.join('; ') || 'none'}`
}

function nameOf({ name, type }: Fields): string {
  return textOf(name) ?? textOf(type) ?? ''
}

function brief(answer: Json | undefined): string {
  return answer === undefined ? '' : JSON.stringify(answer).slice(0, 120)
}

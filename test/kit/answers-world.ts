// Simulates a school that asks while everything fails: servers die at any await, the store refuses or hangs, and the
// platform takes nothing for minutes and redelivers messages, whether acknowledged or not. All randomness comes from
// one seed. The rules are judged here, from what the platform saw, without the code under test.
import type { Kysely } from 'kysely'
import { outboxOver } from '../../adapters/store/outbox.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { ChatEvent } from '../../src/chat/events.ts'
import { here, privately } from '../../src/chat/replies.ts'
import { openAnswers, type AnswersKept } from '../../src/outbox/answers.ts'
import type { Outbox } from '../../src/ports/outbox.ts'
import type { Chat, Posted, Sought } from '../../src/ports/ports.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { noMeter } from './ports.ts'
import { plainCard } from './slackbot.ts'
import { chanceFrom } from './chance.ts'

export interface Answered {
  readonly wrong: readonly string[]
  readonly arrived: number
}

interface Asked {
  readonly event: Extract<ChatEvent, { kind: 'said' }>
  acknowledged: boolean
  /** Titles of the cards that the person saw. */
  readonly seen: string[]
  /** Which server showed the last card, and when. */
  by: Server | undefined
  shownAt: number
  wrongly: boolean
}

interface Server {
  readonly which: number
  readonly answers: AnswersKept
  readonly died: Promise<void>
  readonly die: () => void
  readonly unnoted: Set<string>
  dead: boolean
  /** When the store last failed this server, in milliseconds. */
  troubled: number
  trouble: 'none' | 'refuses' | 'hangs'
  release: () => void
  /** Ticks run one at a time, as in the program. */
  tending: Promise<void> | undefined
}

interface World {
  readonly seed: number
  readonly random: () => number
  /** One for each connection to the shared database; servers take them in turn. */
  readonly outboxes: readonly Outbox[]
  readonly asked: Map<string, Asked>
  /** Ids of events that a server acknowledged while the store refused them. */
  readonly unnoted: Set<string>
  readonly db: Kysely<Tables>
  servers: Server[]
  now: number
  faults: boolean
  outage: boolean
  alone: boolean
  tells: boolean
  ids: number
}

const minute = 60_000

/**
 * The database holds no arrivals before, and none afterwards. The given connections are shared out among the servers:
 * on PostgreSQL each has its own, and the database decides in which order it answers them.
 */
export async function liveAnswers(
  seed: number,
  db: Kysely<Tables>,
  connections: readonly Kysely<Tables>[] = [db],
): Promise<Answered> {
  const random = chanceFrom(seed)
  const alone = random() < 0.4
  const tells = random() < 0.5
  const world: World = {
    ...{
      seed,
      random,
      alone,
      tells,
      outboxes: connections.map(outboxOver),
      asked: new Map(),
      unnoted: new Set(),
      db,
      servers: [],
    },
    ...{ now: Date.UTC(2026, 10, 23, 9), faults: true, outage: false, ids: 0 },
  }
  const count = alone ? 1 : 2 + Math.floor(random() * 2)
  world.servers = Array.from({ length: count }, (_, n) => start(world, n))
  const wrong: string[] = []
  for (let step = 0; step < 8 + random() * 8; step++) {
    await passMinute(world)
    wrong.push(...(await typedIn(db, world)))
  }
  await calm(world)
  wrong.push(...(await judge(world)), ...(await leftIn(db)))
  await db.deleteFrom('arrival').execute()
  return { wrong: wrong.map((what) => `world ${seed}: ${what}`), arrived: world.asked.size }
}

async function passMinute(world: World): Promise<void> {
  const { random } = world
  world.now += minute
  if (random() < 0.2) world.outage = !world.outage
  for (const server of world.servers) {
    turnStore(server, random)
    if (server.trouble !== 'none') server.troubled = world.now
  }
  const works: Promise<unknown>[] = world.servers.map((server) => tend(server))
  for (let n = Math.floor(random() * 5); n > 0; n--) works.push(deliver(world, ask(world)))
  for (const each of world.asked.values()) {
    // Redelivers unacknowledged messages, and now and then acknowledged ones.
    if (random() < (each.acknowledged ? 0.03 : 0.6)) works.push(deliver(world, each))
  }
  await Promise.all(works)
  world.servers = await Promise.all(
    world.servers.map(async (server) => {
      if (!server.dead && random() < 0.05) await stop(server)
      return server.dead ? start(world, server.which) : server
    }),
  )
}

/** Minutes without faults, in which everything that can still arrive arrives. */
async function calm(world: World): Promise<void> {
  world.faults = false
  world.outage = false
  for (const server of world.servers) mend(server)
  // On a real database work of an earlier minute may still have been under way, and its server may have died since.
  world.servers = world.servers.map((server) => (server.dead ? start(world, server.which) : server))
  for (let step = 0; step < 8; step++) {
    world.now += minute
    await Promise.all(world.servers.map((server) => tend(server)))
    for (const each of world.asked.values()) if (!each.acknowledged) await deliver(world, each)
    await Promise.all(world.servers.map(({ answers, died }) => Promise.race([died, answers.idle()])))
  }
}

function ask(world: World): Asked {
  const id = `w${world.seed}-${++world.ids}`
  const place = { platform: 'slack', id: `D${id}`, kind: 'private' } as const
  const kind = ['plain', 'plain', 'draft', 'urgent'][Math.floor(world.random() * 4)] ?? 'plain'
  const event = {
    kind: 'said',
    id,
    account: { platform: 'slack', id: `U${id}` },
    place,
    text: `${kind} typed`,
  } as const
  const asked: Asked = {
    event,
    acknowledged: false,
    seen: [],
    by: undefined,
    shownAt: 0,
    wrongly: false,
  }
  world.asked.set(place.id, asked)
  return asked
}

async function deliver(world: World, asked: Asked): Promise<void> {
  const server = world.servers[Math.floor(world.random() * world.servers.length)]
  if (server === undefined || server.dead) return
  await Promise.race([server.died, answer(world, server, asked)])
}

/** Answers as an adapter does. */
async function answer(world: World, server: Server, asked: Asked): Promise<void> {
  const taken = await server.answers.take(asked.event)
  if (server.dead) return
  // The platform's time may run out before it sees the acknowledgement.
  if (!world.faults || world.random() > 0.05) asked.acknowledged = true
  const replies = await taken.replies({ outsider: false })
  for (const { card } of replies) {
    const posted = await show(world, server, asked.event.place.id, card.title)
    if (posted.kind === 'failed') {
      taken.notShown()
      return
    }
  }
  taken.shown()
}

function start(world: World, which: number): Server {
  let die: () => void = () => undefined
  const died = new Promise<void>((resolve) => (die = resolve))
  const server: Server = {
    ...{ which, died, die, troubled: 0, unnoted: new Set<string>(), dead: false, tending: undefined },
    ...{ trouble: 'none' as const, release: () => undefined, answers: undefined as unknown as AnswersKept },
  }
  const answers = openAnswers(
    {
      outbox: failing(world, server),
      chat: {
        post: (place, card) => show(world, server, place.id.replace(/^U/, 'D'), card.title),
        find: (place) => seek(world, server, place.id.replace(/^U/, 'D')),
        replace: cannotReplace,
      },
      clock: () => new Date(world.now),
      newId: () => `run-${world.seed}-${++world.ids}`,
      log: { info: quiet, warn: (about) => noteUnnoted(world, server, about), error: quiet },
      meter: noMeter,
    },
    {
      hear: () => Promise.resolve([here(plainCard('Answer'))]),
      contentOf: ({ kind, ...event }) => contentOf(kind === 'said' && 'text' in event ? event.text : ''),
      urgently: () => Promise.resolve([privately(plainCard('Urgent help'))]),
      isKnown: () => Promise.resolve(true),
    },
    { wait: () => (server.trouble === 'hangs' ? Promise.resolve() : new Promise(() => undefined)), alone: world.alone },
  )
  return Object.assign(server, { answers })
}

function contentOf(text: string) {
  if (text.startsWith('draft')) return { kind: 'draft' } as const
  return text.startsWith('urgent') ? ({ kind: 'urgent', need: 'harm' } as const) : ({ kind: 'plain' } as const)
}

/** This server alone knows of the event, so the person may never be answered. */
function noteUnnoted(world: World, { unnoted }: Server, { event }: Readonly<Record<string, unknown>>): void {
  if (typeof event !== 'string') return
  unnoted.add(event)
  world.unnoted.add(event)
}

async function tend(server: Server): Promise<void> {
  if (server.dead) return
  server.tending ??= server.answers
    .tend()
    .then(() => server.answers.idle())
    .finally(() => (server.tending = undefined))
  const hangs = server.trouble === 'hangs' ? Promise.resolve() : new Promise<never>(() => undefined)
  await Promise.race([server.tending, server.died, hangs])
}

async function stop(server: Server): Promise<void> {
  mend(server)
  await Promise.race([server.died, server.answers.stop()])
  kill(server)
}

function kill(server: Server): void {
  server.dead = true
  server.die()
}

function turnStore(server: Server, random: () => number): void {
  const fault = random()
  if (fault > 0.6) return
  // A hanging call ends with the next change.
  mend(server)
  if (fault < 0.1) server.trouble = 'refuses'
  else if (fault < 0.2) server.trouble = 'hangs'
}

function mend(server: Server): void {
  server.trouble = 'none'
  server.release()
}

/** The server may die before the work, or after it and before anybody learns of it. */
async function mortal<T>(world: World, server: Server, work: () => Promise<T>): Promise<T> {
  const dies = () => server.dead || (world.faults && world.random() < 0.01)
  const gone = () => {
    if (!server.dead) kill(server)
    return new Promise<never>(() => undefined)
  }
  if (dies()) return gone()
  const done = await work()
  return dies() ? gone() : done
}

function failing(world: World, server: Server): Outbox {
  const outbox = world.outboxes[server.which % world.outboxes.length]
  if (outbox === undefined) throw new Error('there is no database')
  const verbs = Object.entries(outbox).map(([name, verb]) => {
    const act = (...given: unknown[]) =>
      mortal(world, server, async () => {
        if (server.trouble === 'refuses') throw new StoreTrouble(new Error('disk full'))
        if (server.trouble === 'hangs') await new Promise<void>((resolve) => chain(server, resolve))
        return Reflect.apply(verb as (...all: unknown[]) => unknown, outbox, given)
      })
    return [name, act]
  })
  return Object.fromEntries(verbs) as Outbox // the verbs are the same
}

function chain(server: Server, resolve: () => void): void {
  const before = server.release
  server.release = () => {
    before()
    resolve()
  }
}

function show(world: World, server: Server, place: string, title: string): Promise<Posted> {
  return mortal(world, server, async () => {
    const asked = world.asked.get(place)
    if (world.outage || asked === undefined || (world.faults && world.random() < 0.1))
      return { kind: 'failed', what: 'HTTP 503' }
    if (asked.seen.length > 0 && !(await mayRepeat(world, asked))) asked.wrongly = true
    asked.seen.push(title)
    asked.by = server
    asked.shownAt = world.now
    return { kind: 'sent', message: place }
  })
}

/**
 * A repeat is allowed if the server that showed the answer died before noting it or could not note it, or if the event
 * was never written down.
 */
async function mayRepeat({ servers, unnoted, db, tells }: World, { event, by, shownAt }: Asked): Promise<boolean> {
  if (unnoted.has(event.id)) return true
  if (tells && !event.text.startsWith('urgent')) return false
  const row = await db.selectFrom('arrival').select('settled_at').where('id', '=', event.id).executeTakeFirst()
  if (row?.settled_at !== undefined && row.settled_at !== null) return false
  return by === undefined || by.dead || !servers.includes(by) || by.troubled >= shownAt
}

const cannotReplace: Chat['replace'] = () => Promise.resolve({ kind: 'failed', what: 'a test' })

/** In half of the worlds the platform can be asked what has arrived; there only urgent help may arrive twice. */
function seek(world: World, server: Server, place: string): Promise<Sought> {
  return mortal<Sought>(world, server, () => Promise.resolve(found(world, place)))
}

function found({ tells, outage, asked }: World, place: string): Sought {
  if (!tells) return { kind: 'cannot-tell', what: 'a test' }
  if (outage) return { kind: 'later', what: 'HTTP 503' }
  return (asked.get(place)?.seen.length ?? 0) > 0 ? { kind: 'found', message: place } : { kind: 'absent' }
}

const quiet = () => undefined

/** A message that was never written down may be lost with the one server that knew of it; no other may be lost. */
async function judge({ asked, unnoted, db }: World): Promise<string[]> {
  const known = new Set((await db.selectFrom('arrival').select('id').execute()).map(({ id }) => id))
  return [...asked.values()].flatMap(({ event: { id, text }, acknowledged, seen, wrongly }) => {
    const told = `${id} (${text.split(' ')[0] ?? ''}): ${seen.join(', ') || 'nothing'}`
    const mayBeLost = unnoted.has(id) && !known.has(id)
    if (acknowledged && seen.length === 0 && !mayBeLost) return [`acknowledged and never answered: ${told}`]
    return wrongly ? [`answered more than once: ${told}`] : []
  })
}

/** No word of a draft or an urgent message may be kept, at any time. */
async function typedIn(db: Kysely<Tables>, { seed }: World): Promise<string[]> {
  const rows = await db.selectFrom('arrival').selectAll().where('id', 'like', `w${seed}-%`).execute()
  const typed = rows.filter(({ kind, content }) => kind !== 'answer' && content?.includes('typed'))
  const left = rows.filter(
    ({ settled_at: at, content, account }) => at !== null && (content !== null || account !== ''),
  )
  return [...typed, ...left].map(({ id }) => `kept what was typed: ${id}`)
}

async function leftIn(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('arrival').select('id').where('settled_at', 'is', null).execute()
  return rows.map(({ id }) => `never settled: ${id}`)
}

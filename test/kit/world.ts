// A simulated school year in small: people come, go, are away, work part-time and sign; campaigns have their own rhythm
// and are paused; terms change under way; platforms fail; servers die at any await, are off for hours and start again;
// clocks differ, jump and go back. Everything random comes from one seed.
import { openCampaign } from '../../src/campaign/open.ts'
import { pauseCampaign, resumeCampaign } from '../../src/campaign/pause.ts'
import type { Person } from '../../src/chat/people.ts'
import { foldInvolvement } from '../../src/declaration/fold.ts'
import { matterAbout } from '../../src/declaration/matter.ts'
import type { NewEntry } from '../../src/journal/types.ts'
import { hoursOf, isWorkingTime, type Calendar } from '../../src/kit/calendar.ts'
import { addDays, dayIn, instantAt, type Day } from '../../src/kit/days.ts'
import type { Library } from '../../src/library/types.ts'
import { openShelf } from '../../src/policy/shelf.ts'
import type { Chat, Ports, Posted, Sought } from '../../src/ports.ts'
import { createJobs, runJobs } from '../../src/schedule/jobs.ts'
import { asksOn, judgeAll, momentAt } from '../../src/reminder/look.ts'
import { planReminders } from '../../src/reminder/plan.ts'
import { buildIndex } from '../../src/search/build.ts'
import { anEdition, aPolicy, aSection } from './builders.ts'
import { weekdaysAllYear } from './calendar.ts'
import { aPerson } from './evidence.ts'
import { memoryPorts } from './ports.ts'

const edition = anEdition({
  sections: [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})
const policy = { ...aPolicy(edition), declaration: '2' }
const zone = 'Europe/London'

export interface Delivered {
  readonly key: string
  readonly person: string
  /** By the clock of the server that sent it. */
  readonly at: Date
  readonly day: Day
}

/** What went wrong in one world, in words; empty where nothing did. */
export interface Lived {
  readonly delivered: readonly Delivered[]
  readonly wrong: readonly string[]
}

/** A short one: some two weeks, of which the last two days have no faults. */
export async function live(seed: number): Promise<Lived> {
  const random = chanceFrom(seed)
  const world = await begin(random)
  try {
    const days = 8 + Math.floor(random() * 8)
    for (let n = 0; n < days; n++) await passDay(world, addDays(world.start, n), random)
    world.faults = false
    for (const server of world.servers) restart(world, server, random)
    if (world.paused) await turn(world, addDays(world.start, days))
    let last = addDays(world.start, days)
    for (let calm = 0; calm < 4 || !isSchoolDay(world.calendar, last); calm++) {
      if (calm > 0) last = addDays(last, 1)
      await passDay(world, last, random)
    }
    await expectNothingLeft(world, last)
    await expectAllTold(world, last)
    if (world.whole) await expectReviews(world, last)
    return world
  } finally {
    await world.close()
  }
}

interface World {
  readonly start: Day
  calendar: Calendar
  library: Library
  /** The whole table of jobs runs, and somebody is SLT; else reminders alone, which is faster. */
  readonly whole: boolean
  paused: boolean
  turns: number
  readonly ports: Ports
  readonly people: Map<string, Person>
  readonly signed: Set<string>
  readonly servers: Server[]
  readonly delivered: Delivered[]
  readonly wrong: string[]
  faults: boolean
  close(): Promise<void>
}

interface Server {
  /** In milliseconds. */
  skew: number
  dead: boolean
  now: Date
  jobs: ReturnType<typeof createJobs>
}

async function begin(random: () => number): Promise<World> {
  const starts = ['2026-10-15', '2027-03-18', '2026-11-23', '2026-09-01'] as Day[]
  const start = starts[Math.floor(random() * starts.length)] ?? ('2026-09-01' as Day)
  const calendar = aYear(start, random)
  const test = await memoryPorts(instantAt(start, 0, zone).toISOString())
  const library: Library = {
    school: {
      name: 'Hilltop School',
      shortNames: [],
      zone,
      contacts: {},
      signing: { acceptRestated: [], joinerDays: 5, linkDays: 7, headTo: [] },
      calendar,
      reminders: { before: [7, 3, 1, 0], every: 7 },
      keptDays: 90,
    },
    policies: [policy],
    words: [],
    asked: new Map(),
    urgent: [],
    laws: [],
    scenarios: [],
  }
  const world: World = {
    start,
    calendar,
    library,
    whole: random() < 0.2,
    paused: false,
    turns: 0,
    ports: test.ports,
    people: new Map(),
    signed: new Set(),
    servers: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      skew: Math.floor((random() - 0.5) * 4 * 60_000),
      dead: false,
      now: new Date(0),
      jobs: createJobs(),
    })),
    delivered: [],
    wrong: [],
    faults: true,
    close: test.close,
  }
  for (let n = 0; n < 3 + random() * 3; n++) await meet(world, `p${n}`, random)
  await test.ports.journal.record({ policy: policy.id }, (facts) =>
    openCampaign(facts, {
      policy,
      edition,
      audience: { everybody: true, groups: [], roles: [], people: [] },
      due: addDays(start, 2 + Math.floor(random() * 9)),
      ...(random() < 0.4
        ? { rhythm: { before: [5, 2].slice(Math.floor(random() * 3)), every: 1 + Math.floor(random() * 4) } }
        : {}),
      practice: false,
      zone,
      accepted: [],
      by: 'operator',
      stamp: { id: 'campaign', at: instantAt(start, 0, zone), salt: 'salt' },
    }),
  )
  return world
}

function aYear(start: Day, random: () => number): Calendar {
  const holiday = 4 + Math.floor(random() * 5)
  return {
    ...weekdaysAllYear,
    closed: new Set(Array.from({ length: 3 }, () => addDays(start, Math.floor(random() * 14)))),
    terms:
      random() < 0.3
        ? [
            { from: start, to: addDays(start, holiday) },
            { from: addDays(start, holiday + 3), to: addDays(start, 90) },
          ]
        : [],
  }
}

/** Pauses the campaign, or lets it go on. */
async function turn(world: World, day: Day): Promise<void> {
  const decide = world.paused ? resumeCampaign : pauseCampaign
  const stamp = { id: `turn-${++world.turns}`, at: instantAt(day, 0, zone), salt: 'salt' }
  const [campaign] = await world.ports.journal.campaigns()
  await world.ports.journal.record({ policy: policy.id }, (facts) => ({
    ...decide(facts, { campaign: campaign?.id ?? '', zone, by: 'operator', stamp }),
    outcome: undefined,
  }))
  world.paused = !world.paused
}

async function meet(world: World, name: string, random: () => number): Promise<void> {
  const account = { platform: 'slack', id: `U-${name}` } as const
  await world.ports.directory.keep(account, { name, email: undefined, roles: ['staff'] })
  const known = await world.ports.directory.find(account)
  if (known === undefined) throw new Error('nobody is there')
  const from = addDays(world.start, Math.floor(random() * 14))
  await change(world, {
    ...aPerson(known.id, { name, email: undefined, listed: false }),
    ...(random() < 0.4 ? { away: [{ from, to: addDays(from, Math.floor(random() * 4)) }] } : {}),
    ...(random() < 0.3 ? { startsOn: addDays(world.start, Math.floor(random() * 6)) } : {}),
    ...(random() < 0.3 ? { weekdays: [1, 2, 3, 4, 5].filter(() => random() < 0.6) } : {}),
    ...(world.whole && world.people.size === 0 ? { roles: ['staff', 'slt'] as const } : {}),
    ...(random() < 0.2 ? { leavesOn: addDays(world.start, 3 + Math.floor(random() * 9)) } : {}),
    manager: [...world.people.keys()][0],
  })
}

async function change(world: World, person: Person): Promise<void> {
  await world.ports.people.put([person])
  world.people.set(person.id, person)
}

async function passDay(world: World, day: Day, random: () => number): Promise<void> {
  const off = world.faults && random() < 0.15 ? Math.floor(random() * 8) : undefined
  if (world.faults && random() < 0.1) changeTerms(world, random)
  if (world.faults && random() < 0.15) await turn(world, day)
  const opens = hoursOf(day, world.calendar).from.getTime()
  for (const at of momentsOf(world, day, random)) {
    // An outage of some hours, also one that ends in the middle of the day.
    const hour = (at.getTime() - opens) / 3_600_000
    if (off !== undefined && hour >= off - 3 && hour < off) {
      for (const server of world.servers) restart(world, server, random)
      continue
    }
    if (random() < 0.02) await sign(world, [...world.people.keys()][Math.floor(random() * world.people.size)] ?? '')
    if (world.faults && random() < 0.01 && world.people.size < 8) await meet(world, `late${world.people.size}`, random)
    await Promise.all(world.servers.map((server) => tick(world, server, { at, random })))
  }
}

/** The office writes other days into its file, and the bot starts again with them. */
function changeTerms(world: World, random: () => number): void {
  world.calendar = aYear(world.start, random)
  world.library = { ...world.library, school: { ...world.library.school, calendar: world.calendar } }
}

/** A clock may be some minutes wrong, and now and then some hours. */
function restart({ faults }: World, server: Server, random: () => number): void {
  server.jobs = createJobs()
  server.skew = Math.floor((random() - 0.5) * (faults && random() < 0.1 ? 6 * 60 : 4) * 60_000)
}

/** Some before and after hours, more within, and now and then back again. */
function momentsOf({ calendar, faults }: World, day: Day, random: () => number): Date[] {
  const { from } = hoursOf(day, calendar)
  const every = faults ? 40 + random() * 60 : 50
  const minutes: number[] = []
  for (let minute = -45; minute < 10 * 60; minute += every) {
    minutes.push(minute)
    if (faults && random() < 0.03) minutes.push(minute - 60)
  }
  return minutes.map((minute) => new Date(from.getTime() + minute * 60_000))
}

/** A server that dies stops in the middle, whatever it was doing, and another is started with the next beat. */
async function tick(world: World, server: Server, { at, random }: { at: Date; random: () => number }): Promise<void> {
  if (world.faults && random() < 0.1) return
  server.now = new Date(at.getTime() + server.skew)
  const mortal: Server = { ...server, dead: false }
  let die: () => void = () => undefined
  const died = new Promise<void>((resolve) => (die = resolve))
  const ports = mortalPorts(world, mortal, { random, die })
  const today = dayIn(zone, server.now)
  const shelf = openShelf([policy], today, () => undefined)
  const beat = { now: server.now, ports, library: world.library, desk: { shelf, index } }
  const jobs = server.jobs.filter(({ name }) => world.whole || name === 'lost notices' || name === 'reminders')
  await Promise.race([runJobs(jobs, beat), died])
  if (mortal.dead || (world.faults && random() < 0.05)) restart(world, server, random)
}

const index = buildIndex([], [])

function mortalPorts(world: World, server: Server, life: { random: () => number; die: () => void }): Ports {
  const { random, die } = life
  const stop = () => {
    server.dead = true
    die()
    return new Promise<never>(() => undefined)
  }
  const may = async <T>(work: () => Promise<T>): Promise<T> => {
    if (server.dead || (world.faults && random() < 0.004)) return stop()
    const done = await work()
    // It has happened, and nobody lives to know.
    return (server.dead as boolean) || (world.faults && random() < 0.004) ? stop() : done
  }
  const mortal = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name) {
        const verb: unknown = Reflect.get(target, name)
        if (typeof verb !== 'function') return verb
        return (...given: unknown[]) => may(() => Promise.resolve(Reflect.apply(verb, target, given) as unknown))
      },
    })
  const { notices, journal, people, register, store, directory, doors } = world.ports
  return {
    ...world.ports,
    clock: () => server.now,
    notices: mortal(notices),
    journal: mortal(journal),
    people: mortal(people),
    register: mortal(register),
    store: mortal(store),
    directory: mortal(directory),
    doors: mortal(doors),
    chat: {
      post: (place, _card, about) => may(() => post(world, server, { id: place.id, key: about?.key ?? '', random })),
      find: (_place, keys) => may(() => Promise.resolve(look(world, keys))),
    },
  }
}

/** A platform that can be asked what has arrived. */
function look({ delivered }: World, keys: readonly string[]): Sought {
  return delivered.some(({ key }) => keys.includes(key)) ? { kind: 'found', message: 'm' } : { kind: 'absent' }
}

type Post = { readonly id: string; readonly key: string; readonly random: () => number }

async function post(world: World, { now }: Server, { id, key, random }: Post): ReturnType<Chat['post']> {
  const fault = world.faults ? random() : 1
  if (fault < 0.1) return { kind: 'failed', what: 'HTTP 503' }
  if (fault < 0.15) return { kind: 'failed', what: 'rate limited', retryAfter: 60 + Math.floor(random() * 900) }
  if (fault < 0.17) return { kind: 'refused', why: 'blocked', what: 'blocked' }
  const person = await world.ports.directory.find({ platform: 'slack', id })
  if (person !== undefined) judge(world, { key, person: person.id, at: now, day: dayIn(zone, now) })
  if (fault < 0.2) throw new Error('the connection broke after it was delivered')
  const posted: Posted = { kind: 'sent', message: `m-${world.delivered.length}` }
  return fault < 0.25 ? { kind: 'unknown', what: 'timed out' } : posted
}

/** What must hold of everything that arrives. */
function judge(world: World, delivered: Delivered): void {
  const { key, person: id, at, day } = delivered
  const wrong = (what: string) => world.wrong.push(`${what}: ${key} at ${at.toISOString()}`)
  const person = world.people.get(id)
  // A greeting has no key.
  if (key === '') return
  if (person === undefined) return void wrong('to nobody')
  if (world.delivered.some((each) => each.key === key)) wrong('twice under one key')
  const isReminder = key.startsWith('reminder:')
  const kind = key.split(':')[0] ?? ''
  if (world.delivered.some((each) => each.key.startsWith(`${kind}:`) && each.person === id && each.day === day))
    wrong('twice on one day')
  const { from, to } = hoursOf(day, world.calendar)
  if (at < from || at >= to) wrong('out of hours')
  // A calendar that nobody keeps up to date does not silence a review.
  if (kind !== 'review' && !isWorkingTime(at, world.calendar, person)) wrong('on a day off')
  if ((isReminder || kind === 'manager') && world.paused) wrong('while paused')
  if (person.away.some(({ from, to }) => from <= day && day <= to)) wrong('while away')
  if (person.leavesOn !== undefined && person.leavesOn < day) wrong('after leaving')
  if (isReminder && person.startsOn !== undefined && person.startsOn > day) wrong('before starting')
  if (isReminder && world.signed.has(id)) wrong('after signing')
  world.delivered.push(delivered)
}

async function sign(world: World, person: string): Promise<void> {
  if (world.signed.has(person) || !world.people.has(person)) return
  const matter = matterAbout(policy, edition, { today: world.start, joinerDays: 5 })
  if (matter === undefined) throw new Error('there is nothing to sign')
  const { declaration } = matter
  const entry: NewEntry = {
    id: `signed-${person}`,
    at: instantAt(world.start, 0, zone),
    salt: 'salt',
    hidden: {},
    fact: {
      kind: 'signed',
      policy: policy.id,
      edition: edition.id,
      person,
      wording: declaration.hash,
      text: declaration.textHash,
      statements: [],
      zone,
      how: 'chat',
      platform: 'slack',
      practice: false,
    },
  }
  await world.ports.journal.record({ policy: policy.id, person }, (facts) => ({
    entries: [entry],
    involvement: foldInvolvement([...facts.history, entry], facts.reading),
    outcome: undefined,
  }))
  world.signed.add(person)
}

/** At the end of the last day nothing is left that could have gone out on it. */
async function expectAllTold(world: World, day: Day): Promise<void> {
  const { ports, library } = world
  const moment = momentAt(library.school, new Date(hoursOf(day, world.calendar).to.getTime() - 60_000))
  const asks = await asksOn(ports, library, { day, practice: false })
  for await (const { verdict } of judgeAll(ports, { asks, planner: planReminders(asks, moment), practice: false }))
    if (verdict.kind === 'reminded') world.wrong.push(`lost: ${verdict.reminder.keys.join()} at the end of ${day}`)
}

/** Whoever leads the school was told that a review has no date, or is due. */
async function expectReviews(world: World, day: Day): Promise<void> {
  const [leader] = world.people.values()
  if (leader === undefined || (leader.leavesOn ?? day) < day || (leader.startsOn ?? day) > day) return
  const worked = [0, 1, 2, 3].some((back) =>
    isWorkingTime(instantAt(addDays(day, -back), 12 * 60, zone), world.calendar, leader),
  )
  const noted = await world.ports.notices.of([leader.id])
  if (worked && !noted.some(({ kind, state }) => kind === 'review' && state !== 'planned' && state !== 'claimed'))
    world.wrong.push('a review passed in silence')
}

/** After days without faults: whoever owes something has heard of it, or is known as not reached. */
async function expectNothingLeft(world: World, day: Day): Promise<void> {
  for (const [id, person] of world.people) {
    if (world.signed.has(id)) continue
    const [from, to] = [person.startsOn ?? world.start, person.leavesOn ?? day]
    const working = [0, 1, 2, 3].map((back) => addDays(day, -back)).filter((each) => each >= from && each <= to)
    const could = working.some((each) => isWorkingTime(instantAt(each, 12 * 60, zone), world.calendar, { ...person }))
    if (!could) continue
    const noted = (await world.ports.notices.of([id])).filter(({ kind }) => kind === 'reminder')
    if (noted.length === 0) world.wrong.push(`lost: ${id} never heard of it`)
    for (const { key, state, nextAt } of noted) {
      if (state === 'sent' && !world.delivered.some((each) => each.key === key))
        world.wrong.push(`said to be sent, and was not: ${key}`)
      if (state === 'claimed') world.wrong.push(`left in the middle: ${key}`)
      const latest = noted.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)
      if (
        state === 'failed' &&
        latest?.key === key &&
        person.away.every((away) => away.to < addDays(day, -4) || away.from > day)
      )
        world.wrong.push(`not tried again: ${key}, next ${nextAt?.toISOString() ?? ''}`)
    }
  }
}

function isSchoolDay(calendar: Calendar, day: Day): boolean {
  return isWorkingTime(instantAt(day, 12 * 60, zone), calendar)
}

/** Mulberry32. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

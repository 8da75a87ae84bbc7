// A school of the simulated world: who works there, what is asked of them, and what happens to them.
import { usualBelongings } from '../../src/turn/meeting.ts'
import { openCampaign } from '../../src/campaign/open.ts'
import { pauseCampaign, resumeCampaign } from '../../src/campaign/pause.ts'
import type { Person } from '../../src/chat/people.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { matterAbout } from '../../src/turn/matter.ts'
import type { NewEntry } from '../../src/journal/types.ts'
import { type Calendar } from '../../src/kit/calendar.ts'
import { addDays, instantAt, type Day } from '../../src/kit/days.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { house } from './house.ts'
import { anEdition, aPolicy, aSection } from './builders.ts'
import { weekdaysAllYear } from './calendar.ts'
import { aPerson } from './evidence.ts'
import { memoryPorts } from './ports.ts'

const edition = anEdition({
  sections: [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})

export const policy = { ...aPolicy(edition), declaration: '2' }

export const zone = 'Europe/London'

export interface Delivered {
  readonly key: string
  readonly person: string
  /** By the clock of the server that sent it. */
  readonly at: Date
  readonly day: Day
}

export interface World {
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

export interface Server {
  /** In milliseconds. */
  skew: number
  dead: boolean
  now: Date
  jobs: ReturnType<typeof house.jobs>
}

export async function begin(random: () => number): Promise<World> {
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
      belonging: usualBelongings,
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
      jobs: house.jobs(),
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

export function aYear(start: Day, random: () => number): Calendar {
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
export async function turn(world: World, day: Day): Promise<void> {
  const decide = world.paused ? resumeCampaign : pauseCampaign
  const stamp = { id: `turn-${++world.turns}`, at: instantAt(day, 0, zone), salt: 'salt' }
  const [campaign] = await world.ports.journal.campaigns()
  await world.ports.journal.record({ policy: policy.id }, (facts) => ({
    ...decide(facts, { campaign: campaign?.id ?? '', zone, by: 'operator', stamp }),
    outcome: undefined,
  }))
  world.paused = !world.paused
}

export async function meet(world: World, name: string, random: () => number): Promise<void> {
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

export async function sign(world: World, person: string): Promise<void> {
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

// A school of the simulated world: its people, what they are asked, and what happens to them.
import { usualBelongings } from '../../src/turn/meeting.ts'
import { mostStamps, openRound } from '../../src/bundle/open-round.ts'
import { changeCampaign } from '../../src/campaign/change.ts'
import { changeRound, turnRound } from '../../src/bundle/turn-round.ts'
import { openCampaign } from '../../src/campaign/open-campaign.ts'
import { pauseCampaign, resumeCampaign } from '../../src/campaign/pause.ts'
import type { Person } from '../../src/chat/people.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { matterAbout, mattersOn } from '../../src/turn/matter.ts'
import type { NewEntry } from '../../src/journal/types.ts'
import { type Calendar } from '../../src/kit/calendar.ts'
import { addDays, dayIn, instantAt, type Day } from '../../src/kit/days.ts'
import type { Policy } from '../../src/policy/types.ts'
import type { Library } from '../../src/turn/library.ts'
import type { Ports } from '../../src/ports/ports.ts'
import { house } from './house.ts'
import { anEdition, aPolicy, aSection } from './builders.ts'
import { weekdaysAllYear } from './calendar.ts'
import { aPerson } from './evidence.ts'
import { breakingStore, type Breaking } from './breaking.ts'
import type { TestPorts } from './ports.ts'
import type { PlainDuty } from './world-oracle.ts'
import { hasDigests } from './world-digest.ts'
import { aNewerEdition, campaignNow, editionOn, type NewerWorld } from './world-edition.ts'
import type { Kept, OpenKept } from './world-kept.ts'
import { place, waysAtFirst } from './world-ways.ts'
import type { PlainEvery, PlainRound } from './world-again-oracle.ts'

const edition = anEdition({
  sections: [aSection('1', 'Words', 'Be kind.'), aSection('2', 'Declaration', 'I am kind.')],
})

export const policy = { ...aPolicy(edition), declaration: '2' }

const giftsEdition = anEdition({
  policy: 'gifts',
  title: 'Gifts Policy',
  sections: [aSection('1', 'Words', 'Give it back.'), aSection('2', 'Declaration', 'I am honest.')],
})
const gifts: Policy = { ...aPolicy(giftsEdition), id: 'gifts', title: 'Gifts Policy', declaration: '2' }

/** In some worlds two documents are asked for together, the second for governors only. */
export const duties: readonly PlainDuty[] = [
  { policy: policy.id, title: 'Social Media Policy', who: 'everybody' },
  { policy: gifts.id, title: 'Gifts Policy', who: 'governor' },
]

export const zone = 'Europe/London'

export interface Delivered {
  readonly key: string
  readonly person: string
  /** By the clock of the server that sent it. */
  readonly at: Date
  readonly day: Day
}

/** In some worlds the deputy also hears of late people, after a number of working days. */
export const deputy = 'deputy@school.example'

/** What recurs in this world. */
export interface AgainWorld {
  readonly every: PlainEvery
  readonly before: { readonly openedOn: Day; readonly due: Day; readonly after: Day }
  /** Whether somebody agrees once they are asked. */
  readonly agrees: boolean
  /** The campaign that recurs. */
  readonly campaign: string
  agreed?: PlainRound
  /** The day on which it was opened again. */
  opened?: Day
}

export interface World {
  readonly start: Day
  calendar: Calendar
  library: Library
  /** True: all jobs run, and one person is SLT. False: only reminders run, which is faster. */
  readonly whole: boolean
  /** The documents that people are asked for: one, or a bundle of two. */
  readonly duties: readonly PlainDuty[]
  /**
   * The present due day, the day since which people could know of it, and a joiner's own number of days. A change moves
   * them.
   */
  asked: { readonly due: Day; readonly openedOn: Day; readonly joinerDays: number }
  paused: boolean
  turns: number
  /** As the school's office has them. */
  readonly ports: TestPorts['ports']
  readonly kept: Kept
  /** The store as the servers see it. Now and then it is in trouble, until `until`. */
  readonly trouble: Breaking & { until: Date }
  readonly people: Map<string, Person>
  /** People whom the platform shows. Everybody else is only in the school's own list, and may come later. */
  readonly shown: Set<string>
  /** People who have signed all their duties. */
  readonly signed: Set<string>
  /** Undefined if the documents are asked for once. */
  again: AgainWorld | undefined
  /** Undefined if no newer edition comes into force. */
  readonly newer: NewerWorld | undefined
  /** The edition of the policy that somebody signed last. */
  readonly editions: Map<string, string>
  /** The day of the last signature, by person and policy. */
  readonly dated: Map<string, Map<string, Day>>
  /** The signed policies, by person. */
  readonly signatures: Map<string, Set<string>>
  readonly servers: Server[]
  readonly delivered: Delivered[]
  readonly wrong: string[]
  faults: boolean
  close(): Promise<void>
}

export interface Server {
  readonly which: number
  /** In milliseconds. */
  skew: number
  dead: boolean
  now: Date
  jobs: ReturnType<typeof house.jobs>
}

export interface Beginning {
  readonly opening?: ((world: World, random: () => number) => Promise<void>) | undefined
  readonly kept: OpenKept
}

export async function begin(random: () => number, { opening, kept: openKept }: Beginning): Promise<World> {
  const starts = ['2026-10-15', '2027-03-18', '2026-11-23', '2026-09-01'] as Day[]
  const start = starts[Math.floor(random() * starts.length)] ?? ('2026-09-01' as Day)
  const calendar = aYear(start, random)
  const single = random() < 0.5
  const newer = random() < 0.4 ? aNewerEdition(start, random) : undefined
  const kept = await openKept(instantAt(start, 0, zone).toISOString())
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
      escalation: random() < 0.5 ? chainOf(random) : undefined,
      keptDays: 90,
    },
    policies: [newer?.policy ?? policy, gifts],
    words: [],
    asked: new Map(),
    urgent: [],
    laws: [],
    scenarios: [],
    bundles: [
      {
        ...pack,
        duties: [
          { who: 'all', read: [policy.id] },
          { who: 'governor', read: [gifts.id] },
        ],
      },
    ],
  }
  const world: World = {
    start,
    calendar,
    library,
    whole: random() < 0.1,
    duties: single ? duties.slice(0, 1) : duties,
    asked: { due: start, openedOn: start, joinerDays: 5 },
    paused: false,
    turns: 0,
    ports: random() < 0.5 ? { ...kept.ports, ...withLetters } : kept.ports,
    kept,
    trouble: { ...breakingStore(), until: new Date(0) },
    people: new Map(),
    shown: new Set(),
    signed: new Set(),
    signatures: new Map(),
    dated: new Map(),
    newer,
    editions: new Map(),
    again: undefined,
    servers: Array.from({ length: serversOf(kept, random) }, (_, which) => ({
      which,
      skew: Math.floor((random() - 0.5) * 4 * 60_000),
      dead: false,
      now: new Date(0),
      jobs: house.jobs(),
    })),
    delivered: [],
    wrong: [],
    faults: true,
    close: kept.close,
  }
  for (let n = 0; n < 3 + random() * 3; n++) await meet(world, `p${n}`, random)
  await (opening ?? open)(world, random)
  return world
}

/** One database in memory is one server's own, but here it stands for any. What can be replaced serves several. */
function serversOf({ replace }: Kept, random: () => number): number {
  const [least, more] = replace === undefined ? [1, 3] : [2, 2]
  return least + Math.floor(random() * more)
}

/** The letters themselves are taken by each server. */
const withLetters: Pick<Ports, 'mail' | 'publicUrl'> = {
  mail: { on: true, send: () => Promise.resolve({ kind: 'failed', what: 'there is no server here' }) },
  publicUrl: 'https://policies.school.example',
}

function chainOf(random: () => number): NonNullable<Library['school']['escalation']> {
  return [
    { to: 'manager', after: Math.floor(random() * 2) },
    { to: deputy, after: Math.floor(random() * 4) },
  ]
}

const pack = { id: 'pack', title: 'September pack' }

export async function open(world: World, random: () => number, openedOn: Day = world.start): Promise<void> {
  const { ports, library, duties: asked } = world
  const everybody = { everybody: true, groups: [], roles: [], people: [] }
  const at = instantAt(openedOn, 0, zone)
  const about = {
    due: addDays(openedOn, 2 + Math.floor(random() * 9)),
    rhythm:
      random() < 0.4
        ? { before: [5, 2].slice(Math.floor(random() * 3)), every: 1 + Math.floor(random() * 4) }
        : undefined,
    practice: false,
    zone,
    accepted: [],
    by: 'operator',
  }
  world.asked = { ...world.asked, due: about.due, openedOn }
  if (asked.length === 1) {
    const stamp = { id: 'campaign', at, salt: 'salt' }
    await ports.journal.record({ policy: policy.id }, (facts) =>
      openCampaign(facts, { ...about, policy, edition, audience: everybody, stamp }),
    )
    return
  }
  const matters = mattersOn(library, openedOn)
  const audiences = [everybody, { ...everybody, everybody: false, groups: ['governor' as const] }]
  const parts = matters.flatMap((matter, n) => {
    const audience = audiences[n]
    return audience === undefined ? [] : [{ matter, audience }]
  })
  const stamps = Array.from({ length: mostStamps }, (_, n) => ({ id: `campaign-${n}`, at, salt: 'salt' }))
  const { kind } = await ports.journal.record({}, (facts) =>
    openRound(facts, { ...about, bundle: pack, parts, stamps }),
  )
  if (kind !== 'opened') throw new Error(`the bundle was not opened: ${kind}`)
}

export function aYear(start: Day, random: () => number): Calendar {
  return {
    ...weekdaysAllYear,
    closed: new Set(Array.from({ length: 3 }, () => addDays(start, Math.floor(random() * 14)))),
    terms: someTerms(start, random),
  }
}

/** None, two with a holiday between them, or one that ended some six weeks ago and to which nobody wrote a successor. */
function someTerms(start: Day, random: () => number): Calendar['terms'] {
  const kind = random()
  if (kind < 0.1) {
    const ended = addDays(start, Math.floor(random() * 7) - 43)
    return [{ from: addDays(ended, -90), to: ended }]
  }
  if (kind >= 0.4) return []
  const holiday = 4 + Math.floor(random() * 5)
  return [
    { from: start, to: addDays(start, holiday) },
    { from: addDays(start, holiday + 3), to: addDays(start, 90) },
  ]
}

/** Pauses the campaign or bundle, or resumes it. */
export async function turn(world: World, day: Day): Promise<void> {
  const at = instantAt(day, 0, zone)
  const stamp = { id: `turn-${++world.turns}`, at, salt: 'salt' }
  const campaign = await campaignNow(world)
  const about = { zone, by: 'operator' }
  if (campaign?.round === undefined) {
    const decide = world.paused ? resumeCampaign : pauseCampaign
    await world.ports.journal.record({ policy: policy.id }, (facts) => ({
      ...decide(facts, { ...about, campaign: campaign?.id ?? '', stamp }),
      outcome: undefined,
    }))
  } else {
    const stamps = [0, 1].map((n) => ({ ...stamp, id: `${stamp.id}-${n}` }))
    const request = { ...about, round: campaign.round.id, stamps, verb: world.paused ? 'resume' : 'pause' } as const
    await world.ports.journal.record({}, (facts) => turnRound(facts, request))
  }
  world.paused = !world.paused
}

/** SLT extends the due day: the reminders begin again, and nobody hears twice on a day. */
export async function extend(world: World, day: Day, random: () => number): Promise<void> {
  const due = addDays(day > world.asked.due ? day : world.asked.due, 1 + Math.floor(random() * 3))
  const at = instantAt(day, 0, zone)
  const stamps = [0, 1].map((n) => ({ id: `extend-${world.turns}-${n}`, at, salt: 'salt' }))
  world.turns += 1
  const campaign = await campaignNow(world)
  const about = { zone, by: 'operator', due, reason: 'Snow.' }
  const [stamp] = stamps
  if (campaign === undefined || stamp === undefined) return
  const { round } = campaign
  if (round === undefined)
    await world.ports.journal.record({ policy: policy.id }, (facts) =>
      changeCampaign(facts, { ...about, campaign: campaign.id, stamp }),
    )
  else await world.ports.journal.record({}, (facts) => changeRound(facts, { ...about, round: round.id, stamps }))
  world.asked = { ...world.asked, due, openedOn: day }
}

export async function meet(world: World, name: string, random: () => number): Promise<void> {
  const { shown, address } = waysAtFirst(random)
  const email = name === 'p1' ? deputy : address ? `${name}@school.example` : undefined
  const from = addDays(world.start, Math.floor(random() * 14))
  const id = await place(world, { name, shown })
  await change(world, {
    ...aPerson(id, { name, email, listed: false }),
    ...(random() < 0.4 ? { away: [{ from, to: addDays(from, Math.floor(random() * 4)) }] } : {}),
    ...(random() < 0.3 ? { startsOn: addDays(world.start, Math.floor(random() * 6)) } : {}),
    ...(random() < 0.3 ? { weekdays: [1, 2, 3, 4, 5].filter(() => random() < 0.6) } : {}),
    ...(hasDigests(world) && (name === 'p0' || name === 'p2') ? { roles: ['staff', 'slt'] as const } : {}),
    ...(random() < 0.4 ? { group: 'governor' as const } : {}),
    ...(random() < 0.2 ? { leavesOn: addDays(world.start, 3 + Math.floor(random() * 9)) } : {}),
    manager: [...world.people.keys()][0],
  })
}

export async function change(world: World, person: Person): Promise<void> {
  await world.ports.people.put([person])
  world.people.set(person.id, person)
}

/** Signs the next document of a person's duties. */
export async function sign(world: World, id: string, at = instantAt(world.start, 0, zone)): Promise<void> {
  const person = world.people.get(id)
  if (person === undefined || world.signed.has(id)) return
  const before = world.signatures.get(id) ?? new Set<string>()
  const own = world.duties.filter(({ who }) => who === 'everybody' || who === person.group)
  const next = own.find((each) => !before.has(each.policy))
  if (next !== undefined) await signDocument(world, id, { policy: next.policy, at })
  const now = world.signatures.get(id) ?? before
  if (own.every((each) => now.has(each.policy))) world.signed.add(id)
}

/** Signs one document, without looking at whether it is the last. */
export async function signDocument(
  world: World,
  person: string,
  { policy: which, at }: { readonly policy: string; readonly at: Date },
): Promise<void> {
  const today = dayIn(zone, at)
  const signing =
    which === gifts.id
      ? { policy: gifts, edition: giftsEdition }
      : { policy: world.newer?.policy ?? policy, edition: editionOn(world, today) }
  const matter = matterAbout(signing.policy, signing.edition, {
    today: world.newer === undefined ? world.start : today,
    joinerDays: 5,
  })
  if (matter === undefined) throw new Error('there is nothing to sign')
  const { declaration } = matter
  const entry: NewEntry = {
    id: `signed-${person}-${which}-${dayIn(zone, at)}`,
    at,
    salt: 'salt',
    hidden: {},
    fact: {
      kind: 'signed',
      policy: which,
      edition: signing.edition.id,
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
  await world.ports.journal.record({ policy: which, person }, (facts) => ({
    entries: [entry],
    involvement: foldInvolvement([...facts.history, entry], facts.reading),
    outcome: undefined,
  }))
  if (which === policy.id) world.editions.set(person, signing.edition.id)
  world.signatures.set(person, new Set([...(world.signatures.get(person) ?? []), which]))
  world.dated.set(person, new Map([...(world.dated.get(person) ?? []), [which, dayIn(zone, at)]]))
}

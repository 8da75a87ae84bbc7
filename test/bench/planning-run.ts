// Plans a day of reminders for a county in which everybody is asked and nobody has signed, once for one document and
// once for ten, through a real database file, and says how much of it is reading. Its argument is the folder for the
// databases.
import type { Kysely } from 'kysely'
import { join } from 'node:path'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { groups, type Person } from '../../src/chat/people.ts'
import { addDays } from '../../src/kit/days.ts'
import type { Notice } from '../../src/ports/notices.ts'
import { openRound } from '../../src/bundle/open-round.ts'
import { stampsAt } from '../../src/bundle/stamps.ts'
import { asksOn, judgeAll, momentAt } from '../../src/reminder/read.ts'
import { planReminders } from '../../src/reminder/plan.ts'
import type { Ask } from '../../src/reminder/types.ts'
import type { Library } from '../../src/turn/library.ts'
import { mattersOn } from '../../src/turn/matter.ts'
import { aPerson, day, parts } from '../kit/evidence.ts'
import { askEverybody, hilltop } from '../kit/hilltop.ts'
import { profile, profiled } from './profile.ts'
import { sizeOf } from './size.ts'

const sizes = [10_000, 50_000, 100_000].map((size) => sizeOf(size, size / 20))
const opened = new Date('2026-10-05T09:00:00Z')
/** Seven days before the due day, when everybody is due a reminder. */
const now = new Date('2026-10-19T10:00:00Z')
const times = sizeOf(3, 1)

/** A county that asks for that many documents in one bundle, or for a single document without a bundle. */
function libraryOf(documents: number): Library {
  const [only] = hilltop.policies
  if (only === undefined || documents === 1) return hilltop
  const policies = Array.from({ length: documents }, (_each, at) => {
    const id = `policy-${at}`
    return { ...only, id, editions: only.editions.map((edition) => ({ ...edition, policy: id })) }
  })
  return { ...hilltop, policies: policies }
}

async function run(home: string): Promise<void> {
  for (const documents of [1, 10]) {
    const library = libraryOf(documents)
    console.log(`planning one day of reminders, ${documents === 1 ? 'one document' : `${documents} documents each`}: everybody is asked, and heard of each once before`) // prettier-ignore
    const took: number[] = []
    for (const size of sizes) took.push(await planned(join(home, `${documents}-${size}.db`), { size, library }))
    const [small = 1, , large = 0] = took
    console.log(`  ${(large / small).toFixed(1)} times as long for 10 times as many`)
  }
}

/** Seconds of processor time for the best of some days. */
async function planned(file: string, { size, library }: Filled): Promise<number> {
  const db = await openSqlite(file)
  const kept = openStore(db, parts)
  await fill(db, kept, { size, library })
  const { due, cpu, reading, heap } = await best(() => plan(kept, library))
  await kept.close()
  const more = Math.max(0, Math.round(heap / 2 ** 20))
  console.log(
    `  ${size.toLocaleString('en-GB')} people, ${due.toLocaleString('en-GB')} due: ${cpu.toFixed(2)} s of processor time, ${Math.round((100 * reading) / cpu)} % of it reading; at most ${more} MB more on the heap`,
  )
  return cpu
}

interface Took {
  /** Seconds of processor time, and how many of them went into reading from the database. */
  readonly cpu: number
  readonly reading: number
  readonly due: number
  /** In bytes, above what was in use before. */
  readonly heap: number
}

async function best(again: () => Promise<Took>): Promise<Took> {
  await again()
  const stop = profiled > 0 ? await profile() : undefined
  const first = await again()
  const others: Took[] = []
  for (let time = 1; time < times; time++) others.push(await again())
  if (stop !== undefined) console.log((await stop()).join('\n'))
  return others.reduce((least, each) => (each.cpu < least.cpu ? each : least), first)
}

function somebody(n: number): Person {
  return aPerson(`p${n}`, {
    name: `${n % 997} Person ${n}`,
    group: groups[n % groups.length],
    manager: `p${n % 97}`,
    ...(n % 4 === 0 ? { weekdays: [1, 2, 3] } : {}),
    ...(n % 50 === 0 ? { away: [{ from: day('2026-10-01'), to: addDays(day('2026-10-01'), 4) }] } : {}),
  })
}

function noticesOf(person: string, asks: readonly Ask[]): readonly Notice[] {
  return asks.map(({ counting }) => ({
    key: `reminder:${counting.campaigns[0]?.id}:${person}:asked`,
    kind: 'reminder',
    person,
    state: 'sent',
    at: opened,
    tries: 0,
    nextAt: undefined,
    way: 'slack',
    message: 'm',
    what: undefined,
  }))
}

async function openFor(kept: OpenStore, library: Library): Promise<void> {
  const { policies, school } = library
  if (policies.length === 1) return askEverybody(kept.journal, opened)
  const audience = { everybody: true, groups: [], roles: [], people: [] }
  const due = addDays(day('2026-10-05'), 21)
  const matters = mattersOn(library, day('2026-10-05'))
  const outcome = await kept.journal.record({}, (facts) =>
    openRound(facts, {
      bundle: { id: 'pack', title: 'September pack' },
      parts: matters.map((matter) => ({ matter, audience })),
      due,
      practice: false,
      zone: school.zone,
      accepted: [],
      by: 'operator',
      stamps: stampsAt(opened, parts.newId),
    }),
  )
  if (outcome.kind !== 'opened') throw new Error(`the round was not opened: ${outcome.kind}`)
}

interface Filled {
  readonly size: number
  readonly library: Library
}

async function fill(db: Kysely<Tables>, kept: OpenStore, { size, library }: Filled): Promise<void> {
  const everybody = Array.from({ length: size }, (_each, n) => somebody(n))
  await kept.people.put(everybody)
  await openFor(kept, library)
  const asks = await asksOn(kept, library, { day: momentAt(library.school, now).day, practice: false })
  // Written straight into the table: recording a million notices one by one would take minutes.
  for (let from = 0; from < size; from += 100) {
    const rows = everybody.slice(from, from + 100).flatMap(({ id }) => noticesOf(id, asks).map(rowOf))
    await db.insertInto('notice').values(rows).execute()
  }
}

function rowOf({ key, kind, person, way, message }: Notice): Tables['notice'] {
  const at = opened.toISOString()
  const sent = { state: 'sent', at, planned: 0, by: 'me', claimed_at: at, settled_at: at, next_at: null }
  return { key, kind, person, ...sent, tries: 0, way: way ?? null, message: message ?? null, what: null }
}

async function plan(kept: OpenStore, library: Library): Promise<Took> {
  global.gc?.()
  const [begun, heap] = [process.cpuUsage(), process.memoryUsage().heapUsed]
  const { reading, spent } = timed(kept)
  const moment = momentAt(library.school, now)
  const asks = await asksOn(kept, library, { day: moment.day, practice: false })
  let [due, most, seen] = [0, 0, 0]
  for await (const { verdict } of judgeAll(reading, { asks, planner: planReminders(asks, moment), practice: false })) {
    if (verdict.kind === 'reminded') due += 1
    if (++seen % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - heap)
  }
  return { due, heap: most, cpu: secondsSince(begun), reading: spent() }
}

/** The same store, which says how many seconds of processor time its readings of people and notices took. */
function timed({ journal, people, register, notices }: OpenStore) {
  let spent = 0
  const time = async <T>(read: () => Promise<T>): Promise<T> => {
    const begun = process.cpuUsage()
    const found = await read()
    spent += secondsSince(begun)
    return found
  }
  const reading: Parameters<typeof judgeAll>[0] = {
    journal,
    people,
    register: { ...register, pageOfAll: (which) => time(() => register.pageOfAll(which)) },
    notices: {
      ...notices,
      of: (some, only) => time(() => notices.of(some, only)),
      find: (keys) => time(() => notices.find(keys)),
    },
  }
  return { reading, spent: () => spent }
}

function secondsSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1e6
}

await run(process.argv[2] ?? '.')

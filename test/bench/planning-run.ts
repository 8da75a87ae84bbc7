// Plans a day of reminders for a county in which everybody is asked and nobody has signed, once for one document and
// once for ten. It measures the decisions alone, page by page, and then with all that is read, through a real database
// file. Its argument is the folder for the databases.
import type { Kysely } from 'kysely'
import { join } from 'node:path'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { groups, type Person } from '../../src/chat/people.ts'
import { addDays } from '../../src/kit/days.ts'
import type { Notice } from '../../src/ports/notices.ts'
import { openRound } from '../../src/bundle/open.ts'
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
const pageSize = 500
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
    console.log(`planning one day of reminders, ${documents === 1 ? 'one document' : `${documents} documents each`}: everybody is asked and due, and heard of each once before`) // prettier-ignore
    const asks = await asksIn(library)
    const decided = await measured(sizes, (size) => decide(size, library, asks))
    console.log(`  decided alone: ${sayRatio(decided)}`)
    const read = await measured(sizes, async (size) => {
      const db = await openSqlite(join(home, `${documents}-${size}.db`))
      const kept = openStore(db, parts)
      await fill(db, kept, { size, library })
      return { again: () => plan(kept, library), end: () => kept.close() }
    })
    console.log(`  with what is read: ${sayRatio(read)}`)
  }
}

interface Took {
  readonly cpu: number
  readonly due: number
  /** In bytes, above what was in use before. */
  readonly heap: number
}
type Measuring = { again(): Promise<Took>; end(): Promise<void> }

async function measured(
  many: readonly number[],
  begin: (size: number) => Promise<Measuring> | Measuring,
): Promise<readonly number[]> {
  const took: number[] = []
  for (const size of many) {
    const { again, end } = await begin(size)
    await again()
    const stop = profiled > 0 ? await profile() : undefined
    const runs: Took[] = []
    for (let time = 0; time < times; time++) runs.push(await again())
    if (stop !== undefined) console.log((await stop()).join('\n'))
    await end()
    const best = runs.toSorted((a, b) => a.cpu - b.cpu)[0] ?? { cpu: 0, heap: 0, due: 0 }
    took.push(best.cpu)
    console.log(
      `  ${size.toLocaleString('en-GB')} people, ${best.due.toLocaleString('en-GB')} due: ${best.cpu.toFixed(2)} s of processor time, at most ${Math.max(0, Math.round(best.heap / 2 ** 20))} MB more on the heap`,
    )
  }
  return took
}

function sayRatio([small = 1, , large = 0]: readonly number[]): string {
  return `${(large / small).toFixed(1)} times as long for 10 times as many`
}

async function asksIn(library: Library): Promise<readonly Ask[]> {
  const kept = openStore(await openSqlite(':memory:'), parts)
  await openFor(kept, library)
  const asks = await asksOn(kept, library, { day: momentAt(library.school, now).day, practice: false })
  await kept.close()
  return asks
}

/** Making each page of people is not counted. */
function decide(size: number, { school }: Library, asks: readonly Ask[]): Measuring {
  return {
    again() {
      const begun = begin()
      const planner = planReminders(asks, momentAt(school, now))
      let [due, cpu, most] = [0, 0, 0]
      for (let from = 0; from < size; from += pageSize) {
        const page = Array.from({ length: Math.min(pageSize, size - from) }, (_each, at) => somebody(from + at))
        const noted = page.map(({ id }) => noticesOf(id, asks))
        const before = process.cpuUsage()
        for (const [at, person] of page.entries()) {
          const looked = planner.look({ person, involvements: [] })
          if (planner.judge(looked, noted[at] ?? []).kind === 'reminded') due += 1
          planner.overdue(looked, noted[at] ?? [])
        }
        const { user, system } = process.cpuUsage(before)
        cpu += user + system
        most = Math.max(most, process.memoryUsage().heapUsed - begun.heap)
      }
      return Promise.resolve({ due, cpu: cpu / 1e6, heap: most })
    },
    end: () => Promise.resolve(),
  }
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

async function fill(
  db: Kysely<Tables>,
  kept: OpenStore,
  { size, library }: { readonly size: number; readonly library: Library },
): Promise<void> {
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

function begin() {
  global.gc?.()
  return { cpu: process.cpuUsage(), heap: process.memoryUsage().heapUsed }
}

async function plan(kept: OpenStore, library: Library): Promise<Took> {
  const begun = begin()
  const moment = momentAt(library.school, now)
  const asks = await asksOn(kept, library, { day: moment.day, practice: false })
  let [due, most, seen] = [0, 0, 0]
  for await (const { verdict } of judgeAll(kept, { asks, planner: planReminders(asks, moment), practice: false })) {
    if (verdict.kind === 'reminded') due += 1
    if (++seen % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - begun.heap)
  }
  const { user, system } = process.cpuUsage(begun.cpu)
  return { due, heap: most, cpu: (user + system) / 1e6 }
}

await run(process.argv[2] ?? '.')

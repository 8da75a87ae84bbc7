// Planning a day of reminders for a county: everybody is asked, nobody has signed, through the real database in a file.
// Run with the folder for the databases.
import { join } from 'node:path'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { groups } from '../../src/chat/people.ts'
import { addDays } from '../../src/kit/days.ts'
import { asksOn, judgeAll, momentAt } from '../../src/reminder/read.ts'
import { planReminders } from '../../src/reminder/plan.ts'
import { aPerson, day, parts } from '../kit/evidence.ts'
import { askEverybody, hilltop } from '../kit/hilltop.ts'
import { sizeOf } from './size.ts'

const sizes = [10_000, 50_000, 100_000].map((size) => sizeOf(size, size / 20))
const opened = new Date('2026-10-05T09:00:00Z')
/** Seven days before the due day: everybody is due. */
const now = new Date('2026-10-19T10:00:00Z')

async function run(home: string): Promise<void> {
  console.log('planning one day of reminders: everybody is asked and due, and heard once before')
  const took: number[] = []
  for (const size of sizes) {
    const kept = openStore(await openSqlite(join(home, `${size}.db`)), parts)
    await fill(kept, size)
    await plan(kept)
    const runs = [await plan(kept), await plan(kept), await plan(kept)]
    await kept.close()
    const best = runs.toSorted((a, b) => a.cpu - b.cpu)[0] ?? { cpu: 0, wall: 0, heap: 0, due: 0 }
    took.push(best.cpu)
    console.log(
      `  ${size.toLocaleString('en-GB')} people, ${best.due.toLocaleString('en-GB')} due: ${best.cpu.toFixed(2)} s of processor time (${best.wall.toFixed(2)} s by the clock), at most ${Math.round(best.heap / 2 ** 20)} MB more on the heap`,
    )
  }
  const [small = 1, , large = 0] = took
  console.log(`  ${(large / small).toFixed(1)} times as long for 10 times as many`)
}

async function fill({ people, journal, notices }: OpenStore, size: number): Promise<void> {
  const everybody = Array.from({ length: size }, (_each, n) =>
    aPerson(`p${n}`, {
      name: `${n % 997} Person ${n}`,
      group: groups[n % groups.length],
      ...(n % 4 === 0 ? { weekdays: [1, 2, 3] } : {}),
      ...(n % 50 === 0 ? { away: [{ from: day('2026-10-01'), to: addDays(day('2026-10-01'), 4) }] } : {}),
    }),
  )
  await people.put(everybody)
  await askEverybody(journal, opened)
  for (let from = 0; from < size; from += 200)
    await Promise.all(
      everybody
        .slice(from, from + 200)
        .map(({ id }) =>
          notices.plan({ key: `reminder:social-media@2015-10:${id}:asked`, kind: 'reminder', person: id, at: opened }),
        ),
    )
}

async function plan(kept: OpenStore) {
  global.gc?.()
  const heap = process.memoryUsage().heapUsed
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const moment = momentAt(hilltop.school, now)
  const asks = await asksOn(kept, hilltop, { day: moment.day, practice: false })
  let due = 0
  let most = 0
  let seen = 0
  for await (const { verdict } of judgeAll(kept, { asks, planner: planReminders(asks, moment), practice: false })) {
    if (verdict.kind === 'reminded') due += 1
    if (++seen % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - heap)
  }
  const { user, system } = process.cpuUsage(cpu)
  return { due, heap: most, wall: (performance.now() - begun) / 1_000, cpu: (user + system) / 1e6 }
}

await run(process.argv[2] ?? '.')

// Runs thousands of simulated schools in which answers meet faults (test/kit/answers-world.ts) and prints how many
// broke a rule, and which. A tenth of them run on a real PostgreSQL, where every server has its own connections.
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { liveAnswers } from '../kit/answers-world.ts'
import { freshPostgres, stopPostgres } from '../kit/postgres.ts'
import { sizeOf } from './size.ts'

const { WORLDS = sizeOf(5_000, 50), FROM = '1' } = process.env

export async function* benchAnswersWorlds(): AsyncGenerator<string> {
  const count = Number(WORLDS)
  const db = await openSqlite(':memory:')
  yield* lived('on SQLite', count, (seed) => liveAnswers(seed, db))
  await db.destroy()
  const url = await freshPostgres()
  const connections = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
  const [first] = connections
  if (first === undefined) throw new Error('three were opened')
  yield* lived('on PostgreSQL', Math.ceil(count / 10), (seed) => liveAnswers(seed, first, connections))
  for (const each of connections) await each.destroy()
  await stopPostgres()
}

async function* lived(
  where: string,
  count: number,
  live: (seed: number) => ReturnType<typeof liveAnswers>,
): AsyncGenerator<string> {
  const failed: string[] = []
  let arrived = 0
  for (let seed = Number(FROM); seed < Number(FROM) + count; seed++) {
    const world = await live(seed)
    arrived += world.arrived
    const [first] = world.wrong
    if (first !== undefined) failed.push(`${first}; again: ANSWERS=${seed} npx mocha test/property/answers.test.ts`)
  }
  yield `  ${count.toLocaleString('en-GB')} worlds ${where}: ${failed.length} failures; ${arrived.toLocaleString('en-GB')} messages arrived`
  for (const line of failed.slice(0, 10)) yield `  ${line}`
}

// Thousands of simulated schools in which answers meet faults (test/kit/answers-world.ts): how many broke a rule, and which.
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { liveAnswers } from '../kit/answers-world.ts'
import { sizeOf } from './size.ts'

const { WORLDS = sizeOf(5_000, 50), FROM = '1' } = process.env

export async function* benchAnswersWorlds(): AsyncGenerator<string> {
  const db = await openSqlite(':memory:')
  const failed: string[] = []
  let arrived = 0
  for (let seed = Number(FROM); seed < Number(FROM) + Number(WORLDS); seed++) {
    const lived = await liveAnswers(seed, db)
    arrived += lived.arrived
    const [first] = lived.wrong
    if (first !== undefined) failed.push(`${first}; again: ANSWERS=${seed} npx mocha test/property/answers.test.ts`)
  }
  await db.destroy()
  yield `  ${Number(WORLDS).toLocaleString('en-GB')} worlds: ${failed.length} failures; ${arrived.toLocaleString('en-GB')} messages arrived`
  for (const line of failed.slice(0, 10)) yield `  ${line}`
}

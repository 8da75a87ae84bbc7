// Answers in a simulated school with faults: what was acknowledged is answered, once, and nothing typed is kept.
// One world again: ANSWERS=17 npx mocha test/property/answers.test.ts; more of them: WORLDS=10000. On PostgreSQL a seed
// brings the same faults again, and the database decides who comes first.
import { expect } from 'chai'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { liveAnswers } from '../kit/answers-world.ts'
import { freshPostgres } from '../kit/postgres.ts'

const { ANSWERS, WORLDS = '300' } = process.env
const seeds = ANSWERS === undefined ? Array.from({ length: Number(WORLDS) }, (_, n) => n + 1) : [Number(ANSWERS)]

/** Real connections take real time: a tenth of the worlds, and the one that is asked for. */
const onPostgres = ANSWERS === undefined ? seeds.slice(0, Math.ceil(seeds.length / 10)) : seeds

describe('answers, in a world with faults', () => {
  it(`holds in ${seeds.length} worlds`, async function () {
    this.timeout(0)
    const db = await openSqlite(':memory:')
    await hold(seeds, (seed) => liveAnswers(seed, db))
    await db.destroy()
  })

  it(`holds in ${onPostgres.length} worlds of several servers on one PostgreSQL`, async function () {
    this.timeout(0)
    const url = await freshPostgres()
    const connections = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
    const [db] = connections
    if (db === undefined) throw new Error('three were opened')
    await hold(onPostgres, (seed) => liveAnswers(seed, db, connections))
    for (const each of connections) await each.destroy()
  })
})

async function hold(all: readonly number[], live: (seed: number) => ReturnType<typeof liveAnswers>): Promise<void> {
  let arrived = 0
  for (const seed of all) {
    const lived = await live(seed)
    arrived += lived.arrived
    expect(lived.wrong, `to see it again: ANSWERS=${seed} npx mocha test/property/answers.test.ts`).to.deep.equal([])
  }
  expect(arrived).to.be.greaterThan(all.length)
}

// Answers in a simulated school with faults: every acknowledged message is answered once, and nothing typed is kept. To
// repeat one world: ANSWERS=17 npx mocha test/property/answers.test.ts; for more worlds: WORLDS=10000. On PostgreSQL a
// seed repeats the same faults, but the database decides the order of concurrent writes.
import { expect } from 'chai'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { tablesInMemory } from '../kit/tables.ts'
import { liveAnswers } from '../kit/answers-world.ts'
import { freshPostgres } from '../kit/postgres.ts'

const { ANSWERS, WORLDS = '300' } = process.env
const seeds = ANSWERS === undefined ? Array.from({ length: Number(WORLDS) }, (_, n) => n + 1) : [Number(ANSWERS)]

/** Real connections are slow, so PostgreSQL gets a tenth of the worlds, or the one that is named. */
const onPostgres = ANSWERS === undefined ? seeds.slice(0, Math.ceil(seeds.length / 10)) : seeds

describe('answers, in a world with faults', () => {
  it(`holds in ${seeds.length} worlds`, async function () {
    this.timeout(0)
    const db = await tablesInMemory()
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

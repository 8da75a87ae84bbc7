// Reminders in a simulated school with faults, crashes and clock changes: never twice, never at a wrong time, never
// lost. To repeat one world: WORLD=17 npx mocha test/property/reminders.test.ts; for more worlds: WORLDS=10000. On
// PostgreSQL a seed repeats the same faults, but the database decides the order of concurrent writes.
import { expect } from 'chai'
import { replaceablePostgres } from '../kit/world-kept.ts'
import { live, liveOnPostgres } from '../kit/world.ts'

const { WORLD, WORLDS = '100' } = process.env
const seeds = WORLD === undefined ? Array.from({ length: Number(WORLDS) }, (_, n) => n + 1) : [Number(WORLD)]

describe('reminders, in a world with faults', () => {
  // A fifth of the worlds is enough for every run of the tests; `npm run bench -- worlds` runs all of them.
  const again = WORLD === undefined ? seeds.filter((seed) => seed % 5 === 0) : seeds

  it(`holds in ${again.length} worlds where something is asked for again`, async function () {
    this.timeout(0)
    let [asked, opened] = [0, 0]
    for (const seed of again) {
      const lived = await live(seed, { recurs: true })
      asked += Number(lived.delivered.some(({ key }) => key.startsWith('recurring:')))
      opened += Number(lived.again?.opened !== undefined)
      expect(lived.wrong, `world ${seed}, asked again; to see it again: WORLD=${seed}`).to.deep.equal([])
    }
    if (WORLD !== undefined) return
    expect(asked).to.be.greaterThan(again.length / 2)
    expect(opened).to.be.greaterThan(again.length / 3)
  })

  it(`holds in ${seeds.length} worlds`, async function () {
    this.timeout(0)
    let delivered = 0
    const kinds = new Set<string>()
    for (const seed of seeds) {
      const lived = await live(seed)
      delivered += lived.delivered.length
      for (const { key } of lived.delivered) kinds.add(key.split(':')[0] ?? '')
      expect(lived.wrong, `world ${seed}; to see it again: WORLD=${seed}`).to.deep.equal([])
    }
    expect(delivered).to.be.greaterThan(seeds.length)
    // Of a few worlds, none may have a leader, or a newer edition.
    const all = ['reminder', 'manager', 'escalated', 'digest', 'review', 'new-edition']
    if (seeds.length >= 40) expect([...kinds]).to.include.members(all)
  })

  // A real database is slow; `npm run bench -- worlds` lives more of these, too.
  const onPostgres = WORLD === undefined ? seeds.slice(0, Math.ceil(seeds.length / 25)) : seeds

  it(`holds in ${onPostgres.length} worlds of several servers on a PostgreSQL that is replaced`, async function () {
    this.timeout(0)
    const postgres = await replaceablePostgres()
    let delivered = 0
    try {
      for (const seed of onPostgres) {
        const lived = await liveOnPostgres(seed, postgres.open)
        delivered += lived.delivered.length
        expect(lived.wrong, `world ${seed} on PostgreSQL; to see it again: WORLD=${seed}`).to.deep.equal([])
      }
    } finally {
      await postgres.close()
    }
    if (WORLD !== undefined) return
    expect(delivered).to.be.greaterThan(onPostgres.length)
    expect(postgres.replaced()).to.be.greaterThan(onPostgres.length / 2)
  })
})

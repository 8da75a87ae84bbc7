// Answers in a simulated school with faults: what was acknowledged is answered, once, and nothing typed is kept.
// One world again: ANSWERS=17 npx mocha test/property/answers.test.ts; more of them: WORLDS=10000.
import { expect } from 'chai'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { liveAnswers } from '../kit/answers-world.ts'

const { ANSWERS, WORLDS = '300' } = process.env
const seeds = ANSWERS === undefined ? Array.from({ length: Number(WORLDS) }, (_, n) => n + 1) : [Number(ANSWERS)]

describe('answers, in a world with faults', () => {
  it(`holds in ${seeds.length} worlds`, async function () {
    this.timeout(0)
    const db = await openSqlite(':memory:')
    let arrived = 0
    for (const seed of seeds) {
      const lived = await liveAnswers(seed, db)
      arrived += lived.arrived
      expect(lived.wrong, `to see it again: ANSWERS=${seed} npx mocha test/property/answers.test.ts`).to.deep.equal([])
    }
    await db.destroy()
    expect(arrived).to.be.greaterThan(seeds.length)
  })
})

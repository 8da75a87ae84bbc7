// What questions teach is kept in both databases alike, and what an owner took up outlasts it.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { KeptLesson, Lessons, Taught } from '../../src/ports/lessons.ts'
import { databases } from '../kit/databases.ts'
import { parts } from '../kit/evidence.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes))
const pointer = { ref: '2', hashes: ['0123456789abcdef'] }
const lesson = (id: string, given: Partial<KeptLesson> = {}): KeptLesson => ({
  id,
  at: at(0),
  question: 'may I wear trainers?',
  policy: 'dress',
  pointer,
  from: 'chosen',
  practice: false,
  ...given,
})
const taught: Taught = {
  key: 'k1',
  policy: 'dress',
  pointer,
  questions: ['may I wear trainers?', 'what of ‘trainers’\u{1F45F}'],
  practice: false,
  by: 'p1',
  at: at(5),
}

for (const [name, open] of databases)
  describe(`lessons: ${name}`, () => {
    let db: Kysely<Tables>
    let lessons: Lessons
    beforeEach(async () => {
      db = await open()
      lessons = openStore(db, { ...parts, newId: () => 'id' }).lessons
    })
    afterEach(() => db.destroy())

    it('keeps the last that was shown of a question, oldest first, and forgets it in time', async () => {
      await lessons.keep(lesson('b', { at: at(2), practice: true, from: 'person' }))
      await lessons.keep(lesson('a'))
      await lessons.keep(lesson('a', { at: at(1), pointer: { ref: '3', hashes: [] } }))
      expect(await lessons.since(at(0))).to.deep.equal([
        lesson('a', { at: at(1), pointer: { ref: '3', hashes: [] } }),
        lesson('b', { at: at(2), practice: true, from: 'person' }),
      ])
      await lessons.forgetBefore(at(2))
      expect((await lessons.since(at(0))).map(({ id }) => id)).to.deep.equal(['b'])
    })

    it('gives what was taken up until it is withdrawn, once, and again when it is taken up anew', async () => {
      await lessons.takeUp(taught)
      await lessons.takeUp({ ...taught, key: 'k2', at: at(6) })
      await lessons.forgetBefore(at(60))
      expect(await lessons.taught()).to.deep.equal([taught, { ...taught, key: 'k2', at: at(6) }])
      expect(await lessons.withdraw('k1', { by: 'p2', at: at(7) })).to.equal(true)
      expect(await lessons.withdraw('k1', { by: 'p2', at: at(8) })).to.equal(false)
      expect((await lessons.taught()).map(({ key }) => key)).to.deep.equal(['k2'])
      await lessons.takeUp({ ...taught, at: at(9) })
      expect((await lessons.taught()).map(({ key }) => key)).to.deep.equal(['k2', 'k1'])
    })
  })

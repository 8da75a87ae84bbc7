// What questions teach is kept alike in both databases, and what an owner has adopted is kept longer.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Journal } from '../../src/ports/evidence.ts'
import type { KeptLesson, Lessons, Taught } from '../../src/ports/lessons.ts'
import type { SchoolNote, SchoolNotes } from '../../src/ports/school-notes.ts'
import { databases } from '../kit/databases.ts'
import { day, deedsIn, parts } from '../kit/evidence.ts'

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

const proposed: Omit<SchoolNote, 'takenUp'> = {
  id: 'n1',
  policy: 'dress',
  pointer,
  text: 'Trainers are kept for the hall \u{1F45F}',
  who: 'the policy owner',
  until: day('2027-07-21'),
  practice: false,
  by: 'p1',
  at: at(5),
}

for (const [name, open] of databases)
  describe(`lessons: ${name}`, () => {
    let db: Kysely<Tables>
    let lessons: Lessons
    let notes: SchoolNotes
    let journal: Journal
    beforeEach(async () => {
      db = await open()
      const store = openStore(db, parts)
      journal = store.journal
      lessons = store.lessons
      notes = store.schoolNotes
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

    it('keeps a note as it was proposed, taken up once and withdrawn once, and anew under the same id', async () => {
      await notes.propose(proposed)
      expect(await notes.standing()).to.deep.equal([{ ...proposed, takenUp: false }])
      const decided = { by: 'p2', at: at(6) }
      expect(await notes.takeUp('n1', decided)).to.equal(true)
      expect(await notes.takeUp('n1', decided)).to.equal(false)
      expect(await notes.standing()).to.deep.equal([{ ...proposed, takenUp: true }])
      expect(await notes.withdraw('n1', decided)).to.equal(true)
      expect(await notes.withdraw('n1', decided)).to.equal(false)
      expect(await notes.takeUp('n1', decided)).to.equal(false)
      expect(await notes.standing()).to.deep.equal([])
      await notes.propose({ ...proposed, text: 'Another' })
      expect(await notes.standing()).to.deep.equal([{ ...proposed, text: 'Another', takenUp: false }])
    })

    it('enters in the journal who added an answer and who withdrew it, and none of its words', async () => {
      const decided = { by: 'p2', at: at(6) }
      await lessons.takeUp(taught)
      await lessons.withdraw('k1', decided)
      await lessons.withdraw('k1', decided)
      for (const id of ['n1', 'n2']) await notes.propose({ ...proposed, id })
      await notes.takeUp('n1', decided)
      await notes.takeUp('n1', decided)
      await notes.withdraw('n1', { ...decided, by: 'p1' })
      await notes.withdraw('n2', decided)
      const place = { policy: 'dress', section: '2' }
      const entries = await deedsIn(journal)
      expect(entries.map(({ fact }) => fact)).to.deep.equal([
        { kind: 'answer-added', ...place, what: 'question', name: 'k1', by: 'p1' },
        { kind: 'answer-withdrawn', ...place, what: 'question', name: 'k1', by: 'p2' },
        { kind: 'answer-added', ...place, what: 'note', name: 'n1', by: 'p2' },
        { kind: 'answer-withdrawn', ...place, what: 'note', name: 'n1', by: 'p1' },
      ])
      expect(JSON.stringify(entries)).not.to.match(/trainers|hall/i)
    })

    it('enters nothing of what practice people add', async () => {
      await lessons.takeUp({ ...taught, practice: true })
      await lessons.withdraw('k1', { by: 'p2', at: at(7) })
      await notes.propose({ ...proposed, practice: true })
      await notes.takeUp('n1', { by: 'p2', at: at(8) })
      expect(await deedsIn(journal)).to.deep.equal([])
    })

    it('forgets notes that nobody took up, that lapsed, or that were withdrawn, and keeps those that stand', async () => {
      const decided = { by: 'p2', at: at(6) }
      for (const id of ['waits', 'stands', 'withdrawn']) await notes.propose({ ...proposed, id })
      await notes.propose({ ...proposed, id: 'lapsed', until: day('2026-11-01') })
      for (const id of ['stands', 'withdrawn', 'lapsed']) await notes.takeUp(id, decided)
      await notes.withdraw('withdrawn', decided)
      await notes.forgetBefore(at(60))
      expect((await notes.standing()).map(({ id }) => id)).to.deep.equal(['stands'])
      const { count } = await db
        .selectFrom('school_note')
        .select((e) => e.fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow()
      expect(Number(count)).to.equal(1)
    })
  })

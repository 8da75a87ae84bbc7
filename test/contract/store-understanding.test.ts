// Answers to the questions before signing are kept alike in all databases: one for each person and question, until they
// sign; and figures never identify a person.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { RightAnswer } from '../../src/ports/understanding.ts'
import { databases } from '../kit/databases.ts'
import { aPerson, edition, happen, parts, policy } from '../kit/evidence.ts'

const right = (person: string, given: Partial<RightAnswer> = {}): RightAnswer => ({
  policy,
  edition,
  person,
  practice: false,
  question: 'first.1',
  section: '1',
  counts: 'at-once',
  ...given,
})

for (const [name, open] of databases)
  describe(`understanding: ${name}`, () => {
    let db: Kysely<Tables>
    let store: OpenStore
    beforeEach(async () => {
      db = await open()
      store = openStore(db, parts)
      await store.people.put(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((id) => aPerson(id)))
    })
    afterEach(() => db.destroy())

    const answersOf = async (person: string) => (await store.journal.factsOf({ policy, person })).answers
    const figures = (practice = false) => store.understanding.missed({ policy, edition, practice })

    it('keeps what was answered right, and once is enough', async () => {
      expect(await answersOf('a')).to.equal(undefined)
      const one = await store.understanding.keepRight(right('a'))
      expect(one).to.deep.equal({ edition, keys: ['first.1'] })
      expect(await store.understanding.keepRight(right('a'))).to.deep.equal(one)
      await store.understanding.keepRight(right('a', { question: 'second.2' }))
      expect(await answersOf('a')).to.deep.equal({ edition, keys: ['first.1', 'second.2'] })
      expect(await answersOf('b')).to.equal(undefined)
    })

    it('forgets what was answered about another edition', async () => {
      await store.understanding.keepRight(right('a'))
      await store.understanding.keepRight(right('a', { edition: '2027-01', question: 'second.2' }))
      expect(await answersOf('a')).to.deep.equal({ edition: '2027-01', keys: ['second.2'] })
    })

    it('shows no figure before five people, and then grows by five', async () => {
      const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
      const seen: string[] = []
      for (const [at, person] of people.entries()) {
        await store.understanding.keepRight(right(person, { counts: at % 2 === 0 ? 'missed' : 'at-once' }))
        await store.understanding.keepRight(right(person, { counts: 'missed' }))
        seen.push((await figures()).map(({ people: of, missed }) => `${missed}/${of}`).join())
      }
      expect(seen).to.deep.equal(['', '', '', '', '3/5', '3/5', '3/5', '3/5', '3/5', '5/10'])
      expect(await figures(true)).to.deep.equal([])
    })

    it('counts five people pressing at the same moment as five', async () => {
      await Promise.all(
        ['a', 'b', 'c', 'd', 'e']
          .flatMap((person) => [right(person), right(person)])
          .map(store.understanding.keepRight),
      )
      expect(await figures()).to.deep.equal([{ question: 'first.1', section: '1', people: 5, missed: 0 }])
    })

    it('counts nobody again who was counted before, and nobody who does not exist', async () => {
      for (const person of ['a', 'b', 'c', 'd']) await store.understanding.keepRight(right(person))
      await store.understanding.keepRight(right('e', { counts: undefined }))
      await store.understanding.keepRight(right('nobody'))
      expect(await figures()).to.deep.equal([])
    })

    it('a signature spends what was answered about its edition, and no other', async () => {
      await store.understanding.keepRight(right('a'))
      const spend = (spends: string) =>
        store.journal.record({ policy, person: 'a' }, () => ({ entries: [], spends, outcome: undefined }))
      await spend('2027-01')
      expect(await answersOf('a')).to.deep.include({ keys: ['first.1'] })
      await spend(edition)
      expect(await answersOf('a')).to.equal(undefined)
    })

    it('erasing somebody deletes it, and the figures stay', async () => {
      for (const person of ['a', 'b', 'c', 'd', 'e']) await store.understanding.keepRight(right(person))
      await happen(store.journal, { id: 'x1', fact: { kind: 'erased', person: 'a', by: 'operator' } })
      const rows = await db.selectFrom('right_answer').select('person').orderBy('person').execute()
      expect(rows.map(({ person }) => person)).to.deep.equal(['b', 'c', 'd', 'e'])
      expect((await figures()).map(({ people }) => people)).to.deep.equal([5])
    })

    it('two who turn out to be one have what either answered', async () => {
      await store.understanding.keepRight(right('a'))
      await store.understanding.keepRight(right('b', { question: 'second.2' }))
      await store.people.join('a', 'b')
      expect(await answersOf('b')).to.deep.equal({ edition, keys: ['second.2', 'first.1'] })
      expect(await answersOf('a')).to.deep.equal(await answersOf('b'))
    })
  })

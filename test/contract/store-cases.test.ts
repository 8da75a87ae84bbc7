// Cases, and drafts that wait for a yes, in both databases.
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { tablesInMemory } from '../kit/tables.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { askForYes, decideDraft } from '../../src/approval/decide.ts'
import { erase } from '../../src/declaration/erase.ts'
import { sayInCase, takeCase } from '../../src/referral/change.ts'
import { openCase } from '../../src/referral/open-case.ts'
import { aPerson, day, parts } from '../kit/evidence.ts'
import { tablesInPostgres } from '../kit/postgres.ts'

const at = new Date('2026-11-23T09:00:00Z')

for (const [name, open] of [
  ['sqlite', tablesInMemory],
  ['postgresql', async () => openPostgres(await tablesInPostgres())],
] as const)
  describe(`${name}: cases and drafts`, () => {
    let kept: OpenStore
    let id: string
    let [asker, one, other] = ['', '', '']

    before(async () => {
      kept = openStore(await open(), { ...parts, newId: randomUUID })
    })
    after(() => kept.close())
    beforeEach(async () => {
      ;[id, asker, one, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
      await kept.people.put([asker, one, other].map((each) => aPerson(each, { email: `${each}@school.example` })))
    })

    const about = { what: 'question', policy: 'p', edition: undefined, section: undefined } as const
    const asks = () =>
      kept.cases.change(id, (found) =>
        openCase(found, {
          id,
          at,
          asker,
          practice: false,
          platform: 'web',
          route: 'slt',
          about,
          offered: [one, other],
          due: day('2026-11-26'),
          words: 'May I?',
        }),
      )
    const takes = (by: string) => kept.cases.change(id, (found) => takeCase(found, { by, at }))

    it('comes back as it went in, to whom it is', async () => {
      await asks()
      const found = await kept.cases.find(id)
      expect(found).to.deep.include({ id, at, asker, offered: [one, other], state: 'waiting', about, taker: undefined })
      for (const person of [asker, one, other]) expect(await kept.cases.of(person)).to.deep.equal([found])
      expect(await kept.cases.of(randomUUID())).to.have.lengthOf(0)
      expect((await kept.cases.current(at)).map((each) => each.id)).to.include(id)
    })

    it('is opened by one, and taken by one, of two who do it at once', async () => {
      const opened = await Promise.all([asks(), asks()])
      expect(opened.map(({ kind }) => kind).toSorted()).to.deep.equal(['already-open', 'opened'])
      const taken = await Promise.all([takes(one), takes(other)])
      expect(taken.map(({ kind }) => kind).toSorted()).to.deep.equal(['taken', 'taken-by'])
      expect((await kept.cases.find(id))?.messages.map(({ seq }) => seq)).to.deep.equal([1, 2])
    })

    it('is forgotten once it was closed for long enough, and not before', async () => {
      await asks()
      await takes(one)
      await kept.cases.change(id, (found) => sayInCase(found, { by: one, at, what: 'close', words: '', seen: 2 }))
      await kept.cases.forgetBefore(at)
      expect(await kept.cases.find(id)).to.not.equal(undefined)
      await kept.cases.forgetBefore(new Date(at.getTime() + 1))
      expect(await kept.cases.find(id)).to.equal(undefined)
    })

    it('follows whoever turns out to be somebody else, and goes with whoever is erased', async () => {
      await asks()
      await takes(one)
      const into = randomUUID()
      await kept.people.put([aPerson(into, { email: `${into}@school.example` })])
      await kept.people.join(one, into)
      expect(await kept.cases.find(id)).to.deep.include({ taker: into, offered: [into, other] })
      await kept.journal.record({ policy: '', person: asker }, (facts) =>
        erase(facts, { by: 'operator', stamp: { id: randomUUID(), at, salt: 's'.repeat(32) } }),
      )
      expect(await kept.cases.find(id)).to.equal(undefined)
    })

    it('a draft is decided once, counted once, and gone', async () => {
      const request = {
        id,
        at,
        asker,
        practice: false,
        platform: 'web',
        offered: [one, other],
        draft: 'A zeppelin',
      } as const
      const before = (await kept.approvals.counts('2026-11', false)).no ?? 0
      await kept.approvals.change(id, (found) =>
        askForYes(found, { ...request, about: { policy: 'p', edition: 'e', sections: ['6.d'] } }),
      )
      expect((await kept.approvals.find(id))?.draft).to.equal('A zeppelin')
      const decide = (by: string) =>
        kept.approvals.change(id, (found) =>
          decideDraft(found, { by, at, outcome: 'no', reason: 'No.', section: '6.d' }),
        )
      const decided = await Promise.all([decide(one), decide(other)])
      expect(decided.map(({ kind }) => kind).toSorted()).to.deep.equal(['decided', 'decided-before'])
      expect((await kept.approvals.counts('2026-11', false)).no).to.equal(before + 1)
      const found = await kept.approvals.find(id)
      expect(found).to.deep.include({ draft: '' })
      expect(found?.decided).to.deep.include({ outcome: 'no', reason: 'No.', section: '6.d' })
      await kept.approvals.remove(id)
      expect(await kept.approvals.find(id)).to.equal(undefined)
    })
  })

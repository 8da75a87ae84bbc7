// Two people are joined and then separated again, on every database: each has what was theirs, and the journal stays
// consistent.
import { expect } from 'chai'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { verify } from '../../src/proof/verify.ts'
import { databases } from '../kit/databases.ts'
import { aPerson, happen, parts, policy, press } from '../kit/evidence.ts'

for (const [name, open] of databases) {
  describe(`people: joined and two again, ${name}`, () => {
    let kept: OpenStore
    const slack = (id: string) => ({ platform: 'slack', id }) as const
    beforeEach(async () => {
      kept = openStore(await open(), parts)
      await kept.people.put([
        aPerson('p1', { name: 'Priya Nair', group: 'teaching', roles: ['staff', 'slt'], staffNumber: 'E-42' }),
        aPerson('p2', { name: 'Paul Nair', group: undefined, listed: false }),
        aPerson('p3', { manager: 'p1' }),
      ])
      await kept.directory.keep(slack('U1'), { name: 'P', email: 'p1@school.example', roles: ['staff'] })
      await kept.directory.keep(slack('U2'), { name: 'P', email: 'p2@school.example', roles: ['staff'] })
    })
    afterEach(() => kept.close())
    const check = () => verify(kept, { ...parts, now: new Date('2026-11-23T12:00:00Z') })
    const signedBy = async () => {
      const page = await kept.register.page({ policy, practice: false, most: 9 })
      return page.flatMap(({ person, involvement }) => (involvement?.signed === undefined ? [] : [person.id]))
    }

    it('everybody has what was theirs', async () => {
      const before = [await kept.people.byId('p1'), await kept.people.byId('p2')]
      await kept.people.join('p1', 'p2', { by: 'p3' })
      expect(await kept.people.byId('p1')).to.include({ id: 'p2', group: 'teaching', staffNumber: 'E-42' })
      expect(await check()).to.include({ kind: 'holds' })
      expect(await kept.people.unjoin('p1@school.example', { by: 'p3' })).to.equal('p1')
      expect([await kept.people.byId('p1'), await kept.people.byId('p2')]).to.deep.equal(before)
      for (const [account, id] of [
        ['U1', 'p1'],
        ['U2', 'p2'],
      ] as const)
        // prettier-ignore
        expect((await kept.directory.find(slack(account)))?.id).to.equal(id)
      expect(await check()).to.include({ kind: 'holds' })
      const last = (await kept.journal.historyOf('p1')).at(-1)
      expect(last?.fact).to.deep.include({ kind: 'directory', what: ['account', 'unmerged'], by: 'p3' })
    })

    it('each signature is its signer’s again, also one given in between', async () => {
      await press(kept.journal, { person: 'p1', id: 'e1' })
      await kept.people.join('p1', 'p2')
      expect(await signedBy()).to.deep.equal(['p2'])
      await kept.people.unjoin('p1')
      expect(await signedBy()).to.deep.equal(['p1'])
      await press(kept.journal, { person: 'p2', id: 'e2' })
      expect(await signedBy()).to.have.members(['p1', 'p2'])
      expect(await check()).to.include({ kind: 'holds', signatures: 2 })
    })

    it('what was changed in between stays', async () => {
      await kept.people.join('p1', 'p2')
      const now = await kept.people.byId('p2')
      if (now === undefined) throw new Error('nobody')
      await kept.people.put([{ ...now, group: 'governor' }])
      await kept.people.unjoin('p1')
      expect((await kept.people.byId('p2'))?.group).to.equal('governor')
      expect((await kept.people.byId('p1'))?.group).to.equal('teaching')
      expect(await check()).to.include({ kind: 'holds' })
    })

    it('nobody is parted who was not joined, or who was erased', async () => {
      for (const who of ['p1', 'p3@school.example', 'nobody']) expect(await kept.people.unjoin(who)).to.equal(undefined)
      await kept.people.join('p1', 'p2')
      await happen(kept.journal, { id: 'e9', fact: { kind: 'erased', person: 'p2', by: 'operator' } })
      expect(await kept.people.unjoin('p1')).to.equal(undefined)
      expect(await check()).to.include({ kind: 'holds' })
    })

    it('a list that is brought in is an entry, by its hash', async () => {
      await kept.people.put([aPerson('p9')], { list: { hash: 'a'.repeat(64), rows: 3 } })
      const [entry] = await kept.journal.happened({ kinds: ['list-imported'], most: 9 })
      expect(entry?.fact).to.deep.equal({
        kind: 'list-imported',
        list: 'a'.repeat(64),
        rows: 3,
        changes: 1,
        by: 'operator',
      })
      expect(await check()).to.include({ kind: 'holds' })
    })
  })
}

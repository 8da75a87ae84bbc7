// An import of the wrong list is taken back, on every database: people whom it changed, and whom nothing has changed
// since, are as before; people whom it added are gone; and the journal stays consistent.
import { expect } from 'chai'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Person } from '../../src/chat/people.ts'
import { verify } from '../../src/proof/verify.ts'
import { databases } from '../kit/databases.ts'
import { aPerson, day, parts, press } from '../kit/evidence.ts'

for (const [name, open] of databases) {
  describe(`a list taken back: ${name}`, () => {
    let kept: OpenStore
    const was = [
      aPerson('p1', { name: 'Priya Nair', group: 'teaching', roles: ['staff', 'slt'], staffNumber: 'E-42' }),
      aPerson('p2', { name: 'Paul Nair', manager: 'p1' }),
      aPerson('p3', { name: 'Zoë Łukasz' }),
    ]
    beforeEach(async () => {
      kept = openStore(await open(), parts)
      await kept.people.put(was)
    })
    afterEach(() => kept.close())

    const holds = async () =>
      expect(await verify(kept, { ...parts, now: new Date('2026-11-23T12:00:00Z') })).to.include({ kind: 'holds' })
    const bringIn = async (people: readonly Person[]): Promise<string> => {
      await kept.people.put(people, { by: 'p1', list: { hash: 'a'.repeat(64), rows: people.length } })
      const [entry] = await kept.journal.happened({ kinds: ['list-imported'], most: 1 })
      return entry?.id ?? ''
    }
    const now = (...ids: readonly string[]) => Promise.all(ids.map((id) => kept.people.byId(id)))
    const [p1, p2, p3] = was as [Person, Person, Person]

    it('everybody is as before, who came is gone, and addresses that were swapped are back', async () => {
      const before = await now('p1', 'p2', 'p3')
      const list = await bringIn([
        { ...p1, name: 'Priya Shah', email: p2.email, roles: ['staff'], staffNumber: undefined },
        { ...p2, email: p1.email, leavesOn: day('2026-11-30'), manager: 'new' },
        aPerson('new', { name: 'Nobody Yet' }),
      ])
      const planned = await kept.people.lookAtUndoing(list)
      expect(planned).to.deep.equal({ back: planned?.back, gone: ['new'], kept: [] })
      expect(planned?.back).to.have.members(['p1', 'p2'])
      expect((await kept.people.byId('p1'))?.name).to.equal('Priya Shah')
      expect(await kept.people.undoList(list, { by: 'p3' })).to.deep.equal(planned)
      expect(await now('p1', 'p2', 'p3')).to.deep.equal(before)
      expect(await kept.people.byId('new')).to.equal(undefined)
      expect((await kept.people.list({ practice: false, most: 9 })).map(({ id }) => id)).to.deep.equal([
        'p2',
        'p1',
        'p3',
      ])
      const last = (await kept.journal.historyOf('p1')).at(-1)
      expect(last?.fact).to.deep.include({ kind: 'directory', by: 'p3' })
      await holds()
    })

    it('stays as it is for whoever was changed, joined or erased since, or has done something', async () => {
      const list = await bringIn([
        { ...p1, group: 'governor' },
        { ...p2, group: 'governor' },
        { ...p3, group: 'governor' },
        aPerson('signs'),
        aPerson('writes'),
      ])
      await kept.people.put([{ ...p1, group: 'support' }])
      await kept.people.join('p2', 'p3')
      await press(kept.journal, { person: 'signs', id: 'e1' })
      await kept.directory.keep(
        { platform: 'slack', id: 'U1' },
        { name: 'W', email: 'writes@school.example', roles: ['staff'] },
      )
      const done = await kept.people.undoList(list)
      expect(done?.kept).to.include.members(['p1', 'p2', 'signs', 'writes'])
      expect(done?.gone).to.deep.equal([])
      expect((await kept.people.byId('p1'))?.group).to.equal('support')
      expect(await kept.people.byId('signs')).to.include({ id: 'signs' })
      await holds()
    })

    it('changes nothing a second time, leaves addresses that somebody else has by now, and knows no other entry', async () => {
      const list = await bringIn([{ ...p1, email: 'other@school.example' }])
      await kept.people.put([aPerson('late', { email: p1.email })])
      expect(await kept.people.undoList(list)).to.deep.equal({ back: [], gone: [], kept: ['p1'] })
      expect((await kept.people.byId('p1'))?.email).to.equal('other@school.example')
      const next = await bringIn([{ ...p3, group: 'governor' }])
      expect((await kept.people.undoList(next))?.back).to.deep.equal(['p3'])
      const head = await kept.journal.head()
      expect(await kept.people.undoList(next)).to.deep.equal({ back: [], gone: [], kept: ['p3'] })
      expect(await kept.journal.head()).to.deep.equal(head)
      for (const none of ['nothing', (await kept.journal.historyOf('p3'))[0]?.id ?? ''])
        expect(await kept.people.undoList(none)).to.equal(undefined)
      await holds()
    })
  })
}

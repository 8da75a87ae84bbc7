// The Directory and People ports on every database: the school's list decides about its people, whatever platforms say.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { databases } from '../kit/databases.ts'
import { aPerson, day, deedsOf, edition, parts, policy, press } from '../kit/evidence.ts'

const now = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')
const slack = (id: string) => ({ platform: 'slack', id }) as const
const teams = (id: string) => ({ platform: 'teams', id }) as const

for (const [name, open] of databases) {
  describe(`people: ${name}`, () => {
    let db: Kysely<Tables>
    let kept: OpenStore
    let ids = 0
    beforeEach(async () => {
      db = await open()
      kept = openStore(db, { ...parts, newId: () => `id-${++ids}` })
    })
    afterEach(() => kept.close())

    it('keeps all that the school says of somebody', async () => {
      const person = aPerson('p1', {
        name: `D’Arcy O\u2019Neill "x"`,
        group: 'teaching',
        roles: ['staff', 'slt'],
        manager: 'p2',
        startsOn: day('2026-09-01'),
        leavesOn: day('2027-07-31'),
        away: [{ from: day('2026-12-01'), to: day('2026-12-02') }],
      })
      await kept.people.put([person, aPerson('p2', { email: undefined, listed: false })])
      expect(await kept.people.byId('p1')).to.deep.equal(person)
      expect(await kept.people.byEmail(' P1@School.example ')).to.deep.equal(person)
      expect((await kept.people.byId('p2'))?.email).to.equal(undefined)
      expect(await kept.people.byId('nobody')).to.equal(undefined)
      const changed = { ...person, group: 'support', leavesOn: undefined, away: [] } as const
      await kept.people.put([changed])
      expect(await kept.people.byId('p1')).to.deep.equal(changed)
    })

    it('counts who began and who left in a span of days, one world at a time', async () => {
      const around = (from: string, to: string) => ({ practice: false, from: day(from), to: day(to) })
      await kept.people.put([
        aPerson('p1', { startsOn: day('2026-09-01') }),
        aPerson('p2', { startsOn: day('2026-09-07'), leavesOn: day('2026-09-07') }),
        aPerson('p3', { startsOn: day('2026-09-08'), leavesOn: day('2026-08-31') }),
        aPerson('p4', { leavesOn: day('2026-09-06') }),
        aPerson('x', { startsOn: day('2026-09-03'), leavesOn: day('2026-09-04'), practice: true }),
      ])
      expect(await kept.people.moved(around('2026-09-01', '2026-09-07'))).to.deep.equal({ began: 2, left: 1 })
      expect(await kept.people.moved(around('2026-09-07', '2026-09-08'))).to.deep.equal({ began: 2, left: 1 })
      expect(await kept.people.moved(around('2027-09-01', '2027-09-07'))).to.deep.equal({ began: 0, left: 0 })
    })

    it('puts all or nothing, and lets two people swap their emails', async () => {
      const [a, b] = [aPerson('a', { email: 'one@x.uk' }), aPerson('b', { email: 'two@x.uk' })]
      await kept.people.put([a, b])
      await kept.people.put([
        { ...a, email: 'two@x.uk' },
        { ...b, email: 'one@x.uk' },
      ])
      expect((await kept.people.byEmail('one@x.uk'))?.id).to.equal('b')
      const twice = [aPerson('c'), aPerson('d', { email: 'one@x.uk' })]
      expect(await kept.people.put(twice).catch(() => 'refused')).to.equal('refused')
      expect(await kept.people.byId('c')).to.equal(undefined)
    })

    it('lists by name however it is written, in pages, one world at a time', async () => {
      const names = ['de Souza', 'Adams', 'Zoe', 'adams', 'Baker']
      await kept.people.put(names.map((each, n) => aPerson(`p${n}`, { name: each })))
      await kept.people.put([aPerson('x', { name: 'Practice', practice: true })])
      const seen: string[] = []
      for (let after: string | undefined; ;) {
        const page = await kept.people.list({ practice: false, most: 2, ...(after === undefined ? {} : { after }) })
        if (page.length === 0) break
        seen.push(...page.map(({ id }) => id))
        after = page.at(-1)?.id
      }
      expect(seen).to.deep.equal(['p1', 'p3', 'p4', 'p0', 'p2'])
      expect((await kept.people.list({ practice: true, most: 9 })).map(({ id }) => id)).to.deep.equal(['x'])
    })

    it('lists those with one role, whether the school or a platform gave it', async () => {
      await kept.people.put([
        aPerson('a', { roles: ['staff', 'slt'] }),
        aPerson('b'),
        aPerson('c', { email: 'c@x.uk' }),
      ])
      await kept.directory.keep(slack('U9'), { name: 'C', email: 'c@x.uk', roles: ['slt'] })
      const page = (after?: string) =>
        kept.people.list({ practice: false, role: 'slt', most: 1, ...(after === undefined ? {} : { after }) })
      expect((await page()).map(({ id }) => id)).to.deep.equal(['a'])
      expect((await page('a')).map(({ id }) => id)).to.deep.equal(['c'])
      expect(await page('c')).to.deep.equal([])
      expect(await kept.people.list({ practice: true, role: 'slt', most: 9 })).to.deep.equal([])
    })

    it('finds the school’s person behind an account by email, and believes the school about name and group', async () => {
      await kept.people.put([aPerson('p1', { name: 'Priya Nair', email: 'priya@x.uk', group: 'teaching' })])
      await kept.directory.keep(slack('U1'), { name: 'priya (she/her)', email: 'Priya@x.uk', roles: ['slt'] })
      const found = await kept.directory.find(slack('U1'))
      expect(found).to.deep.include({ id: 'p1', name: 'Priya Nair', group: 'teaching', roles: ['staff', 'slt'] })
    })

    it('takes back a role that a platform takes back, also after an import, and ends sessions with every change', async () => {
      await kept.people.put([aPerson('p1', { email: 'priya@x.uk' })])
      const seen = { name: 'Priya', email: 'priya@x.uk' }
      await kept.directory.keep(slack('U1'), { ...seen, roles: ['slt'] })
      const person = await kept.people.byId('p1')
      expect(person?.roles).to.deep.equal(['staff', 'slt'])
      await kept.people.put(person === undefined ? [] : [person])
      const session = { token: 's', person: 'p1', purpose: { kind: 'open' }, expires: later } as const
      await kept.doors.openSession(session)
      await kept.directory.keep(slack('U1'), { ...seen, roles: ['slt'] })
      expect(await kept.doors.session('s', now)).not.to.equal(undefined)
      await kept.directory.keep(slack('U1'), { ...seen, roles: [] })
      expect((await kept.people.byId('p1'))?.roles).to.deep.equal(['staff'])
      expect(await kept.doors.session('s', now)).to.equal(undefined)
    })

    it('ends sessions of whoever leaves', async () => {
      await kept.people.put([aPerson('p1')])
      await kept.doors.openSession({ token: 's', person: 'p1', purpose: { kind: 'open' }, expires: later })
      await kept.people.put([aPerson('p1', { leavesOn: day('2026-11-22') })])
      expect(await kept.doors.session('s', now)).to.equal(undefined)
    })

    it('names the account last used first, and no closed one', async () => {
      const seen = { name: 'Priya', email: 'priya@x.uk', roles: [] }
      for (const account of [slack('U1'), teams('T1'), slack('U2')]) await kept.directory.keep(account, seen)
      await kept.people.spoke(slack('U1'), now)
      await kept.people.spoke(teams('T1'), later)
      await kept.directory.close(slack('U2'))
      const person = await kept.directory.find(slack('U1'))
      expect(await kept.people.accountsOf(person?.id ?? '')).to.deep.equal([teams('T1'), slack('U1')])
    })

    it('knows whoever was deactivated and comes back, by the account or by the email', async () => {
      const seen = { name: 'Priya', email: 'priya@x.uk', roles: ['slt'] } as const
      await kept.directory.keep(slack('U1'), seen)
      const person = await kept.directory.find(slack('U1'))
      await kept.directory.close(slack('U1'))
      expect((await kept.people.byId(person?.id ?? ''))?.roles).to.deep.equal([])
      await kept.directory.keep(slack('U9'), seen)
      expect((await kept.directory.find(slack('U9')))?.id).to.equal(person?.id)
      await kept.directory.keep(slack('U1'), { ...seen, email: undefined })
      expect((await kept.directory.find(slack('U1')))?.id).to.equal(person?.id)
    })

    it('never loses somebody who signed before their email was known', async () => {
      await kept.people.put([aPerson('p1', { email: 'priya@x.uk' })])
      await kept.directory.keep(slack('U1'), { name: 'P. Nair', email: undefined, roles: [] })
      const before = (await kept.directory.find(slack('U1')))?.id ?? ''
      await press(kept.journal, { person: before, id: 'e1' })
      await kept.directory.keep(slack('U1'), { name: 'P. Nair', email: 'priya@x.uk', roles: [] })
      expect((await kept.directory.find(slack('U1')))?.id).to.equal('p1')
      for (const id of [before, 'p1']) expect(deedsOf(await kept.journal.historyOf(id))).to.have.lengthOf(1)
      const [line] = await kept.register.page({ policy, practice: false, most: 9 })
      expect(line?.involvement?.signed?.edition).to.equal(edition)
    })

    it('does not give one person’s signature to whoever takes over their account', async () => {
      await kept.people.put([aPerson('bob', { email: 'bob@x.uk' })])
      await kept.directory.keep(slack('U1'), { name: 'Alice', email: 'alice@x.uk', roles: [] })
      const alice = (await kept.directory.find(slack('U1')))?.id ?? ''
      await press(kept.journal, { person: alice, id: 'e1' })
      await kept.directory.keep(slack('U1'), { name: 'Bob', email: 'bob@x.uk', roles: [] })
      expect((await kept.directory.find(slack('U1')))?.id).to.equal('bob')
      expect(deedsOf(await kept.journal.historyOf('bob'))).to.deep.equal([])
      expect((await kept.people.byId(alice))?.name).to.equal('Alice')
    })

    it('joins two people: accounts, groups, who reports to them, and whoever was joined before', async () => {
      await kept.people.put([
        aPerson('a', { group: 'governor', roles: ['slt'] }),
        aPerson('b', { email: undefined }),
        aPerson('c'),
        aPerson('d', { manager: 'a' }),
      ])
      await kept.directory.keep(slack('U1'), { name: 'A', email: 'a@school.example', roles: [] })
      await kept.people.join('c', 'a')
      await kept.people.join('a', 'b')
      const joined = await kept.people.byId('b')
      expect(joined).to.deep.include({ email: 'a@school.example', group: 'governor', roles: ['staff', 'slt'] })
      for (const id of ['a', 'c']) expect(await kept.people.byId(id)).to.deep.equal(joined)
      expect((await kept.people.byEmail('c@school.example'))?.id).to.equal('b')
      expect((await kept.directory.find(slack('U1')))?.id).to.equal('b')
      expect((await kept.people.byId('d'))?.manager).to.equal('b')
      expect(await kept.people.list({ practice: false, most: 9 })).to.have.lengthOf(2)
      expect(await kept.people.join('nobody', 'b').catch(() => 'refused')).to.equal('refused')
    })

    it('keeps practice people and the school’s apart, whatever email they say', async () => {
      await kept.directory.keep(slack('U1'), { name: 'Real', email: 'x@x.uk', roles: [] })
      await kept.directory.keep(
        { platform: 'web', id: 'w1' },
        { name: 'Play', email: 'x@x.uk', roles: [], practice: true },
      )
      const [real, play] = [
        await kept.directory.find(slack('U1')),
        await kept.directory.find({ platform: 'web', id: 'w1' }),
      ]
      expect(play).to.deep.include({ practice: true, email: undefined })
      expect(real).to.deep.include({ practice: false, email: 'x@x.uk' })
      expect(await kept.people.join(play?.id ?? '', real?.id ?? '').catch(() => 'refused')).to.equal('refused')
      await kept.directory.keep(
        { platform: 'web', id: 'w2' },
        { name: 'Play', email: 'y@x.uk', roles: [], practice: true },
      )
      await kept.people.put([aPerson('p1', { email: 'y@x.uk' })])
      expect((await kept.people.byEmail('y@x.uk'))?.id).to.equal('p1')
    })

    it('makes one person of many accounts that come at once with one email', async () => {
      const seen = { name: 'Priya', email: 'priya@x.uk', roles: [] }
      await Promise.all(Array.from({ length: 8 }, (_, n) => kept.directory.keep(slack(`U${n}`), seen)))
      expect(await kept.people.list({ practice: false, most: 9 })).to.have.lengthOf(1)
    })
  })
}

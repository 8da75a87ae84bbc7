// The Doors and Addresses ports on every database: links that work once, for one person and for a limited time.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { databases } from '../kit/databases.ts'
import { entryOf, stampOf } from '../../src/journal/stamp.ts'
import { aPerson, day, deedsIn, parts } from '../kit/evidence.ts'

const now = new Date('2026-11-23T09:00:00Z')
const expires = new Date('2026-11-30T09:00:00Z')
const sign = { kind: 'sign', policy: 'social-media', edition: '2015-10' } as const

for (const [name, open] of databases) {
  describe(`doors: ${name}`, () => {
    let db: Kysely<Tables>
    let kept: OpenStore
    beforeEach(async () => {
      db = await open()
      kept = openStore(db, parts)
    })
    afterEach(() => kept.close())

    it('gives a link to the first who takes it, and to nobody after', async () => {
      await kept.doors.makeLink({ token: 'secret', person: 'p1', purpose: sign, expires })
      const link = { person: 'p1', purpose: sign, expires }
      expect(await kept.doors.seeLink('secret', now)).to.deep.equal(link)
      expect(await kept.doors.seeLink('secret', now)).to.deep.equal(link)
      const taken = await Promise.all(Array.from({ length: 20 }, () => kept.doors.takeLink('secret', now)))
      expect(taken.filter((each) => each !== undefined)).to.deep.equal([link])
      expect(await kept.doors.seeLink('secret', now)).to.equal(undefined)
    })

    it('gives nothing for another token, nor from the moment it expires', async () => {
      await kept.doors.makeLink({ token: 'secret', person: 'p1', purpose: { kind: 'open' }, expires })
      for (const token of ['Secret', 'secret ', '', '%'])
        expect(await kept.doors.takeLink(token, now)).to.equal(undefined)
      expect(await kept.doors.takeLink('secret', expires)).to.equal(undefined)
      expect(await kept.doors.seeLink('secret', expires)).to.equal(undefined)
    })

    it('keeps no token that could be read and used', async () => {
      await kept.doors.makeLink({ token: 'secret-1', person: 'p1', purpose: { kind: 'receipt', entry: 'e1' }, expires })
      await kept.doors.openSession({ token: 'secret-2', person: 'p1', purpose: sign, expires })
      const rows = [
        await db.selectFrom('link').selectAll().execute(),
        await db.selectFrom('session').selectAll().execute(),
      ]
      expect(JSON.stringify(rows)).to.include('p1').and.not.include('secret')
    })

    it('keeps a link to sign beyond its time, so that another can be asked for by it; and no other link', async () => {
      const after = new Date(expires.getTime() + 1)
      for (const [token, purpose] of [
        ['old-sign', sign],
        ['old-open', { kind: 'open' }],
      ] as const)
        await kept.doors.makeLink({ token, person: 'p1', purpose, expires })
      expect(await kept.doors.seeOldLink('old-sign', now), 'not over yet').to.equal(undefined)
      await kept.doors.forgetBefore(after, now)
      expect(await kept.doors.seeOldLink('old-sign', after)).to.deep.equal({ person: 'p1', purpose: sign, expires })
      expect(await kept.doors.seeOldLink('old-open', after)).to.equal(undefined)
      expect(await kept.doors.seeLink('old-sign', after)).to.equal(undefined)
      await kept.doors.forgetBefore(after, after)
      expect(await kept.doors.seeOldLink('old-sign', after)).to.equal(undefined)
    })

    it('ends one session, or all of a person’s, or those that are over', async () => {
      for (const [token, person] of [
        ['a', 'p1'],
        ['b', 'p1'],
        ['c', 'p1'],
        ['d', 'p2'],
      ] as const)
        await kept.doors.openSession({ token, person, purpose: sign, expires })
      expect(await kept.doors.session('a', now)).to.deep.equal({ person: 'p1', purpose: sign, expires })
      expect(await kept.doors.session('a', expires)).to.equal(undefined)
      await kept.doors.endSession({ token: 'a' })
      expect(await kept.doors.session('a', now)).to.equal(undefined)
      expect(await kept.doors.session('b', now)).not.to.equal(undefined)
      await kept.doors.endSession({ person: 'p1' })
      expect(await kept.doors.session('c', now)).to.equal(undefined)
      await kept.doors.forgetBefore(expires, expires)
      expect(await kept.doors.session('d', now)).not.to.equal(undefined)
      await kept.doors.forgetBefore(new Date(expires.getTime() + 1), expires)
      expect(await kept.doors.session('d', now)).to.equal(undefined)
    })

    it('keeps one link to the calendar for each person, with its entry, until it is withdrawn', async () => {
      await kept.people.put([aPerson('p1'), aPerson('p2')])
      const since = day('2026-11-23')
      const made = (person: string, token: string) => {
        const entry = entryOf({ kind: 'calendar-link-made', person }, stampOf(parts))
        return kept.calendarLinks.make({ person, token, since, entry })
      }
      const withdraw = (person: string) => {
        const entry = entryOf({ kind: 'calendar-link-withdrawn', person }, stampOf(parts))
        return kept.calendarLinks.withdraw({ person, entry })
      }
      const holder = async (token: string) => (await kept.doors.seeLink(token, now))?.person
      await made('p1', 'secret-1')
      await Promise.all([made('p1', 'secret-2'), made('p2', 'secret-3')])
      expect([await holder('secret-1'), await holder('secret-2'), await holder('secret-3')]).to.deep.equal([undefined, 'p1', 'p2']) // prettier-ignore
      expect(await kept.calendarLinks.since('p1')).to.equal('2026-11-23')
      await kept.doors.forgetBefore(new Date('2100-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z'))
      expect(await holder('secret-2'), 'after a hundred years').to.equal('p1')
      expect([await withdraw('p1'), await withdraw('p1')]).to.deep.equal([true, false])
      expect([await holder('secret-2'), await kept.calendarLinks.since('p1')]).to.deep.equal([undefined, undefined])
      expect(await holder('secret-3')).to.equal('p2')
      const kinds = (await deedsIn(kept.journal)).map(({ fact: { kind } }) => kind)
      expect(kinds).to.deep.equal([...Array<string>(3).fill('calendar-link-made'), 'calendar-link-withdrawn'])
      expect(JSON.stringify(await db.selectFrom('link').selectAll().execute())).to.not.include('secret')
    })

    it('keeps, changes and forgets an address', async () => {
      const key = { platform: 'teams', id: '29:1' } as const
      await kept.addresses.keep(key, 'one')
      await kept.addresses.keep(key, '{"two":2}')
      expect(await kept.addresses.find(key)).to.equal('{"two":2}')
      expect(await kept.addresses.find({ platform: 'slack', id: '29:1' })).to.equal(undefined)
      await kept.addresses.forget(key)
      expect(await kept.addresses.find(key)).to.equal(undefined)
    })

    it('forgets what a platform may send again, and never whom it greeted', async () => {
      for (const key of ['event:1', 'greeted:p1']) await kept.store.claim(key, now)
      await kept.store.forgetBefore(expires)
      expect(await kept.store.claim('event:1', expires)).to.equal(true)
      expect(await kept.store.claim('greeted:p1', expires)).to.equal(false)
    })
  })
}

// The Notices port on every database: of many callers one sends, and the outcome is kept.
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Became, Notices } from '../../src/ports/notices.ts'
import { databases } from '../kit/databases.ts'
import { aPerson, parts } from '../kit/evidence.ts'

const now = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const key = 'reminder:social-media@2015-10:p1:due-7'
const daily = 'daily:p1:2026-11-23'
const both = [
  { key, kind: 'reminder' },
  { key: daily, kind: 'daily' },
]
const sent = { kind: 'sent', way: 'slack', message: '17.1' } as const

for (const [name, open] of databases) {
  describe(`notices: ${name}`, () => {
    let db: Kysely<Tables>
    let kept: OpenStore
    let notices: Notices
    beforeEach(async () => {
      db = await open()
      kept = openStore(db, parts)
      notices = kept.notices
    })
    afterEach(() => kept.close())
    const claim = (by: string, at = now, of = both) => notices.claim({ notices: of, person: 'p1', by, now: at })
    const settle = (by: string, became: Became, at = now) => notices.settle({ keys: [key, daily], by, now: at }, became)
    const stateOf = async (of = key) => (await notices.of(['p1'])).find((each) => each.key === of)?.state

    it('is sent again once somebody can be reached, and by a letter only where one is of use', async () => {
      const what = 'nowhere'
      const reopen = (letters: readonly string[]) =>
        notices.reopen({ what, since: later(-60), now: later(60), letters, mostTries: 6 })
      await kept.people.put([aPerson('p1', { email: 'p1@school.example' })])
      await claim('a')
      await settle('a', { kind: 'given-up', what })
      expect(await reopen([]), 'no account').to.equal(0)
      expect(await reopen(['digest']), 'no letter of that kind').to.equal(0)
      expect(await stateOf()).to.equal('given-up')
      await kept.directory.keep({ platform: 'slack', id: 'U1' }, { name: 'Priya', email: 'p1@school.example', roles: ['staff'] }) // prettier-ignore
      expect(await reopen([])).to.equal(2)
      expect([await stateOf(), await stateOf(daily)]).to.deep.equal(['failed', 'failed'])
      await claim('b', later(60))
      await settle('b', { kind: 'given-up', what: 'slack: no' }, later(60))
      expect(await reopen([]), 'given up for another reason').to.equal(0)
    })

    it('gives the right to send to one of those who ask at once, and to nobody after', async () => {
      const asked = await Promise.all(Array.from({ length: 20 }, (_, n) => claim(`by-${n}`)))
      expect(asked.filter((each) => each !== undefined)).to.deep.equal([{ tries: 0 }])
      await settle(`by-${asked.findIndex((each) => each !== undefined)}`, sent)
      expect(await claim('late', later(10_000))).to.equal(undefined)
      const [noted] = (await notices.of(['p1'])).filter(({ kind }) => kind === 'reminder')
      expect(noted).to.deep.equal({
        key,
        kind: 'reminder',
        person: 'p1',
        state: 'sent',
        at: now,
        tries: 0,
        nextAt: undefined,
        way: 'slack',
        message: '17.1',
        what: undefined,
      })
    })

    it('claims all or nothing', async () => {
      await claim('one', now, [{ key: daily, kind: 'daily' }])
      expect(await claim('two')).to.equal(undefined)
      expect(await stateOf()).to.equal(undefined)
    })

    it('lets what failed be tried again when its time has come, and not what was given up', async () => {
      await claim('one')
      await settle('one', { kind: 'failed', what: 'no answer', nextAt: later(5) })
      expect(await claim('two', later(4))).to.equal(undefined)
      expect(await claim('two', later(5))).to.deep.equal({ tries: 1 })
      await settle('two', { kind: 'given-up', what: 'no answer' })
      expect(await stateOf()).to.equal('given-up')
      expect(await claim('three', later(500))).to.equal(undefined)
    })

    it('settles nothing for anybody who holds no claim', async () => {
      await claim('one')
      await settle('two', { kind: 'failed', what: 'x', nextAt: now })
      expect(await stateOf()).to.equal('claimed')
      await settle('one', sent)
      await settle('one', { kind: 'failed', what: 'x', nextAt: now })
      expect(await stateOf()).to.equal('sent')
    })

    it('gives a right back without a trace, or as it was planned or had failed', async () => {
      await claim('one')
      await notices.release({ keys: [key, daily], by: 'another', now })
      expect(await stateOf()).to.equal('claimed')
      await notices.release({ keys: [key, daily], by: 'one', now })
      expect(await notices.of(['p1'])).to.deep.equal([])
      await notices.plan({ key, kind: 'reminder', person: 'p1', at: now })
      await claim('two')
      await notices.release({ keys: [key, daily], by: 'two', now })
      expect(await stateOf()).to.equal('planned')
      await claim('three')
      await settle('three', { kind: 'failed', what: 'x', nextAt: now })
      await claim('four')
      await notices.release({ keys: [key, daily], by: 'four', now })
      expect(await stateOf()).to.equal('failed')
    })

    it('keeps what is planned for later until then, under one key once', async () => {
      const planned = { key, kind: 'reminder', person: 'p1', at: later(60) }
      expect(await notices.plan(planned)).to.equal(true)
      expect(await notices.plan({ ...planned, at: now })).to.equal(false)
      expect(await claim('one', later(59))).to.equal(undefined)
      expect(await claim('one', later(60))).to.deep.equal({ tries: 0 })
    })

    it('knows what was claimed long ago and never settled, and by which way it was to go out', async () => {
      const attempt = { keys: [key, daily], by: 'one', now }
      await claim('one')
      const lost = { keys: [daily, key], person: 'p1', by: 'one', way: undefined, claimedAt: now }
      expect(await notices.lost(now)).to.deep.equal([])
      expect(await notices.lost(later(1))).to.deep.equal([lost])
      expect(await notices.trying(attempt, 'slack')).to.equal(true)
      expect(await notices.trying(attempt, 'email')).to.equal(true)
      expect(await notices.lost(later(1))).to.deep.equal([{ ...lost, way: 'email' }])
      await settle('one', sent)
      expect(await notices.lost(later(1))).to.deep.equal([])
    })

    it('lets nobody try who no longer holds the whole claim', async () => {
      await claim('one')
      expect(await notices.trying({ keys: [key, daily], by: 'two', now }, 'slack')).to.equal(false)
      await settle('one', { kind: 'failed', what: 'stopped before sending it', nextAt: now })
      expect(await notices.trying({ keys: [key, daily], by: 'one', now }, 'slack')).to.equal(false)
      await claim('two', later(1))
      await notices.trying({ keys: [key, daily], by: 'two', now }, 'slack')
      await notices.release({ keys: [key, daily], by: 'two', now })
      // The new claim has not tried any way of sending yet.
      await claim('three', later(2))
      expect((await notices.lost(later(3))).map(({ by, way }) => [by, way])).to.deep.equal([['three', undefined]])
    })

    it('counts as sent what nobody knows, until whoever sent it says better', async () => {
      await claim('one')
      await settle('one', { kind: 'unknown', way: 'teams', what: 'stopped' })
      expect(await stateOf()).to.equal('unknown')
      expect(await claim('two', later(21))).to.equal(undefined)
      await settle('one', sent)
      expect(await stateOf()).to.equal('sent')
    })

    it('finds by key, and counts for both once two ids turn out to be one person', async () => {
      await kept.people.put([aPerson('p1'), aPerson('p2'), aPerson('boss')])
      const note = async (person: string, of: string, became: Became | undefined) => {
        const attempt = { keys: [of], by: of, now }
        if (became === undefined) await notices.plan({ key: of, kind: 'reminder', person, at: later(60) })
        else {
          await notices.claim({ notices: [{ key: of, kind: 'reminder' }], person, by: of, now })
          await notices.settle(attempt, became)
        }
      }
      const step = (person: string, which: string) => `reminder:social-media@2015-10:${person}:${which}`
      await note('p1', step('p1', 'due-7'), sent)
      await note('p2', step('p2', 'due-7'), undefined)
      await note('p1', step('p1', 'due-3'), undefined)
      await note('p2', step('p2', 'due-3'), { kind: 'given-up', what: 'blocked' })
      await note('p1', 'daily:p1:2026-11-23', sent)
      await note('boss', 'manager:social-media@2015-10:p1', sent)
      await note('boss', 'manager:social-media@2015-10:p11', sent)
      await kept.store.claim('greeted:p1', now)
      await kept.people.join('p1', 'p2')
      const states = Object.fromEntries((await notices.of(['p2', 'boss'])).map((each) => [each.key, each.state]))
      expect(states).to.deep.equal({
        [step('p2', 'due-7')]: 'sent',
        [step('p2', 'due-3')]: 'given-up',
        'daily:p2:2026-11-23': 'sent',
        'manager:social-media@2015-10:p2': 'sent',
        'manager:social-media@2015-10:p11': 'sent',
      })
      expect(await notices.of(['p1'])).to.deep.equal([])
      expect((await notices.find([step('p2', 'due-7'), 'none'])).map((each) => each.person)).to.deep.equal(['p2'])
      expect(await kept.store.claim('greeted:p2', now)).to.equal(false)
    })

    it('lists and counts what went wrong, and forgets only the days', async () => {
      await claim('one')
      await settle('one', { kind: 'given-up', what: 'blocked' })
      await notices.plan({ key: 'other', kind: 'reminder', person: 'p2', at: now })
      const wrong = await notices.list({ states: ['given-up', 'unknown'], since: now, most: 5 })
      expect(wrong.map((each) => [each.key, each.what, each.tries])).to.deep.equal([[key, 'blocked', 1]])
      expect(await notices.list({ states: ['given-up'], since: later(1), most: 5 })).to.deep.equal([])
      await notices.plan({ key: 'greeting', kind: 'greeting', person: 'p2', at: now })
      const greetings = await notices.list({ states: ['planned'], kind: 'greeting', since: now, most: 5 })
      expect(greetings.map((each) => each.key)).to.deep.equal(['greeting'])
      expect(await notices.counts()).to.include({ planned: 2, 'given-up': 1, sent: 0, claimed: 0 })
      await notices.forgetBefore(later(1))
      expect((await notices.of(['p1', 'p2'])).map((each) => each.key)).to.have.members([key, 'other', 'greeting'])
    })
  })
}

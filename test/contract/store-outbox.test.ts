// What was heard is recorded before it is acknowledged, is found again after the process ends, and leaves nothing
// behind.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Kysely } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import type { Arrival, Outbox } from '../../src/ports/outbox.ts'
import { aFolder, databases } from '../kit/databases.ts'
import { parts } from '../kit/evidence.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9, minutes))
const held = (by: string, until = at(1)) => ({ by, until })
const ada = {
  account: { platform: 'slack', id: 'U1' },
  place: { platform: 'slack', id: 'D1', kind: 'private' },
} as const
const arrival = (id: string, minutes = 0): Arrival => ({
  id,
  at: at(minutes),
  ...ada,
  kind: 'answer',
  event: `{"text":"may I ${id}?"}`,
})

for (const [name, open] of databases)
  describe(`outbox: ${name}`, () => {
    let db: Kysely<Tables>
    let outbox: Outbox
    beforeEach(async () => {
      db = await open()
      outbox = openStore(db, { ...parts, newId: () => 'id' }).outbox
    })
    afterEach(() => db.destroy())
    const take = async (by: string, now: Date, alone = false) =>
      (await outbox.take({ now, most: 10, alone }, held(by, at(60)))).map(({ id }) => id)

    it('notes an arrival once, also when it is delivered again, and also when it has been settled', async () => {
      expect(await outbox.note(arrival('a'), held('one'))).to.equal(true)
      expect(await outbox.note(arrival('a'), held('two'))).to.equal(false)
      await outbox.settle('a', 'answered', at(1))
      expect(await outbox.note(arrival('a'), held('one'))).to.equal(false)
    })

    it('gives back all of it, and of a draft or an urgent message nothing that was typed', async () => {
      const all: Arrival[] = [
        arrival('a'),
        { id: 'b', at: at(0), ...ada, kind: 'draft' },
        { id: 'c', at: at(0), ...ada, kind: 'urgent', need: 'harm' },
        { ...arrival('d'), place: { platform: 'slack', id: 'C1', kind: 'shared', thread: '1.2' } },
      ]
      for (const each of all) await outbox.note(each, held('one'))
      const taken = await outbox.take({ now: at(2), most: 10, alone: false }, held('two'))
      expect(taken).to.deep.equal(all.map((each) => ({ ...each, tries: 2 })))
    })

    it('lists what is not settled in the order in which it came, to one of several servers', async () => {
      for (const [id, minutes] of [
        ['late', 3],
        ['first', 1],
        ['second', 2],
      ] as const)
        await outbox.note(arrival(id, minutes), held('gone'))
      await outbox.settle('second', 'left', at(4))
      const [one, two] = await Promise.all([take('one', at(5)), take('two', at(5))])
      expect([one, two].toSorted((a, b) => b.length - a.length)).to.deep.equal([['first', 'late'], []])
    })

    it('leaves to a server what it has in hand, for as long as it says so', async () => {
      await outbox.note(arrival('a'), held('one', at(1)))
      await outbox.note(arrival('b'), held('two', at(1)))
      await outbox.renew(held('one', at(9)))
      expect(await take('three', at(5))).to.deep.equal(['b'])
      expect(await take('three', at(10))).to.deep.equal(['a'])
    })

    it('gives a server that is alone all that the run before it had in hand, at once', async () => {
      await outbox.note(arrival('a'), held('before', at(50)))
      await outbox.note(arrival('b'), held('now', at(50)))
      expect(await take('now', at(0), true)).to.deep.equal(['a'])
    })

    it('counts what is open, and forgets what was settled', async () => {
      expect(await outbox.open()).to.deep.equal({ count: 0, since: undefined })
      await outbox.note(arrival('a', 1), held('one'))
      await outbox.note(arrival('b', 2), held('one'))
      expect(await outbox.open()).to.deep.equal({ count: 2, since: at(1) })
      await outbox.settle('a', 'told-late', at(3))
      await outbox.forgetBefore(at(4))
      expect(await outbox.open()).to.deep.equal({ count: 1, since: at(2) })
      expect(await outbox.note(arrival('a'), held('one'))).to.equal(true)
    })

    it('holds nothing of what was settled', async () => {
      await outbox.note(arrival('a'), held('one'))
      await outbox.settle('a', 'answered', at(1))
      const rows = await db.selectFrom('arrival').selectAll().execute()
      expect(JSON.stringify(rows)).not.to.include('may I')
    })
  })

describe('outbox: the file', () => {
  it('has not a word of what was settled in it, nor has its log', async () => {
    const file = join(aFolder(), 'policy-guide.db')
    const db = await openSqlite(file)
    const { outbox } = openStore(db, { ...parts, newId: () => 'id' })
    await outbox.note({ ...arrival('a'), kind: 'answer', event: 'a zebedee of a question' }, held('one'))
    expect(readFileSync(`${file}-wal`, 'latin1')).to.include('zebedee')
    await outbox.settle('a', 'answered', at(1))
    await outbox.scrub()
    for (const each of [file, `${file}-wal`]) expect(readFileSync(each, 'latin1'), each).not.to.include('zebedee')
    expect(statSync(file).mode & 0o077, 'for its owner only').to.equal(0)
    expect(statSync(`${file}-wal`).mode & 0o077, 'for its owner only').to.equal(0)
    await db.destroy()
  })
})

// What every database must do alike: one suite, run against each store.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { sql, type Kysely } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { databases } from '../kit/databases.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { foldInvolvement } from '../../src/standing/fold.ts'
import { seal } from '../../src/journal/seal.ts'
import type { Tables } from '../../adapters/store/tables.ts'

const parts = { seal, fold: foldInvolvement, clock: () => new Date('2026-11-23T09:00:00Z') }
const now = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-12-23T09:00:00Z')
const slack = (id: string) => ({ platform: 'slack', id }) as const
const teams = (id: string) => ({ platform: 'teams', id }) as const

for (const [name, open] of databases) describeStore(name, open)

function describeStore(name: string, open: () => Promise<Kysely<Tables>>) {
  describe(`store: ${name}`, () => {
    let db: Kysely<Tables>
    let opened: OpenStore
    let ids = 0
    beforeEach(async () => {
      db = await open()
      opened = openStore(db, { ...parts, newId: () => `id-${++ids}` })
    })
    afterEach(() => opened.close())

    it('lets only the first claim a key', async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => opened.store.claim('event:1', now)))
      expect(claims.filter(Boolean)).to.have.lengthOf(1)
      expect(await opened.store.claim('event:2', now)).to.equal(true)
    })

    it('rates a kept question, and says when there is none', async () => {
      const question = {
        id: 'q1',
        at: now,
        text: 'x',
        outcome: 'answered',
        policy: 'p',
        section: '1',
        certainty: 0.5,
      } as const
      await opened.store.keepQuestion(question)
      expect(await opened.store.rateQuestion('q1', true)).to.equal(true)
      expect(await opened.store.rateQuestion('q2', true)).to.equal(false)
      expect(await db.selectFrom('question').select(['id', 'helpful']).execute()).to.deep.equal([
        { id: 'q1', helpful: 1 },
      ])
    })

    it('gives an account its own rulings, newest first', async () => {
      await opened.store.keepRuling({ account: slack('U1'), at: now, scenario: 's', ruling: 'go-ahead' })
      const by = { edition: 'social-media@2015-10', version: '0a1b2c3d', hash: 'f0'.repeat(32) }
      await opened.store.keepRuling({ account: slack('U1'), at: later, scenario: 's', ruling: 'do-not', ...by })
      await opened.store.keepRuling({ account: slack('U2'), at: later, scenario: 's', ruling: 'ask-first' })
      const rulings = await opened.store.rulingsOf(slack('U1'), 5)
      expect(rulings.map(({ ruling }) => ruling)).to.deep.equal(['do-not', 'go-ahead'])
      expect(rulings[0]).to.deep.include({ at: later, ...by })
      expect(rulings[1]).to.deep.include({ edition: undefined, version: undefined, hash: undefined })
      expect(await opened.store.rulingWith(by.hash)).to.deep.equal(rulings[0])
      expect(await opened.store.rulingWith('00')).to.equal(undefined)
    })

    it('forgets what is old, and nothing else', async () => {
      await opened.store.claim('event:old', now)
      await opened.store.claim('event:new', later)
      await opened.store.forgetBefore(later)
      expect(await opened.store.claim('event:old', later)).to.equal(true)
      expect(await opened.store.claim('event:new', later)).to.equal(false)
    })

    it('knows one person behind two accounts with one email, whatever its case', async () => {
      await opened.directory.keep(slack('U1'), { name: 'Priya Nair', email: 'Priya@School.uk', roles: ['staff'] })
      await opened.directory.keep(teams('T1'), { name: 'Priya Nair', email: 'priya@school.uk ', roles: ['slt'] })
      const [a, b] = [await opened.directory.find(slack('U1')), await opened.directory.find(teams('T1'))]
      expect(a?.id).to.equal(b?.id)
      expect(a?.roles).to.have.members(['staff', 'slt'])
      expect(await opened.directory.names()).to.deep.equal(['Priya Nair'])
    })

    it('joins an account that first came without its email', async () => {
      await opened.directory.keep(slack('U1'), { name: 'P. Nair', email: undefined, roles: [] })
      await opened.directory.keep(teams('T1'), { name: 'Priya Nair', email: 'priya@school.uk', roles: [] })
      await opened.directory.keep(slack('U1'), { name: 'Priya Nair', email: 'priya@school.uk', roles: [] })
      expect((await opened.directory.find(slack('U1')))?.id).to.equal((await opened.directory.find(teams('T1')))?.id)
      expect(await opened.directory.names()).to.deep.equal(['Priya Nair'])
    })

    it('does not find a closed account, and finds it again when it is back', async () => {
      const seen = { name: 'Priya Nair', email: 'priya@school.uk', roles: ['staff'] } as const
      await opened.directory.keep(slack('U1'), seen)
      const before = await opened.directory.find(slack('U1'))
      await opened.directory.close(slack('U1'))
      expect(await opened.directory.find(slack('U1'))).to.equal(undefined)
      await opened.directory.keep(slack('U1'), seen)
      expect(await opened.directory.find(slack('U1'))).to.deep.equal(before)
    })

    it('keeps texts that look like commands as texts', async () => {
      const name = `Robert'); DROP TABLE person;-- "x" ☃`
      await opened.directory.keep(slack('U1'), { name: `\u0000${name}`, email: undefined, roles: [] })
      expect((await opened.directory.find(slack('U1')))?.name).to.equal(name)
    })
  })
}

describe('store: sqlite file', () => {
  it('keeps everything across a restart, and refuses a newer schema', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-guide-store-'))
    const file = join(folder, 'policy-guide.db')
    try {
      const first = openStore(await openSqlite(file), { ...parts, newId: () => 'p1' })
      await first.directory.keep(slack('U1'), { name: 'Priya Nair', email: undefined, roles: [] })
      await first.store.claim('event:1', now)
      await first.close()

      const db = await openSqlite(file)
      const second = openStore(db, { ...parts, newId: () => 'p2' })
      expect(await second.store.claim('event:1', now)).to.equal(false)
      expect((await second.directory.find(slack('U1')))?.name).to.equal('Priya Nair')
      await sql`update schema_version set version = 99`.execute(db)
      await second.close()

      const refused = await openSqlite(file).catch((error: unknown) => error)
      expect(String(refused)).to.include('schema 99').and.include('newer Policy Guide')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

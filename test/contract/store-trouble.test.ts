// Real databases in trouble: full, read-only, closed, gone. Messages acknowledged meanwhile are answered from memory,
// urgent help does not wait, and whatever could not be recorded is recorded when the store is back.
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { createApp, type App } from '../../src/app.ts'
import type { ChatEvent, Said } from '../../src/chat/events.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { openNetwork } from '../kit/chaos.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson, parts, press } from '../kit/evidence.ts'
import { theLibrary } from '../kit/library.ts'
import { memoryPorts, type TestPorts } from '../kit/ports.ts'
import { freshPostgres, tablesInPostgres } from '../kit/postgres.ts'

const question = 'who has to follow the social media policy?'
const urgent = 'a parent threatened to stab me on facebook'
const short = { connecting: 300, statement: 300, lock: 200, reshaping: 10_000 }

interface Trouble {
  /** A full disk still takes a few rows, because a half-full page has room. */
  readonly takesLittle?: true
  readonly db: Kysely<Tables>
  begins(): Promise<void>
  ends(): Promise<void>
  close(): Promise<void>
}

const troubles: readonly (readonly [string, () => Promise<Trouble>])[] = [
  ['SQLite on a full disk', fullDisk],
  ['SQLite that may only be read', readOnly],
  ['PostgreSQL that is gone', gone],
  ['PostgreSQL that took away its rights', withoutRights],
  ['PostgreSQL that has another password now', withoutPassword],
]

for (const [name, open] of troubles)
  describe(`a store in trouble: ${name}`, () => {
    let test: TestPorts
    let trouble: Trouble
    let kept: OpenStore
    let app: App
    beforeEach(async () => {
      test = await memoryPorts()
      trouble = await open()
      kept = openStore(trouble.db, { ...parts, newId: randomUUID })
      app = createApp({ ...test.ports, ...kept, newId: randomUUID }, theLibrary())
      await kept.people.put([aPerson('p1')])
      await app.tick(test.ports.clock())
    })
    afterEach(async () => {
      await trouble.close()
      await test.close()
    })

    it('says that it is the store, answers without it, and makes up for what was to be noted', async () => {
      await trouble.begins()
      const refused = await kept.store.claim(randomUUID(), new Date()).catch((error: unknown) => error)
      expect(refused).to.be.instanceOf(StoreTrouble)
      const pressed = await press(kept.journal, { person: 'p1', id: randomUUID() }).catch((error: unknown) => error)
      if (trouble.takesLittle !== true) expect(pressed).to.be.instanceOf(StoreTrouble)

      const [asked, cried] = [said(question), said(urgent)]
      for (const [event, tone] of [
        [cried, 'urgent'],
        [asked, 'plain'],
      ] as const) {
        const taken = await app.take(event)
        const [reply] = await taken.replies({ outsider: false })
        expect(reply?.card.tone === 'urgent').to.equal(tone === 'urgent')
        expect(reply?.card.title).not.to.match(/sorry|not just now/i)
        taken.shown()
      }
      expect(await titlesOf(await app.take(asked)), 'a redelivery meanwhile').to.deep.equal([])
      expect(test.logged.join()).to.include('acknowledged and not written down').and.not.include('stab')

      await trouble.ends()
      await app.tend()
      await app.idle()
      expect(await kept.outbox.open()).to.include({ count: 0 })
      expect(await kept.store.questionCounts(new Date(0))).to.include({ urgent: 1 })
      const restarted = createApp({ ...test.ports, ...kept, newId: randomUUID }, theLibrary())
      expect(await titlesOf(await restarted.take(asked)), 'a redelivery afterwards').to.deep.equal([])
      expect(test.logged.join()).to.include('made up for')
    })
  })

function said(text: string): Said {
  return {
    kind: 'said',
    id: randomUUID(),
    account: { platform: 'slack', id: 'U1' },
    place: { platform: 'slack', id: 'D1', kind: 'private' },
    text,
  } satisfies ChatEvent
}

async function titlesOf(taken: Awaited<ReturnType<App['take']>>): Promise<string[]> {
  return (await taken.replies({ outsider: false })).map(({ card }) => card.title)
}

async function fullDisk(): Promise<Trouble> {
  const db = await openSqlite(join(aFolder(), 'policy-guide.db'))
  const limit = async (pages: number) => {
    await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db)
  }
  return {
    db,
    takesLittle: true,
    async begins() {
      await limit(1)
      // Uses up the free space of the pages that exist already.
      const rows = Array.from({ length: 50 }, () => ({ key: `${randomUUID()}${'x'.repeat(2_000)}`, at: '' }))
      await db
        .insertInto('claim')
        .values(rows)
        .execute()
        .catch(() => undefined)
      const filler = {
        account: '',
        place: '{}',
        kind: 'draft',
        content: null,
        by: null,
        held_until: null,
        became: '',
        tries: 0,
      }
      const arrival = () => ({ ...filler, id: randomUUID(), at: '', platform: 'slack', settled_at: '2026' })
      const refuses = (writing: Promise<unknown>) =>
        writing.then(
          () => false,
          () => true,
        )
      for (let full = 0; full < 2;) {
        const arrived = await refuses(db.insertInto('arrival').values(arrival()).execute())
        const claimed = await refuses(db.insertInto('claim').values({ key: randomUUID(), at: '' }).execute())
        full = arrived && claimed ? full + 1 : 0
      }
    },
    ends: () => limit(1_000_000),
    close: () => db.destroy(),
  }
}

async function readOnly(): Promise<Trouble> {
  const db = await openSqlite(join(aFolder(), 'policy-guide.db'))
  const only = async (on: boolean) => {
    await sql`pragma query_only = ${sql.lit(on ? 1 : 0)}`.execute(db)
  }
  return {
    db,
    begins: () => only(true),
    ends: () => only(false),
    close: () => db.destroy(),
  }
}

async function gone(): Promise<Trouble> {
  const url = await freshPostgres()
  const network = await openNetwork(Number(new URL(url).port))
  const db = await openPostgres(network.through(url), short)
  return {
    db,
    begins() {
      network.refuses(true)
      network.cut()
      return Promise.resolve()
    },
    ends() {
      network.refuses(false)
      return Promise.resolve()
    },
    async close() {
      await db.destroy()
      await network.close()
    },
  }
}

async function withoutRights(): Promise<Trouble> {
  const { db, as, role } = await asSomebody()
  return {
    db,
    begins: () => as(`revoke all on all tables in schema public from ${role}`),
    ends: () => as(`grant all on all tables in schema public to ${role}`),
    close: () => db.destroy(),
  }
}

async function withoutPassword(): Promise<Trouble> {
  const { db, as, role } = await asSomebody()
  return {
    db,
    // Whoever is connected stays so.
    begins: () =>
      as(
        `alter role ${role} password 'another'; select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'`,
      ),
    ends: () => as(`alter role ${role} password 'school'`),
    close: () => db.destroy(),
  }
}

/** Connected as a role that may read and write all tables, and no more; `as` is whoever owns them. */
async function asSomebody() {
  const url = await tablesInPostgres()
  const role = `school_${randomUUID().replaceAll('-', '')}`
  const as = async (statements: string) => {
    const client = new pg.Client(url)
    await client.connect()
    await client.query(statements).finally(() => client.end())
  }
  await as(`create role ${role} login password 'school'; grant all on all tables in schema public to ${role}`)
  const theirs = Object.assign(new URL(url), { username: role, password: 'school' }).toString()
  return { db: await openPostgres(theirs, short), as, role }
}

// Databases as schools have them: left by an older program, opened by several programs at once, and failing in a way
// that asks for a retry.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { Kysely, PostgresDialect, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import pg from 'pg'
import { createDriver } from '../../adapters/store/driver.ts'
import { createGroups, noDisk } from '../../adapters/store/groups.ts'
import { migrate } from '../../adapters/store/migrations.ts'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson, deedsIn, happen, parts, press } from '../kit/evidence.ts'
import { freshPostgres } from '../kit/postgres.ts'

const makers = parts
const now = new Date('2026-11-23T09:00:00Z')

describe('store: of an older program', () => {
  it('is brought up to date in SQLite, with all that was in it', async () => {
    const file = join(aFolder(), 'policy-guide.db')
    const database = new DatabaseSync(file)
    const groups = createGroups((statement) => database.exec(statement), noDisk)
    await fillOld(
      new Kysely<Tables>({
        dialect: {
          createAdapter: () => new SqliteAdapter(),
          createIntrospector: (of) => new SqliteIntrospector(of),
          createQueryCompiler: () => new SqliteQueryCompiler(),
          createDriver: () => createDriver(database, { groups, disk: noDisk }),
        },
      }),
    )
    await expectAll(await openSqlite(file))
  })

  it('is brought up to date in PostgreSQL, with all that was in it', async () => {
    const url = await freshPostgres()
    await fillOld(
      new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) }),
    )
    await expectAll(await openPostgres(url))
  })
})

async function fillOld(db: Kysely<Tables>): Promise<void> {
  await migrate(db, 1)
  await sql`insert into person (id, name, email) values ('p1', 'Priya Nair', 'priya@x.uk')`.execute(db)
  for (const [id, roles, open] of [
    ['U1', '["slt"]', 1],
    ['U2', '["administrator"]', 0],
  ] as const)
    await sql`insert into account (platform, id, person, roles, open) values ('slack', ${id}, 'p1', ${roles}, ${open})`.execute(
      db,
    )
  await sql`insert into claim (key, at) values ('event:1', ${now.toISOString()})`.execute(db)
  await db.destroy()
}

async function expectAll(db: Kysely<Tables>): Promise<void> {
  const kept = openStore(db, makers)
  try {
    const person = await kept.directory.find({ platform: 'slack', id: 'U1' })
    expect(person).to.deep.equal(
      aPerson('p1', { name: 'Priya Nair', email: 'priya@x.uk', roles: ['slt'], listed: false }),
    )
    expect(await kept.people.list({ practice: false, most: 9 })).to.deep.equal([person])
    expect(await kept.store.claim('event:1', now)).to.equal(false)
    expect(await press(kept.journal, { person: 'p1', id: 'e1' })).to.equal('signed')
  } finally {
    await kept.close()
  }
}

describe('store: several programs', () => {
  it('start on one empty PostgreSQL at once, and make one schema', async () => {
    const url = await freshPostgres()
    const all = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)))
    try {
      const [one] = all
      if (one === undefined) throw new Error('none was opened')
      const { rows } = await sql`select version from schema_version`.execute(one)
      expect(rows).to.have.lengthOf(1)
      expect(await one.selectFrom('journal_head').selectAll().execute()).to.have.lengthOf(1)
    } finally {
      for (const each of all) await each.destroy()
    }
  })

  it('sign in one PostgreSQL at once, and nobody signs twice', async () => {
    const url = await freshPostgres()
    const all = await Promise.all([openPostgres(url), openPostgres(url)])
    const stores = all.map((db) => openStore(db, makers))
    try {
      const people = Array.from({ length: 20 }, (_, n) => aPerson(`p${n}`))
      await stores[0]?.people.put(people)
      const presses = await Promise.all(
        stores.flatMap(({ journal }, n) => people.map(({ id }) => press(journal, { person: id, id: `${id}-${n}` }))),
      )
      expect(presses.filter((outcome) => outcome === 'signed')).to.have.lengthOf(20)
    } finally {
      for (const each of stores) await each.close()
    }
  })

  it('write one SQLite file by turns: the bot, and a command beside it', async () => {
    const file = join(aFolder(), 'policy-guide.db')
    const stores = [await openSqlite(file), await openSqlite(file)].map((db) => openStore(db, makers))
    try {
      await stores[0]?.people.put([aPerson('p1'), aPerson('p2')])
      for (const [n, person] of ['p1', 'p2', 'p1', 'p2'].entries())
        await press(stores[n % 2]?.journal ?? expect.fail(), { person, id: `e${n}` })
      expect((await stores[1]?.journal.head())?.seq).to.equal(4)
    } finally {
      for (const each of stores) await each.close()
    }
  })
})

describe('store: another try', () => {
  it('calls the decision again when PostgreSQL could not serialise', async () => {
    const db = await openPostgres(await freshPostgres())
    const { journal, people, close } = openStore(db, makers)
    try {
      await people.put([aPerson('p1')])
      await sql`create sequence tries`.execute(db)
      await sql
        .raw(
          `create function fail_twice() returns trigger language plpgsql as $$ begin
             if nextval('tries') <= 2 then raise exception 'try again' using errcode = '40001'; end if; return new;
           end $$`,
        )
        .execute(db)
      await sql`create trigger fail_twice before insert on entry for each row execute function fail_twice()`.execute(db)
      expect(await press(journal, { person: 'p1', id: 'e1' })).to.equal('signed')
      expect(await deedsIn(journal)).to.have.lengthOf(1)
    } finally {
      await close()
    }
  })
})

describe('store: an erasure', () => {
  it('leaves nothing of the person in the file', async () => {
    const file = join(aFolder(), 'policy-guide.db')
    const { people, journal, close } = openStore(await openSqlite(file), makers)
    await people.put([aPerson('p1', { name: 'Priya Zebedee', email: 'zebedee@x.uk' })])
    await press(journal, { person: 'p1', id: 'e1', name: 'P Zebedee' })
    await happen(journal, { id: 'e2', fact: { kind: 'erased', person: 'p1', by: 'operator' } })
    await close()
    expect(readFileSync(file, 'latin1'))
      .to.include('social-media')
      .and.not.match(/zebedee/i)
  })
})

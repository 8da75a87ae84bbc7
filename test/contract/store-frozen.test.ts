// Databases as each version left them, frozen statement by statement: a schema step never changes once it has been
// used, and this version migrates every one of them. UPDATE_FROZEN=1 freezes a new step and changes no other.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Dialect,
} from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { createDriver } from '../../adapters/store/driver.ts'
import { createGroups, noDisk } from '../../adapters/store/groups.ts'
import { migrate } from '../../adapters/store/migrations.ts'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import type { Tables } from '../../adapters/store/tables.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson, parts, press } from '../kit/evidence.ts'
import { freshPostgres } from '../kit/postgres.ts'

const now = new Date('2026-11-23T09:00:00Z')
const versions = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
const Statement = z.object({ sql: z.string(), parameters: z.array(z.unknown()) })
type Statement = z.infer<typeof Statement>

interface Database {
  readonly name: string
  /** An empty database, and how this version opens it. */
  fresh(): Promise<{ readonly dialect: () => Dialect; readonly open: () => Promise<Kysely<Tables>> }>
}

const databases: readonly Database[] = [
  {
    name: 'sqlite',
    fresh: () => {
      const file = join(aFolder(), 'policy-guide.db')
      return Promise.resolve({ dialect: () => sqliteAt(file), open: () => openSqlite(file) })
    },
  },
  {
    name: 'postgresql',
    fresh: async () => {
      const url = await freshPostgres()
      const dialect = () => new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) })
      return { dialect, open: () => openPostgres(url) }
    },
  },
]

for (const { name, fresh } of databases)
  describe(`${name}: the schema of every version`, () => {
    for (const version of versions)
      it(`step ${version} is what it was when it was released`, async () => {
        const made = await stepOf((await fresh()).dialect(), version)
        const file = frozenFile(name, version)
        if (!existsSync(file) && process.env['UPDATE_FROZEN'] !== undefined) {
          mkdirSync('test/contract/frozen', { recursive: true })
          writeFileSync(file, made.map((each) => `${JSON.stringify(each)}\n`).join(''))
        }
        expect(made).to.deep.equal(frozen(name, version))
      })

    for (const version of versions)
      it(`a database of version ${version} is brought up, with all that was in it`, async () => {
        const { dialect, open } = await fresh()
        const old = new Kysely<Tables>({ dialect: dialect() })
        for (const step of versions.filter((each) => each <= version))
          for (const statement of frozen(name, step))
            await old.executeQuery(CompiledQuery.raw(statement.sql, statement.parameters))
        await sql`insert into schema_version (version) values (${version})`.execute(old)
        await fill(old, version)
        await old.destroy()

        const kept = openStore(await open(), { ...parts, newId: () => 'id' })
        const person = await kept.directory.find({ platform: 'slack', id: 'U1' })
        expect(person).to.deep.include({ id: 'p1', name: 'Priya Nair', roles: ['slt'] })
        expect(await kept.store.claim('event:1', now)).to.equal(false)
        await kept.people.put([aPerson('p2')])
        expect(await press(kept.journal, { person: 'p2', id: 'e1' })).to.equal('signed')
        const { count } = await kept.outbox.open()
        expect(count).to.equal(0)
        await kept.close()
      })
  })

for (const { name, fresh } of databases)
  describe(`${name}: a home that was made while step two was young`, () => {
    it('has the column that came later, filled from the journal', async () => {
      const { dialect, open } = await fresh()
      const old = new Kysely<Tables>({ dialect: dialect() })
      for (const { sql: text, parameters } of [1, 2, 3, 4].flatMap((step) => frozen(name, step)))
        await old.executeQuery(CompiledQuery.raw(text.replace('"signed_wording" text, ', ''), parameters))
      await sql`insert into schema_version (version) values (4)`.execute(old)
      const fact = JSON.stringify({ kind: 'signed', wording: 'hash-of-words' })
      await sql`insert into entry (seq, id, at, kind, person, policy, fact, hidden, before, hash) values (1, 'e0', '2026-11-20', 'signed', 'p1', 'x', ${fact}, '{}', '', 'h')`.execute(
        old,
      )
      await sql`insert into involvement (policy, person, signed_entry, signed_edition, signed_at) values ('x', 'p1', 'e0', 'y', '2026-11-20')`.execute(
        old,
      )
      await old.destroy()
      const db = await open()
      const rows = await db.selectFrom('involvement').select('signed_wording').execute()
      expect(rows).to.deep.equal([{ signed_wording: 'hash-of-words' }])
      await db.destroy()
    })
  })

/** The statements that the step sends to a database that has all earlier steps. */
async function stepOf(dialect: Dialect, version: number): Promise<readonly Statement[]> {
  let sent: Statement[] = []
  const db = new Kysely<Tables>({
    dialect,
    log: ({ query }) => void sent.push({ sql: query.sql, parameters: [...query.parameters] }),
  })
  if (version > 1) await migrate(db, version - 1)
  sent = []
  await migrate(db, version)
  await db.destroy()
  const steps = /^(create|alter|drop|update|insert|delete)\b/i
  return sent
    .filter((each) => steps.test(each.sql) && (version === 1 || !each.sql.includes('schema_version')))
    .filter((each) => !/^(insert into|delete from) schema_version/.test(each.sql))
}

/** As that version wrote its rows: later tables and columns do not exist yet. */
async function fill(db: Kysely<Tables>, version: number): Promise<void> {
  if (version === 1)
    await sql`insert into person (id, name, email) values ('p1', 'Priya Nair', 'priya@x.uk')`.execute(db)
  else
    await sql`insert into person (id, name, email, roles, all_roles, away, listed, practice, sort, erased) values ('p1', 'Priya Nair', 'priya@x.uk', '[]', '["slt"]', '[]', 0, 0, 'priya nair', 0)`.execute(
      db,
    )
  await sql`insert into account (platform, id, person, roles, open) values ('slack', 'U1', 'p1', '["slt"]', 1)`.execute(
    db,
  )
  await sql`insert into claim (key, at) values ('event:1', ${now.toISOString()})`.execute(db)
}

function frozenFile(name: string, version: number): string {
  return `test/contract/frozen/${name}-${version}.jsonl`
}

function frozen(name: string, version: number): readonly Statement[] {
  const lines = readFileSync(frozenFile(name, version), 'utf8').trimEnd().split('\n')
  return lines.map((line) => Statement.parse(JSON.parse(line)))
}

function sqliteAt(file: string): Dialect {
  const database = new DatabaseSync(file)
  const groups = createGroups((statement) => database.exec(statement), noDisk)
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (of) => new SqliteIntrospector(of),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => createDriver(database, { groups, disk: noDisk }),
  }
}

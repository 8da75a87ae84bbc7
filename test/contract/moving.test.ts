// A school is backed up and restored, from each database into each other; a backup that is not complete is refused.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { sql } from 'kysely'
import { copiedTables } from '../../adapters/store/copy.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { verifyDatabase } from '../../src/command/judge-copy.ts'
import { verifyCommand } from '../../src/command/verify.ts'
import { compact } from '../../src/kit/defined.ts'
import { built } from '../kit/built.ts'
import { run, type Ran } from '../kit/command.ts'
import { aFolder } from '../kit/databases.ts'
import { press } from '../kit/evidence.ts'
import { aDraft } from '../kit/full-school.ts'

import {
  aPlace,
  aSchool,
  backUp,
  kinds,
  makers,
  restoreTo,
  rowsOf,
  said,
  within,
  type Place,
  ownFiles,
} from '../kit/places.ts'
/**
 * All rows of a place that a backup holds. Drafts are left out, because people who ask for a yes are told that no
 * backup holds their draft.
 */
const rowsWithoutDrafts = async (place: Place) => ({ ...(await rowsOf(place)), draft_request: [] })

describe('moving a school: every table', () => {
  for (const kind of kinds)
    it(`is known to whoever copies, and has something in it to try it with (${kind})`, async () => {
      const place = await aSchool(kind)
      const names = await within(place, async (db) => (await db.introspection.getTables()).map(({ name }) => name))
      const known = copiedTables.map(([name]) => name)
      // The probe table only tests whether writes are kept, so it is not copied.
      expect([...known, 'schema_version', 'probe']).to.have.members(names)
      const rows = await rowsOf(place)
      for (const name of known) expect(rows[name], name).not.to.deep.equal([])
    })
})

for (const from of kinds) {
  describe(`a backup of ${from}`, () => {
    let place: Place
    let file: string
    let made: Ran
    before(async () => {
      place = await aSchool(from)
      file = join(aFolder(), 'kept', 'backup.db')
      made = await backUp(place, file)
    })

    it('is one file that nobody else can read, verified, and says its head', async () => {
      expect(made.status, said(made)).to.equal(0)
      const answer: unknown = JSON.parse(made.out.join())
      const head = await within(place, (db) => openStore(db, makers).journal.head())
      expect(answer).to.deep.include({ outcome: 'written', file, database: from, head })
      expect(answer)
        .to.have.property('files')
        .with.members([...ownFiles])
      expect(answer).to.have.nested.include({ 'verified.kind': 'holds', 'verified.signatures': 2 })
      expect(statSync(file).mode & 0o777).to.equal(0o600)
      expect(readdirSync(join(file, '..'))).to.deep.equal(['backup.db'])
    })

    it('holds no draft that waits for a yes, though the school does', async () => {
      expect(JSON.stringify((await rowsOf(place)).draft_request)).to.include(aDraft)
      expect(readFileSync(file).includes(aDraft)).to.equal(false)
      const rows = await within({ open: () => openSqlite(file, 'alone') }, (db) =>
        db.selectFrom('draft_request').selectAll().execute(),
      )
      expect(rows).to.deep.equal([])
    })

    it('never takes the place of another file', async () => {
      const before = readFileSync(file)
      const again = await backUp(place, file)
      expect(again.status).to.equal(1)
      expect(again.out.join()).to.include('is there already')
      expect(readFileSync(file).equals(before)).to.equal(true)
    })

    it('put in the place of a home’s database is one, of which a backup can be made', async () => {
      const there = await aPlace('sqlite')
      mkdirSync(there.home)
      copyFileSync(file, join(there.home, 'policy-guide.db'))
      expect(await rowsOf(there)).to.deep.equal(await rowsWithoutDrafts(place))
      const again = join(there.home, 'backups', 'again.db')
      expect((await backUp(there, again)).status).to.equal(0)
      expect((await restoreTo(await aPlace('sqlite'), again)).out.join()).not.to.include('school.yaml')
    })

    for (const to of kinds)
      it(`is restored into ${to} with nothing lost, and goes on from there`, async () => {
        const there = await aPlace(to)
        const restored = await restoreTo(there, file)
        expect(restored.status, said(restored)).to.equal(0)
        expect(await rowsOf(there)).to.deep.equal(await rowsWithoutDrafts(place))
        for (const path of ownFiles)
          expect(readFileSync(join(there.home, path)).equals(readFileSync(join(place.home, path)))).to.equal(true)
        expect(readdirSync(there.home)).to.have.members([
          ...compact([to === 'sqlite' && 'policy-guide.db']),
          ...new Set(ownFiles.map((path) => path.split('/')[0])),
        ])
        await within(there, async (db) => {
          const kept = openStore(db, makers)
          const { seq } = await kept.journal.head()
          expect(await press(kept.journal, { person: 'p1', id: 'again' })).to.equal('already-signed')
          expect(await press(kept.journal, { person: 'crowd-1', id: 'next' })).to.equal('signed')
          expect((await kept.journal.entry('next'))?.seq).to.equal(seq + 1)
          expect(await kept.store.claim('event:1', new Date())).to.equal(false)
          expect(await verifyDatabase(db)).to.deep.include({ kind: 'holds', signatures: 3 })
        })
        const twice = await restoreTo(there, file)
        expect(twice.status).to.equal(1)
        expect(said(twice)).to.match(/is not empty: it holds .*school\.yaml.* Nothing was changed\./)
      })
  })
}

describe('a backup while the bot writes', () => {
  it('holds, and is how things stood at one moment', async () => {
    const home = aFolder()
    const file = join(home, 'policy-guide.db')
    const writer = spawn(process.execPath, [built('signing'), file, 'w'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: writer.stdout })[Symbol.asyncIterator]()
    const heads: { seq: number; hash: string }[] = []
    try {
      for (let n = 0; n < 3; n++) {
        await lines.next()
        const made = await backUp({ home, env: {}, open: () => openSqlite(file) }, join(home, 'backups', `${n}.db`))
        expect(made.status, said(made)).to.equal(0)
        heads.push((JSON.parse(made.out.join()) as { head: { seq: number; hash: string } }).head)
      }
    } finally {
      writer.kill('SIGKILL')
      await once(writer, 'exit')
    }
    const db = await openSqlite(file)
    const { journal, close } = openStore(db, makers)
    try {
      for (const { seq, hash } of heads) expect((await journal.entries(seq - 1, 1))[0]).to.include({ seq, hash })
    } finally {
      await close()
    }
  })
})

describe('a restore refuses', () => {
  let file: string
  beforeEach(async () => {
    file = join(aFolder(), 'backup.db')
    expect((await backUp(await aSchool('sqlite'), file)).status).to.equal(0)
  })
  const change = (statement: string) =>
    within({ open: () => openSqlite(file, 'alone') }, (db) => sql.raw(statement).execute(db))

  const wrongs: readonly (readonly [what: string, statement: string, why: RegExp])[] = [
    [
      'a journal of which an entry was changed, and says which',
      `update entry set fact = replace(fact, '2015-10', '2015-11') where id = 'e1'`,
      /The journal does not hold\. .*[Ee]ntry \d+ was changed/,
    ],
    ['a file of a newer program', 'update schema_version set version = 99', /at schema 99, this program knows \d+/],
    ['a file that is no backup', 'drop table backup', /is no backup/],
    [
      'a file of the home’s that is damaged',
      `update backup_file set content = x'00' where path = 'school.yaml'`,
      /“school\.yaml” in it is not as it was/,
    ],
    [
      'a file that would go elsewhere than into the home',
      `update backup_file set path = 'policies/../../x.yaml' where path = 'school.yaml'`,
      /“policies\/\.\.\/\.\.\/x\.yaml” in it is not as it was/,
    ],
  ]
  for (const [what, statement, why] of wrongs)
    it(`${what}, and leaves nothing`, async () => {
      await change(statement)
      for (const kind of kinds) {
        const there = await aPlace(kind)
        const refused = await restoreTo(there, file)
        expect(refused.status).to.equal(1)
        expect(said(refused)).to.match(why).and.include('Nothing was changed.')
        expect(readdirSync(there.home)).to.deep.equal([])
        if (kind === 'postgresql') expect((await rowsOf(there)).person).to.deep.equal([])
      }
    })

  it('a file that is no database', async () => {
    writeFileSync(file, 'no database at all, whatever its name says')
    const there = await aPlace('sqlite')
    const refused = await restoreTo(there, file)
    expect(refused.status).to.equal(1)
    expect(said(refused)).to.match(/cannot be restored: .*not a database/)
  })

  it('a database that somebody has used', async () => {
    const there = await aPlace('postgresql')
    await within(there, (db) => openStore(db, makers).store.claim('event:9', new Date()))
    const refused = await restoreTo(there, file)
    expect(refused.status).to.equal(1)
    expect(said(refused)).to.include('is not empty: there is something in claim')
    expect((await rowsOf(there)).claim).to.have.lengthOf(1)
    expect(readdirSync(there.home)).to.deep.equal([])
  })

  it('a home in which a restore was interrupted, as does every other command', async () => {
    const there = await aPlace('sqlite')
    mkdirSync(join(there.home, 'restoring'), { recursive: true })
    for (const refused of [await restoreTo(there, file), await backUp(there, `${file}.new`)]) {
      expect(refused.status).to.equal(1)
      expect([...refused.out, ...refused.err].join()).to.include('only half restored')
    }
    const failed = await run(verifyCommand, [], { home: there.home }).catch(String)
    expect(typeof failed === 'string' ? failed : failed.err.join(' ')).to.include('only half restored')
    expect(existsSync(join(there.home, 'policy-guide.db'))).to.equal(false)
  })
})

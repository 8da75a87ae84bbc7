// `store copy` moves a school from its own file to PostgreSQL: completely, or not at all.
import { join } from 'node:path'
import { expect } from 'chai'
import { sql } from 'kysely'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore } from '../../adapters/store/store.ts'
import { storeCommand } from '../../src/command/store.ts'
import { run, type Ran } from '../kit/command.ts'
import { press } from '../kit/evidence.ts'
import { aPlace, aSchool, makers, rowsOf, said, within, type Place } from '../kit/places.ts'

describe('store copy', () => {
  const copy = ({ home }: Place, { env }: Place) => run(storeCommand, ['copy'], { home, env })

  it('moves a school to PostgreSQL with nothing lost, and says what to do next', async () => {
    const [from, to] = [await aSchool('sqlite'), await aPlace('postgresql')]
    const copied = await copy(from, to)
    expect(copied.status, said(copied)).to.equal(0)
    expect(await rowsOf(to)).to.deep.equal(await rowsOf(from))
    const head = await within(to, (db) => openStore(db, makers).journal.head())
    expect(copied.out.join('\n'))
      .to.include(`Its head: ${head.seq}:${head.hash}`)
      .and.match(/person 45\d/)
      .and.include('put ')
    expect(copied.err.join('\n'), 'what it says while it works')
      .to.match(/person: (45\d) of \1\b/)
      .and.include('entry: ')
    const again = await copy(from, to)
    expect(again.status).to.equal(1)
    expect(said(again)).to.include('is not empty').and.include('Nothing was changed.')
  })

  it('refuses while the bot has the file open', async () => {
    const [from, to] = [await aSchool('sqlite'), await aPlace('postgresql')]
    const bot = openStore(await openSqlite(join(from.home, 'policy-guide.db')), makers)
    try {
      const refused = await copy(from, to)
      expect(refused.status).to.equal(1)
      expect(said(refused)).to.include('is in use. Stop the bot')
      expect((await rowsOf(to)).person).to.deep.equal([])
      expect(await press(bot.journal, { person: 'crowd-1', id: 'later' })).to.equal('signed')
    } finally {
      await bot.close()
    }
  })

  it('leaves nothing where the journal does not hold, or a row cannot be kept there', async () => {
    for (const [statement, why] of [
      [
        `update entry set fact = replace(fact, '2015-10', '2015-11') where seq = (select max(seq) from entry where fact like '%2015-10%')`,
        /does not hold/,
      ],
      [`update notice set tries = 'many' where key = 'sent'`, /invalid input syntax for type integer/],
    ] as const) {
      const [from, to] = [await aSchool('sqlite'), await aPlace('postgresql')]
      await within(from, (db) => sql.raw(statement).execute(db))
      const failed = await copy(from, to).catch((error: unknown): Ran => ({ status: 1, out: [], err: [String(error)] }))
      expect(failed.status).to.equal(1)
      expect(said(failed)).to.match(why)
      const { journal_head: head, ...rows } = await rowsOf(to)
      expect(Object.values(rows).flat()).to.deep.equal([])
      expect(head).to.deep.equal([{ one: 1, seq: 0, hash: '0'.repeat(64) }])
    }
  })

  it('leaves a PostgreSQL of a newer program alone, and says what to do', async () => {
    const [from, to] = [await aSchool('sqlite'), await aPlace('postgresql')]
    await within(to, (db) => sql`update schema_version set version = 99`.execute(db))
    expect(await copy(from, to).catch(String)).to.match(
      /^Error: The database is at schema 99, this program knows \d+\. Start the newer Policy Guide, or restore a backup that is older\.$/,
    )
  })

  it('needs DATABASE_URL, and a home to copy from', async () => {
    const from = await aPlace('sqlite')
    expect((await run(storeCommand, ['copy'], { home: from.home })).status).to.equal(2)
    const refused = await copy(from, await aPlace('postgresql'))
    expect(said(refused)).to.include('holds no database to copy')
  })
})

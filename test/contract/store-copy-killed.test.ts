// `store copy` as a process of its own, killed or cut off in the middle, from a home's file to PostgreSQL and back: the
// same command continues where it stopped, no program starts on half a copy, and the finished copy is complete.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { sql } from 'kysely'
import { openPostgres } from '../../adapters/store/postgres.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { copyingFile, databaseFile } from '../../src/command/home.ts'
import { storeCommand } from '../../src/command/store.ts'
import { built } from '../kit/built.ts'
import { openNetwork, type Network } from '../kit/chaos.ts'
import { run } from '../kit/command.ts'
import { aFolder } from '../kit/databases.ts'
import { press } from '../kit/evidence.ts'
import { openStore } from '../../adapters/store/store.ts'
import { aPlace, aSchool, kinds, makers, rowsOf, said, within, type Place } from '../kit/places.ts'

/** Rows in one table; about a thousand are copied at a time. */
const many = 12_000
/** The beginning of keys in the middle of the table. */
const middle = 'copied-07'

describe('store copy, interrupted', () => {
  const networks: Network[] = []
  after(() => Promise.all(networks.map((network) => network.close())))

  /**
   * A school with more rows than one batch, a place to move it to, and a network between the program and PostgreSQL.
   */
  async function moving(from: (typeof kinds)[number]) {
    const [school, server] =
      from === 'sqlite'
        ? [await aSchool('sqlite'), await aPlace('postgresql')]
        : [undefined, await aSchool('postgresql')]
    const home = school?.home ?? join(aFolder(), 'home')
    const url = server.env.DATABASE_URL ?? ''
    const network = await openNetwork(Number(new URL(url).port))
    networks.push(network)
    const source = school ?? server
    await within(source, (db) => addMany(db))
    const there: Place = { home, env: {}, open: () => openSqlite(databaseFile(home), 'alone') }
    const argv = ['copy', ...(from === 'sqlite' ? [] : ['--back'])]
    return {
      network,
      home,
      url,
      source,
      to: from === 'sqlite' ? server : there,
      again: () => run(storeCommand, argv, { home, env: { DATABASE_URL: url } }),
      inProcess: () => program(argv, { home, url: network.through(url) }),
    }
  }

  for (const from of kinds)
    describe(from === 'sqlite' ? 'to PostgreSQL' : 'back from PostgreSQL', () => {
      it('killed in the middle, it goes on where it stopped, and everything has arrived', async () => {
        const { network, source, to, again, inProcess, home, url } = await moving(from)
        await killedInTheMiddle({ network, inProcess })
        const kept = await copiedOf(from, { home, url })
        expect(kept, 'in the middle').to.be.greaterThan(0).and.lessThan(many)

        const went = await again()
        expect(went.status, said(went)).to.equal(0)
        const [, there] = /Going on where it was interrupted: (\d+) rows/.exec(said(went)) ?? []
        expect(Number(there), 'rows that are not copied twice').to.be.greaterThan(kept)
        expect(went.out.join('\n'))
          .to.include(`claim ${many + 1}`)
          .and.include('Every row was read again')
          .and.match(/Its head: /)
        expect(await rowsOf(to)).to.deep.equal(await rowsOf(source))
        expect(existsSync(copyingFile(home))).to.equal(false)
        await within(to, async (db) => {
          const { journal } = openStore(db, makers)
          expect(await press(journal, { person: 'crowd-1', id: 'later' })).to.equal('signed')
        })
        const twice = await again()
        expect(twice.status).to.equal(1)
        expect(said(twice)).to.match(/is not empty|is there already/)
      })

      it('cut off for good, it ends by itself and says that the same command goes on', async () => {
        const { network, source, to, again, inProcess } = await moving(from)
        const stopped = network.stopsAt(middle)
        const { child, says } = inProcess()
        await stopped
        network.refuses(true)
        network.cut()
        const [code] = (await once(child, 'exit')) as [number]
        expect(code).to.equal(1)
        expect(await says).to.include('What was copied is kept: give the same command again, and it goes on')
        const went = await again()
        expect(said(went)).to.include('Going on where it was interrupted')
        expect(await rowsOf(to)).to.deep.equal(await rowsOf(source))
      })
    })

  it('cut once, it connects again, and nothing is copied twice', async () => {
    const { network, source, to, inProcess } = await moving('sqlite')
    network.cutsAt(middle, 'before')
    const { child, says } = inProcess()
    const [code] = (await once(child, 'exit')) as [number]
    expect(code, await says).to.equal(0)
    expect(await rowsOf(to)).to.deep.equal(await rowsOf(source))
  })

  describe('and then', () => {
    async function half() {
      const given = await moving('sqlite')
      await killedInTheMiddle(given)
      return given
    }

    it('nobody starts on half a copy, and is told what to do', async () => {
      const { url } = await half()
      expect(await openPostgres(url).catch(String)).to.match(
        /^Error: A school is only half copied .* Give the same command again/,
      )
    })

    it('written to by the bot meanwhile, the school is copied from the beginning', async () => {
      const { again, source, to } = await half()
      await within(source, async (db) => {
        const { journal } = openStore(db, makers)
        await press(journal, { person: 'crowd-2', id: 'meanwhile' })
        await sql`update claim set at = '2026-01-01T00:00:00.000Z' where key = 'copied-00001'`.execute(db)
      })
      const went = await again()
      expect(went.status, said(went)).to.equal(0)
      expect(said(went)).to.include('So it is copied from the beginning')
      expect(await rowsOf(to)).to.deep.equal(await rowsOf(source))
    })

    it('another school is not mixed into it', async () => {
      const { url, to, source } = await half()
      const other = await aSchool('sqlite')
      await within(other, (db) => sql`update entry set hash = 'another' where seq > 0`.execute(db))
      const refused = await run(storeCommand, ['copy'], { home: other.home, env: { DATABASE_URL: url } })
      expect(refused.status).to.equal(1)
      expect(said(refused)).to.include('half a copy of another school').and.include('Nothing was changed.')
      const went = await run(storeCommand, ['copy'], { home: source.home, env: { DATABASE_URL: url } })
      expect(went.status, said(went)).to.equal(0)
      expect(await rowsOf(to)).to.deep.equal(await rowsOf(source))
    })

    it('what somebody else wrote into it is found, and neither kept as ours nor taken away', async () => {
      const { url, again } = await half()
      const statement = `insert into claim (key, at) values ('zz-of-another', '2026-01-01T00:00:00.000Z')`
      await inside(url, statement)
      const refused = await again()
      expect(refused.status).to.equal(1)
      expect(said(refused)).to.include('Something else wrote into claim')
      expect(await inside(url, `select key from claim where key = 'zz-of-another'`)).to.have.lengthOf(1)
      expect(await openPostgres(url).catch(String)).to.include('only half copied')
    })

    it('a connection that PostgreSQL has not missed yet is waited for kindly', async () => {
      const given = await moving('sqlite')
      const stopped = given.network.stopsAt(middle)
      const { child } = given.inProcess()
      await stopped
      child.kill('SIGKILL')
      await once(child, 'exit')
      const early = await given.again()
      expect(early.status).to.equal(1)
      expect(said(early)).to.include('wait half a minute').and.include('it goes on where it stopped')
      given.network.cut()
      const went = await given.again()
      expect(went.status, said(went)).to.equal(0)
    })
  })
})

async function killedInTheMiddle({
  network,
  inProcess,
}: {
  readonly network: Network
  readonly inProcess: () => Pick<ReturnType<typeof program>, 'child'>
}) {
  const stopped = network.stopsAt(middle)
  const { child } = inProcess()
  await stopped
  child.kill('SIGKILL')
  await once(child, 'exit')
  // The operating system closes a dead process's connections.
  network.cut()
}

async function addMany(db: Awaited<ReturnType<Place['open']>>): Promise<void> {
  const keys = Array.from({ length: many }, (_, n) => `copied-${String(n).padStart(5, '0')}`)
  for (let at = 0; at < many; at += 500)
    await db
      .insertInto('claim')
      .values(keys.slice(at, at + 500).map((key) => ({ key, at: '2026-11-23T09:00:00.000Z' })))
      .execute()
}

function program(argv: readonly string[], { home, url }: { readonly home: string; readonly url: string }) {
  const child = spawn(process.execPath, [built('main'), 'store', ...argv, '--home', home], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return { child, says: text(child.stderr) }
}

/** The number of rows in the half copy of the table in whose middle the copy stopped. */
async function copiedOf(from: (typeof kinds)[number], { home, url }: { readonly home: string; readonly url: string }) {
  if (from === 'sqlite') return Number((await inside(url, 'select count(*) as count from claim'))[0]?.['count'])
  const db = await openSqlite(copyingFile(home), 'alone')
  const { rows } = await sql<{ count: number }>`select count(*) as count from claim`.execute(db)
  await db.destroy()
  return rows[0]?.count ?? 0
}

async function inside(url: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { Client } = (await import('pg')).default
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

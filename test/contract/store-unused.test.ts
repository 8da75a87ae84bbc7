// A PostgreSQL that nobody has used yet: commands that only read create no table in it, and find nothing to verify.
import { expect } from 'chai'
import pg from 'pg'
import { backupCommand } from '../../src/command/backup.ts'
import { doctor } from '../../src/command/doctor.ts'
import { verifyCommand } from '../../src/command/verify.ts'
import { openServer } from '../../src/command/open-home.ts'
import { run } from '../kit/command.ts'
import { aFolder } from '../kit/databases.ts'
import { looking } from '../kit/looking.ts'
import { freshPostgres } from '../kit/postgres.ts'

describe('store: a PostgreSQL that was never used', function () {
  this.timeout(60_000)
  let given: { readonly home: string; readonly env: { readonly DATABASE_URL: string } }
  before(async () => (given = { home: aFolder(), env: { DATABASE_URL: await freshPostgres() } }))

  const tables = async (): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: given.env.DATABASE_URL })
    await client.connect()
    const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'public'`)
    await client.end()
    return rows as readonly unknown[]
  }

  for (const argv of [[], ['receipt.pdf'], ['checkpoint', 'one.txt'], ['prove', 'receipt.pdf', 'proof.zip']])
    it(`verify ${argv.join(' ')}: exit 1, and no table is made`, async () => {
      const { status, out, err } = await run(verifyCommand, argv, given)
      expect([status, out]).to.deep.equal([1, []])
      expect(err.join()).to.equal('There is nothing to verify. The database of DATABASE_URL is empty.')
      expect(await tables()).to.deep.equal([])
    })

  for (const [what, command, argv] of looking)
    it(`${what} makes no table`, async () => {
      const { err } = await run(command, argv, given)
      expect(err.join()).not.to.include('Usage')
      expect(await tables()).to.deep.equal([])
    })

  it('doctor says that it is empty, which is no fault before the first start', async () => {
    const { out } = await run(doctor, [], given)
    expect(out.join('\n')).to.match(
      /ok +database: server +The database of DATABASE_URL is empty\. The first start fills it\./,
    )
  })

  it('backup writes none', async () => {
    const { status, err } = await run(backupCommand, [], given)
    expect([status, err.join()]).to.deep.equal([
      1,
      'The database of DATABASE_URL is empty. So no backup was written: keep your earlier ones. Nothing was changed.',
    ])
    expect(await tables()).to.deep.equal([])
  })

  for (const [what, spoil, said] of [
    ['another password', (url: URL) => (url.password = 'no'), /password authentication failed.*Correct the name and/],
    ['a database that is not there', (url: URL) => (url.pathname = '/gone'), /“?"gone"”? does not exist\. Create it/],
    ['encryption that it has not', (url: URL) => (url.search = 'sslmode=verify-full'), /Take sslmode out/],
    [
      'nothing but reading',
      (url: URL) => (url.search = 'options=-c default_transaction_read_only=on'),
      /read-only transaction\. It may only be read, as a standby may/,
    ],
    [
      'too little time',
      (url: URL) => (url.search = 'options=-c transaction_timeout=1'),
      /transaction timeout\. Allow its user more time/,
    ],
  ] as const)
    it(`${what}: the start says what to do`, async () => {
      const url = new URL(given.env.DATABASE_URL)
      spoil(url)
      const why = await openServer(url.toString()).catch((error: unknown) => error)
      expect(String(why)).to.include('The database of DATABASE_URL cannot be opened: ').and.match(said)
    })
})

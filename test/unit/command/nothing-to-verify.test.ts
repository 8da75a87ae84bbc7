// A database that is missing, empty or damaged: verify, doctor and backup say so, and create nothing.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { backupCommand } from '../../../src/command/backup.ts'
import { doctor } from '../../../src/command/doctor.ts'
import { peopleCommand } from '../../../src/command/people.ts'
import { verifyCommand } from '../../../src/command/verify.ts'
import { run } from '../../kit/command.ts'
import { looking } from '../../kit/looking.ts'

describe('a database that cannot be relied on', () => {
  let home: string
  let file: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'policy-guide-verify-'))
    file = join(home, 'policy-guide.db')
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const verify = (...argv: string[]) => run(verifyCommand, argv, { home })

  async function bringIn(): Promise<void> {
    const list = join(home, 'people.csv')
    const rows = Array.from({ length: 200 }, (_, n) => `Person ${n},p${n}@x.example`)
    writeFileSync(list, ['Name,Email', ...rows].join('\n'))
    expect((await run(peopleCommand, ['import', list, '--yes'], { home })).status).to.equal(0)
  }

  it('a folder that does not exist: exit 1, and none is made', async () => {
    const nowhere = join(home, 'nowhere')
    const { status, out, err } = await run(verifyCommand, [], { home: nowhere })
    expect([status, out]).to.deep.equal([1, []])
    expect(err.join()).to.match(/^There is nothing to verify. There is no database in /)
    expect(existsSync(nowhere)).to.equal(false)
  })

  it('no file, and an empty one: exit 1, and nothing is made', async () => {
    expect((await verify()).status).to.equal(1)
    expect(readdirSync(home)).to.deep.equal([])
    writeFileSync(file, '')
    const { status, err } = await verify()
    expect([status, err.join()]).to.deep.equal([1, `There is nothing to verify. ${file} is empty.`])
    expect(readFileSync(file)).to.have.lengthOf(0)
    expect(JSON.parse((await verify('--json')).out.join())).to.include({ kind: 'nothing', outcome: 'empty' })
  })

  it('one that was deleted under a receipt: exit 1', async () => {
    await bringIn()
    rmSync(file)
    for (const argv of [[], ['receipt.pdf']]) expect((await verify(...argv)).status).to.equal(1)
    expect(existsSync(file)).to.equal(false)
  })

  it('doctor does not take an empty one for a new school’s, and fills nothing', async () => {
    writeFileSync(file, '')
    const { status, out } = await run(doctor, [], { home })
    expect([status, out.join('\n')][1]).to.match(/WRONG +database: file .*policy-guide\.db is empty\./)
    expect(status).to.equal(1)
    expect(readFileSync(file)).to.have.lengthOf(0)
    const made = await run(backupCommand, [], { home })
    expect([made.status, made.err.join().includes('keep your earlier ones')]).to.deep.equal([1, true])
    expect(readdirSync(home)).to.deep.equal(['policy-guide.db'])
  })

  const unfit: readonly (readonly [what: string, make: () => void, says: RegExp])[] = [
    ['an empty file', () => writeFileSync(file, ''), /is empty\. Nothing was changed\..*restore the latest backup/],
    [
      'a file of text',
      () => writeFileSync(file, 'Please ask at the office.\n'.repeat(99)),
      /is damaged \(.*keep the file/,
    ],
    ['the database of another program', foreign, /tables of another program/],
  ]
  function foreign(): void {
    const database = new DatabaseSync(file)
    database.exec('create table note (words text)')
    database.close()
  }
  for (const [what, make, says] of unfit)
    it(`${what}: what writes says so, and makes no new school of it`, async () => {
      make()
      const list = join(home, 'people.csv')
      writeFileSync(list, 'Name,Email\nAda,ada@x.example\n')
      const before = readFileSync(file)
      const refused = await run(peopleCommand, ['import', list, '--yes'], { home }).then(
        ({ err }) => err.join(),
        (error: unknown) => String(error),
      )
      expect(refused).to.match(says)
      if (what !== 'the database of another program') expect(readFileSync(file).equals(before)).to.equal(true)
    })

  for (const [what, command, argv] of looking)
    it(`${what} looks where nothing was kept, and makes nothing`, async () => {
      const nowhere = join(home, 'nowhere')
      const { err } = await run(command, argv, { home: nowhere })
      expect(err.join()).not.to.include('Usage')
      expect(existsSync(nowhere)).to.equal(false)
    })

  for (const [what, command, argv] of looking)
    it(`${what} does not take an empty file for a place where nothing was kept`, async () => {
      writeFileSync(file, '')
      const said = await run(command, argv, { home }).then(
        ({ out, err }) => [...out, ...err].join('\n'),
        (error: unknown) => String(error),
      )
      expect(said).to.match(/is empty\./)
      expect(readFileSync(file)).to.have.lengthOf(0)
    })

  it('a damaged one is called so by verify, doctor and backup', async () => {
    await bringIn()
    expect((await verify()).status).to.equal(0)
    const bytes = readFileSync(file)
    // Overwrites the header and cell pointers of every third page.
    for (let page = 4; page * 4096 < bytes.length; page += 3) bytes.fill(0xff, page * 4096, page * 4096 + 64)
    writeFileSync(file, bytes)
    const found = await verify()
    expect([found.status, found.err.join()[0] === undefined]).to.deep.equal([1, false])
    expect(found.err.join()).to.include('is damaged').and.to.include('npm run restore')
    const looked = await run(doctor, [], { home })
    expect([looked.status, looked.out.join('\n')][1]).to.match(/WRONG +database: file .*is damaged/)
    const to = join(home, 'copy.db')
    const made = await run(backupCommand, ['--to', to], { home })
    expect([made.status, existsSync(to)]).to.deep.equal([1, false])
    expect(made.err.join()).to.include('So no backup was written')
  })
})

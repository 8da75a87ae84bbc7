// The files of a home's database are deleted, moved, replaced or cut short while the bot runs. Whatever would be lost
// with the process is refused as trouble of the store, which /readyz asks about; once all is back, it is kept again.
import { cpSync, mkdirSync, renameSync, rmSync, truncateSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect } from 'chai'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { StoreTrouble } from '../../src/ports/trouble.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson, parts } from '../kit/evidence.ts'

describe('a database whose files are not in their place any more', () => {
  let home: string
  let file: string
  let kept: OpenStore
  beforeEach(async () => {
    home = join(aFolder(), 'home')
    mkdirSync(home)
    file = join(home, 'policy-guide.db')
    kept = openStore(await openSqlite(file), parts)
    await kept.people.put([aPerson('p1')])
    await kept.probe(new Date())
  })
  afterEach(() => kept.close().catch(() => undefined))

  const away = () => `${home}-away`
  const replaced = () => {
    renameSync(home, away())
    cpSync(away(), home, { recursive: true })
  }
  const troubles: readonly (readonly [what: string, () => void])[] = [
    ['the folder is removed', () => rmSync(home, { recursive: true })],
    ['the folder is moved', () => renameSync(home, away())],
    ['the folder is replaced by a copy', replaced],
    ['the file is deleted', () => unlinkSync(file)],
    ['the log is deleted', () => unlinkSync(`${file}-wal`)],
    ['the file is cut short', () => truncateSync(file, 0)],
  ]
  for (const [what, happens] of troubles)
    it(`${what}: refused, for a write by itself and for a transaction`, async () => {
      happens()
      for (const write of [() => kept.probe(new Date()), () => kept.people.put([aPerson('p2')])]) {
        const refused = await write().then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(refused).to.be.instanceOf(Error)
        expect(String(refused)).to.include('moved, replaced or cut short').and.include(file)
      }
      expect(await kept.people.put([aPerson('p3')]).catch((error: unknown) => error)).to.be.instanceOf(StoreTrouble)
    })

  it('is kept again once the folder is back, without a new start', async () => {
    renameSync(home, away())
    expect(await kept.probe(new Date()).catch(() => 'refused')).to.equal('refused')
    renameSync(away(), home)
    await kept.probe(new Date())
    await kept.people.put([aPerson('p2')])
    await kept.close()
    const database = new DatabaseSync(file, { readOnly: true })
    expect(database.prepare('select id from person').all()).to.have.length(2)
    database.close()
  })
})

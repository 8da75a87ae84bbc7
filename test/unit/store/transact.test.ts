// A transaction that met another writer is tried again; one that is wrong is not.
import { expect } from 'chai'
import { openSqlite } from '../../../adapters/store/sqlite.ts'
import { transact } from '../../../adapters/store/transact.ts'

/** As the embedded database says it: its own word stands beside a code that is always the same. */
const refusal = (sqliteCodeName: string) => Object.assign(new Error('no'), { code: 'ERR_SQLITE_ERROR', sqliteCodeName })

describe('a transaction', () => {
  for (const [word, tries] of [
    ['SQLITE_BUSY', 3],
    ['SQLITE_CONSTRAINT', 1],
  ] as const)
    it(`is tried ${tries === 1 ? 'once' : 'again'} at ${word}`, async () => {
      const db = await openSqlite(':memory:')
      let tried = 0
      const outcome = await transact(db, () => {
        tried += 1
        return tried < 3 ? Promise.reject(refusal(word)) : Promise.resolve('done')
      }).catch(() => 'refused')
      expect({ tried, outcome }).to.deep.equal({ tried: tries, outcome: tries === 1 ? 'refused' : 'done' })
      await db.destroy()
    })
})

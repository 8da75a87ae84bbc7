// A transaction that conflicts with another writer is tried again; one that is wrong is not.
import { expect } from 'chai'
import { tablesInMemory } from '../../kit/tables.ts'
import { transact } from '../../../adapters/store/transact.ts'

const refusal = (code: string) => Object.assign(new Error('no'), { code })

describe('a transaction', () => {
  for (const [word, tries] of [
    ['40001', 3],
    ['23502', 1],
  ] as const)
    it(`is tried ${tries === 1 ? 'once' : 'again'} at ${word}`, async () => {
      const db = await tablesInMemory()
      let tried = 0
      const outcome = await transact(db, () => {
        tried += 1
        return tried < 3 ? Promise.reject(refusal(word)) : Promise.resolve('done')
      }).catch(() => 'refused')
      expect({ tried, outcome }).to.deep.equal({ tried: tries, outcome: tries === 1 ? 'refused' : 'done' })
      await db.destroy()
    })
})

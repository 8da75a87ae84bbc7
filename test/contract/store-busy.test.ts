// Another program holds the embedded database's lock: writers wait, and everything else goes on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'chai'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { openStore, type OpenStore } from '../../adapters/store/store.ts'
import { built } from '../kit/built.ts'
import { aFolder } from '../kit/databases.ts'
import { aPerson, parts, press } from '../kit/evidence.ts'

const now = new Date('2026-11-23T09:00:00Z')

describe('a database that another program holds', () => {
  let kept: OpenStore
  let letGo: () => Promise<void>
  beforeEach(async () => {
    const file = join(aFolder(), 'policy-guide.db')
    kept = openStore(await openSqlite(file), { ...parts, newId: () => 'id' })
    await kept.people.put([aPerson('p1')])
    const holder = spawn(process.execPath, [built('holder'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    letGo = async () => {
      if (holder.exitCode !== null) return
      holder.stdin.end()
      await once(holder, 'exit')
    }
  })
  afterEach(async () => {
    await letGo()
    await kept.close()
  })

  const writes: readonly [string, () => Promise<unknown>, unknown][] = [
    ['a write by itself', () => kept.store.claim('event:1', now), true],
    ['a transaction', () => press(kept.journal, { person: 'p1', id: 'e1' }), 'signed'],
  ]
  for (const [what, write, outcome] of writes)
    it(`${what} waits for its turn, while the program does something else`, async () => {
      let done = false
      const writing = write().finally(() => (done = true))
      // The event loop keeps turning while the write waits, so others could be acknowledged.
      for (let turn = 0; turn < 1_000; turn++) await new Promise((resolve) => setImmediate(resolve))
      expect(done).to.equal(false)
      await letGo()
      expect(await writing).to.equal(outcome)
    })

  it('says what to do when it is held for long', async () => {
    const failed = await kept.store.claim('event:1', now).catch((error: unknown) => String(error))
    expect(failed).to.include('Nothing was written: try again')
  })
})

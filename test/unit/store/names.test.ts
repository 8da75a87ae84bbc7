// Everybody's names are read once, and again when they may have changed.
import { expect } from 'chai'
import { rememberNames } from '../../../adapters/store/names.ts'
import { tablesInMemory } from '../../kit/tables.ts'
import { openStore } from '../../../adapters/store/store.ts'
import { aPerson, parts, policy } from '../../kit/evidence.ts'

describe('the names that are remembered', () => {
  const open = async () => {
    const store = openStore(await tablesInMemory(), parts)
    let reads = 0
    let now = 0
    const names = () => Promise.resolve([`read ${++reads}`])
    const kept = rememberNames({ ...store, directory: { ...store.directory, names } }, () => now)
    await kept.people.put([aPerson('p1'), aPerson('p2')])
    const after = async (work: () => unknown) => {
      await kept.directory.names()
      const before = reads
      await work()
      await kept.directory.names()
      return reads > before ? 'read again' : 'remembered'
    }
    return { ...kept, after, wait: (ms: number) => (now += ms), close: store.close }
  }

  it('are the same list until somebody here writes', async () => {
    const { directory, people, journal, after, close } = await open()
    expect(await directory.names()).to.equal(await directory.names())
    const seen = { name: 'Tom Peach', email: undefined, roles: ['staff'] } as const
    expect(await after(() => directory.keep({ platform: 'web', id: 'a' }, seen))).to.equal('read again')
    expect(await after(() => people.put([aPerson('p3')]))).to.equal('read again')
    expect(await after(() => people.join('p3', 'p2'))).to.equal('read again')
    const about = { policy, person: 'p1' }
    const nothing = { entries: [], outcome: undefined }
    expect(await after(() => journal.record(about, () => nothing))).to.equal('remembered')
    expect(await after(() => journal.record(about, () => ({ ...nothing, erases: true })))).to.equal('read again')
    await close()
  })

  it('are a minute old at most, since other servers write, too', async () => {
    const { after, wait, close } = await open()
    expect(await after(() => wait(59_999))).to.equal('remembered')
    expect(await after(() => wait(1))).to.equal('read again')
    await close()
  })

  it('that could not be read are asked for again', async () => {
    const store = openStore(await tablesInMemory(), parts)
    let broken = true
    const names = () => (broken ? Promise.reject(new Error('broken')) : Promise.resolve(['Ada']))
    const { directory } = rememberNames({ ...store, directory: { ...store.directory, names } })
    expect(await directory.names().catch(String)).to.equal('Error: broken')
    broken = false
    expect(await directory.names()).to.deep.equal(['Ada'])
    await store.close()
  })
})

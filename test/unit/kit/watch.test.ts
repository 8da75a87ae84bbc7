// A list that is read again on each beat and after each local change, and stays the same object while nothing changes.
import { expect } from 'chai'
import { watchList } from '../../../src/kit/watch.ts'

describe('a watched list', () => {
  it('is read once for all who are ready for it, and again on each refresh', async () => {
    const kept = ['a']
    let reads = 0
    const watch = watchList(() => Promise.resolve((reads++, [...kept])))
    expect(watch.known()).to.deep.equal([])
    await watch.ready()
    await watch.ready()
    expect([reads, watch.known()]).to.deep.equal([1, ['a']])
    kept.push('b')
    await watch.refresh()
    expect(watch.known()).to.deep.equal(['a', 'b'])
  })

  it('stays the very same list while what is read says the same, or nothing can have changed', async () => {
    const found: (readonly string[] | undefined)[] = [['a'], ['a'], undefined, ['b']]
    const watch = watchList(() => Promise.resolve(found.shift()))
    const seen = []
    for (let n = 0; n < 4; n++) {
      await watch.refresh()
      seen.push(watch.known())
    }
    expect([seen[1] === seen[0], seen[2] === seen[0], seen[3]]).to.deep.equal([true, true, ['b']])
  })

  it('knows at once what was changed here, and gives back what the change gave', async () => {
    const kept: string[] = []
    const watch = watchList(() => Promise.resolve([...kept]))
    await watch.ready()
    expect(await watch.after(Promise.resolve().then(() => kept.push('a')))).to.equal(1)
    expect(watch.known()).to.deep.equal(['a'])
  })

  it('is read by the next question where it cannot be read right after a change', async () => {
    const fails = [false, true, false]
    const watch = watchList(() =>
      fails.shift() === true ? Promise.reject(new Error('locked')) : Promise.resolve(['a']),
    )
    await watch.ready()
    expect(await watch.after(Promise.resolve('done'))).to.equal('done')
    expect(fails).to.have.length(1)
    await watch.ready()
    expect(fails).to.have.length(0)
  })

  it('passes a failed change on, and still knows what it knew', async () => {
    const watch = watchList(() => Promise.resolve(['a']))
    await watch.ready()
    const failed = await watch.after(Promise.reject(new Error('no'))).catch((error: unknown) => error)
    expect(failed).to.be.instanceOf(Error)
    expect(watch.known()).to.deep.equal(['a'])
  })
})

// Waiting for work, but only for a limited time.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { within, type Wait } from '../../../src/kit/wait.ts'

const over: Wait = () => Promise.resolve()
const never = (): Promise<never> => new Promise(() => undefined)

describe('waiting within a time', () => {
  it('gives what the work gives', async () => {
    expect(await within(never, 10, Promise.resolve('done'))).to.equal('done')
  })

  it('gives nothing where the time is over first', async () => {
    expect(await within<string>(over, 10, never())).to.equal(undefined)
  })

  it('fails as the work fails, and as the wait fails', async () => {
    const broken = (): Promise<never> => Promise.reject(new Error('broken'))
    for (const failing of [within(never, 10, broken()), within(broken, 10, never())]) {
      const why = await failing.then(String, (error: unknown) => String(error))
      expect(why).to.equal('Error: broken')
    }
  })

  it('lets a wait fail that nobody waits for any more', async () => {
    const wait = () => Promise.resolve().then(() => Promise.reject(new Error('too late to matter')))
    expect(await within(wait, 10, Promise.resolve('done'))).to.equal('done')
  })

  it('holds nothing of what came of the work while the wait goes on', async () => {
    const waits: Promise<void>[] = []
    const wait = () => {
      const waiting = never()
      waits.push(waiting)
      return waiting
    }
    const collected = await collectable(() => within(wait, 10, Promise.resolve({ answer: 'long' })))
    expect(waits).to.have.length(1)
    expect(collected.deref()).to.equal(undefined)
  })
})

/** A weak reference to what `make` returns, after a garbage collection. */
async function collectable(make: () => Promise<object | undefined>): Promise<WeakRef<object>> {
  const made = await make().then((value) => new WeakRef(value ?? {}))
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  await new Promise((resolve) => setImmediate(resolve))
  collect()
  return made
}

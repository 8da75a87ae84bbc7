import { expect } from 'chai'
import { createLanes } from '../../../src/kit/lanes.ts'

describe('lanes', () => {
  it('work in one lane keeps its order, and other lanes do not wait for it', async () => {
    const lanes = createLanes()
    const done: string[] = []
    let open: () => void = () => undefined
    const slow = new Promise<void>((resolve) => (open = resolve))
    const first = lanes.run('a', () => slow.then(() => void done.push('a1')))
    const second = lanes.run('a', () => Promise.resolve(void done.push('a2')))
    await lanes.run('b', () => Promise.resolve(void done.push('b1')))
    open()
    await Promise.all([first, second])
    expect(done).to.deep.equal(['b1', 'a1', 'a2'])
  })

  it('what goes wrong is told to whoever asked, and holds up nothing', async () => {
    const lanes = createLanes()
    const failing = lanes.run('a', () => Promise.reject(new Error('no')))
    const next = lanes.run('a', () => Promise.resolve('yes'))
    expect(await failing.catch((error: unknown) => String(error))).to.equal('Error: no')
    expect(await next).to.equal('yes')
  })

  it('nothing is left of a lane that has gone quiet', async () => {
    const lanes = createLanes()
    for (let n = 0; n < 1_000; n++) await lanes.run(`lane ${n}`, () => Promise.resolve())
    await new Promise((resolve) => setImmediate(resolve))
    expect(lanes.busy).to.equal(0)
  })
})

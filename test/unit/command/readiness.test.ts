import { expect } from 'chai'
import { createReadiness, takePulse } from '../../../src/command/readiness.ts'
import { memoryPorts } from '../../kit/ports.ts'

const begun = new Date('2026-11-23T09:00:00Z')
const later = (seconds: number) => new Date(begun.getTime() + seconds * 1_000)
const soon = () => new Promise<void>((resolve) => setImmediate(resolve))
const slack = (ok: boolean) => ({ platform: 'slack' as const, health: () => ({ ok, what: 'as it says' }) })

const ready = (given: Partial<Parameters<typeof createReadiness>[0]> = {}) =>
  createReadiness({
    probe: () => Promise.resolve(),
    connections: () => [slack(true)],
    alive: () => begun,
    stopping: () => false,
    clock: () => begun,
    wait: soon,
    ...given,
  })
const failing = async (given: Parameters<typeof ready>[0]) =>
  (await ready(given)()).filter(({ ok }) => !ok).map(({ part }) => part)

describe('readiness', () => {
  it('names every part', async () => {
    expect((await ready()()).map(({ part, ok }) => [part, ok])).to.eql([
      ['program', true],
      ['store', true],
      ['slack', true],
      ['clock', true],
    ])
  })

  it('fails with the part that fails', async () => {
    expect(await failing({ probe: () => Promise.reject(new Error('the disk is full')) })).to.eql(['store'])
    expect(await failing({ connections: () => [slack(false)] })).to.eql(['slack'])
    expect(await failing({ stopping: () => true })).to.eql(['program'])
  })

  it('says what is to be looked after, such as terms that end, and stays well', async () => {
    const note = { part: 'terms', what: 'The last known term ends on 18 December 2026.' }
    const notes = () => [note]
    expect(await failing({ notes })).to.eql([])
    expect((await ready({ notes })()).at(-1)).to.eql({ ...note, ok: true })
  })

  it('is not held up by a store that hangs, and asks it no second time meanwhile', async () => {
    let asked = 0
    const look = ready({ probe: () => (asked++, new Promise(() => {})) })
    for (let time = 0; time < 3; time++) {
      const store = (await look()).find(({ part }) => part === 'store')
      expect(store).to.eql({ part: 'store', ok: false, what: 'has not answered within 2 seconds' })
    }
    expect(asked).to.equal(1)
  })

  it('is well again when the store is', async () => {
    let answers = false
    const look = ready({
      probe: () => (answers ? Promise.resolve() : Promise.reject(new Error('starting up'))),
    })
    expect((await look())[1]?.ok).to.be.false
    answers = true
    expect((await look())[1]?.ok).to.be.true
  })

  it('fails when the clock has been silent for more than three minutes', async () => {
    expect(await failing({ clock: () => later(180) })).to.eql([])
    expect(await failing({ clock: () => later(181) })).to.eql(['clock'])
    // A clock that was set back says nothing about missed ticks.
    expect(await failing({ clock: () => later(-3_600) })).to.eql([])
  })

  it('takes each notice that is settled for a sign of life, since sending many takes long', async () => {
    const memory = await memoryPorts()
    let now = begun
    const pulse = takePulse(() => now)
    const { claim, settle } = pulse.felt(memory.ports.notices)
    now = later(300)
    expect(pulse.last()).to.eql(begun)
    const attempt = { keys: ['k'], by: 'me', now }
    await claim({ notices: [{ key: 'k', kind: 'reminder' }], person: 'p', by: 'me', now })
    expect(pulse.last()).to.eql(begun)
    await settle(attempt, { kind: 'sent', way: 'slack', message: 'm' })
    expect(pulse.last()).to.eql(now)
    expect((await memory.ports.notices.counts()).sent).to.equal(1)
    await memory.close()
  })
})

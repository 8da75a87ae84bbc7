import { expect } from 'chai'
import { startBeat } from '../../../adapters/cron/beat.ts'
import { closable } from '../../../src/command/stop.ts'
import { memoryPorts } from '../../kit/ports.ts'

const now = new Date('2026-11-23T09:00:00Z')
const nothing = () => undefined

describe('stopping', () => {
  it('lets nobody claim a notice any more, and what is claimed already be settled', async () => {
    const { ports, close } = await memoryPorts()
    const sending = closable(ports.notices)
    const claim = (key: string) =>
      sending.notices.claim({ notices: [{ key, kind: 'reminder' }], person: 'p', by: 'me', now })
    expect(await claim('first')).to.eql({ tries: 0 })
    sending.close()
    expect(await claim('second')).to.equal(undefined)
    await sending.notices.settle({ keys: ['first'], by: 'me', now }, { kind: 'sent', way: 'slack', message: 'm' })
    const { sent, claimed } = await ports.notices.counts()
    expect([sent, claimed]).to.eql([1, 0])
    await close()
  })

  it('waits no longer between two notices', async () => {
    const { ports, close } = await memoryPorts()
    const sending = closable(ports.notices)
    const pauses = [sending.pause(1e9), sending.pause(1e9)]
    sending.close()
    await Promise.all([...pauses, sending.pause(1e9)])
    await close()
  })

  const beating = (tick: () => Promise<void>, warned: string[] = [], wait = () => new Promise<void>(nothing)) =>
    startBeat({
      tick,
      clock: () => now,
      log: { info: nothing, error: nothing, warn: (_, what) => warned.push(what) },
      wait,
    })

  it('waits for the tick at work, and begins no other', async () => {
    let ticks = 0
    let end = () => {}
    const beat = beating(() => (ticks++, new Promise((resolve) => (end = resolve))))
    const working = beat.now()
    await beat.now()
    expect(ticks, 'a beat at work is not joined by another').to.equal(1)
    let stopped = false
    const stopping = beat.stop().then(() => (stopped = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).to.be.false
    end()
    await Promise.all([working, stopping])
    await beat.now()
    expect(ticks).to.equal(1)
  })

  it('leaves a tick behind that does not end in time, and says so', async () => {
    const warned: string[] = []
    const beat = beating(
      () => new Promise(nothing),
      warned,
      () => Promise.resolve(),
    )
    void beat.now()
    await beat.stop()
    expect(warned).to.eql(['a tick did not end in time, and is left behind'])
  })

  it('stops at once when no tick is at work', async () => {
    await beating(() => Promise.resolve()).stop()
  })
})

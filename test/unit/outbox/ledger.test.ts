// What a server still owes the store when it stops is written first, so that nothing answered is left to be answered.
import { expect } from 'chai'
import { openLedger } from '../../../src/outbox/ledger.ts'
import type { Arrival } from '../../../src/ports/outbox.ts'
import { memoryPorts, type TestPorts } from '../../kit/ports.ts'

describe('what is owed to the store about answers', () => {
  let test: TestPorts
  beforeEach(async () => {
    test = await memoryPorts('2026-11-23T09:00:00Z')
  })
  afterEach(() => test.close())

  it('is written before a stop counts what is left', async () => {
    let inTrouble = true
    const { outbox } = test.ports
    const settle: typeof outbox.settle = (...given) =>
      inTrouble ? Promise.reject(new Error('locked')) : outbox.settle(...given)
    const ledger = openLedger({ ...test.ports, outbox: { ...outbox, settle } }, 'one server')
    const arrival: Arrival = {
      id: 'slack:Ev1',
      kind: 'urgent',
      need: 'threats',
      at: test.ports.clock(),
      account: { platform: 'slack', id: 'U1' },
      place: { platform: 'slack', id: 'D1', kind: 'private' },
    }
    await ledger.note(arrival)
    ledger.settle(arrival, 'answered')
    await ledger.idle()
    inTrouble = false
    expect(await ledger.release()).to.equal(0)
  })
})

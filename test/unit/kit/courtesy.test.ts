// Who goes first: messages that somebody waits for; when there are many others, they go one by one within the minute.
import { expect } from 'chai'
import { createCourtesy, few } from '../../../src/kit/courtesy.ts'

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

function hand() {
  const waits: { readonly ms: number; readonly go: () => void }[] = []
  return {
    waits,
    wait: (ms: number) => new Promise<void>((resolve) => void waits.push({ ms, go: resolve })),
    async next() {
      const waiting = waits.shift()
      if (waiting === undefined) throw new Error('nobody waits')
      waiting.go()
      await soon()
      return waiting.ms
    },
  }
}

async function begin(count: number) {
  const time = hand()
  const courtesy = createCourtesy(time.wait)
  const seen: number[] = []
  const done = (async () => {
    for await (const each of courtesy.inTurn(Array.from({ length: count }, (_, n) => n))) seen.push(each)
  })()
  await soon()
  return { ...time, courtesy, seen, done }
}

describe('courtesy', () => {
  it('a few go at once', async () => {
    const { seen, waits } = await begin(few)
    expect([seen.length, waits]).to.deep.equal([few, []])
  })

  it('more than that go one by one, over three quarters of a minute', async () => {
    const count = few + 18
    const { seen, next, done } = await begin(count)
    let total = 0
    while (seen.length < count) {
      const before = seen.length
      total += await next()
      expect(seen.length).to.equal(before + 1)
    }
    await done
    expect(total).to.be.within(44_000, 45_000)
  })

  it('let somebody who waits go first, who may wait for a second one', async () => {
    const time = hand()
    const courtesy = createCourtesy(time.wait)
    const answered: (() => void)[] = []
    const answers = [0, 1].map(() => courtesy.first(() => new Promise<void>((resolve) => void answered.push(resolve))))
    const begun = courtesy.inTurn(['notice'])[Symbol.asyncIterator]().next()
    await soon()
    expect(time.waits.map(({ ms }) => ms)).to.deep.equal([1_000])
    for (const answer of answered) answer()
    await Promise.all(answers)
    expect((await begun).value).to.equal('notice')
    const after = courtesy.inTurn(['another'])[Symbol.asyncIterator]()
    expect((await after.next()).value, 'nobody is waiting any more').to.equal('another')
    expect(time.waits).to.have.length(1)
  })

  it('go on after a second, whoever is still waiting, and though an answer broke', async () => {
    const time = hand()
    const courtesy = createCourtesy(time.wait)
    await courtesy.first(() => Promise.reject(new Error('broken'))).catch(() => undefined)
    void courtesy.first(() => new Promise(() => undefined))
    const turn = courtesy.inTurn(['notice'])[Symbol.asyncIterator]().next()
    await soon()
    expect(await time.next()).to.equal(1_000)
    expect((await turn).value).to.equal('notice')
  })
})

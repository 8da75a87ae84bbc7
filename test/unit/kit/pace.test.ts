import { expect } from 'chai'
import { createPace, type Pace } from '../../../src/kit/pace.ts'

/** A clock that moves on only when everybody is waiting. */
function createTime() {
  const waiting: { readonly at: number; readonly go: () => void }[] = []
  let now = 0
  return {
    clock: () => now,
    wait: (ms: number) => new Promise<void>((go) => void waiting.push({ at: now + ms, go })),
    async until(done: () => boolean) {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve))
        if (done()) return now
        const first = waiting.reduce((best, each, at) => (each.at < (waiting[best]?.at ?? Infinity) ? at : best), 0)
        const [due] = waiting.splice(first, 1)
        if (due === undefined) throw new Error('nobody waits for anything any more')
        now = due.at
        due.go()
      }
    },
  }
}

type Time = ReturnType<typeof createTime>
interface Limit {
  /** Posts a second. */
  readonly rate: number
  /** Counted for each second separately, or as a bucket that refills. */
  readonly counted: 'by the second' | 'as a bucket'
  /** Seconds for which a post that came too soon is told to wait. */
  readonly retryAfter: number
}

function createPlatform(time: Time, { rate, counted, retryAfter }: Limit) {
  const told = { limited: 0 }
  let [second, taken] = [-1, 0]
  let [level, filled] = [rate, 0]
  const look = () => {
    const now = time.clock()
    if (Math.floor(now / 1000) !== second) [second, taken] = [Math.floor(now / 1000), 0]
    ;[level, filled] = [Math.min(rate, level + ((now - filled) / 1000) * rate), now]
    return counted === 'by the second' ? taken < rate : level >= 1
  }
  return {
    told,
    /** Whether a post by somebody else would be let in now. */
    isOpen: look,
    async post(limited: () => void) {
      for (;;) {
        await time.wait(3)
        if (look()) {
          taken += 1
          level -= 1
          return
        }
        told.limited += 1
        limited()
        await time.wait(retryAfter * 1000)
      }
    },
  }
}

/**
 * Posts from sixteen callers at once; returns the share of the rate that was used, the share of time in which others
 * were refused, and how many posts were told to wait.
 */
async function play(limit: Limit, count: number, paced: boolean) {
  const time = createTime()
  const platform = createPlatform(time, limit)
  const pace: Pace = paced ? createPace(time.wait, time.clock) : { run: (work) => work(() => undefined) }
  let [left, done] = [count, 0]
  const hand = async () => {
    while (left-- > 0) {
      await pace.run(platform.post)
      done += 1
    }
  }
  const looks = { all: 0, shut: 0 }
  const lookOn = async () => {
    while (done < count) {
      await time.wait(37)
      looks.all += 1
      if (!platform.isOpen()) looks.shut += 1
    }
  }
  for (let n = 0; n < 16; n++) void hand()
  void lookOn()
  const took = await time.until(() => done >= count)
  return { share: count / (took / 1000) / limit.rate, shut: looks.shut / looks.all, limited: platform.told.limited }
}

describe('a pace', () => {
  for (const counted of ['by the second', 'as a bucket'] as const) {
    for (const rate of [100, 20, 5]) {
      it(`uses nearly all of ${rate} a second, counted ${counted}, and is seldom told to wait`, async () => {
        const limit = { rate, counted, retryAfter: 1 }
        const [paced, bare] = [await play(limit, rate * 40, true), await play(limit, rate * 40, false)]
        expect(paced.share).to.be.above(0.9)
        expect(paced.limited).to.be.below(bare.limited * 0.6)
      })
    }
  }

  it('leaves room for others where seconds are counted, which would find the door shut half of the time', async () => {
    const limit = { rate: 100, counted: 'by the second', retryAfter: 1 } as const
    const [paced, bare] = [await play(limit, 4_000, true), await play(limit, 4_000, false)]
    expect(bare.shut).to.be.above(0.4)
    expect(paced.shut).to.be.below(0.1)
  })

  it('loses much less where the platform asks for a long wait', async () => {
    const limit = { rate: 50, counted: 'as a bucket', retryAfter: 10 } as const
    const [paced, bare] = [await play(limit, 3_000, true), await play(limit, 3_000, false)]
    expect(paced.share).to.be.above(2 * bare.share)
  })

  it('waits for nothing as long as nobody asks it to', async () => {
    const pace = createPace(
      () => Promise.reject(new Error('it waited')),
      () => 0,
    )
    const done = await Promise.all(Array.from({ length: 50 }, (_, n) => pace.run(() => Promise.resolve(n))))
    expect(done).to.have.length(50)
  })

  it('what goes wrong is told to whoever asked, and holds up nothing', async () => {
    const time = createTime()
    const pace = createPace(time.wait, time.clock)
    const failing = pace.run((limited) => (limited(), Promise.reject(new Error('no'))))
    expect(await failing.catch((error: unknown) => String(error))).to.equal('Error: no')
    expect(await pace.run(() => Promise.resolve('yes'))).to.equal('yes')
  })

  it('begins anew after a pause: an hour of silence makes nothing slow', async () => {
    const time = createTime()
    const pace = createPace(time.wait, time.clock)
    const oneHour = 3_600_000
    const finished = { is: false }
    const story = async () => {
      await pace.run(() => Promise.resolve())
      await time.wait(oneHour)
      const limit = async (limited: () => void) => (limited(), time.wait(1_000))
      await Promise.all([pace.run(limit), pace.run(limit)])
      await Promise.all([1, 2, 3].map(() => pace.run(() => Promise.resolve())))
      finished.is = true
    }
    void story()
    const took = await time.until(() => finished.is)
    expect(took - oneHour).to.be.below(10_000)
  })
})

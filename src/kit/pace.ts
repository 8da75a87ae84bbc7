// Paces a stream of sends that nobody is waiting for. It sends at full speed until the other side says that this is too
// fast. From then on it keeps close to the rate that the other side accepts, and tries a faster rate from time to time.
// Anything that somebody is waiting for skips the queue.
import type { Wait } from './wait.ts'

export interface Pace {
  /** Runs `work` when its turn has come. `work` calls `limited` when it is told to wait, and then retries by itself. */
  run<T>(work: (limited: () => void) => Promise<T>): Promise<T>
}

/** `clock` returns milliseconds, from any starting point. */
export function createPace(wait: Wait, clock: () => number): Pace {
  /** The gap between two sends in milliseconds, and when it was last adjusted. */
  let [gap, looked] = [0, clock()]
  /** When the next send may start. */
  let next = 0
  /** How many sends got through since the gap was last widened, and when that was. */
  let [through, since] = [0, looked]
  let [under, ended] = [0, looked]

  const turn = (now: number): number => {
    // A request to pause does not tell us which rate would be accepted.
    if (under === 0 && now - ended > calm) [through, since] = [0, now]
    gap *= Math.exp((looked - now) * narrowing)
    if (gap < least) gap = 0
    looked = now
    const at = Math.max(now, next)
    next = at + gap
    return at
  }
  const widen = (now: number) => {
    const measured = (now - since) / through
    const wider = gap === 0 ? measured : Math.min(Math.max(measured, gap * widening.least), gap * widening.most)
    gap = Math.min(wider, most)
    ;[through, since] = [0, now]
  }

  return {
    async run(work) {
      const now = clock()
      const at = turn(now)
      under += 1
      const own = { begun: now, limited: false }
      try {
        if (at > now) await wait(at - now)
        own.begun = clock()
        return await work(() => (own.limited = true))
      } finally {
        under -= 1
        through += 1
        ended = clock()
        // Work that started under a narrower gap tells us nothing about the current one.
        if (own.limited && own.begun >= since) widen(ended)
      }
    },
  }
}

/** The share of the gap that is removed each millisecond: one hundredth a second. */
const narrowing = 0.01 / 1_000
/** The smallest and largest factor by which the gap grows when it was too narrow. */
const widening = { least: 1.05, most: 1.3 } as const
/** Limits of the gap in milliseconds: below the first there is no gap, and it never exceeds the second. */
const [least, most] = [1, 10_000]
/** After this many milliseconds without any work in progress, pacing starts afresh. */
const calm = 1_000

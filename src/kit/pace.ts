// How fast things follow each other that nobody waits for: at once, until the other side says that this is too fast; from
// then on about as fast as it takes them, feeling for more all the time. What somebody waits for goes past, and finds room.
import type { Wait } from './wait.ts'

export interface Pace {
  /** Does `work` when its turn has come. `work` calls `limited` when it is told to wait, and then tries again by itself. */
  run<T>(work: (limited: () => void) => Promise<T>): Promise<T>
}

/** `clock` is in milliseconds, from whenever. */
export function createPace(wait: Wait, clock: () => number): Pace {
  /** Milliseconds between one and the next, and when it was last looked at. */
  let [gap, looked] = [0, clock()]
  /** When the next may go. */
  let next = 0
  /** How many got through since the gap was last widened, and since when that is. */
  let [through, since] = [0, looked]
  let [under, ended] = [0, looked]

  const turn = (now: number): number => {
    // A pause says nothing of how fast it goes.
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
        // What began under a narrower gap says nothing of this one.
        if (own.limited && own.begun >= since) widen(ended)
      }
    },
  }
}

/** What of the gap goes in a millisecond: a hundredth in a second. */
const narrowing = 0.01 / 1_000
/** How many times as wide the gap becomes, at least and at most, when it was too narrow. */
const widening = { least: 1.05, most: 1.3 } as const
/** Milliseconds: a narrower gap is none, and no gap is wider. */
const [least, most] = [1, 10_000]
/** Milliseconds without anything under way after which it begins anew. */
const calm = 1_000

// Lets work that somebody waits for go before work that nobody waits for, within limits.
import type { Wait } from './wait.ts'

export interface Courtesy {
  /** Work that somebody waits for. */
  first<T>(work: () => Promise<T>): Promise<T>
  /**
   * Does each of many things in turn. More than `few` are spread over most of a minute. Each first lets people who are
   * waiting at that moment go ahead, for at most a second.
   */
  inTurn<T>(all: readonly T[]): AsyncIterable<T>
}

/** This many can be in progress at once without anybody noticing. */
export const few = 32
/** Milliseconds: the rest of the minute is left for the last of them. */
const span = 45_000
const mostPatience = 1_000

/** `wait` ends early where the program stops. */
export function createCourtesy(wait: Wait): Courtesy {
  let inHand = 0
  let quiet = () => {}
  let allQuiet = Promise.resolve()
  const begin = () => {
    if (inHand === 0) allQuiet = new Promise((resolve) => (quiet = resolve))
    inHand += 1
  }
  return {
    async first(work) {
      begin()
      try {
        return await work()
      } finally {
        inHand -= 1
        if (inHand === 0) quiet()
      }
    },
    async *inTurn(all) {
      const gap = all.length > few ? span / all.length : 0
      for (const [at, each] of all.entries()) {
        if (at > 0 && gap > 0) await wait(gap)
        if (inHand > 0) await Promise.race([allQuiet, wait(mostPatience)])
        yield each
      }
    },
  }
}

// Lets work begin one at a time, and only while nobody is waiting to be let in.

export interface Turnstile {
  /** Somebody has arrived. */
  readonly arrived: () => void
  /** Resolves when it is their turn. */
  readonly through: () => Promise<void>
}

/** The most turns of the event loop that somebody waits for others who still arrive. */
const politeness = 50

/**
 * Lets one piece of work begin at a time, and only when nobody has arrived for a turn of the event loop. New arrivals
 * are acknowledged first, so that during a rush of questions Slack never believes that nobody is there.
 */
export function createTurnstile(): Turnstile {
  let arrivals = 0
  let last = Promise.resolve()
  const quiet = async () => {
    for (let turn = 0, seen = -1; turn < politeness && seen !== arrivals; turn++) {
      seen = arrivals
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return {
    arrived: () => (arrivals += 1),
    through: () => (last = last.then(quiet)),
  }
}

// Letting work begin one by one, and only when nobody stands at the door.

export interface Turnstile {
  /** Somebody came to the door. */
  readonly arrived: () => void
  /** Resolves when it is one's turn. */
  readonly through: () => Promise<void>
}

/** For how many turns of the event loop at most one waits for those who still come. */
const politeness = 50

/**
 * Lets one piece of work begin at a time, and only when nobody has come for a turn of the event loop: whoever comes is
 * acknowledged first, so that a rush of questions cannot make Slack believe that nobody is there.
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

// Order within each conversation, none between them: work in one lane waits for the work before it, and for nothing else.

export interface Lanes {
  run<T>(lane: string, work: () => Promise<T>): Promise<T>
  /** How many lanes have work. */
  readonly busy: number
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>()
  return {
    run: (lane, work) => {
      const before = tails.get(lane) ?? Promise.resolve()
      const mine = before.then(work)
      const tail = mine.then(nothing, nothing).then(() => {
        // Only the last one out closes the lane, so that nothing is left of a conversation that has gone quiet.
        if (tails.get(lane) === tail) tails.delete(lane)
      })
      tails.set(lane, tail)
      return mine
    },
    get busy() {
      return tails.size
    },
  }
}

function nothing(): void {
  // What went wrong is for the one who asked; the lane goes on.
}

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

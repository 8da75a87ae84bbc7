// Counts what is under way, so that a test can wait for it to end instead of sleeping.

export interface Flight {
  /** Marks a start; call the result at the end. */
  begin(): () => void
  readonly count: number
  /** Checks every condition that somebody waits for. */
  changed(): void
  /** Resolves when `seen()` first returns a value; rejects after `patience` milliseconds with what it waited for. */
  until<T>(seen: () => T | undefined, what: () => string): Promise<T>
}

/**
 * In milliseconds; less than a test may take, so that the test says what it waited for. Nothing here takes as long as a
 * second.
 */
const patience = 240_000

export function createFlight(): Flight {
  let count = 0
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const look of [...watchers]) look()
  }
  return {
    begin() {
      count += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        count -= 1
        changed()
      }
    },
    get count() {
      return count
    },
    changed,
    until(seen, what) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => finish(() => reject(new Error(`waited in vain: ${what()}`))), patience)
        const finish = (end: () => void) => {
          clearTimeout(late)
          watchers.delete(look)
          end()
        }
        const look = () => {
          try {
            const found = seen()
            if (found !== undefined) finish(() => resolve(found))
          } catch (cause) {
            finish(() => reject(cause instanceof Error ? cause : new Error(String(cause))))
          }
        }
        watchers.add(look)
        look()
      })
    },
  }
}

/**
 * Resolves when nothing is under way and nothing else starts. With `idle` this is exact. Without it, an app that has
 * acknowledged may still be working, so it waits for some turns of the event loop in which nothing starts.
 */
export async function settle(
  flight: Flight,
  idle: (() => Promise<void>) | undefined,
  what: () => string,
): Promise<void> {
  for (let calm = 0; calm < 25; calm += 1) {
    await flight.until(() => (flight.count === 0 ? true : undefined), what)
    if (idle !== undefined) await inTime(idle(), () => `the app still has something in hand; ${what()}`)
    await new Promise((resolve) => setImmediate(resolve))
    if (flight.count > 0) calm = -1
  }
}

async function inTime(work: Promise<void>, what: () => string): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const inVain = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`waited in vain: ${what()}`)), patience)
  })
  try {
    await Promise.race([work, inVain])
  } finally {
    clearTimeout(late)
  }
}

// What is under way, so that a test can wait for the end of it instead of sleeping.

export interface Flight {
  /** Something began; call the result when it ended. */
  begin(): () => void
  readonly count: number
  /** Looks again at everything that somebody waits for. */
  changed(): void
  /** Resolves when `seen()` first returns something; rejects after `patience` milliseconds, saying what it waited for. */
  until<T>(seen: () => T | undefined, what: () => string): Promise<T>
}

/** A test that waits this long has found a fault; nothing here takes as much as a second. */
const patience = 60_000

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
 * Nothing is under way and nothing begins any more. With `idle` this is exact. Without it an app that has acknowledged
 * may still be thinking; then some turns of the event loop in which nothing starts have to do.
 */
export async function settle(
  flight: Flight,
  idle: (() => Promise<void>) | undefined,
  what: () => string,
): Promise<void> {
  for (let calm = 0; calm < 25; calm += 1) {
    await flight.until(() => (flight.count === 0 ? true : undefined), what)
    await idle?.()
    await new Promise((resolve) => setImmediate(resolve))
    if (flight.count > 0) calm = -1
  }
}

// Waiting, as a function that tests can replace.

/** Resolves after that many milliseconds. */
export type Wait = (ms: number) => Promise<void>

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, longestTimer)).unref())
}

/** A timer that is set to more milliseconds fires at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Resolves to undefined where it takes longer than that many milliseconds. The work itself is not cancelled. The wait
 * goes on when the work has ended, but then holds nothing of what came of it: `Promise.race` would keep that in memory
 * until the wait is over.
 */
export function within<T>(wait: Wait, ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const asker: Asker = { still: { late: () => resolve(undefined), failed: reject } }
    work.then(
      (value) => {
        asker.still = undefined
        resolve(value)
      },
      (error: unknown) => {
        const { still } = asker
        asker.still = undefined
        still?.failed(error)
      },
    )
    tellAfter(wait(ms), asker)
  })
}

/** Whoever still waits, until they leave. */
interface Asker {
  still: { readonly late: () => void; readonly failed: (error: unknown) => void } | undefined
}

function tellAfter(waiting: Promise<void>, asker: Asker): void {
  waiting.then(
    () => asker.still?.late(),
    (error: unknown) => asker.still?.failed(error),
  )
}

// Waiting, as a function that tests can replace.

/** Resolves after that many milliseconds. */
export type Wait = (ms: number) => Promise<void>

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** Resolves to undefined where it takes longer than that many milliseconds. The work itself is not cancelled. */
export function within<T>(wait: Wait, ms: number, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, wait(ms).then(() => undefined)])
}

// Waiting, which tests take into their own hands.

/** Resolves after so many milliseconds. */
export type Wait = (ms: number) => Promise<void>

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

/** Undefined when it takes longer than so many milliseconds; it goes on all the same. */
export function within<T>(wait: Wait, ms: number, work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, wait(ms).then(() => undefined)])
}

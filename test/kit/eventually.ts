// Waits for something that another party does, such as another process, until the test's own limit.
import { setTimeout as pause } from 'node:timers/promises'

/** Resolves to the first value that `look` finds. */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await pause(20)
  }
}

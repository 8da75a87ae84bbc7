// Waits for what somebody else brings about, such as another process, for as long as the test may take.
import { setTimeout as pause } from 'node:timers/promises'

/** Resolves to what `look` first finds. */
export async function eventually<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await pause(20)
  }
}

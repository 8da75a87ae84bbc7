// Another program that is just writing is waited for by short tries, between which everything else goes on. The database's
// own waiting would hold up the whole process, and with it whoever is to be acknowledged.
import type { Wait } from '../../src/kit/wait.ts'

/** Tries, and milliseconds between them: some five seconds together. */
const tries = 250
const pause = 20

/** Throws what says what to do, when the other program does not let go. */
export async function whenFree<T>(act: () => T, wait: Wait = awake): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return act()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (tried === tries) {
        throw new Error('Another program has held the database for five seconds. Nothing was written: try again.', {
          cause: error,
        })
      }
      await wait(pause)
    }
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'sqliteCodeName' in error && /^SQLITE_BUSY/.test(String(error.sqliteCodeName))
}

/** Whoever waits for the database has nothing else that would keep the process alive. */
function awake(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

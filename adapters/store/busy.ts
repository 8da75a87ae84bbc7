// Waits in short tries for another program that is writing, so that everything else goes on in between. The database's
// own waiting would block the whole process, including acknowledgements.
import type { Wait } from '../../src/kit/wait.ts'

/** Tries, and milliseconds between them: about five seconds altogether. */
const tries = 250
const pause = 20

/** Throws, with what to do, where the other program does not release the lock. */
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

/** This keeps the process alive, because somebody who waits for the database may have nothing else that does. */
function awake(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

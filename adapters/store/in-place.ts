// Whether the database that is open is still the one that a new start would open. A file that was deleted, moved or
// replaced takes every write without a word, and loses it when the program ends.
import { statSync } from 'node:fs'

/** The file is not where it was opened, or is not whole. */
export class Displaced extends Error {}

/** Returns what throws `Displaced` unless the file and its log are as they were. Called once for each commit. */
export function stayingInPlace(file: string): () => void {
  const opened = statSync(file).ino
  let size = 0
  let log: number | undefined
  return () => {
    const now = statSync(file, { throwIfNoEntry: false })
    const logNow = statSync(`${file}-wal`, { throwIfNoEntry: false })?.ino
    // The log is there from the first transaction on, and until the last program has closed the database.
    log ??= logNow
    // It only grows: nothing here tidies the file while it is open.
    if (now?.ino !== opened || now.size < size || logNow !== log)
      throw new Displaced(
        `${file} or its log was moved, replaced or cut short while the bot runs, so nothing more is written. Put it back, or start the bot again.`,
      )
    size = now.size
  }
}

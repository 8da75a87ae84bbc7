// How much work a file may cause. Bytes say little: a small file can hold a million elements.
import { refusals, Unreadable } from './refuse.ts'

export interface Budget {
  /** Counts steps, and refuses the file once there are too many. */
  spend(steps: number): void
  /** Steps so far. They grow linearly with the file's size, which a test checks. */
  spent(): number
}

// A policy of 32,000 words takes under a million.
const enough = 100_000_000

export function createBudget(limit = enough): Budget {
  let spent = 0
  return {
    spend(steps) {
      spent += steps
      if (spent > limit) throw new Unreadable(refusals.tooLarge)
    },
    spent: () => spent,
  }
}

// Checks that entries were recorded in the order of their times, and that none is in the future.
import { breach, type Broken } from './chain.ts'
import type { Entry } from './types.ts'

export interface TimeCheck {
  take(entry: Pick<Entry, 'seq' | 'at' | 'fact'>): void
  /** To be asked after the last entry: the first entry whose time is impossible. */
  end(): Broken | undefined
}

/** Milliseconds: servers' clocks differ slightly, and two servers that decide at once write in either order. */
const slack = 10 * 60_000

/**
 * Without an instant nothing is checked. Entries from before the directory was sealed are not judged: at that time an
 * operator could choose the instant.
 */
export function checkTimes(now: Date | undefined): TimeCheck {
  let wrong: number | undefined
  let latest = -Infinity
  return {
    take({ seq, at, fact }) {
      // Practice may take place at another time.
      if (now === undefined || ('practice' in fact && fact.practice)) return
      if (fact.kind === 'directory-sealed') [wrong, latest] = [undefined, -Infinity]
      const time = at.getTime()
      if (time < latest - slack || time > now.getTime() + slack) wrong ??= seq
      latest = Math.max(latest, time)
    },
    end: () => (wrong === undefined ? undefined : breach(wrong, 'time')),
  }
}

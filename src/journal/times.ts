// Whether what was written down one after the other was also recorded one after the other, and nothing in the future.
import { breach, type Broken } from './chain.ts'
import type { Entry } from './types.ts'

export interface TimeCheck {
  take(entry: Pick<Entry, 'seq' | 'at' | 'fact'>): void
  /** After the last: the first entry whose time cannot be. */
  end(): Broken | undefined
}

/** Milliseconds: servers' clocks differ a little, and two that decide at once write in either order. */
const slack = 10 * 60_000

/**
 * Without an instant nothing is looked at. What was recorded before the directory was sealed is not judged: until then
 * an operator could say at which instant something was recorded.
 */
export function checkTimes(now: Date | undefined): TimeCheck {
  let wrong: number | undefined
  let latest = -Infinity
  return {
    take({ seq, at, fact }) {
      // Invented people may be elsewhere in time.
      if (now === undefined || ('practice' in fact && fact.practice)) return
      if (fact.kind === 'directory-sealed') [wrong, latest] = [undefined, -Infinity]
      const time = at.getTime()
      if (time < latest - slack || time > now.getTime() + slack) wrong ??= seq
      // One in the future does not make all that follow run back.
      if (time <= now.getTime() + slack) latest = Math.max(latest, time)
    },
    end: () => (wrong === undefined ? undefined : breach(wrong, 'time')),
  }
}

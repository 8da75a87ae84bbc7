// Deletes what is kept for a limited time only: questions, rulings, and the ids of what was heard and answered.
import type { Store } from '../ports.ts'

/** As the README's table of what is kept says. */
export const keptDays = 90

export function forgetOld(store: Store, now: Date): Promise<void> {
  return store.forgetBefore(new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000))
}

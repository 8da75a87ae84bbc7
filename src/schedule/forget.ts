// Deletes what is kept for a limited time only: questions, rulings, and the ids of what was heard and answered.
import type { Doors, Store } from '../ports.ts'

/** As the README's table of what is kept says. */
export const keptDays = 90

export async function forgetOld({ store, doors }: { store: Store; doors: Doors }, now: Date): Promise<void> {
  await store.forgetBefore(new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000))
  // Links and sessions that have expired open nothing any more.
  await doors.forgetBefore(now)
}

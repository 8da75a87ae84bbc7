// Knows what owners adopted without a database query for every question: it is read again on each beat, and at once
// when it was changed here.
import type { Lessons, Taught } from '../ports/lessons.ts'

export interface TaughtWatch {
  /** The same list as long as nothing changes. */
  readonly known: () => readonly Taught[]
  /** Resolves at once when something was read already. */
  ready(): Promise<void>
  /** Also sees what another server changed. */
  refresh(): Promise<void>
  /** The port, wrapped so that changes made through it are known at once. */
  readonly lessons: Lessons
}

export function watchTaught(lessons: Lessons): TaughtWatch {
  let known: readonly Taught[] = []
  let seen = false
  const refresh = async () => {
    const found = await lessons.taught()
    if (JSON.stringify(found) !== JSON.stringify(known)) known = found
    seen = true
  }
  /** If it cannot be read now, the next question reads it: the change itself is already made. */
  const again = async () => {
    seen = false
    await refresh().catch(() => undefined)
  }
  return {
    known: () => known,
    ready: () => (seen ? Promise.resolve() : refresh()),
    refresh,
    lessons: {
      ...lessons,
      async takeUp(taught) {
        await lessons.takeUp(taught)
        await again()
      },
      async withdraw(key, who) {
        const withdrawn = await lessons.withdraw(key, who)
        await again()
        return withdrawn
      },
    },
  }
}

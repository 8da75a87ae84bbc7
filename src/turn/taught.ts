// Knows what owners took up without asking the database with every question: read anew with each beat, and at once when it
// was changed here.
import type { Lessons, Taught } from '../ports/lessons.ts'

export interface TaughtWatch {
  /** The same list as long as nothing changes. */
  readonly known: () => readonly Taught[]
  /** Resolves at once when something was read already. */
  ready(): Promise<void>
  /** Sees also what another server changed. */
  refresh(): Promise<void>
  /** The port, through which what is changed is known at once. */
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
  /** Read with the next question, should it not be possible now: what was changed is changed. */
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

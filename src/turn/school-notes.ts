// Knows the school's own notes without a database query for every section: they are read again on each beat, and at
// once when one was changed here.
import type { SchoolNote, SchoolNotes } from '../ports/school-notes.ts'

export interface SchoolNotesWatch {
  /** The same list as long as nothing changes. */
  readonly known: () => readonly SchoolNote[]
  /** Resolves at once when something was read already. */
  ready(): Promise<void>
  /** Also sees what another server changed. */
  refresh(): Promise<void>
  /** The port, wrapped so that changes made through it are known at once. */
  readonly schoolNotes: SchoolNotes
}

export function watchSchoolNotes(given: SchoolNotes): SchoolNotesWatch {
  let known: readonly SchoolNote[] = []
  let seen = false
  const refresh = async () => {
    const found = await given.standing()
    if (JSON.stringify(found) !== JSON.stringify(known)) known = found
    seen = true
  }
  /** If they cannot be read now, the next question reads them: the change itself is already made. */
  const again = async <T>(changed: T): Promise<T> => {
    seen = false
    await refresh().catch(() => undefined)
    return changed
  }
  return {
    known: () => known,
    ready: () => (seen ? Promise.resolve() : refresh()),
    refresh,
    schoolNotes: {
      ...given,
      async propose(note) {
        await given.propose(note)
        await again(undefined)
      },
      takeUp: async (id, decided) => again(await given.takeUp(id, decided)),
      withdraw: async (id, decided) => again(await given.withdraw(id, decided)),
    },
  }
}

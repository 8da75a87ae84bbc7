// The school's own notes, known without a database query for every section.
import { watchList, type Watch } from '../kit/watch.ts'
import type { SchoolNote, SchoolNotes } from '../ports/school-notes.ts'

export interface SchoolNotesWatch extends Watch<SchoolNote> {
  /** The port, wrapped so that changes made through it are known at once. */
  readonly schoolNotes: SchoolNotes
}

export function watchSchoolNotes(schoolNotes: SchoolNotes): SchoolNotesWatch {
  const watch = watchList(() => schoolNotes.standing())
  return {
    ...watch,
    schoolNotes: {
      ...schoolNotes,
      propose: (note) => watch.after(schoolNotes.propose(note)),
      takeUp: (id, decided) => watch.after(schoolNotes.takeUp(id, decided)),
      withdraw: (id, decided) => watch.after(schoolNotes.withdraw(id, decided)),
    },
  }
}

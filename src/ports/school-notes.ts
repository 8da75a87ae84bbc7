// The port that keeps the school's own notes beside sections: answers that were proposed for the next person who reads
// the section.
import type { Pointer } from '../guide/types.ts'
import type { Day } from '../kit/days.ts'

export interface SchoolNote {
  /** The id of the case that it comes from; a new proposal replaces the earlier one. */
  readonly id: string
  readonly policy: string
  /** The section beside which it stands, with its text's hash. */
  readonly pointer: Pointer
  /** Without names and numbers. */
  readonly text: string
  /** The author's role, as it reads in the middle of a sentence. */
  readonly who: string
  /** The last day on which it is shown. */
  readonly until: Day
  /** By an invented person: it is shown to practice people and to nobody else. */
  readonly practice: boolean
  /** The id of whoever proposed it. */
  readonly by: string
  readonly at: Date
  /** Until then nobody is shown it. */
  readonly takenUp: boolean
}

interface Decided {
  readonly by: string
  readonly at: Date
}

export interface SchoolNotes {
  /** The note waits to be adopted, replacing any earlier one with that id. */
  propose(given: Omit<SchoolNote, 'takenUp'>): Promise<void>
  /** Everything that is not withdrawn, including what has lapsed, oldest first. */
  standing(): Promise<readonly SchoolNote[]>
  /** False where no such note is waiting. */
  takeUp(id: string, decided: Decided): Promise<boolean>
  /** False where there is no such note to withdraw. */
  withdraw(id: string, decided: Decided): Promise<boolean>
  /** Deletes what was not adopted, what lapsed and what was withdrawn before `instant`. */
  forgetBefore(instant: Date): Promise<void>
}

// The school's own notes beside sections: what somebody answered, proposed for the next who read that section.
import type { Pointer } from '../guide/types.ts'
import type { Day } from '../kit/days.ts'

export interface SchoolNote {
  /** The case's that it comes from: proposed anew, it takes the place of what was there. */
  readonly id: string
  readonly policy: string
  /** Of the section beside which it stands, with its text's hash. */
  readonly pointer: Pointer
  /** Without names and numbers. */
  readonly text: string
  /** The role of whoever wrote it, in the middle of a sentence. */
  readonly who: string
  /** The last day on which it is shown. */
  readonly until: Day
  /** Written by somebody invented: it is shown to practice people, and to nobody else. */
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
  /** Waits to be taken up, whatever stood there under that id. */
  propose(given: Omit<SchoolNote, 'takenUp'>): Promise<void>
  /** What nobody has withdrawn, oldest first; also what has lapsed. */
  standing(): Promise<readonly SchoolNote[]>
  /** False when there is no such note that waits. */
  takeUp(id: string, decided: Decided): Promise<boolean>
  /** False when there is no such note to withdraw. */
  withdraw(id: string, decided: Decided): Promise<boolean>
  /** Deletes what nobody took up, what lapsed and what was withdrawn before `instant`. */
  forgetBefore(instant: Date): Promise<void>
}

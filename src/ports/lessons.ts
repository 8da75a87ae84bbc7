// What questions teach: lessons that wait for a policy's owner, and the questions that one of them took up.
import type { Lesson } from '../guide/proposals.ts'
import type { Pointer } from '../guide/types.ts'

/** Who asked is not kept. */
export interface KeptLesson extends Lesson {
  /** The id of the question: the last that somebody showed of it counts. */
  readonly id: string
  readonly at: Date
  /** Shown by somebody invented: it counts among practice people, and nowhere else. */
  readonly practice: boolean
}

/** Questions that an owner took up for a section. */
export interface Taught {
  /** The proposal's. */
  readonly key: string
  readonly policy: string
  readonly pointer: Pointer
  readonly questions: readonly string[]
  readonly practice: boolean
  /** The owner's id. */
  readonly by: string
  readonly at: Date
}

export interface Lessons {
  keep(lesson: KeptLesson): Promise<void>
  /** Oldest first. */
  since(instant: Date): Promise<readonly KeptLesson[]>
  /** Again under the same key takes the place of what was there, or brings back what was withdrawn. */
  takeUp(taught: Taught): Promise<void>
  /** What nobody has withdrawn, oldest first. */
  taught(): Promise<readonly Taught[]>
  /** False when there is no such thing to withdraw. Who did and when stays written down. */
  withdraw(key: string, who: { readonly by: string; readonly at: Date }): Promise<boolean>
  /** Deletes lessons from before `instant`; what was taken up stays. */
  forgetBefore(instant: Date): Promise<void>
}

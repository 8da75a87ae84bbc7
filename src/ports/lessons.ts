// The port that keeps what questions teach: lessons that wait for a policy's owner, and questions that an owner
// adopted.
import type { Lesson } from '../guide/proposals.ts'
import type { Pointer } from '../guide/types.ts'

/** Who asked is not kept. */
export interface KeptLesson extends Lesson {
  /** The id of the question; the last lesson about it counts. */
  readonly id: string
  readonly at: Date
  /** From an invented person: it counts among practice people and nowhere else. */
  readonly practice: boolean
}

/** Questions that an owner adopted for a section. */
export interface Taught {
  /** The key of the proposal. */
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
  /** Adopting under the same key again replaces the earlier entry, or brings back a withdrawn one. */
  takeUp(taught: Taught): Promise<void>
  /** Everything that is not withdrawn, oldest first. */
  taught(): Promise<readonly Taught[]>
  /** False where there is nothing to withdraw. Who withdrew it, and when, stays on record. */
  withdraw(key: string, who: { readonly by: string; readonly at: Date }): Promise<boolean>
  /** Deletes lessons from before `instant`; what was adopted stays. */
  forgetBefore(instant: Date): Promise<void>
}

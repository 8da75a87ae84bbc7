// The port that keeps a draft for which somebody wants a yes, until it is decided; afterwards only counts remain.
import type { Platform } from '../chat/people.ts'

/** `lapsed`: nobody decided in time. `withdrawn`: the asker no longer wants it. */
export const approvalOutcomes = ['yes', 'yes-if', 'no', 'lapsed', 'withdrawn'] as const
export type ApprovalOutcome = (typeof approvalOutcomes)[number]

export interface Approval {
  readonly id: string
  readonly at: Date
  /** A person id, as are all ids below. */
  readonly asker: string
  readonly practice: boolean
  /** Where they asked. */
  readonly platform: Platform
  readonly about: ApprovalAbout
  /** The people who may decide; after the decision, the people whose card may still show the draft. */
  readonly offered: readonly string[]
  readonly lapsesAt: Date
  /** Empty once it is decided. */
  readonly draft: string
  readonly decided: Decided | undefined
}

/** The ruling that said to ask first. */
export interface ApprovalAbout {
  readonly policy: string
  readonly edition: string
  /** The refs of the sections that it rested on. */
  readonly sections: readonly string[]
}

export interface Decided {
  readonly outcome: ApprovalOutcome
  /** Undefined where a scheduled job did it. */
  readonly by: string | undefined
  readonly at: Date
  /** The condition of a "yes, if", or the reason for a no; never a word of the draft. */
  readonly reason: string
  /** The ref of the section that the reason rests on. */
  readonly section: string | undefined
}

export interface ApprovalChange<T> {
  /** The request from now on. */
  readonly now?: Approval
  readonly outcome: T
}

export interface Approvals {
  /** One transaction. A request that is decided here is counted once, in its month. */
  change<T>(id: string, decide: (found: Approval | undefined) => ApprovalChange<T>): Promise<T>
  find(id: string): Promise<Approval | undefined>
  /** All requests that are still kept, oldest first. */
  all(): Promise<readonly Approval[]>
  remove(id: string): Promise<void>
  /** How many requests of a month, such as 2026-11, ended in each way. */
  counts(month: string, practice: boolean): Promise<Readonly<Partial<Record<ApprovalOutcome, number>>>>
}

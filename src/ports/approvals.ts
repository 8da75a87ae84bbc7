// Drafts that somebody wants a yes to: the port that keeps one until it is decided, and then only how many there were.
import type { Platform } from '../chat/people.ts'

/** `lapsed`: nobody decided in time. `withdrawn`: whoever asked no longer wants it. */
export const approvalOutcomes = ['yes', 'yes-if', 'no', 'lapsed', 'withdrawn'] as const
export type ApprovalOutcome = (typeof approvalOutcomes)[number]

export interface Approval {
  readonly id: string
  readonly at: Date
  /** A person id, as are all below. */
  readonly asker: string
  readonly practice: boolean
  /** Where they asked. */
  readonly platform: Platform
  readonly about: ApprovalAbout
  /** Whoever may decide; once it is decided, those whose card may still show the draft. */
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
  /** Refs of the sections that it rested on. */
  readonly sections: readonly string[]
}

export interface Decided {
  readonly outcome: ApprovalOutcome
  /** Undefined where the clock did it. */
  readonly by: string | undefined
  readonly at: Date
  /** If what, or why not; never a word of the draft's. */
  readonly reason: string
  /** The ref of the section that the reason rests on. */
  readonly section: string | undefined
}

export interface ApprovalChange<T> {
  /** As it is from now on. */
  readonly now?: Approval
  readonly outcome: T
}

export interface Approvals {
  /** One transaction. Whatever becomes decided here is counted once, in its month. */
  change<T>(id: string, decide: (found: Approval | undefined) => ApprovalChange<T>): Promise<T>
  find(id: string): Promise<Approval | undefined>
  /** All that are still kept, oldest first. */
  all(): Promise<readonly Approval[]>
  remove(id: string): Promise<void>
  /** How many of a month, such as 2026-11, ended how. */
  counts(month: string, practice: boolean): Promise<Readonly<Partial<Record<ApprovalOutcome, number>>>>
}

// The port that keeps what somebody asked a person, until it is closed.
import type { Platform } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'

/** The role that a case goes to. */
export const routes = ['policy-owner', 'slt', 'safeguarding'] as const
export type Route = (typeof routes)[number]

/** `waiting`: nobody has taken it yet. `asked-back` and `answered`: it is the asker's turn. */
export const caseStates = ['waiting', 'taken', 'asked-back', 'answered', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** What can happen in a case. `released`: whoever had it can no longer answer, and it waits again. */
export const caseDeeds = [
  'asked',
  'taken',
  'answered',
  'asked-back',
  'replied',
  'passed',
  'released',
  'closed',
] as const
export type CaseDeed = (typeof caseDeeds)[number]

/** Why it was closed. `quiet`: it was answered, and nobody wrote again. */
export const closings = ['asker', 'taker', 'quiet', 'asker-left'] as const
export type Closing = (typeof closings)[number]

export interface Case {
  readonly id: string
  readonly at: Date
  /** A person id, as are all ids below. */
  readonly asker: string
  readonly practice: boolean
  /** Where they asked, and where they will hear. */
  readonly platform: Platform
  readonly route: Route
  readonly about: CaseAbout
  readonly state: CaseState
  /** The people who may take it while it waits; afterwards, the people who could have taken it. */
  readonly offered: readonly string[]
  readonly taker: string | undefined
  /** The day by which the asker should hear. */
  readonly due: Day
  readonly closed: { readonly at: Date; readonly why: Closing } | undefined
  /** In order. */
  readonly messages: readonly CaseMessage[]
}

/** What the card said on which they asked. */
export interface CaseAbout {
  readonly what: 'question' | 'concern'
  readonly policy: string | undefined
  readonly edition: string | undefined
  readonly section: string | undefined
}

export interface CaseMessage {
  /** Counted from 1 without gaps. */
  readonly seq: number
  readonly at: Date
  /** Undefined where a scheduled job did it. */
  readonly by: string | undefined
  readonly kind: CaseDeed
  /** Empty where nothing was written. */
  readonly text: string
}

/** What a decision wants to keep, and what to tell the person. */
export interface CaseChange<T> {
  /** The case from now on. Messages are added, never changed. */
  readonly now?: Case
  readonly outcome: T
}

export interface Cases {
  /** One transaction: nothing else changes this case between what `decide` sees and what it returns. */
  change<T>(id: string, decide: (found: Case | undefined) => CaseChange<T>): Promise<T>
  find(id: string): Promise<Case | undefined>
  /** Cases that are open or were closed since then, oldest first. */
  current(since: Date): Promise<readonly Case[]>
  /** Cases that somebody asked, has taken or may take, newest first. */
  of(person: string): Promise<readonly Case[]>
  /** Deletes cases that were closed before that instant. */
  forgetBefore(instant: Date): Promise<void>
}

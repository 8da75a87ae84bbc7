// What somebody asked a person, until it is closed: the port that keeps it.
import type { Platform } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'

/** To whom a case goes. */
export const routes = ['policy-owner', 'slt', 'safeguarding'] as const
export type Route = (typeof routes)[number]

/** `waiting`: nobody has taken it. `asked-back` and `answered`: it is the asker's turn. */
export const caseStates = ['waiting', 'taken', 'asked-back', 'answered', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** What can happen in a case. `released`: whoever had it can answer no more, and it waits again. */
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

/** Why it was closed. `quiet`: it was answered, and nobody wrote any more. */
export const closings = ['asker', 'taker', 'quiet', 'asker-left'] as const
export type Closing = (typeof closings)[number]

export interface Case {
  readonly id: string
  readonly at: Date
  /** A person id, as are all below. */
  readonly asker: string
  readonly practice: boolean
  /** Where they asked: there they hear of it. */
  readonly platform: Platform
  readonly route: Route
  readonly about: CaseAbout
  readonly state: CaseState
  /** Who may take it, while it waits; afterwards, who might have. */
  readonly offered: readonly string[]
  readonly taker: string | undefined
  /** The day by which the asker should hear. */
  readonly due: Day
  readonly closed: { readonly at: Date; readonly why: Closing } | undefined
  /** In order. */
  readonly messages: readonly CaseMessage[]
}

/** What was on the card from which it was asked. */
export interface CaseAbout {
  readonly what: 'question' | 'concern'
  readonly policy: string | undefined
  readonly edition: string | undefined
  readonly section: string | undefined
}

export interface CaseMessage {
  /** From 1, without a hole. */
  readonly seq: number
  readonly at: Date
  /** Undefined where the clock did it. */
  readonly by: string | undefined
  readonly kind: CaseDeed
  /** Empty where nothing was written. */
  readonly text: string
}

/** What a decision wants kept, and what to tell the person. */
export interface CaseChange<T> {
  /** The case as it is from now on: its messages are added to, never changed. */
  readonly now?: Case
  readonly outcome: T
}

export interface Cases {
  /** One transaction: nothing else changes this case between what `decide` sees and what it returns. */
  change<T>(id: string, decide: (found: Case | undefined) => CaseChange<T>): Promise<T>
  find(id: string): Promise<Case | undefined>
  /** Those that are not closed, and those that were closed since, oldest first. */
  current(since: Date): Promise<readonly Case[]>
  /** Those that somebody asked, has taken, or may take; newest first. */
  of(person: string): Promise<readonly Case[]>
  /** Deletes what was closed before. */
  forgetBefore(instant: Date): Promise<void>
}

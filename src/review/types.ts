// The nouns of review: what an owner is warned of, and its outcome.
import type { reviewParts } from './actions.ts'
import type { FactOf } from '../journal/types.ts'
import type { Day, DayOrMonth } from '../kit/days.ts'
import type { Law } from '../guide/law.ts'
import type { Edition, Policy, ReviewDue } from '../policy/types.ts'

/** One warning of a policy's review: it has a day, and is given once. */
export interface WarningStep {
  /**
   * Readable, and unique for the review: `12-weeks-before`, `month`, `month-week-2`, `overdue-week-1`,
   * `overdue-month-3`; of a policy without a review date `undated-2026-11`.
   */
  readonly id: string
  readonly on: Day
  readonly when: 'before' | 'now' | 'overdue' | 'undated'
}

/** The outcome of a review, as the journal states it; the latest one counts. */
export type Outcome = FactOf<'reviewed'>['outcome']

/** An outcome as it was recorded. */
export interface RecordedReview {
  /** The id of the entry in the journal. */
  readonly entry: string
  /** The edition that was reviewed. */
  readonly edition: string
  readonly outcome: Outcome
  readonly on: Day
  readonly practice: boolean
}

/** A policy with its edition in force and when that is to be reviewed. */
export interface Review extends ReviewDue {
  readonly policy: Policy
  readonly edition: Edition
}

/** What an owner should look at, computed from the edition alone. */
export interface ReviewContents {
  /** Places where the text announces something and then stops. */
  readonly gaps: readonly { readonly section: string; readonly what: string }[]
  /** Things that the text mentions and that have changed, with the sections that mention them. */
  readonly changed: readonly { readonly name: string; readonly law: Law; readonly sections: readonly string[] }[]
  /** What the review record leaves open. */
  readonly open: readonly string[]
}

/** What stands behind the buttons of a review pack. */
export type ReviewPart = Exclude<(typeof reviewParts)[number], 'short'>

/** How a policy's review stands on a day. */
export interface ReviewStanding {
  readonly policy: string
  readonly edition: string
  readonly title: string
  readonly owner: string
  readonly due: DayOrMonth | undefined
  readonly state: 'none' | 'current' | 'overdue'
  /** The latest warning whose day has come; undefined while it is too early for one. */
  readonly step: WarningStep | undefined
  /** The day of the next warning; undefined where there is no review date. */
  readonly warnsNext: Day | undefined
  /** In words, such as "overdue by 10 years". */
  readonly said: string
}

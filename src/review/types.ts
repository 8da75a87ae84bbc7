// The nouns of review: what an owner is warned of, and what came of it.
import type { Day, DayOrMonth } from '../kit/days.ts'

/** One warning of a policy's review: it has a day, and is given once. */
export interface Step {
  /** Readable, and unique for the review: `12-weeks-before`, `month`, `month-week-2`, `overdue-week-1`, `overdue-month-3`. */
  readonly id: string
  readonly on: Day
  readonly when: 'before' | 'now' | 'overdue'
}

/** What came of a review; the latest one counts. */
export type Outcome =
  /** Re-read and found right: the next review is then. Signatures stand. */
  | { readonly kind: 'no-change'; readonly next: DayOrMonth; readonly on: Day }
  /** Not done yet, for a reason; once the day is past it warns again. */
  | { readonly kind: 'postponed'; readonly until: DayOrMonth; readonly on: Day }

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

/** Something that policies name and that has changed: written by hand in knowledge/law.yaml. */
export interface Law {
  /** As policies write it. */
  readonly names: readonly string[]
  /** What changed, in a sentence. */
  readonly change: string
  readonly since: Day | undefined
  /** Where to read on. */
  readonly source: string
}

/** What an owner should look at, worked out from the edition alone. */
export interface Pack {
  /** Places where the text announces something and then stops. */
  readonly gaps: readonly { readonly section: string; readonly what: string }[]
  /** What the text names that has changed, with the sections that name it. */
  readonly changed: readonly { readonly name: string; readonly law: Law; readonly sections: readonly string[] }[]
  /** What the review record leaves open. */
  readonly open: readonly string[]
}

/** How a policy's review stands on a day. */
export interface Standing {
  readonly policy: string
  readonly edition: string
  readonly title: string
  readonly owner: string
  readonly due: DayOrMonth | undefined
  readonly state: 'none' | 'current' | 'overdue'
  /** The warning whose day came last; undefined while it is too early for one. */
  readonly step: Step | undefined
  /** In words, such as "overdue by 10 years". */
  readonly said: string
}

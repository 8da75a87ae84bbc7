// The nouns of a rule book: a policy has editions, an edition has sections, and a citation points at one of them.
import type { Day, DayOrMonth } from '../kit/days.ts'

export interface Policy {
  readonly id: string
  /** The school's own number for it, such as 43. */
  readonly number: number | undefined
  readonly title: string
  /** Who keeps it up to date, as a role. */
  readonly owner: string
  /** Whom staff can ask about it, in a sentence of the policy owner's, with the section that says so. */
  readonly ask: { readonly who: string; readonly why: string; readonly cites: string }
  /** The ref of the section that people sign, if the policy has one. */
  readonly declaration: string | undefined
  /** Whoever is not of the school may ask about it, too. */
  readonly openTo?: 'everybody' | undefined
  /** Newest first. */
  readonly editions: readonly Edition[]
}

/** `adopted` is the school's own text, imported; `restated` is a summary of it in other words. */
export type Wording = 'adopted' | 'restated'

export interface Edition {
  readonly policy: string
  /** Such as `2015-10`. */
  readonly id: string
  readonly title: string
  readonly school: string | undefined
  readonly wording: Wording
  readonly published: DayOrMonth | undefined
  readonly reviewed: DayOrMonth | undefined
  readonly ratified: DayOrMonth | undefined
  readonly nextReview: DayOrMonth | undefined
  /** Undefined where the approval line is left unsigned. */
  readonly approvedBy: string | undefined
  /** In the order of the text. */
  readonly sections: readonly Section[]
}

export interface Section {
  /** Such as `6.d` or `A1.1`, unique in its edition. */
  readonly ref: string
  readonly title: string
  /** The ref of the section that holds this one, as `6` holds `6.d`. */
  readonly parent: string | undefined
  readonly parts: readonly Part[]
}

/** A section's text in order. A gap is a place where the text announces something and then stops. */
export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      /** The school's own mark of the first item, such as `o` or `(a)`, where it is not plainly `-` or `1.`. */
      readonly mark?: string
      readonly items: readonly string[]
    }
  | { readonly kind: 'gap'; readonly text: string }

export interface Citation {
  readonly policy: string
  readonly edition: string
  readonly section: string
}

/** When an edition is to be reviewed next, as somebody recorded it. */
export interface NextReview {
  readonly policy: string
  readonly edition: string
  /** Recorded by somebody invented: it counts among practice people, and nowhere else. */
  readonly practice: boolean
  /** The day on which it was recorded. */
  readonly on: Day
  readonly next: DayOrMonth
}

/** When a review is due, and since when that is known. */
export interface ReviewDue {
  readonly due: DayOrMonth | undefined
  /** Undefined where the edition says so itself. */
  readonly since: Day | undefined
}

export type ReviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'current'; readonly on: DayOrMonth }
  | { readonly kind: 'overdue'; readonly on: DayOrMonth; readonly since: Day }

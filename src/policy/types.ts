// The nouns of a rule book: a policy has editions, an edition has sections, and a citation points at one of them.
import type { Day, DayOrMonth } from '../kit/days.ts'

export interface Policy {
  readonly id: string
  /** The school's own number for it, such as 43. */
  readonly number: number | undefined
  readonly title: string
  /** Who keeps it up to date, as a role. */
  readonly owner: string
  /** Whom staff can ask about it, in a sentence of the policy owner's, with the section that says so, if any does. */
  readonly ask: { readonly who: string; readonly why: string; readonly cites: string | undefined }
  /**
   * The section that people sign, if the policy has one, by the ref that its owner wrote down. Where it stands in an
   * edition, if it does, guide/written.ts says.
   */
  readonly declaration: string | undefined
  /** How many months after a review the next one is due, where the school has a rhythm for it. */
  readonly reviewEvery?: number
  /** Whoever is not of the school may ask about it, too. */
  readonly openTo?: 'everybody' | undefined
  /** Newest first. */
  readonly editions: readonly Edition[]
  /** The texts that its owner wrote about. Without it, those of the oldest edition. */
  readonly written?: Written
}

/** What an owner writes about a policy's sections. */
export type Use = 'declaration' | 'ask' | 'questions' | 'rules'

/** The texts that an owner meant, as hashes (see guide/hash.ts) by the ref that the owner wrote. */
export interface Written {
  /** Of whatever is not said otherwise. */
  readonly sections: Hashes
  /** The id of the edition for which something was written, where its file names one. */
  readonly for: Readonly<Partial<Record<Use, string>>>
  /** Texts that a person has looked at and confirmed since. */
  readonly confirmed: Readonly<Partial<Record<Use, Hashes>>>
  /** Oldest first: those that stand beside what was written, whatever the school has imported over them. */
  readonly base: readonly Edition[]
}

export type Hashes = ReadonlyMap<string, readonly string[]>

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
  /** The day on which it was first taken up, where the text says so by itself. */
  readonly adopted?: DayOrMonth | undefined
  /** When it was changed without being reviewed as a whole. */
  readonly amended?: DayOrMonth | undefined
  /** Where the text says so itself, or somebody did when it was imported; otherwise the day it was published. */
  readonly inForceFrom?: DayOrMonth | undefined
  /** From when it is no longer in force, though no other edition takes its place. */
  readonly withdrawn?: DayOrMonth | undefined
  readonly reviewed: DayOrMonth | undefined
  readonly ratified: DayOrMonth | undefined
  readonly nextReview: DayOrMonth | undefined
  /** Undefined where the approval line is left unsigned. */
  readonly approvedBy: string | undefined
  /** The school's own file that it was read from. */
  readonly source?: EditionSource
  /** In the order of the text. */
  readonly sections: readonly Section[]
}

export interface EditionSource {
  /** The file's name, without its folders. */
  readonly file: string
  /** In 64 hexadecimal digits. */
  readonly sha256: string
}

export interface Section {
  /** Such as `6.d` or `A1.1`, unique in its edition. */
  readonly ref: string
  readonly title: string
  /**
   * As the school prints it, such as `Appendix 1` or `(a)`; `null` where it prints none and the ref was made up, so that
   * people are shown the title. Left out where nobody noted it: then the ref is all there is.
   */
  readonly number?: string | null
  /** The page of the school's own file on which it begins, from 1. */
  readonly page?: number
  /** The ref of the section that holds this one, as `6` holds `6.d`. */
  readonly parent: string | undefined
  readonly parts: readonly SectionPart[]
}

/** A section's text in order. A gap is a place where the text announces something and then stops. */
export type SectionPart =
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

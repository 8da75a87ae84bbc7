// The nouns of a rule book: a policy has editions, an edition has sections, and a citation points at one section.
import type { Day, DayOrMonth } from '../kit/days.ts'

export interface Policy {
  readonly id: string
  /** The school's own number for the policy, such as 43. */
  readonly number: number | undefined
  readonly title: string
  /** The role that keeps the policy up to date. */
  readonly owner: string
  /** Whom staff can ask about it, in the policy owner's words, with the section that says so where there is one. */
  readonly ask: { readonly who: string; readonly why: string; readonly cites: string | undefined }
  /**
   * The section that people sign, by the ref that its owner wrote down; missing where nothing is signed.
   * guide/written.ts finds its place in an edition.
   */
  readonly declaration: string | undefined
  /**
   * The school's standard statement, newest first: what people sign where the policy has no declaration of its own. Older
   * statements are signed no more; signatures of them still count.
   */
  readonly statements?: readonly string[]
  /** Months from one review to the next, where the school has a rhythm. */
  readonly reviewEvery?: number
  /** True where people from outside the school may ask about it. */
  readonly openTo?: 'everybody' | undefined
  /** The questions of its understanding check, in the order in which they are asked. */
  readonly understanding?: readonly UnderstandingQuestion[]
  /** True where the school has them asked before somebody signs. */
  readonly asksUnderstanding?: boolean
  /** Sections whose usual questions the school has switched off, by the hashes of their texts (guide/hash.ts). */
  readonly usualOff?: readonly string[]
  /** Newest first. */
  readonly editions: readonly Edition[]
  /** The edition that its owner's notes were written for. If missing, they were written for the oldest edition. */
  readonly written?: Written
}

/** A question of a policy's understanding check, as its owner wrote it. */
export interface UnderstandingQuestion {
  /** Unique among the policy's questions. */
  readonly id: string
  /** The section that answers it, by the ref that its owner wrote; guide/written.ts finds its place in an edition. */
  readonly section: string
  readonly text: string
  /** Two to four; at least one of them is right, and at least one is not. */
  readonly choices: readonly UnderstandingChoice[]
}

export interface UnderstandingChoice {
  readonly text: string
  readonly right: boolean
}

/** What an owner writes about a policy's sections. */
export type Use = 'declaration' | 'ask' | 'questions' | 'rules' | 'understanding'

/** Hashes of the texts that the owner meant (see guide/hash.ts), by the ref that the owner wrote. */
export interface Written {
  /** For everything that does not name its own. */
  readonly sections: Hashes
  /** The id of the edition that a file was written for, where the file names one. */
  readonly for: Readonly<Partial<Record<Use, string>>>
  /** Texts that a person has looked at and confirmed since. */
  readonly confirmed: Readonly<Partial<Record<Use, Hashes>>>
  /** Oldest first: the editions shipped beside the owner's notes, whatever the school has imported over them. */
  readonly base: readonly Edition[]
}

export type Hashes = ReadonlyMap<string, readonly string[]>

/** `adopted` is the school's own imported text; `restated` is a summary in other words. */
export type Wording = 'adopted' | 'restated'

export interface Edition {
  readonly policy: string
  /** Such as `2015-10`. */
  readonly id: string
  readonly title: string
  readonly school: string | undefined
  readonly wording: Wording
  readonly published: DayOrMonth | undefined
  /** The day on which it was first adopted, where the text says so. */
  readonly adopted?: DayOrMonth | undefined
  /** When it was changed without a full review. */
  readonly amended?: DayOrMonth | undefined
  /** As the text says, or as somebody said when importing it; otherwise the day of publication applies. */
  readonly inForceFrom?: DayOrMonth | undefined
  /** The day from which it is no longer in force, even if no other edition replaces it. */
  readonly withdrawn?: DayOrMonth | undefined
  readonly reviewed: DayOrMonth | undefined
  readonly ratified: DayOrMonth | undefined
  readonly nextReview: DayOrMonth | undefined
  /** Undefined where the approval line is not signed. */
  readonly approvedBy: string | undefined
  /** The school's own file that it was read from. */
  readonly source?: EditionSource
  /** Only of a document that the school does not write itself: it is read outside, and its sections have no text here. */
  readonly outside?: OutsideSource
  /** In the order of the text. */
  readonly sections: readonly Section[]
}

export interface OutsideSource {
  /** Who publishes it, in the middle of a sentence: "the Department for Education". */
  readonly by: string
  readonly link: string
  /** Of the file behind the link when the edition was written down, in 64 hexadecimal digits. */
  readonly sha256: string
}

/** Notes in the margin, passages that are hidden, or deleted and still there. */
export const unseenKinds = ['comment', 'hidden', 'deleted'] as const
export type Unseen = (typeof unseenKinds)[number]

export interface EditionSource {
  /** The file's name without its folders. */
  readonly file: string
  /** 64 hexadecimal digits. */
  readonly sha256: string
  /** What it holds beside the text that staff are to read; undefined of editions imported before that was looked for. */
  readonly unseen?: readonly Unseen[] | undefined
}

export interface Section {
  /** Such as `6.d` or `A1.1`; unique within its edition. */
  readonly ref: string
  readonly title: string
  /**
   * The number as the school prints it, such as `Appendix 1` or `(a)`. `null` where the school prints none and the ref
   * was made up: people are then shown the title. Missing where nobody recorded it: then only the ref is known.
   */
  readonly number?: string | null
  /** The page of the school's own file on which it begins, counted from 1. */
  readonly page?: number
  /** The ref of the section that contains this one, as `6` contains `6.d`. */
  readonly parent: string | undefined
  readonly parts: readonly SectionPart[]
}

/** A section's text in order. A gap is a place where the text announces something and then stops. */
export type SectionPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      /** The school's own marker of the first item, such as `o` or `(a)`, unless it is simply `-` or `1.`. */
      readonly mark?: string
      readonly items: readonly string[]
    }
  | { readonly kind: 'gap'; readonly text: string }

export interface Citation {
  readonly policy: string
  readonly edition: string
  readonly section: string
}

/** When an edition is due for review, as somebody recorded it. */
export interface NextReview {
  readonly policy: string
  readonly edition: string
  /** Recorded by an invented person: it counts among practice people and nowhere else. */
  readonly practice: boolean
  /** The day on which it was recorded. */
  readonly on: Day
  readonly next: DayOrMonth
}

/** When a review is due, and since when this is known. */
export interface ReviewDue {
  readonly due: DayOrMonth | undefined
  /** Undefined where the edition says so itself. */
  readonly since: Day | undefined
}

export type ReviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'current'; readonly on: DayOrMonth }
  | { readonly kind: 'overdue'; readonly on: DayOrMonth; readonly since: Day }

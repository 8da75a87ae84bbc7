// The nouns of signing: the declaration as it is shown, what happened about it, and where a person stands with it.
import type { Person } from '../chat/people.ts'
import type { Campaign } from './campaigns.ts'
import type { Entry } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** What is signed: the exact words, and the statements in them that are confirmed one by one. */
export interface Declaration {
  readonly policy: string
  readonly edition: string
  /** Undefined where it is the school's standard statement, for want of a declaration of the policy's own. */
  readonly section: string | undefined
  /** The declaration in full. */
  readonly wording: string
  readonly statements: readonly string[]
  /** SHA-256 of `wording`. */
  readonly hash: string
  /** The hashes of all words that count as signed: these, and earlier standard statements of the school's. */
  readonly counting: readonly string[]
  /** SHA-256 of the whole edition's text. */
  readonly textHash: string
}

/** What a person is reading at the moment. It is kept outside the journal, because it proves nothing. */
export interface ReadingProgress {
  readonly edition: string
  /** Refs of the sections read, in the order of reading. */
  readonly read: readonly string[]
  /** When the latest of them was opened. */
  readonly at: Date
  /** When they began; undefined where this was not recorded. */
  readonly began?: Date | undefined
}

/**
 * The questions of an edition's understanding check that somebody has answered right. It is kept until they sign, and
 * nothing about what they answered before.
 */
export interface RightAnswers {
  readonly edition: string
  /** The keys of the questions. */
  readonly keys: readonly string[]
}

/** Everything that a decision about one person and one policy rests on, read at one moment. */
export interface SigningFacts {
  /** Undefined where the person does not exist, or no longer. */
  readonly person: Person | undefined
  /** This person's entries about this policy, oldest first. */
  readonly history: readonly Entry[]
  /** The policy's `edition-marked` entries, oldest first. */
  readonly marks: readonly Entry[]
  /** The policy's campaigns, newest first. */
  readonly campaigns: readonly Campaign[]
  readonly reading: ReadingProgress | undefined
  readonly answers?: RightAnswers | undefined
}

/**
 * The little of a person's history that their standing depends on. It is kept as one row, so that the database can
 * count the register of a whole county, and is always folded from the entries in the transaction that adds one.
 */
export interface Involvement {
  /** The latest signature that was not withdrawn. */
  readonly signed: LatestSignature | undefined
  /** The latest refusal or concern since the last signature. */
  readonly open: { readonly kind: 'concern' | 'declined'; readonly edition: string; readonly at: Date } | undefined
  /** An undefined `until` means that it has no end. */
  readonly excused: { readonly by: string; readonly until: Day | undefined } | undefined
  /** The edition being read, with the number of sections read. */
  readonly reading: { readonly edition: string; readonly sections: number } | undefined
}

export interface LatestSignature {
  readonly entry: string
  readonly edition: string
  /** The hash of the words signed, because an edition's words may be replaced under the same id. */
  readonly wording: string
  /** For paper, noon of the day on it. */
  readonly at: Date
}

/** Where a person is with an edition. */
export type Standing =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'asked'; readonly due: Day }
  | { readonly kind: 'reading'; readonly sections: number; readonly due: Day | undefined }
  | { readonly kind: 'signed'; readonly at: Date; readonly entry: string }
  | {
      readonly kind: 'signed-earlier'
      readonly at: Date
      readonly edition: string
      /** Another edition, the one in force when it had other words, or these very words, before they were asked anew. */
      readonly what: 'edition' | 'wording' | 'round'
      readonly due: Day | undefined
    }
  | { readonly kind: 'carried-over'; readonly at: Date; readonly edition: string; readonly entry: string }
  | { readonly kind: 'concern-raised'; readonly at: Date; readonly due: Day | undefined }
  | { readonly kind: 'declined'; readonly at: Date; readonly due: Day | undefined }
  | { readonly kind: 'excused'; readonly by: string; readonly until: Day | undefined }
  | { readonly kind: 'left'; readonly on: Day }

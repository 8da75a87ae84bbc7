// The port that keeps the words on which, as a person confirmed, the rules of a check rest in another edition. They are
// kept in the school's home.
import type { Day } from '../kit/days.ts'

export interface RuleWords {
  /**
   * Keeps all of them or none, with an entry in the journal; everybody who uses the bot gets them from now on. Earlier
   * confirmations stay.
   */
  confirm(given: WordsConfirmed): Promise<WordsKept>
}

export interface WordsConfirmed {
  /** A person id, or `operator`. */
  readonly by: string
  readonly on: Day
  /** The edition that contains the words. */
  readonly edition: string
  readonly rules: readonly RuleConfirmed[]
}

export interface RuleConfirmed {
  readonly scenario: string
  readonly rule: string
  readonly section: string
  readonly quote: string
}

export type WordsKept =
  /** Paths inside the home. */
  | { readonly kind: 'kept'; readonly files: readonly string[] }
  /** Somebody wrote to one of the files at the same moment. */
  | { readonly kind: 'changed-since' }
  /** The bot could not start with the result; one line for each problem. */
  | { readonly kind: 'unsound'; readonly lines: readonly string[] }

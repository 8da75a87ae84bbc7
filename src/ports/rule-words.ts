// Where the words are kept on which a person found the rules of a check to rest in another edition: in the school's home.
import type { Day } from '../kit/days.ts'

export interface RuleWords {
  /** All of them or none, with an entry in the journal; whoever runs the bot uses them from then on. Keeps what was confirmed before. */
  confirm(given: WordsConfirmed): Promise<WordsKept>
}

export interface WordsConfirmed {
  /** A person id, or `operator`. */
  readonly by: string
  readonly on: Day
  /** The edition that has the words. */
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
  /** Somebody has written to one of the files in that moment. */
  | { readonly kind: 'changed-since' }
  /** The bot could not start with it; a line for each problem. */
  | { readonly kind: 'unsound'; readonly lines: readonly string[] }

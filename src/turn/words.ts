// What the digest says of kinds of notices and of facts: each in the words of the feature that brings them.
import type { FactKind, FactOf } from '../journal/types.ts'

export interface DoorWords {
  /** Of the kinds of notices, for one and for many. */
  readonly notices: Readonly<Record<string, NoticeWords>>
  readonly facts: { readonly [K in FactKind]: News<K> }
}

export type NoticeWords = readonly [one: string, many: string]

/** What is said of facts of one kind: counted, each in a sentence, or nothing because it stands elsewhere. */
export type News<K extends FactKind> =
  | { readonly kind: 'counted'; say(count: number): string }
  | { readonly kind: 'told'; tell(fact: FactOf<K>, about: NewsAbout): string }
  | { readonly kind: 'elsewhere' }

export interface NewsAbout {
  titleOf(policy: string): string
  /** The day by which a campaign asks, in words; undefined where it is not known. */
  dueOf(campaign: string): string | undefined
}

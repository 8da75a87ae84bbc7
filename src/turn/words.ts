// The digest's words for kinds of notices and facts: each feature brings the words for its own.
import type { FactKind, FactOf } from '../journal/types.ts'

export interface DoorWords {
  /** The words for a kind of notice, singular and plural. */
  readonly notices: Readonly<Record<string, NoticeWords>>
  readonly facts: { readonly [K in FactKind]: News<K> }
}

export type NoticeWords = readonly [one: string, many: string]

/** Sentences about facts of one kind, counted; empty where they are told elsewhere. */
export type News<K extends FactKind> =
  | { readonly kind: 'counted'; say(count: number): string }
  | { readonly kind: 'told'; tell(fact: FactOf<K>, about: NewsAbout): string }
  | { readonly kind: 'elsewhere' }

export interface NewsAbout {
  titleOf(policy: string): string
  /** The day by which a campaign asks, in words; undefined where it is not known. */
  dueOf(campaign: string): string | undefined
  /** The title of the bundle that a campaign is a part of, as it was opened. */
  bundleOf(campaign: string): string | undefined
}

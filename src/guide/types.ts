// The nouns of the guide to an edition: what owners wrote about a policy points at its sections by their text.

/** A place in a policy's text. */
export interface Pointer {
  /** The section's ref, as the author wrote it. */
  readonly ref: string
  /** The hash of every text that was meant: a restated and an adopted edition each have their own. */
  readonly hashes: readonly string[]
}

/** What became of a pointer in an edition. Only `kept` and `moved` may be used; the others wait for a person. */
export type Carried<P extends Pointer = Pointer> =
  /** The same text under the same ref. */
  | { readonly kind: 'kept'; readonly pointer: P; readonly ref: string }
  /** The same text under another ref. */
  | { readonly kind: 'moved'; readonly pointer: P; readonly ref: string }
  /** Another text under the same ref; the text that was meant is missing, or occurs in several places. */
  | { readonly kind: 'changed'; readonly pointer: P; readonly ref: string }
  /** Neither the text nor the ref is there. */
  | { readonly kind: 'lost'; readonly pointer: P }

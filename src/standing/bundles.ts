// The nouns of documents that are asked together, as the school wrote them down.

/** Documents that people are asked for in one campaign, such as a September pack. */
export interface Bundle {
  readonly id: string
  readonly title: string
  readonly duties: readonly Duty[]
}

/** Who reads which documents. */
export interface Duty {
  /** Groups and roles, as in a campaign: `all`, or `teaching, governors`. */
  readonly who: string
  /** Policy ids, in the order in which people are to read them. */
  readonly read: readonly string[]
}

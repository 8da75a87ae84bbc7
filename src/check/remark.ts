// Something in a scenario that its owner should look at.

/** A remark about a place in the scenario's file. */
export interface Remark {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly fix: string
}

// What an owner is told to look at in a scenario.

/** Something to look at, at a place in the scenario's file. */
export interface Remark {
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly fix: string
}

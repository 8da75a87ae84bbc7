// Things that policies mention and that have changed, as an owner wrote them down.
import type { Day } from '../kit/days.ts'

/** Something that policies mention and that has changed: written by hand in knowledge/law.yaml. */
export interface Law {
  /** The wording that policies use. */
  readonly names: readonly string[]
  /** What changed, in a sentence. */
  readonly change: string
  readonly since: Day | undefined
  /** Where to read more. */
  readonly source: string
  /** The day on which somebody last checked there. */
  readonly looked?: Day | undefined
  /** `likely` means that it should be looked up before anybody relies on it. */
  readonly sure?: 'certain' | 'likely'
}

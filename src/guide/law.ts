// What policies name and what has changed about it, as an owner wrote it down.
import type { Day } from '../kit/days.ts'

/** Something that policies name and that has changed: written by hand in knowledge/law.yaml. */
export interface Law {
  /** As policies write it. */
  readonly names: readonly string[]
  /** What changed, in a sentence. */
  readonly change: string
  readonly since: Day | undefined
  /** Where to read on. */
  readonly source: string
  /** When somebody last looked there. */
  readonly looked?: Day | undefined
  /** `likely`: to be looked up before anybody rests on it. */
  readonly sure?: 'certain' | 'likely'
}

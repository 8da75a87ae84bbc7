// What a change to a scenario changes: which of many ways come out otherwise, milder ones first.
import { rulings, type Answers, type FindingKind, type Ruling, type Scenario } from '../guide/scenario.ts'
import { leadPlainly } from './lead.ts'

export interface RulingDifference {
  readonly way: SampledWay
  readonly before: Ruling
  readonly after: Ruling
  /** The rules that led to it now. */
  readonly because: readonly string[]
}

export interface SampledWay {
  readonly says: string
  readonly answers: Answers
  readonly found: readonly FindingKind[]
}

/** A prohibition that has become milder stands first; then what has become stricter. */
export function compareWays(before: Scenario, after: Scenario, ways: readonly SampledWay[]): RulingDifference[] {
  return ways
    .flatMap((way): RulingDifference[] => {
      const [was, is] = [before, after].map((each) => leadPlainly(each, way.answers, way.found))
      if (was === undefined || is === undefined || was.ruling === is.ruling) return []
      return [{ way, before: was.ruling, after: is.ruling, because: is.because.map(({ id }) => id) }]
    })
    .toSorted((one, two) => step(one) - step(two))
}

/** Negative where it has become milder. */
function step({ before, after }: RulingDifference): number {
  return rulings.indexOf(after) - rulings.indexOf(before)
}

/** `chance` gives numbers from 0 up to 1. A third of the ways come with findings. */
export function sampleWays({ questions, detections }: Scenario, count: number, chance: () => number): SampledWay[] {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)]
  return Array.from({ length: count }, (_, at) => {
    const answers = Object.fromEntries(questions.map(({ id, choices }) => [id, pick(choices)?.id ?? 'unknown']))
    const found = chance() < 1 / 3 ? detections.map(({ finds }) => finds).filter(() => chance() < 0.15) : []
    return { says: `way ${at + 1}`, answers, found }
  })
}

/** The same numbers for the same seed, so that two people see the same ways. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

// Shows the effect of a change to a scenario: which of many sampled ways now end differently, milder endings first.
import { rulings, type Answers, type FindingKind, type Ruling, type Scenario } from '../guide/scenario.ts'
import { leadPlainly } from './lead.ts'

export interface RulingDifference {
  readonly way: SampledWay
  readonly before: Ruling
  readonly after: Ruling
  /** The rules that now lead to it. */
  readonly because: readonly string[]
}

export interface SampledWay {
  readonly says: string
  readonly answers: Answers
  readonly found: readonly FindingKind[]
}

/** Prohibitions that became milder come first, then rulings that became stricter. */
export function compareWays(before: Scenario, after: Scenario, ways: readonly SampledWay[]): RulingDifference[] {
  return ways
    .flatMap((way): RulingDifference[] => {
      const [was, is] = [before, after].map((each) => leadPlainly(each, way.answers, way.found))
      if (was === undefined || is === undefined || was.ruling === is.ruling) return []
      return [{ way, before: was.ruling, after: is.ruling, because: is.because.map(({ id }) => id) }]
    })
    .toSorted((one, two) => step(one) - step(two))
}

/** Negative where the ruling became milder. */
function step({ before, after }: RulingDifference): number {
  return rulings.indexOf(after) - rulings.indexOf(before)
}

/** `chance` returns numbers from 0 up to, but not including, 1. A third of the ways come with findings. */
export function sampleWays({ questions, detections }: Scenario, count: number, chance: () => number): SampledWay[] {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)]
  return Array.from({ length: count }, (_, at) => {
    const answers = Object.fromEntries(questions.map(({ id, choices }) => [id, pick(choices)?.id ?? 'unknown']))
    const found = chance() < 1 / 3 ? detections.map(({ finds }) => finds).filter(() => chance() < 0.15) : []
    return { says: `way ${at + 1}`, answers, found }
  })
}

/** The same seed gives the same numbers, so that two people see the same ways. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

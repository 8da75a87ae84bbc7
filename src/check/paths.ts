// Every way through a scenario. Ways that leave the same things open have the same future, so each future is walked
// once.
import { settledRuling, silent, stepFrom, stillStricter } from './decide.ts'
import { factsOf } from './facts.ts'
import { weigh } from './rules.ts'
import type { Answers, FindingKind, Scenario, CheckStep, Verdict } from '../guide/scenario.ts'

/** A point that a check can reach. */
export interface Situation {
  /** Situations with equal keys have the same questions and rulings ahead of them. */
  readonly key: string
  readonly step: CheckStep
  /** One of the ways that lead here. */
  readonly answers: Answers
  /** Where each choice leads; empty when the check has ended. */
  readonly next: readonly { readonly choice: string; readonly key: string }[]
}

/**
 * Walks lazily: the start first, then every situation once. A way for which no rule applies ends in the rule `no-rule`.
 */
export async function* walk(scenario: Scenario, found: readonly FindingKind[] = []): AsyncGenerator<Situation> {
  const seen = new Set<string>()
  const waiting: Arrival[] = [await arrive(scenario, {}, found)]
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    const { key, step, answers } = here
    if (seen.has(key)) continue
    seen.add(key)
    const next: { choice: string; key: string }[] = []
    if (step.kind === 'ask') {
      for (const { id: choice } of step.question.choices) {
        const there = await arrive(scenario, { ...answers, [step.question.id]: choice }, found)
        next.push({ choice, key: there.key })
        if (!seen.has(there.key)) waiting.push(there)
      }
    }
    yield { key, step, answers, next }
  }
}

/** All situations at once. */
export async function walkAll(scenario: Scenario, found: readonly FindingKind[] = []): Promise<Situation[]> {
  const situations: Situation[] = []
  for await (const situation of walk(scenario, found)) situations.push(situation)
  return situations
}

type Arrival = Omit<Situation, 'next'>

async function arrive(scenario: Scenario, answers: Answers, found: readonly FindingKind[]): Promise<Arrival> {
  const facts = factsOf(scenario, answers, found)
  const standing = await weigh(scenario, facts)
  const step = stepFrom(scenario, { facts, standing })
  if (step.kind === 'conclude') return { key: keyOf(step.verdict), step, answers }
  const open = stillStricter(standing).map(({ rule, rest }) => [rule.ruling, rest])
  return { key: JSON.stringify([step.question.id, settledRuling(standing), open]), step, answers }
}

/** A way for which no rule applies is kept apart from ways that a rule sends to "ask first". */
function keyOf({ ruling, because }: Verdict): string {
  return because.includes(silent) ? silent.id : ruling
}

/**
 * How many ways there are, and how many questions the longest asks. `situations` are all situations of one scenario, in
 * the order of the walk.
 */
export function countWays(situations: readonly Situation[]): { readonly ways: number; readonly longest: number } {
  const byKey = new Map(situations.map((situation) => [situation.key, situation]))
  const counted = new Map<string, { ways: number; longest: number }>()
  const count = (key: string): { ways: number; longest: number } => {
    const before = counted.get(key)
    if (before !== undefined) return before
    const ahead = (byKey.get(key)?.next ?? []).map((next) => count(next.key))
    const result =
      ahead.length === 0
        ? { ways: 1, longest: 0 }
        : {
            ways: ahead.reduce((sum, { ways }) => sum + ways, 0),
            longest: 1 + Math.max(...ahead.map(({ longest }) => longest)),
          }
    counted.set(key, result)
    return result
  }
  const [start] = situations
  return start === undefined ? { ways: 0, longest: 0 } : count(start.key)
}

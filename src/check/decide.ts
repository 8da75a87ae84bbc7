// The next step of a check: the one question that can still change the ruling, or the verdict.
import { sayList } from '../kit/text.ts'
import { factsIn, factsOf } from './facts.ts'
import { weigh, type Possible, type Standing } from './rules.ts'
import {
  rulings,
  type Answers,
  type Facts,
  type FindingKind,
  type Ruling,
  type Scenario,
  type Step,
  type Verdict,
} from '../guide/scenario.ts'

/** Throws when a scenario comes to no ruling at all, which the inspection of knowledge finds beforehand. */
export async function decide(scenario: Scenario, answers: Answers, found: readonly FindingKind[]): Promise<Step> {
  const facts = factsOf(scenario, answers, found)
  return stepFrom(scenario, { facts, standing: await weigh(scenario, facts) })
}

/** The step that a standing leads to. */
export function stepFrom(scenario: Scenario, { facts, standing }: { facts: Facts; standing: Standing }): Step {
  const open = new Set(stillStricter(standing).flatMap(({ rest }) => factsIn(rest)))
  const question = scenario.questions.find(({ choices }) =>
    choices.some((choice) => Object.keys(choice.facts).some((fact) => open.has(fact))),
  )
  if (question !== undefined) return { kind: 'ask', question, facts }
  return { kind: 'conclude', verdict: verdictOf(scenario, { facts, standing }), facts }
}

/** The rules that could still make the ruling stricter than it is already certain to be. */
export function stillStricter(standing: Standing): readonly Possible[] {
  const settled = strictness(settledRuling(standing))
  return standing.possible.filter(({ rule }) => strictness(rule.ruling) > settled)
}

/** The strictest ruling that is certain, whatever is answered from here on. */
export function settledRuling({ certain }: Standing): Ruling | undefined {
  return rulings.findLast((ruling) => certain.some((rule) => rule.ruling === ruling))
}

function verdictOf(scenario: Scenario, { facts, standing }: { facts: Facts; standing: Standing }): Verdict {
  const { certain } = standing
  const ruling = settledRuling(standing)
  if (ruling === undefined) {
    const known = Object.entries(facts).map(([fact, value]) => `${fact} is ${value}`)
    throw new Error(`scenario ${scenario.id} comes to no ruling when ${sayList(known)}`)
  }
  const because = certain.filter((rule) => rule.ruling === ruling)
  const isProtected = certain.some((rule) => rule.ruling === 'not-for-this-tool')
  const also = certain.filter((rule) => rule.ruling !== ruling && rule.ruling !== 'go-ahead' && !isProtected)
  return { ruling, because, also }
}

function strictness(ruling: Ruling | undefined): number {
  return ruling === undefined ? -1 : rulings.indexOf(ruling)
}

// The next step of a check: the one question that can still change the ruling, or the verdict.
import { sortAnswers } from './aside.ts'
import { factsIn, factsOf } from './facts.ts'
import { weigh, type Possible, type RulesStanding } from './rules.ts'
import {
  rulings,
  type Answers,
  type Facts,
  type FindingKind,
  type Rule,
  type Ruling,
  type Scenario,
  type CheckStep,
  type Verdict,
} from '../guide/scenario.ts'

/**
 * Answers that no longer apply do not count (see aside.ts). Where no rule applies, the verdict is "ask first";
 * `inspect` finds such ways beforehand.
 */
export async function decide(scenario: Scenario, answers: Answers, found: readonly FindingKind[]): Promise<CheckStep> {
  const facts = factsOf(scenario, sortAnswers(scenario, answers, found).counting, found)
  return stepFrom(scenario, { facts, standing: await weigh(scenario, facts) })
}

/** The step for a given standing. */
export function stepFrom(
  scenario: Scenario,
  { facts, standing }: { facts: Facts; standing: RulesStanding },
): CheckStep {
  const open = new Set(stillStricter(standing).flatMap(({ rest }) => factsIn(rest)))
  const question = scenario.questions.find(({ choices }) =>
    choices.some((choice) => Object.keys(choice.facts).some((fact) => open.has(fact))),
  )
  if (question !== undefined)
    return { kind: 'ask', question, facts, settled: settledRuling(standing), could: couldBecome(standing) }
  return { kind: 'conclude', verdict: verdictOf(standing), facts }
}

/** The rules that could still make the ruling stricter than it already certainly is. */
export function stillStricter(standing: RulesStanding): readonly Possible[] {
  const settled = strictness(settledRuling(standing))
  return standing.possible.filter(({ rule }) => strictness(rule.ruling) > settled)
}

/** What the ruling could still become, mildest first. */
function couldBecome(standing: RulesStanding): Ruling[] {
  const open = new Set(stillStricter(standing).map(({ rule }) => rule.ruling))
  return rulings.filter((ruling) => open.has(ruling))
}

/** The strictest ruling that is certain, whatever is answered from here on. */
export function settledRuling({ certain }: RulesStanding): Ruling | undefined {
  return rulings.findLast((ruling) => certain.some((rule) => rule.ruling === ruling))
}

function verdictOf(standing: RulesStanding): Verdict {
  const { certain } = standing
  const ruling = settledRuling(standing)
  if (ruling === undefined) return { ruling: 'ask-first', because: [silent], also: [] }
  const because = certain.filter((rule) => rule.ruling === ruling)
  const isProtected = certain.some((rule) => rule.ruling === 'not-for-this-tool')
  const also = certain.filter((rule) => rule.ruling !== ruling && rule.ruling !== 'go-ahead' && !isProtected)
  return { ruling, because, also }
}

/** The last rule of every scenario: nothing is allowed merely because nobody thought of it. */
export const silent: Rule = {
  id: 'no-rule',
  ruling: 'ask-first',
  when: { all: [] },
  reason: 'No rule of this check covers what you have told me.',
  cites: undefined,
}

function strictness(ruling: Ruling | undefined): number {
  return ruling === undefined ? -1 : rulings.indexOf(ruling)
}

// Leads a check to its end by the plainest reading of the rules, without the engine. The analysis does this thousands
// of times.
import { rulings, type Answers, type FindingKind, type Rule, type Ruling, type Scenario } from '../guide/scenario.ts'
import { openFacts, rulesStanding } from './aside.ts'
import { choiceOf, factsOf } from './facts.ts'
import { silent } from './decide.ts'

export interface Led {
  readonly ruling: Ruling
  readonly because: readonly Rule[]
  readonly also: readonly Rule[]
  /** The questions that were asked, with the choices taken. */
  readonly asked: Answers
}

/** `answers` has a choice for every question that may be asked; a missing one counts as "I don't know". */
export function leadPlainly(scenario: Scenario, answers: Answers, found: readonly FindingKind[] = []): Led {
  const asked: Record<string, string> = {}
  for (;;) {
    const facts = factsOf(scenario, asked, found)
    const open = openFacts(scenario, facts)
    const next = scenario.questions.find(
      (question) =>
        !Object.hasOwn(asked, question.id) &&
        question.choices.some((choice) => Object.keys(choice.facts).some((fact) => open.has(fact))),
    )
    if (next === undefined) return endOf(scenario, asked, found)
    asked[next.id] = choiceOf(next, answers)?.id ?? 'unknown'
  }
}

function endOf(scenario: Scenario, asked: Answers, found: readonly FindingKind[]): Led {
  const certain = rulesStanding(scenario, factsOf(scenario, asked, found))
  const ruling = rulings.findLast((each) => certain.some((rule) => rule.ruling === each))
  if (ruling === undefined) return { ruling: 'ask-first', because: [silent], also: [], asked }
  const because = certain.filter((rule) => rule.ruling === ruling)
  return { ruling, because, also: certain.filter((rule) => rule.ruling !== ruling), asked }
}

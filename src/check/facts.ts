// What is known in a check: the values that the chosen answers and the findings in a draft give to each fact.
import type { Answers, Condition, Facts, FindingKind, Question, Scenario } from '../guide/scenario.ts'

/** Findings first, then answers: what a person says about their own draft counts for more than a detector. */
export function factsOf(scenario: Scenario, answers: Answers, found: readonly FindingKind[]): Facts {
  const seen = scenario.detections.filter(({ finds }) => found.includes(finds)).map(({ facts }) => facts)
  const said = scenario.questions.map((question) => choiceOf(question, answers)?.facts ?? {})
  return Object.fromEntries([...seen, ...said].flatMap((facts) => Object.entries(facts)))
}

/** The choice that was taken, if the question has been answered. */
export function choiceOf({ id, choices }: Question, answers: Answers): Question['choices'][number] | undefined {
  const taken = Object.hasOwn(answers, id) ? answers[id] : undefined
  return choices.find((choice) => choice.id === taken)
}

/** The names of the facts in a condition, each once, in order. */
export function factsIn(when: Condition): string[] {
  if ('all' in when) return [...new Set(when.all.flatMap(factsIn))]
  if ('any' in when) return [...new Set(when.any.flatMap(factsIn))]
  return [when.fact]
}

/** Every value that these could give to each fact. */
export function valuesByFact(givers: readonly { readonly facts: Facts }[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  for (const { facts } of givers) {
    for (const [fact, value] of Object.entries(facts)) values.set(fact, (values.get(fact) ?? new Set()).add(value))
  }
  return values
}

export type Leaf = Extract<Condition, { readonly fact: string }>

/** The single conditions that a condition is made of. */
export function leavesIn(when: Condition): Leaf[] {
  if ('all' in when) return when.all.flatMap(leavesIn)
  if ('any' in when) return when.any.flatMap(leavesIn)
  return [when]
}

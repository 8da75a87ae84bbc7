// Decides whether an answer still fits its scenario: cards outlive scenarios, and people mistype.
import { nearest, sayList } from '../kit/text.ts'
import type { Answers, Scenario } from '../guide/scenario.ts'

/** What is wrong with an answer, and which answers there are instead. */
export interface Misfit {
  readonly what: string
  readonly fix: string
}

export function misfitOf(
  { questions }: Scenario,
  { question: id, choice }: { readonly question: string; readonly choice: string },
): Misfit | undefined {
  const question = questions.find((each) => each.id === id)
  if (question === undefined) return { what: `there is no question "${id}"`, fix: suggest(id, questions) }
  if (question.choices.some((each) => each.id === choice)) return undefined
  return { what: `the question "${id}" has no choice "${choice}"`, fix: suggest(choice, question.choices) }
}

/** The answers that the scenario still has; all of them, unless the scenario changed. */
export function fittingAnswers(scenario: Scenario, answers: Answers): Answers {
  const fitting = Object.entries(answers).filter(
    ([question, choice]) => misfitOf(scenario, { question, choice }) === undefined,
  )
  return Object.fromEntries(fitting)
}

/** "Did you mean about? There is received, about and where." */
export function suggest(word: string, known: readonly { readonly id: string }[]): string {
  const ids = known.map(({ id }) => id)
  const near = nearest(word, ids)
  return `${near === undefined ? '' : `Did you mean ${near}? `}There is ${sayList(ids)}.`
}

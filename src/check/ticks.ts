// Several questions asked together as one list of things to tick. What is left empty counts as the harmless choice.
import type { Answers, Choice, FindingKind, Question, Scenario } from '../guide/scenario.ts'
import { openFacts, sortAnswers } from './aside.ts'
import { choiceOf, factsOf } from './facts.ts'

/** The questions that can be asked together now, starting with `next`. Fewer than two are not worth a list. */
export function questionsToTick(
  scenario: Scenario,
  next: Question,
  { answers, found }: { readonly answers: Answers; readonly found: readonly FindingKind[] },
): readonly Question[] {
  if (harmlessOf(next) === undefined) return []
  const { counting } = sortAnswers(scenario, answers, found)
  const open = openFacts(scenario, factsOf(scenario, counting, found))
  const together = scenario.questions.filter(
    (question) =>
      harmlessOf(question) !== undefined &&
      choiceOf(question, counting) === undefined &&
      question.choices.some(({ facts }) => Object.keys(facts).some((fact) => open.has(fact))),
  )
  return together.length < 2 ? [] : together
}

/** The choice that applies when nothing is ticked, where every other choice can be ticked. */
export function harmlessOf({ choices }: Question): Choice | undefined {
  const [harmless, ...more] = choices.filter((choice) => choice.harmless)
  const others = choices.filter((choice) => choice.harmless !== true && choice.id !== 'unknown')
  return more.length > 0 || others.some(({ tick }) => tick === undefined) ? undefined : harmless
}

/** The choices of a question that can be ticked, in order. */
export function ticksOf({ choices }: Question): readonly (Choice & { readonly tick: string })[] {
  return choices.flatMap((choice) => (choice.tick === undefined ? [] : [{ ...choice, tick: choice.tick }]))
}

/** The name of the field for a thing to tick. */
export function fieldOf(question: Question, choice: Choice): string {
  return `${question.id}-${choice.id}`
}

/** Where several are ticked in one question, the first counts, as in "choose the first that fits". */
export function answersTicked(
  questions: readonly Question[],
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const ticked = ticksOf(question).find((choice) => fields[fieldOf(question, choice)] === 'yes')
      const choice = ticked ?? harmlessOf(question)
      return choice === undefined ? [] : [[question.id, choice.id]]
    }),
  )
}

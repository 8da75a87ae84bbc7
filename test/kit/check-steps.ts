// Leads one situation through the cards of a check, as a person would press, and counts the steps and the words to
// read.
import { questionsToTick, ticksOf } from '../../src/check/ticks.ts'
import { decide } from '../../src/check/decide.ts'
import { choiceOf } from '../../src/check/facts.ts'
import type { Answers, FindingKind, Question, Ruling, Scenario } from '../../src/guide/scenario.ts'

export interface Steps {
  /** Cards on which something is pressed, from the first question to the ruling. */
  readonly steps: number
  /** Words of the questions, their help and all their choices. */
  readonly words: number
  /** Questions asked, without those answered at the start. */
  readonly questions: number
  readonly ruling: Ruling
}

/** `answers` gives the choice for each question; a question that is not in it gets the harmless choice. */
export async function stepsOf(
  scenario: Scenario,
  { answers, found = [] }: { readonly answers: Answers; readonly found?: readonly FindingKind[] },
): Promise<Steps> {
  const start = scenario.start?.answers ?? {}
  const usual = Object.entries(start).every(([question, choice]) => (answers[question] ?? choice) === choice)
  let given: Answers = usual ? start : {}
  let [steps, words, questions] = [0, 0, 0]
  for (;;) {
    const step = await decide(scenario, given, found)
    if (step.kind === 'conclude') return { steps, words, questions, ruling: step.verdict.ruling }
    const together = questionsToTick(scenario, step.question, { answers: given, found })
    const asked = together.length > 0 ? together : [step.question]
    steps += 1
    questions += asked.length
    words += together.length > 0 ? wordsOfTicks(together) : wordsOf(step.question)
    given = { ...given, ...Object.fromEntries(asked.map((each) => [each.id, choiceFor(each, answers)])) }
  }
}

function choiceFor(question: Question, answers: Answers): string {
  const harmless = question.choices.find((each) => each.harmless) ?? question.choices[0]
  return (choiceOf(question, answers) ?? harmless)?.id ?? 'unknown'
}

function wordsOf({ text, help = '', choices }: Question): number {
  return count([text, help, ...choices.map((each) => each.text)])
}

/** Counts the ticks with their title and the two buttons. */
function wordsOfTicks(questions: readonly Question[]): number {
  const frame = ['Tick what applies, leave the rest', 'Go on', 'Not sure: one by one']
  return count([...frame, ...questions.flatMap((each) => ticksOf(each).map(({ tick }) => tick))])
}

function count(texts: readonly string[]): number {
  return texts
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

// Compares what a card says with what the scenario says now. An answer that was given to other words is asked for
// again.
import { sha256 } from '../kit/hash.ts'
import type { Answers, Choice, Question, Scenario } from '../guide/scenario.ts'
import { choiceOf } from './facts.ts'

/** A short hash of the question's and the choice's words, by question id. */
export type AnswerHashes = Readonly<Record<string, string>>

export function wordsOfAnswers({ questions }: Pick<Scenario, 'questions'>, answers: Answers): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const choice = choiceOf(question, answers)
      return choice === undefined ? [] : [[question.id, wordsOfChoice(question, choice)]]
    }),
  )
}

export function wordsOfChoice({ text }: Question, choice: Choice): string {
  return short(`${text}\n${choice.text}`)
}

/** For a question that was shown as boxes to tick. */
export function wordsOfTicks({ choices }: Question): string {
  return short(choices.map(({ id, tick = '' }) => `${id} ${tick}`).join('\n'))
}

/** Older cards carry no hashes, so nothing is known about the words that were answered. */
export function answersInTheseWords(scenario: Scenario, answers: Answers, words: AnswerHashes = {}): Answers {
  const now = wordsOfAnswers(scenario, answers)
  return Object.fromEntries(
    Object.entries(answers).filter(([question]) => Object.hasOwn(words, question) && words[question] === now[question]),
  )
}

function short(text: string): string {
  return sha256(text).slice(0, 6)
}

// What a card says is held to what the scenario says now: an answer given to other words is asked for again.
import { sha256 } from '../kit/hash.ts'
import type { Answers, Choice, Question, Scenario } from '../guide/scenario.ts'
import { choiceOf } from './facts.ts'

/** By question id, a short hash of the question's and the choice's words. */
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

/** Of a question that was shown as a few things to tick. */
export function wordsOfTicks({ choices }: Question): string {
  return short(choices.map(({ id, tick = '' }) => `${id} ${tick}`).join('\n'))
}

/** Without hashes, as on older cards, nothing is known of the words that were answered. */
export function answersInTheseWords(scenario: Scenario, answers: Answers, words: AnswerHashes = {}): Answers {
  const now = wordsOfAnswers(scenario, answers)
  return Object.fromEntries(
    Object.entries(answers).filter(([question]) => Object.hasOwn(words, question) && words[question] === now[question]),
  )
}

function short(text: string): string {
  return sha256(text).slice(0, 6)
}

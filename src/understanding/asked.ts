// Which questions are asked before somebody signs an edition, and which of them they still have to answer.
import { placeWritten } from '../guide/written.ts'
import { sha256 } from '../kit/hash.ts'
import { sayEdition } from '../policy/cite.ts'
import type { Edition, Policy, UnderstandingQuestion } from '../policy/types.ts'
import type { RightAnswers } from '../standing/types.ts'

/** A question that is asked about an edition. */
export interface PlacedQuestion extends UnderstandingQuestion {
  /** Changes with every word of the question, so that an answer to other words does not count. */
  readonly key: string
  /** Where that edition has the section, which may be elsewhere than its owner wrote. */
  readonly place: string
}

/**
 * Empty where the school has none asked. A question whose section reads otherwise in this edition is not asked until
 * its owner has looked.
 */
export function questionsAsked(policy: Policy, edition: Edition): readonly PlacedQuestion[] {
  return policy.asksUnderstanding === true ? questionsWritten(policy, edition) : []
}

/** Those that could be asked, whether or not the school has them asked. */
export function questionsWritten(policy: Policy, edition: Edition): readonly PlacedQuestion[] {
  return (policy.understanding ?? []).flatMap((question) => {
    const place = placeWritten(policy, 'understanding', { ref: question.section, edition })
    return place === undefined ? [] : [{ ...question, key: keyOf(question), place }]
  })
}

/** In the order in which they are asked. Answers about another edition do not count. */
export function questionsLeft(
  asked: readonly PlacedQuestion[],
  answers: RightAnswers | undefined,
  { id }: Pick<Edition, 'id'>,
): readonly PlacedQuestion[] {
  const right = answers?.edition === id ? answers.keys : []
  return asked.filter(({ key }) => !right.includes(key))
}

/** What somebody chose is right if it is all that is right, and nothing else. */
export function isRight({ choices }: UnderstandingQuestion, chosen: readonly number[]): boolean {
  return choices.every(({ right }, at) => right === chosen.includes(at))
}

/** Whether several choices are right, so that people choose all of them. */
export function hasSeveral({ choices }: UnderstandingQuestion): boolean {
  return choices.filter(({ right }) => right).length > 1
}

/** The questions exactly as they were put, for the record: kept under its hash with a signature. */
export function questionsText(edition: Edition, asked: readonly PlacedQuestion[]): string {
  const title = `Questions about the ${edition.title}, edition ${sayEdition(edition)}`
  const each = asked.map(({ text, place, choices }, at) =>
    [
      `${at + 1}. ${text} (section ${place})`,
      ...choices.map((choice) => `- ${choice.right ? 'right' : 'wrong'}: ${choice.text}`),
    ].join('\n'),
  )
  return [title, ...each].join('\n\n')
}

function keyOf({ id, text, choices }: UnderstandingQuestion): string {
  return `${id}.${sha256(JSON.stringify([text, choices])).slice(0, 12)}`
}

// What stands on every card of a check: what a draft was seen to hold, and the answers so far, each with a way to change it.
import { buttons, plain, strong, text, type Block, type Button } from '../chat/cards.ts'
import { choiceOf } from './facts.ts'
import type { Answers, FindingKind, Question, Scenario } from '../guide/scenario.ts'

/** A person's way through a scenario, as a card carries it. */
export interface Way {
  readonly scenario: Scenario
  readonly answers: Answers
  readonly found: readonly FindingKind[]
  /** Set when the draft has just been read: what was seen is said even when it is nothing. */
  readonly freshly?: boolean
}

export function findings({ scenario, found, freshly }: Way): Block[] {
  const seen = scenario.detections.filter(({ finds }) => found.includes(finds))
  if (seen.length === 0) {
    return freshly
      ? [text('I looked through your draft and saw nothing that answers a question. I may have missed something.')]
      : []
  }
  const items = seen.map(({ says }) => plain(says))
  return [text(strong('In your draft')), { kind: 'list', ordered: false, items }]
}

/** The answers with a button to change each; `besides` is the question that is being asked. */
export function answersSoFar(way: Way, besides?: Question): Block[] {
  const { scenario, answers } = way
  const given = scenario.questions.flatMap((question) => {
    const choice = question.id === besides?.id ? undefined : choiceOf(question, answers)
    return choice === undefined ? [] : [{ question, choice }]
  })
  if (given.length === 0) return []
  return [
    { kind: 'heading', text: 'Your answers' },
    {
      kind: 'list',
      ordered: true,
      items: given.map(({ question, choice }) => [
        { text: `${question.label}: ` },
        { text: choice.text, style: 'strong' },
      ]),
    },
    buttons(
      ...given.map(({ question }, at): Button => ({
        label: `Change ${at + 1}`,
        spoken: `Change your answer to: ${question.text}`,
        action: { do: 'revisit', ...packable(way), question: question.id },
      })),
    ),
  ]
}

/** A way as a button carries it. */
export function packable({ scenario, answers, found }: Way) {
  return { scenario: scenario.id, answers: { ...answers }, found: [...found] }
}

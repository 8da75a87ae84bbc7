// What every card of a check shows: what was found in a draft, and the answers so far, each with a button to change it.
import { defined } from '../kit/defined.ts'
import { checkActions } from './actions.ts'
import { buttons, note, plain, strong, text, type Block, type Button, type Rich } from '../chat/cards.ts'
import { shorten } from '../kit/text.ts'
import { sortAnswers } from './aside.ts'
import { choiceOf } from './facts.ts'
import { wordsOfAnswers } from './words.ts'
import type { Answers, Finding, FindingKind, Question, Scenario } from '../guide/scenario.ts'

/** A person's way through a scenario, as a card carries it. */
export interface CheckWay {
  readonly scenario: Scenario
  readonly answers: Answers
  readonly found: readonly FindingKind[]
  /** The findings, shown on this one card when the draft has just been read. */
  readonly passages?: readonly Finding[]
  /** The person wants each question by itself. */
  readonly oneByOne?: boolean
  /** Set when the draft has just been read: then the card says what was found, even if that is nothing. */
  readonly freshly?: boolean
}

export function findings(way: CheckWay): Block[] {
  const { scenario, found, freshly, passages = [] } = way
  const seen = scenario.detections.filter(({ finds }) => found.includes(finds))
  if (seen.length === 0) {
    return freshly
      ? [text('I looked through your draft and saw nothing that answers a question. I may have missed something.')]
      : []
  }
  const items = seen.map(({ finds, says }): Rich => {
    const shown = passages.find(({ kind }) => kind === finds)?.passages.slice(0, mostPassages) ?? []
    return shown.length === 0 ? plain(says) : [{ text: `${says} ` }, { text: sayPassages(shown), style: 'mark' }]
  })
  return [text(strong('In your draft')), { kind: 'list', ordered: true, items }]
}

const mostPassages = 3
const longestPassage = 60

function sayPassages(passages: readonly string[]): string {
  return passages.map((passage) => `“${shorten(passage.replace(/\s+/g, ' '), longestPassage)}”`).join(', ')
}

/** A finding is a hint: one that counts can be set aside. */
export function settingAside(way: CheckWay): Block[] {
  const seen = way.scenario.detections.filter(({ finds }) => way.found.includes(finds))
  const row = seen.flatMap(({ finds, says, facts }, at): Button[] => {
    if (Object.keys(facts).length === 0 || finds === 'urgent') return []
    const without = { ...way, found: way.found.filter((kind) => kind !== finds) }
    return [
      {
        label: `${at + 1} is wrong`,
        spoken: `${at + 1} is wrong, set it aside: ${says}`,
        action: checkActions('resume', { ...packable(without) }),
      },
    ]
  })
  return row.length === 0 ? [] : [buttons(...row)]
}

/** Answers that no longer apply: the card says so, and keeps them for going back. */
export function setAside({ scenario, answers, found }: CheckWay): Block[] {
  const { aside } = sortAnswers(scenario, answers, found)
  const said = scenario.questions.flatMap((question) => {
    const choice = choiceOf(question, aside)
    return choice === undefined ? [] : [`${question.label}: ${choice.text}`]
  })
  if (said.length === 0) return []
  return [note(`No longer counted, and kept in case you change back: ${said.join(' · ')}.`)]
}

/** The answers, each with a button to change it; `besides` is the question that is being asked. */
export function answersSoFar(way: CheckWay, besides?: Question): Block[] {
  const { scenario, found } = way
  const answers = sortAnswers(scenario, way.answers, found).counting
  const given = scenario.questions.flatMap((question) => {
    const choice = question.id === besides?.id ? undefined : choiceOf(question, answers)
    return choice === undefined ? [] : [{ question, choice }]
  })
  if (given.length === 0) return setAside(way)
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
        spoken: `Change ${at + 1}, your answer to: ${question.text}`,
        action: checkActions('revisit', { ...packable(way), question: question.id }),
      })),
    ),
    ...setAside(way),
  ]
}

/** A way as a button carries it. */
export function packable({ scenario, answers, found, oneByOne }: CheckWay) {
  return {
    scenario: scenario.id,
    answers: { ...answers },
    found: [...found],
    words: wordsOfAnswers(scenario, answers),
    ...defined({ oneByOne: oneByOne === true ? oneByOne : undefined }),
  }
}

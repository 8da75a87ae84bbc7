// The cards of a check up to its end: the start, one question at a time, and the card for a check that is too old to go
// on with.
import { checkActions } from './actions.ts'
import {
  buttons,
  buttonsAmong,
  note,
  plain,
  strong,
  text,
  type Block,
  type Button,
  type Card,
  type Field,
} from '../chat/cards.ts'
import { sortAnswers } from './aside.ts'
import { choiceOf } from './facts.ts'
import { rulings, type Question, type Scenario, type CheckStep } from '../guide/scenario.ts'
import { fieldOf, ticksOf } from './ticks.ts'
import { answersSoFar, findings, packable, settingAside, type CheckWay } from './way.ts'
import { rulingTitle } from './wording.ts'
import { wordsOfAnswers, wordsOfTicks } from './words.ts'

/** A kept ruling in words; a ruling that this version does not know is shown as it was kept. */
export function sayRuling(kept: string): string {
  const ruling = rulings.find((each) => each === kept)
  return ruling === undefined ? kept : rulingTitle(ruling)
}

/**
 * The first question stands on the start card, which saves a step; `others` are further scenarios that can be started
 * here.
 */
export function showStart(scenario: Scenario, first: Question, others: readonly Scenario[] = []): Card {
  const { title, intro } = scenario
  const begun: CheckWay = { scenario, answers: scenario.start?.answers ?? {}, found: [] }
  return {
    title,
    tone: 'plain',
    summary: `${intro} ${first.text} You can also paste your draft, which is not kept.`,
    blocks: [
      text(intro),
      text(strong(first.text)),
      ...helpOf(first),
      buttonsAmong('answers', choiceButtons(begun, first)),
      ...otherwise(scenario),
      ...draftForm(scenario),
      ...scenarioButtons(others),
    ],
  }
}

/** For when it is not clear which check somebody means. */
export function showWhich(scenarios: readonly Scenario[]): Card {
  const title = 'What would you like to check?'
  return {
    title,
    tone: 'plain',
    summary: `${title} ${scenarios.map((each) => each.title).join(' · ')}`,
    blocks: [text('I have a few questions for each of these.'), ...scenarioButtons(scenarios)],
  }
}

function otherwise({ start, ...scenario }: Scenario): Block[] {
  if (start === undefined) return []
  const way = { scenario: { ...scenario, start }, answers: {}, found: [] }
  return [buttons({ label: start.otherwise, action: checkActions('resume', { ...packable(way) }) })]
}

/** Only for a scenario that reads drafts. */
function draftForm({ id, detections }: Scenario): Block[] {
  if (detections.length === 0) return []
  const field: Field = {
    kind: 'lines',
    id: 'draft',
    label: 'Paste your draft (it is not kept)',
    hint: 'I look for names, phone numbers and the like.',
    required: true,
    max: 5_000,
  }
  const submit = { label: 'Look at my draft', action: checkActions('draft', { scenario: id }) }
  return [{ kind: 'form', form: { fields: [field], submit } }]
}

function scenarioButtons(scenarios: readonly Scenario[]): Block[] {
  if (scenarios.length === 0) return []
  const row = scenarios.map(({ id, title }): Button => ({
    label: title,
    action: checkActions('check', { scenario: id }),
  }))
  return [buttons(...row)]
}

function helpOf({ help }: Question): Block[] {
  return help === undefined ? [] : [text(help)]
}

/** `standing` is the ruling so far and what it could still become. */
export function showQuestion(way: CheckWay, question: Question, standing: Pick<AskStep, 'settled' | 'could'>): Card {
  const { counting } = sortAnswers(way.scenario, way.answers, way.found)
  const asked = way.scenario.questions.filter((each) => choiceOf(each, counting) !== undefined).length
  return ask(way, question, { quietly: [`Question ${asked + 1}.`, ...soFar(standing)].join(' ') })
}

type AskStep = Extract<CheckStep, { kind: 'ask' }>

/** The ruling that is already certain and the strictest that it can become; nothing while none is certain. */
function soFar({ settled, could }: Pick<AskStep, 'settled' | 'could'>): string[] {
  if (settled === undefined) return []
  const [last = ''] = could.slice(-1).map(rulingTitle)
  return [`So far: “${rulingTitle(settled)}”. It can still become “${last}”.`]
}

/** Several questions as one list of things to tick. */
export function showTicks(
  way: CheckWay,
  questions: readonly Question[],
  standing: Pick<AskStep, 'settled' | 'could'>,
): Card {
  const fields = questions.flatMap((question) =>
    ticksOf(question).map((choice): Field => ({
      kind: 'check',
      id: fieldOf(question, choice),
      label: choice.tick,
      tick: 'Yes',
      required: false,
    })),
  )
  const packed = packable(way)
  const words = { ...packed.words, ...Object.fromEntries(questions.map((each) => [each.id, wordsOfTicks(each)])) }
  const title = 'Tick what applies, leave the rest'
  return {
    title,
    tone: 'plain',
    summary: `${title}.`,
    blocks: [
      ...findings(way),
      ...settingAside(way),
      {
        kind: 'form',
        form: {
          fields,
          submit: {
            label: 'Go on',
            action: checkActions('resume', { ...packed, words, ticks: questions.map(({ id }) => id) }),
          },
        },
      },
      buttons({
        label: 'Not sure: one by one',
        spoken: 'Not sure: one by one. Each is then a question of its own.',
        action: checkActions('resume', { ...packed, oneByOne: true }),
      }),
      ...soFar(standing).map(note),
      ...answersSoFar(way),
    ],
  }
}

/** A draft about something urgent: what to do now comes before the check. */
export function showUrgentFirst(way: CheckWay, urgent: Urgent, cite: (citation: Cited) => string): Card {
  const steps = urgent.steps.map((step) =>
    step.cites === undefined ? step.text : `${step.text} (${cite(step.cites)})`,
  )
  return {
    title: urgent.title,
    tone: 'urgent',
    summary: `${urgent.title}. ${steps.join(' ')}`,
    blocks: [
      { kind: 'list', ordered: true, items: steps.map(plain) },
      note('Steps with a section after them rest on the policy. The others are the school’s own signposts.'),
      buttons({ label: 'Go on with the check', action: checkActions('resume', { ...packable(way) }) }),
      note('Your draft was not kept.'),
    ],
  }
}

/** What the detector of urgent messages says about a draft. */
export interface Urgent {
  readonly id: string
  readonly title: string
  readonly steps: readonly { readonly text: string; readonly cites: Cited | undefined }[]
}
interface Cited {
  readonly policy: string
  readonly section: string
}

/** A question that was answered before, with the way back. */
export function showRevisited(way: CheckWay, question: Question): Card {
  const taken = choiceOf(question, way.answers)
  const keep: Button = { label: 'Keep my answer', action: checkActions('resume', { ...packable(way) }) }
  return ask(way, question, {
    above: taken === undefined ? [] : [text('You said: ', strong(taken.text)), buttons(keep)],
    quietly: 'Your other answers stay as they are.',
  })
}

function ask(
  way: CheckWay,
  question: Question,
  { above = [], quietly }: { above?: readonly Block[]; quietly: string },
): Card {
  const choices = choiceButtons(way, question)
  return {
    title: question.text,
    tone: 'plain',
    summary: `${question.text} ${choices.map(({ label }) => label).join(' · ')}`,
    blocks: [
      ...findings(way),
      ...(way.freshly === true ? settingAside(way) : []),
      ...above,
      ...helpOf(question),
      buttonsAmong('answers', choices),
      note(quietly),
      ...answersSoFar(way, question),
    ],
  }
}

function choiceButtons(way: CheckWay, question: Question): Button[] {
  const { words, ...packed } = packable(way)
  return question.choices.map(({ id, text: label }): Button => ({
    label,
    action: checkActions('answer', {
      ...packed,
      words: { ...words, ...wordsOfAnswers(way.scenario, { [question.id]: id }) },
      question: question.id,
      choice: id,
    }),
  }))
}

/**
 * For a card whose questions or choices the scenario no longer has: answers that fit are kept, the rest are asked
 * again.
 */
export function showOutdated(way: CheckWay): Card {
  const goOn: Button = {
    label: 'Go on with the answers that still fit',
    action: checkActions('resume', { ...packable(way) }),
    main: true,
  }
  const line =
    'The questions have changed since that card was made, so I can’t follow that button. Nothing else was changed.'
  return {
    title: 'That card is out of date',
    tone: 'plain',
    summary: `${line} You can start again.`,
    blocks: [
      text(line),
      buttons(...(Object.keys(way.answers).length > 0 ? [goOn] : []), {
        label: 'Start again',
        action: checkActions('check', { scenario: way.scenario.id }),
      }),
    ],
  }
}

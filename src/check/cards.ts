// The cards of a check up to its end: the start, one question at a time, and a card that is too old to follow.
import { buttons, note, strong, text, type Block, type Button, type Card } from '../chat/cards.ts'
import { choiceOf } from './facts.ts'
import { rulings, type Question, type Scenario } from '../guide/scenario.ts'
import { answersSoFar, findings, packable, type Way } from './way.ts'
import { rulingTitle } from './wording.ts'

/** A kept ruling in words; one that this version does not know is said as it was kept. */
export function sayRuling(kept: string): string {
  const ruling = rulings.find((each) => each === kept)
  return ruling === undefined ? kept : rulingTitle(ruling)
}

export function showStart({ id, title, intro }: Scenario): Card {
  return {
    title,
    tone: 'plain',
    summary: `${intro} You can paste your draft, which is not kept, or answer the questions at once.`,
    blocks: [
      text(intro),
      {
        kind: 'form',
        form: {
          fields: [
            {
              kind: 'lines',
              id: 'draft',
              label: 'Paste your draft (it is not kept)',
              hint: 'I look for phone numbers, names and the like, so that I need to ask less.',
              required: true,
              max: 5_000,
            },
          ],
          submit: { label: 'Look at my draft', action: { do: 'draft', scenario: id } },
        },
      },
      buttons({
        label: 'Ask me the questions instead',
        action: { do: 'resume', scenario: id, answers: {}, found: [] },
        main: true,
      }),
    ],
  }
}

export function showQuestion(way: Way, question: Question): Card {
  const asked = way.scenario.questions.filter((each) => choiceOf(each, way.answers) !== undefined).length
  return ask(way, question, { quietly: `Question ${asked + 1}. I ask only what can still change the answer.` })
}

/** A question that was answered before, with the way back. */
export function showRevisited(way: Way, question: Question): Card {
  const taken = choiceOf(question, way.answers)
  const keep: Button = { label: 'Keep my answer', action: { do: 'resume', ...packable(way) } }
  return ask(way, question, {
    above: taken === undefined ? [] : [text('You said: ', strong(taken.text)), buttons(keep)],
    quietly: 'Your other answers stay as they are.',
  })
}

function ask(
  way: Way,
  question: Question,
  { above = [], quietly }: { above?: readonly Block[]; quietly: string },
): Card {
  const choices = question.choices.map(({ id, text: label }): Button => ({
    label,
    action: { do: 'answer', ...packable(way), question: question.id, choice: id },
  }))
  return {
    title: question.text,
    tone: 'plain',
    summary: `${question.text} ${choices.map(({ label }) => label).join(' · ')}`,
    blocks: [
      ...findings(way),
      ...above,
      ...(question.help === undefined ? [] : [text(question.help)]),
      buttons(...choices),
      note(quietly),
      ...answersSoFar(way, question),
    ],
  }
}

/** When a card speaks of questions or choices that the scenario no longer has: what fits is kept, the rest asked anew. */
export function showOutdated(way: Way): Card {
  const goOn: Button = {
    label: 'Go on with the answers that still fit',
    action: { do: 'resume', ...packable(way) },
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
        action: { do: 'check', scenario: way.scenario.id },
      }),
    ],
  }
}

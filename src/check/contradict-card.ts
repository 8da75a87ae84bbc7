// Shows two answers that do not go together side by side; the person says which of them is right.
import { buttons, note, strong, text, type Card } from '../chat/cards.ts'
import { checkActions } from './actions.ts'
import type { Contradiction } from './contradict.ts'
import { answersSoFar, packable, type CheckWay } from './way.ts'
import { wordsOfAnswers } from './words.ts'

export function showContradiction(way: CheckWay, { counts, aside }: Contradiction): Card {
  const others = Object.fromEntries(Object.entries(way.answers).filter(([id]) => id !== aside.question.id))
  const settled = packable({ ...way, answers: others })
  const own = wordsOfAnswers(way.scenario, { [counts.question.id]: counts.choice.id })
  const line = 'Two of your answers do not go together, so I ask before I rule.'
  return {
    title: 'Which of these is right?',
    tone: 'plain',
    summary: line,
    blocks: [
      text(line),
      text(`${counts.question.label}: `, strong(counts.choice.text)),
      text(`${aside.question.label}: `, strong(aside.choice.text)),
      buttons(
        {
          label: `Change “${counts.question.label}”`,
          action: checkActions('revisit', { ...packable(way), question: counts.question.id }),
        },
        {
          label: `“${aside.question.label}” no longer holds`,
          action: checkActions('answer', {
            ...settled,
            words: { ...settled.words, ...own },
            question: counts.question.id,
            choice: counts.choice.id,
          }),
        },
      ),
      note('Nothing is ruled yet.'),
      ...answersSoFar(way),
    ],
  }
}

// Answers as people get them: known questions of every section of the project's own policy.
import { showAnswer } from '../../../src/asking/cards.ts'
import type { Card } from '../../../src/chat/cards.ts'
import { ask } from '../../../src/search/ask.ts'
import type { Answer } from '../../../src/search/types.ts'
import { openDesk } from '../../../src/turn/desk.ts'
import { theLibrary } from '../library.ts'

export interface Typical {
  readonly question: string
  readonly outcome: Answer['outcome']
  readonly card: Card
}

export function typicalAnswers(): Typical[] {
  const library = theLibrary()
  const { shelf, index } = openDesk(library)(new Date('2026-11-23T09:00:00Z'))
  const questions = [...library.asked.values()].flatMap((sections) =>
    [...sections.values()].flatMap(({ asked }) => asked.slice(0, 2)),
  )
  return questions.map((question) => {
    const answer = ask(index, question)
    const card = showAnswer(answer, {
      shelf,
      question: '7f9c2a1e-4f7b-4c55-9a3e-2d0c1b8e6f01',
      scenario: undefined,
      contact: undefined,
      shareAs: undefined,
    })
    return { question, outcome: answer.outcome, card }
  })
}

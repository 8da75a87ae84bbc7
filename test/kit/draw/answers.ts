// Answers as people get them: to known questions of every section of the project's own policy.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
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
  const questions = [...theLibrary().asked.values()].flatMap((sections) =>
    [...sections.values()].flatMap(({ asked }) => asked.slice(0, 2)),
  )
  return answersTo(questions)
}

/** Answers to the benchmark's questions, which the authors of the knowledge had not seen. */
export function benchAnswers(): Typical[] {
  const lines = readFileSync('test/bench/questions.jsonl', 'utf8').trim().split('\n')
  return answersTo(lines.map((line) => Asked.parse(JSON.parse(line)).q))
}

const Asked = z.object({ q: z.string() })

function answersTo(questions: readonly string[]): Typical[] {
  const { shelf, index } = openDesk(theLibrary())(new Date('2026-11-23T09:00:00Z'))
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

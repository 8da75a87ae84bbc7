// A policy of questions and answers: each question is a section.
import type { SourceBlock, Heading } from './types.ts'

/** Undefined where the document is not made of questions after a "Q" and answers after an "A". */
export function findQuestions(blocks: readonly SourceBlock[]): Heading[] | undefined {
  const places = blocks.flatMap(({ text, plain }, at) => (!plain && question.test(text) ? [at] : []))
  const answered = places.filter((at) => blocks.slice(at + 1, at + 3).some(({ text }) => answer.test(text)))
  if (answered.length < 2 || answered.length < places.length / 2) return undefined
  return places.map((at) => {
    const title = (blocks[at]?.text ?? '').replace(question, '')
    return { at, depth: 1, number: undefined, title, isText: false }
  })
}

const question = /^(?:Q|Question)\s?\d{0,2}\s?[:.)–-]\s*(?=\S)/
const answer = /^(?:A|Answer)\s?\d{0,2}\s?[:.)–-]\s*\S/

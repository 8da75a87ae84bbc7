// Groups questions that say the same thing in other words, for people who look after a policy.
import { subjectTerms } from './terms.ts'

export interface QuestionGroup {
  /** The latest questions. */
  readonly id: string
  readonly questions: readonly string[]
  readonly count: number
}

/** Those about the same thing together, the most asked first. */
export function groupQuestions(questions: readonly { readonly id: string; readonly text: string }[]): QuestionGroup[] {
  const groups = new Map<string, { id: string; texts: string[] }>()
  for (const { id, text } of questions) {
    const about = [...new Set(subjectTerms(text))].toSorted().join(' ') || text
    const group = groups.get(about) ?? { id, texts: [] }
    group.texts.push(text)
    groups.set(about, group)
  }
  return [...groups.values()]
    .map(({ id, texts }) => ({ id, questions: [...new Set(texts)], count: texts.length }))
    .toSorted((a, b) => b.count - a.count)
}

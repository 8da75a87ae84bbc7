// Measures how well questions find their section, against plain lunr over the same sections in the same run.
import { readFileSync } from 'node:fs'
import lunr from 'lunr'
import { openDesk } from '../../src/turn/desk.ts'
import type { Library } from '../../src/turn/library.ts'
import { wordsOf } from '../../src/kit/text.ts'
import { textOf } from '../../src/policy/text.ts'
import { ask } from '../../src/search/ask.ts'

interface Question {
  readonly id: string
  readonly q: string
  readonly expect: readonly string[]
}

interface Answered {
  readonly sections: readonly string[]
  readonly certainty: number
  readonly outcome?: string
}

function everyQuestion(): Question[] {
  return readFileSync('test/bench/questions.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question)
}

/**
 * Figures for the project's own policy, by sections; `taken` is the share of covered questions that get another policy
 * first.
 */
export function ownFigures(answer: (q: string) => Answered): { readonly figures: string; readonly taken: number } {
  const questions = everyQuestion()
  const answers = questions.map(({ q }) => answer(q))
  const covered = answers.filter((_, at) => (questions[at]?.expect.length ?? 0) > 0)
  const elsewhere = covered.filter(({ sections: [first = ''] }) => /^[a-z][a-z-]+$/.test(first))
  return { figures: figures(questions, answers), taken: elsewhere.length / covered.length }
}

export function benchQuestions(library: Library, now: Date): string[] {
  const all = everyQuestion()
  // Questions that the knowledge contains word for word would measure nothing.
  const known = new Set(
    [...library.asked.values()].flatMap((sections) => [...sections.values()].flatMap(({ asked }) => asked.map(bare))),
  )
  const questions = all.filter(({ q }) => !known.has(bare(q)))
  const ours = questions.map(({ q }) => ourAnswer(library, now)(q))
  const plain = questions.map(({ q }) => plainLunr(library, now)(q))
  return [
    `${questions.length} questions, ${questions.filter(({ expect }) => expect.length === 0).length} of them not covered; ${all.length - questions.length} left out that the knowledge holds word for word`,
    `  policy guide  ${figures(questions, ours)}`,
    `  plain lunr    ${figures(questions, plain)}`,
    `  outcomes      covered: ${outcomes(questions, ours, true)}; not covered: ${outcomes(questions, ours, false)}`,
  ]
}

const memo = new Map<Library, Map<string, (q: string) => Answered>>()
function once(library: Library, name: string, make: () => (q: string) => Answered): (q: string) => Answered {
  const made = memo.get(library) ?? new Map<string, (q: string) => Answered>()
  memo.set(library, made)
  const found = made.get(name) ?? make()
  made.set(name, found)
  return found
}

function ourAnswer(library: Library, now: Date): (q: string) => Answered {
  return once(library, 'ours', () => {
    const { index } = openDesk(library)(now)
    return (q) => {
      const { matches, certainty, outcome } = ask(index, q)
      return { sections: matches.map(({ section }) => section.ref), certainty, outcome }
    }
  })
}

/** The obvious baseline: lunr's defaults over title and text, with lunr's query syntax removed from the question. */
function plainLunr(library: Library, now: Date): (q: string) => Answered {
  return once(library, 'plain', () => {
    const { shelf } = openDesk(library)(now)
    const index = lunr(function () {
      this.ref('ref')
      this.field('title')
      this.field('text')
      for (const { id } of library.policies) {
        for (const section of shelf.edition(id)?.sections ?? []) {
          this.add({ ref: section.ref, title: section.title, text: textOf(section) })
        }
      }
    })
    return (q) => {
      const found = index.search(q.replace(/[^\p{L}\p{N}\s]/gu, ' '))
      return { sections: found.map(({ ref }) => ref), certainty: found[0]?.score ?? 0 }
    }
  })
}

function figures(questions: readonly Question[], answers: readonly Answered[]): string {
  const covered = questions.flatMap(({ expect }, at) => (expect.length > 0 ? [{ expect, answer: answers[at] }] : []))
  const share = (most: number) =>
    covered.filter(({ expect, answer }) => answer?.sections.slice(0, most).some((ref) => expect.includes(ref))).length /
    covered.length
  return `first ${percent(share(1))}, in the first three ${percent(share(3))}, covered or not AUROC ${auroc(questions, answers).toFixed(3)}`
}

/** The probability that a covered question gets more certainty than an uncovered one; ties count half. */
function auroc(questions: readonly Question[], answers: readonly Answered[]): number {
  const of = (covered: boolean) =>
    questions.flatMap(({ expect }, at) => (expect.length > 0 === covered ? [answers[at]?.certainty ?? 0] : []))
  const [yes, no] = [of(true), of(false)]
  let won = 0
  for (const a of yes) for (const b of no) won += a > b ? 1 : Number(a === b) / 2
  return won / (yes.length * no.length)
}

function outcomes(questions: readonly Question[], answers: readonly Answered[], covered: boolean): string {
  const of = answers.filter((_, at) => (questions[at]?.expect.length ?? 0) > 0 === covered)
  return ['answered', 'unsure', 'not-covered']
    .map((kind) => `${kind} ${percent(of.filter(({ outcome }) => outcome === kind).length / of.length)}`)
    .join(', ')
}

function bare(question: string): string {
  return wordsOf(question).join(' ')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

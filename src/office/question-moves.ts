// What a known question would change: its own answer, and every other answer that moves.
import { saySection } from '../policy/cite.ts'
import { ask } from '../search/ask.ts'
import type { SearchIndex } from '../search/build.ts'

export interface Move {
  readonly question: string
  readonly before: string
  readonly after: string
}

export interface Moved {
  readonly own: Move
  readonly others: readonly Move[]
  /** How many were tried. */
  readonly tried: number
}

/** Tried with recent questions, and with the known questions of the policy, or of all where none is named. */
export function movedBy(
  before: SearchIndex,
  after: SearchIndex,
  { question, others, policy }: { question: string; others: readonly string[]; policy: string | undefined },
): Moved {
  const known = before.sections.flatMap(({ edition, asked }) =>
    policy === undefined || edition.policy === policy ? (asked?.asked ?? []) : [],
  )
  const tried = [...new Set([...others, ...known])].filter((each) => each !== question).slice(0, mostTried)
  const moveOf = (each: string): Move => ({
    question: each,
    before: sayFound(before, each),
    after: sayFound(after, each),
  })
  return {
    own: moveOf(question),
    others: tried.map(moveOf).filter((each) => each.before !== each.after),
    tried: tried.length,
  }
}

const mostTried = 300

export function sayFound(index: SearchIndex, question: string): string {
  const { outcome, matches } = ask(index, question)
  const [best] = matches
  if (best === undefined || outcome === 'not-covered') return 'not in the policies'
  const place = `${best.edition.title}, ${saySection(best.section)}`
  return outcome === 'answered' ? place : `unsure, perhaps ${place}`
}

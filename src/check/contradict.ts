// Finds answers that contradict each other after a late change: one that no longer counts but would have made the
// ruling stricter. The person is asked about it; it is never quietly dropped.
import {
  rulings,
  type Answers,
  type Choice,
  type FindingKind,
  type Question,
  type Scenario,
} from '../guide/scenario.ts'
import { sortAnswers } from './aside.ts'
import { choiceOf } from './facts.ts'
import { leadPlainly } from './lead.ts'

export interface Contradiction {
  /** The answer that counts now and rules out the other. */
  readonly counts: { readonly question: Question; readonly choice: Choice }
  readonly aside: { readonly question: Question; readonly choice: Choice }
}

/**
 * The first contradiction there is. Where the ruling is as strict without it, as in a protected matter, there is
 * nothing to ask.
 */
export function contradictionIn(
  scenario: Scenario,
  answers: Answers,
  found: readonly FindingKind[],
): Contradiction | undefined {
  const { counting, aside } = sortAnswers(scenario, answers, found)
  const dropped = taken(scenario, aside).filter(({ choice }) => choice.harmless !== true && choice.id !== unsure)
  if (dropped.length === 0) return undefined
  const now = strictness(scenario, counting, found)
  for (const aside of dropped)
    for (const counts of taken(scenario, counting).filter(({ choice }) => choice.id !== unsure))
      if (hidesStricter(scenario, { answers, found, now, counts, aside })) return { counts, aside }
  return undefined
}

const unsure = 'unknown'

/**
 * Whether another answer in place of the one that counts would let the set-aside answer count, and whether that alone
 * makes the ruling stricter.
 */
function hidesStricter(
  scenario: Scenario,
  {
    answers,
    found,
    now,
    counts,
    aside,
  }: Contradiction & { readonly answers: Answers; readonly found: readonly FindingKind[]; readonly now: number },
): boolean {
  const calm = aside.question.choices.find(({ harmless }) => harmless)
  if (calm === undefined) return false
  return counts.question.choices.some(({ id }) => {
    if (id === counts.choice.id || id === unsure) return false
    const otherwise = { ...answers, [counts.question.id]: id }
    const { counting } = sortAnswers(scenario, otherwise, found)
    if (!Object.hasOwn(counting, aside.question.id)) return false
    const then = strictness(scenario, counting, found)
    return then > now && then > strictness(scenario, { ...counting, [aside.question.id]: calm.id }, found)
  })
}

function taken(scenario: Scenario, answers: Answers) {
  return scenario.questions.flatMap((question) => {
    const choice = choiceOf(question, answers)
    return choice === undefined ? [] : [{ question, choice }]
  })
}

function strictness(scenario: Scenario, answers: Answers, found: readonly FindingKind[]): number {
  return rulings.indexOf(leadPlainly(scenario, answers, found).ruling)
}

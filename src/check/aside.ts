// Which answers still count after one of them was changed: an answer to a question that would no longer be asked is set aside.
import {
  rulings,
  type Answers,
  type Condition,
  type Facts,
  type FindingKind,
  type Rule,
  type Scenario,
} from '../guide/scenario.ts'
import { choiceOf, factsOf, valuesByFact } from './facts.ts'

export interface Sorted {
  readonly counting: Answers
  /** Kept for the way back, and never part of a ruling. */
  readonly aside: Answers
}

/** Question by question in their order, each judged by the answers before it that count. */
export function sortAnswers(scenario: Scenario, answers: Answers, found: readonly FindingKind[]): Sorted {
  const counting: Record<string, string> = {}
  const aside: Record<string, string> = {}
  for (const question of scenario.questions) {
    const choice = choiceOf(question, answers)
    if (choice === undefined) continue
    const own = new Set(question.choices.flatMap(({ facts }) => Object.keys(facts)))
    const before = Object.entries(factsOf(scenario, counting, found)).filter(([fact]) => !own.has(fact))
    const matters = [...openFacts(scenario, Object.fromEntries(before), 'any')].some((fact) => own.has(fact))
    ;(matters ? counting : aside)[question.id] = choice.id
  }
  return { counting, aside }
}

/**
 * The facts on which a ruling stricter than the certain one still hangs, by the plainest reading of the rules; or on which
 * any rule hangs, as a further reason. Beside a protected or an urgent matter there are no further reasons.
 */
export function openFacts(
  scenario: Scenario,
  facts: Facts,
  which: 'stricter' | 'any' = 'stricter',
): ReadonlySet<string> {
  const asked = askedValues(scenario)
  const read = scenario.rules.map((rule) => ({ rule, open: openIn(rule.when, facts, asked) }))
  const settled = Math.max(-1, ...read.filter(({ open }) => open?.size === 0).map(({ rule }) => strictness(rule)))
  const least = which === 'any' && settled < rulings.indexOf('not-for-this-tool') ? -1 : settled
  return new Set(read.filter(({ rule }) => strictness(rule) > least).flatMap(({ open }) => [...(open ?? [])]))
}

/** The rules that hold whatever is answered from here on. */
export function rulesStanding(scenario: Scenario, facts: Facts): Rule[] {
  const asked = askedValues(scenario)
  return scenario.rules.filter(({ when }) => openIn(when, facts, asked)?.size === 0)
}

function strictness({ ruling }: Rule): number {
  return rulings.indexOf(ruling)
}

function askedValues({ questions }: Scenario): ReadonlyMap<string, ReadonlySet<string>> {
  const known = remembered.get(questions) ?? valuesByFact(questions.flatMap(({ choices }) => choices))
  remembered.set(questions, known)
  return known
}
const remembered = new WeakMap<Scenario['questions'], ReadonlyMap<string, ReadonlySet<string>>>()

/** Nothing where it cannot hold any more; no facts where it holds. */
function openIn(
  when: Condition,
  facts: Facts,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> | undefined {
  if ('all' in when) {
    const parts = when.all.map((each) => openIn(each, facts, asked))
    return parts.includes(undefined) ? undefined : new Set(parts.flatMap((part) => [...(part ?? [])]))
  }
  if ('any' in when) {
    const parts = when.any.flatMap((each) => openIn(each, facts, asked) ?? [])
    if (parts.length === 0) return undefined
    return parts.some(({ size }) => size === 0) ? new Set() : new Set(parts.flatMap((part) => [...part]))
  }
  const wanted = when.operator === 'in' ? when.value : [when.value]
  const value = facts[when.fact]
  if (value !== undefined) return wanted.includes(value) ? new Set() : undefined
  return wanted.some((each) => asked.get(when.fact)?.has(each)) ? new Set([when.fact]) : undefined
}

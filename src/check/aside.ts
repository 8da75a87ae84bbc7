// Decides which answers still count after one of them was changed: an answer to a question that would no longer be
// asked is set aside.
import {
  rulings,
  type Answers,
  type Condition,
  type Facts,
  type FindingKind,
  type Rule,
  type Scenario,
} from '../guide/scenario.ts'
import { choiceOf, factsOf, valuesByFact, type Leaf } from './facts.ts'

export interface Sorted {
  readonly counting: Answers
  /** Kept for going back, and never part of a ruling. */
  readonly aside: Answers
}

/** Questions are taken in order, each judged by the earlier answers that count. */
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
 * The facts that could still lead to a stricter ruling than the certain one, by the plainest reading of the rules;
 * where no stricter one is possible, the facts that could add a reason. A protected or urgent matter has no additional
 * reasons.
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

/** The rules that will hold whatever is answered from here on. */
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

/**
 * No result where the condition can no longer hold; an empty list where it already holds. It looks no further than
 * necessary, because each step of a check reads every rule once for each answer.
 */
function openIn(when: Condition, facts: Facts, asked: ReadonlyMap<string, ReadonlySet<string>>): Open | undefined {
  if ('all' in when) return openInAll(when.all, facts, asked)
  if ('any' in when) return openInAny(when.any, facts, asked)
  const value = facts[when.fact]
  if (value !== undefined) return wants(when, value) ? nothing : undefined
  const values = asked.get(when.fact)
  if (values === undefined) return undefined
  const could = when.operator === 'in' ? when.value.some((each) => values.has(each)) : values.has(when.value)
  return could ? new Set([when.fact]) : undefined
}

type Open = ReadonlySet<string>
const nothing: Open = new Set()

function wants(leaf: Leaf, value: string): boolean {
  return leaf.operator === 'in' ? leaf.value.includes(value) : leaf.value === value
}

/** One part that cannot hold is enough. */
function openInAll(
  parts: readonly Condition[],
  facts: Facts,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): Open | undefined {
  let open = nothing
  for (const part of parts) {
    const each = openIn(part, facts, asked)
    if (each === undefined) return undefined
    if (each.size > 0) open = open.size === 0 ? each : new Set([...open, ...each])
  }
  return open
}

/** One part that holds is enough. */
function openInAny(
  parts: readonly Condition[],
  facts: Facts,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): Open | undefined {
  let open: Open | undefined
  for (const part of parts) {
    const each = openIn(part, facts, asked)
    if (each?.size === 0) return nothing
    if (each !== undefined) open = open === undefined ? each : new Set([...open, ...each])
  }
  return open
}

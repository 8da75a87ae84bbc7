// Applies the facts so far to the rules: which rules hold for certain, and which could still come to hold. The only
// file that uses json-rules-engine. Each run has an engine of its own, because runs on one engine disturb each other.
import type { RuleResult, TopLevelConditionResult } from 'json-rules-engine'
import { factsIn, valuesByFact } from './facts.ts'
import type { Condition, Facts, Rule, Scenario } from '../guide/scenario.ts'

/** In the scenario's order. */
export interface RulesStanding {
  readonly certain: readonly Rule[]
  readonly possible: readonly Possible[]
}

export interface Possible {
  readonly rule: Rule
  /** The part of the rule's condition that depends on facts nobody has given yet. */
  readonly rest: Condition
}

/** An open fact: nobody has given it. It could still take one of these values, and has none of them yet. */
interface Open {
  readonly couldBe: ReadonlySet<string>
}

/**
 * One run of the rules in which an open fact matches every value that a question could give it. A rule that holds by
 * open facts is possible; one that holds without them is certain. This is sound because conditions only ever test for
 * values (`all`, `any`, `equal`, `in`): giving a fact can rule a condition out or settle it, but never reverse it.
 */
export async function weigh(scenario: Scenario, facts: Facts): Promise<RulesStanding> {
  // Loaded with the first check, so that starting the program does not wait for it.
  const { Engine } = await import('json-rules-engine')
  const engine = new Engine([], { replaceFactsInEventParams: false })
  engine.addOperator<string | Open, string>('equal', (fact, value) =>
    isOpen(fact) ? fact.couldBe.has(value) : fact === value,
  )
  engine.addOperator<string | Open, readonly string[]>('in', (fact, values) =>
    isOpen(fact) ? values.some((value) => fact.couldBe.has(value)) : values.includes(fact),
  )
  for (const { id, when } of scenario.rules) {
    if (isRuledOut(when, facts)) continue
    engine.addRule({ name: id, conditions: asTopLevel(when), event: { type: id } })
  }
  const { results } = await engine.run(given(scenario, facts))
  return sortOut(scenario.rules, new Map(results.map((result) => [result.name, result])))
}

/**
 * A fact that was given contradicts the condition. The engine would find the same, but it copies every condition that
 * it receives.
 */
function isRuledOut(when: Condition, facts: Facts): boolean {
  if ('all' in when) return when.all.some((each) => isRuledOut(each, facts))
  if ('any' in when) return when.any.every((each) => isRuledOut(each, facts))
  const value = facts[when.fact]
  if (value === undefined) return false
  return when.operator === 'in' ? !when.value.includes(value) : when.value !== value
}

/** The engine reports rules in the order in which they finish, so the scenario's order is restored. */
function sortOut(rules: readonly Rule[], held: ReadonlyMap<string, RuleResult>): RulesStanding {
  const certain: Rule[] = []
  const possible: Possible[] = []
  for (const rule of rules) {
    const result = held.get(rule.id)
    if (result === undefined) continue
    const rest = restOf(asOutcome(result.conditions))
    if (rest === undefined) certain.push(rule)
    else possible.push({ rule, rest })
  }
  return { certain, possible }
}

/** Every fact that a rule names, because the engine must not meet one it was not given. */
function given(scenario: Scenario, facts: Facts): Record<string, string | Open> {
  return Object.fromEntries([...opensOf(scenario)].map(([fact, open]) => [fact, facts[fact] ?? open]))
}

function opensOf({ questions, rules }: Scenario): ReadonlyMap<string, Open> {
  const known = opens.get(rules)
  if (known?.questions === questions) return known.made
  const couldBe = valuesByFact(questions.flatMap(({ choices }) => choices))
  // A fact that only a detector gives is never open: what was not detected is absent.
  const made = new Map(
    rules
      .flatMap(({ when }) => factsIn(when))
      .map((fact) => [fact, { couldBe: couldBe.get(fact) ?? new Set<string>() }]),
  )
  opens.set(rules, { questions, made })
  return made
}

// Remembered, because it is the same for every step of a check and takes nine tenths of its time.
const opens = new WeakMap<
  Scenario['rules'],
  { readonly questions: Scenario['questions']; readonly made: ReadonlyMap<string, Open> }
>()

function isOpen(fact: string | Open): fact is Open {
  return typeof fact !== 'string'
}

type Leaf = Exclude<Condition, { readonly all: unknown } | { readonly any: unknown }>
type Outcome =
  | { readonly result: boolean; readonly all: readonly Outcome[] }
  | { readonly result: boolean; readonly any: readonly Outcome[] }
  | (Leaf & { readonly result: boolean; readonly factResult: string | Open })

/** The open part of a condition that could hold; undefined where nothing is open, so that it holds whatever comes. */
function restOf(outcome: Outcome): Condition | undefined {
  if ('all' in outcome) {
    const rests = outcome.all.flatMap((each) => restOf(each) ?? [])
    return rests.length > 1 ? { all: rests } : rests[0]
  }
  if ('any' in outcome) {
    const rests = outcome.any.filter(({ result }) => result).map(restOf)
    const open = rests.flatMap((rest) => rest ?? [])
    if (open.length < rests.length) return undefined
    return open.length > 1 ? { any: open } : open[0]
  }
  if (!isOpen(outcome.factResult)) return undefined
  const { fact } = outcome
  return outcome.operator === 'in'
    ? { fact, operator: 'in', value: outcome.value }
    : { fact, operator: 'equal', value: outcome.value }
}

/** The engine requires `all` or `any` at the top. */
function asTopLevel(when: Condition) {
  return thaw('all' in when || 'any' in when ? when : { all: [when] })
}

type Thawed = { all: Thawed[] } | { any: Thawed[] } | { fact: string; operator: string; value: string | string[] }

function thaw(
  when: Extract<Condition, { readonly all: unknown } | { readonly any: unknown }>,
): { all: Thawed[] } | { any: Thawed[] } {
  return 'all' in when ? { all: when.all.map(thawAny) } : { any: when.any.map(thawAny) }
}

function thawAny(when: Condition): Thawed {
  if ('all' in when || 'any' in when) return thaw(when)
  return { ...when, value: typeof when.value === 'string' ? when.value : [...when.value] }
}

// The engine's types allow a result to be missing. After a run, every condition that was reached has one, and
// conditions of equal priority, as ours are, are all reached.
function asOutcome(conditions: TopLevelConditionResult): Outcome {
  return conditions as unknown as Outcome
}

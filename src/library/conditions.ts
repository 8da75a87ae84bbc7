// Reads a rule's condition, and finds what it may not contain and what in it can never be true.
import { z } from 'zod'
import { valuesByFact } from '../check/facts.ts'
import type { Condition as RuleCondition, Rule, Scenario } from '../guide/scenario.ts'
import { nearest, sayList } from '../kit/text.ts'

type Path = readonly PropertyKey[]
type Leaf = Extract<RuleCondition, { readonly fact: string }>

/** A json-rules-engine condition made of `all`, `any`, `equal` and `in`. */
export const ConditionSchema = z.unknown().transform((value, context): RuleCondition => {
  const refuse: Refuse = (path, message) => {
    context.addIssue({ code: 'custom', message, path: [...path] })
    return z.NEVER
  }
  return read(value, [], refuse)
})

type Refuse = (path: Path, message: string) => never

const deepest = 24
const anyRecord = z.record(z.string(), z.unknown())
const why = 'a fact that nobody has given would satisfy it. Say what must be so, with all, any, equal or in'

function read(value: unknown, path: Path, refuse: Refuse): RuleCondition {
  // YAML's & and * allow a list to contain itself, which would be read for ever.
  if (path.length > deepest) return refuse(path.slice(0, 2), 'goes round in a circle: a part of it stands for itself')
  const parsed = anyRecord.safeParse(value)
  if (!parsed.success) return refuse(path, 'must be all, any, or a fact with an operator and a value')
  const node = parsed.data
  for (const word of ['not', 'condition']) {
    if (word in node) return refuse(path, `uses "${word}", which is refused: ${why}`)
  }
  if ('all' in node) return { all: readAll(node, 'all', { path, refuse }) }
  if ('any' in node) return { any: readAll(node, 'any', { path, refuse }) }
  return readLeaf(node, path, refuse)
}

function readAll(
  node: Record<string, unknown>,
  word: 'all' | 'any',
  { path, refuse }: { path: Path; refuse: Refuse },
): RuleCondition[] {
  const parsed = z.array(z.unknown()).min(1).safeParse(node[word])
  if (!parsed.success) return refuse([...path, word], `"${word}" needs a list of conditions`)
  if (Object.keys(node).length > 1) return refuse(path, `has more beside "${word}": put it inside the list`)
  return parsed.data.map((each, at) => read(each, [...path, word, at], refuse))
}

const text = z.string().min(1)

function readLeaf(node: Record<string, unknown>, path: Path, refuse: Refuse): RuleCondition {
  const strange = Object.keys(node).find((key) => !['fact', 'operator', 'value'].includes(key))
  if (strange !== undefined)
    return refuse([...path, strange], `has "${strange}", which is neither fact, operator nor value`)
  const fact = text.safeParse(node.fact)
  if (!fact.success) return refuse(path, 'needs a fact')
  const shape = { equal: text, in: z.array(text).min(1) }
  switch (node.operator) {
    case 'equal': {
      const value = shape.equal.safeParse(node.value)
      if (!value.success) return refuse([...path, 'value'], 'must be a text, in quotes if need be')
      return { fact: fact.data, operator: 'equal', value: value.data }
    }
    case 'in': {
      const value = shape.in.safeParse(node.value)
      if (!value.success) return refuse([...path, 'value'], 'must be a list of texts, as in [school, own]')
      return { fact: fact.data, operator: 'in', value: value.data }
    }
    default:
      return refuse([...path, 'operator'], `uses the operator "${String(node.operator)}", which is refused: ${why}`)
  }
}

/** The parts of a rule's condition that can never be true, as paths inside the rule. */
export function slipsOfCondition(rule: Rule, scenario: Scenario): { path: Path; what: string; fix: string }[] {
  const values = valuesByFact([...scenario.questions.flatMap(({ choices }) => choices), ...scenario.detections])
  const slips = leavesOf(rule.when, ['when']).flatMap(({ leaf, path }) => slipsOfLeaf(leaf, { path, values }))
  if (slips.length > 0 || waysThrough(rule.when).some((way) => canBe(way, scenario))) return slips
  return [
    {
      path: ['when'],
      what: `no answers can make the rule "${rule.id}" hold, because its conditions contradict each other`,
      fix: 'Look at the facts that come from one question: only one choice is taken.',
    },
  ]
}

function slipsOfLeaf(leaf: Leaf, { path, values }: { path: Path; values: ReadonlyMap<string, ReadonlySet<string>> }) {
  const known = values.get(leaf.fact)
  if (known === undefined) {
    return [
      {
        path: [...path, 'fact'],
        what: `nothing gives the fact "${leaf.fact}"`,
        fix: suggest(leaf.fact, values.keys()),
      },
    ]
  }
  return valuesOf(leaf)
    .filter((value) => !known.has(value))
    .map((value) => ({
      path: [...path, 'value'],
      what: `no choice or detection gives "${leaf.fact}" the value "${value}"`,
      fix: suggest(value, known),
    }))
}

function suggest(word: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearest(word, names)
  return `${near === undefined ? '' : `Did you mean ${near}? `}There is ${sayList(names)}.`
}

function leavesOf(when: RuleCondition, path: Path): { leaf: Leaf; path: Path }[] {
  if ('all' in when) return when.all.flatMap((each, at) => leavesOf(each, [...path, 'all', at]))
  if ('any' in when) return when.any.flatMap((each, at) => leavesOf(each, [...path, 'any', at]))
  return [{ leaf: when, path }]
}

/** Every way in which a condition can hold, each as a list of leaves that must hold together. */
export function waysThrough(when: RuleCondition): Leaf[][] {
  if ('any' in when) return when.any.flatMap(waysThrough)
  if ('fact' in when) return [[when]]
  return when.all.reduce<Leaf[][]>(
    (ways, each) => ways.flatMap((way) => waysThrough(each).map((more) => [...way, ...more])),
    [[]],
  )
}

/** Whether one choice of each question, with what detectors may find, satisfies all these leaves. */
function canBe(leaves: readonly Leaf[], { questions, detections }: Scenario): boolean {
  const seen = valuesByFact(detections)
  const open = leaves.filter((leaf) => !valuesOf(leaf).some((value) => seen.get(leaf.fact)?.has(value)))
  return questions.every(({ choices }) => {
    const own = open.filter(({ fact }) => choices.some(({ facts }) => fact in facts))
    return (
      own.length === 0 ||
      choices.some(({ facts }) => own.every((leaf) => valuesOf(leaf).includes(facts[leaf.fact] ?? '')))
    )
  })
}

function valuesOf(leaf: Leaf): readonly string[] {
  return leaf.operator === 'in' ? leaf.value : [leaf.value]
}

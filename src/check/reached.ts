// Finds what can never be reached in a scenario: rules that never apply, and questions that are never asked.
import type { Answers, Condition, FindingKind, Question, Scenario } from '../guide/scenario.ts'
import type { Leaf } from './facts.ts'
import { leadPlainly } from './lead.ts'
import type { Remark } from './remark.ts'

/** Rules that no answers can bring about, and questions that nobody is asked; `ways` as for `analyse`. */
export function unreached(scenario: Scenario, ways: (when: Condition) => Leaf[][]): Remark[] {
  const asked = new Set<string>()
  const rules = scenario.rules.flatMap((rule, at): Remark[] => {
    const said = ways(rule.when)
      .flatMap((way) => attempts(scenario, way))
      .some(({ answers, found }) => {
        const led = leadPlainly(scenario, answers, found)
        Object.keys(led.asked).forEach((id) => asked.add(id))
        return [...led.because, ...led.also].includes(rule)
      })
    if (said) return []
    return [
      {
        path: ['rules', at],
        what: `the rule "${rule.id}" is never said: the check always ends before it, or stricter rules answer first`,
        fix: 'Take it out, move its question up, or make its conditions narrower than those of the stricter rule.',
      },
    ]
  })
  const questions = scenario.questions.flatMap(({ id }, at): Remark[] =>
    asked.has(id)
      ? []
      : [
          {
            path: ['questions', at],
            what: `the question "${id}" is never asked`,
            fix: 'Move it up, or take it out with what hangs on it.',
          },
        ],
  )
  return [...rules, ...questions]
}

/** Answers and findings that make all of these hold, with the other questions answered as harmlessly as possible. */
function attempts(scenario: Scenario, leaves: readonly Leaf[]): { answers: Answers; found: FindingKind[] }[] {
  const given = new Set(scenario.questions.flatMap(({ choices }) => choices.flatMap(({ facts }) => Object.keys(facts))))
  const fits = (facts: Readonly<Record<string, string>>) =>
    leaves.every((leaf) => facts[leaf.fact] === undefined || valuesIn(leaf).includes(facts[leaf.fact] ?? ''))
  const found = leaves
    .filter(({ fact }) => !given.has(fact))
    .flatMap(
      (leaf) => scenario.detections.find(({ facts }) => valuesIn(leaf).includes(facts[leaf.fact] ?? ''))?.finds ?? [],
    )
  const options = (question: Question) => {
    const bound = leaves.some(({ fact }) => question.choices.some(({ facts }) => fact in facts))
    const fitting = question.choices.filter(({ facts }) => fits(facts))
    const calm = fitting.filter(({ harmless }) => harmless)
    return bound ? fitting : calm.length > 0 ? calm : fitting.toReversed()
  }
  const first = Object.fromEntries(
    scenario.questions.flatMap((each) =>
      options(each)
        .slice(0, 1)
        .map(({ id }) => [each.id, id]),
    ),
  )
  const others = scenario.questions.flatMap((each) =>
    options(each)
      .slice(1)
      .map(({ id }) => ({ ...first, [each.id]: id })),
  )
  return [first, ...others].map((answers) => ({ answers, found: [...new Set(found)] }))
}

function valuesIn(leaf: Leaf): readonly string[] {
  return leaf.operator === 'in' ? leaf.value : [leaf.value]
}

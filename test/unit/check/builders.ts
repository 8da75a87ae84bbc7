// Small scenarios for tests, with defaults for what does not matter, and the real scenario with its policy.
import { readFileSync } from 'node:fs'
import type { Condition, Detection, Question, Rule, Ruling, Scenario } from '../../../src/guide/scenario.ts'
import { findFiles } from '../../../src/library/files.ts'
import { readPolicy } from '../../../src/library/policies.ts'
import { readScenario } from '../../../src/library/scenarios.ts'
import type { Policy } from '../../../src/policy/types.ts'

export const realCasesFile = 'knowledge/scenarios/can-i-post-this.cases.yaml'

export function realPolicy(): Policy {
  const { policy } = readPolicy('policies/social-media', findFiles({ root: '.', home: 'none' }))
  if (policy === undefined) throw new Error('the social media policy cannot be read')
  return policy
}

export function realSections(): Map<string, Set<string>> {
  const { id, editions } = realPolicy()
  return new Map([[id, new Set(editions.flatMap(({ sections }) => sections.map(({ ref }) => ref)))]])
}

export function realScenario(id = 'can-i-post-this'): Scenario {
  const file = `knowledge/scenarios/${id}.yaml`
  const { scenario, problems } = readScenario(file, readFileSync(file, 'utf8'), realSections())
  if (scenario === undefined || problems.length > 0) throw new Error(JSON.stringify(problems))
  return scenario
}

/** Questions by id, with their choices besides "unknown"; rules by id, with ruling and condition. */
export function aScenario(
  questions: Readonly<Record<string, readonly string[]>>,
  rules: Readonly<Record<string, readonly [Ruling, Condition]>>,
  detections: readonly Detection[] = [],
): Scenario {
  return {
    id: 'sample',
    title: 'A sample',
    intro: 'A few questions.',
    policy: 'social-media',
    questions: Object.entries(questions).map(([id, choices]) => aQuestion(id, choices)),
    detections,
    rules: Object.entries(rules).map(([id, [ruling, when]]): Rule => ({
      id,
      ruling,
      when,
      reason: `Because ${id}.`,
      cites: '1',
    })),
  }
}

function aQuestion(id: string, choices: readonly string[]): Question {
  return {
    id,
    text: `What about ${id}?`,
    label: id,
    help: undefined,
    choices: [...choices, 'unknown'].map((choice) => ({ id: choice, text: choice, facts: { [id]: choice } })),
  }
}

export function is(fact: string, ...values: readonly [string, ...string[]]): Condition {
  const [value, ...others] = values
  return others.length === 0 ? { fact, operator: 'equal', value } : { fact, operator: 'in', value: values }
}

export function all(...conditions: readonly Condition[]): Condition {
  return { all: conditions }
}

export function any(...conditions: readonly Condition[]): Condition {
  return { any: conditions }
}

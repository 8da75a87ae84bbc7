// Finds what has changed since an owner last looked it over; each part of a scenario is recognised by a hash.
import type { Question, Rule, Scenario } from '../guide/scenario.ts'
import { sha256 } from '../kit/hash.ts'
import type { Remark } from './remark.ts'

/** A short hash of everything in a rule or question, as an owner looked it over. */
export function hashOfPart(part: Rule | Question | Scenario['detections'][number]): string {
  return sha256(JSON.stringify(part, (_, value: unknown) => (isRecord(value) ? sorted(value) : value))).slice(0, 8)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [two]) => (one < two ? -1 : 1)))
}

/** The hash of each part by name: `rule:records`, `question:about`, `detection:link`. */
export function partsOf({ questions, detections, rules }: Scenario): Record<string, string> {
  return Object.fromEntries([
    ...questions.map((each) => [`question:${each.id}`, hashOfPart(each)] as const),
    ...detections.map((each) => [`detection:${each.finds}`, hashOfPart(each)] as const),
    ...rules.map((each) => [`rule:${each.id}`, hashOfPart(each)] as const),
  ])
}

/** What differs from when it was looked over. */
export function changedSince(scenario: Scenario, looked: Readonly<Record<string, string>>): Remark[] {
  const now = partsOf(scenario)
  const pathOf = (name: string): readonly PropertyKey[] => {
    const [kind = '', id] = name.split(':')
    const list = kind === 'rule' ? scenario.rules : kind === 'question' ? scenario.questions : scenario.detections
    const at = list.findIndex((each) => ('finds' in each ? each.finds : each.id) === id)
    return at === -1 ? [`${kind}s`] : [`${kind}s`, at]
  }
  const say = (name: string) => name.replace(/^(\w+):(.*)$/, '$1 "$2"')
  const fix = (hash: string) =>
    `Read it again beside its words and its cases; if it is right, write ${hash} for it under "looked".`
  return [
    ...Object.entries(now).flatMap(([name, hash]): Remark[] => {
      const before = Object.hasOwn(looked, name) ? looked[name] : undefined
      if (before === hash) return []
      const what =
        before === undefined ? 'is new and nobody has looked it over' : 'has been changed since it was looked over'
      return [{ path: pathOf(name), what: `the ${say(name)} ${what}`, fix: fix(hash) }]
    }),
    ...Object.keys(looked).flatMap((name): Remark[] =>
      Object.hasOwn(now, name)
        ? []
        : [
            {
              path: pathOf(name),
              what: `the ${say(name)} was looked over and is gone`,
              fix: 'Put it back, or take its line out under "looked".',
            },
          ],
    ),
  ]
}

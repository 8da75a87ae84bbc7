// Copies of a scenario with one small slip each, which its worked cases must notice.
import { rulings, type Condition, type Rule, type Scenario } from '../guide/scenario.ts'

export interface Mutant {
  /** The rule that holds the slip. */
  readonly rule: string
  readonly what: string
  readonly scenario: Scenario
}

/** Every slip of these kinds: a rule removed, a ruling one step off, a condition or a listed value removed. */
export function mutantsOf(scenario: Scenario): Mutant[] {
  return scenario.rules.flatMap((rule, at) => {
    const put = (what: string, changed: Rule | undefined): Mutant => ({
      rule: rule.id,
      what,
      scenario: {
        ...scenario,
        rules: scenario.rules.flatMap((each, place) => (place === at ? (changed ?? []) : [each])),
      },
    })
    const place = rulings.indexOf(rule.ruling)
    const [milder, stricter] = [rulings[place - 1], rulings[place + 1]]
    return [
      put('gone', undefined),
      ...[milder, stricter].flatMap((ruling) =>
        ruling === undefined ? [] : put(`${ruling} in place of ${rule.ruling}`, { ...rule, ruling }),
      ),
      ...changedConditions(rule.when).map(({ what, when }) => put(what, { ...rule, when })),
    ]
  })
}

function changedConditions(when: Condition): { what: string; when: Condition }[] {
  if ('fact' in when) {
    if (when.operator === 'equal') return []
    return when.value.map((value) => ({
      what: `without ${when.fact} ${value}`,
      when: { ...when, value: when.value.filter((each) => each !== value) },
    }))
  }
  const parts = 'all' in when ? when.all : when.any
  const wrap = (changed: readonly Condition[]): Condition => ('all' in when ? { all: changed } : { any: changed })
  const gone =
    parts.length < 2
      ? []
      : parts.map((part, at) => ({
          what: `without ${JSON.stringify(part).slice(0, 60)}`,
          when: wrap(parts.toSpliced(at, 1)),
        }))
  const inside = parts.flatMap((part, at) =>
    changedConditions(part).map(({ what, when: changed }) => ({ what, when: wrap(parts.with(at, changed)) })),
  )
  return [...gone, ...inside]
}

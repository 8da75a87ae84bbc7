// Finds what a scenario's worked cases miss: rules that never decide, choices that nobody takes, and slips that no case
// would notice.
import type { Answers, ScenarioCase, FindingKind, Scenario } from '../guide/scenario.ts'
import { leadPlainly } from './lead.ts'
import { mutantsOf } from './mutants.ts'
import type { Remark } from './remark.ts'

/** A case with what was found in its draft. */
export interface CoveredSituation {
  readonly answers: Answers
  readonly found: readonly FindingKind[]
}

export interface Noticed {
  /** How many small slips were tried, and which of them no case would notice. */
  readonly slips: number
  readonly missed: readonly { readonly rule: string; readonly what: string }[]
}

/**
 * Tries every small slip in each rule until the outcome of some case changes. Cases that involve the rule are tried
 * first.
 */
export function noticedBy(situations: readonly CoveredSituation[], scenario: Scenario): Noticed {
  const known = situations.map((each) => {
    const led = leadPlainly(scenario, each.answers, each.found)
    return { ...each, outcome: outcomeOf(led), rules: new Set([...led.because, ...led.also].map(({ id }) => id)) }
  })
  const mutants = mutantsOf(scenario)
  const missed = mutants.filter((mutant) => {
    const first = known.filter(({ rules }) => rules.has(mutant.rule))
    const others = known.filter(({ rules }) => !rules.has(mutant.rule))
    return [...first, ...others].every(
      ({ answers, found, outcome }) => outcomeOf(leadPlainly(mutant.scenario, answers, found)) === outcome,
    )
  })
  return { slips: mutants.length, missed }
}

/** What a case compares: the ruling, its reasons, and the questions that were asked. */
function outcomeOf({ ruling, because, asked }: ReturnType<typeof leadPlainly>): string {
  return JSON.stringify([ruling, because.map(({ id, cites }) => [id, cites]), Object.keys(asked)])
}

/** One remark for each rule with a slip that would go unnoticed. */
export function unnoticed({ rules }: Scenario, { missed }: Noticed): Remark[] {
  return rules.flatMap(({ id }, at): Remark[] => {
    const own = missed.filter(({ rule }) => rule === id).map(({ what }) => what)
    if (own.length === 0) return []
    const fix = 'Add a case that comes out differently then, or take out what makes no difference.'
    return [{ path: ['rules', at], what: `no case would notice a slip in the rule "${id}": ${own.join('; ')}`, fix }]
  })
}

/** What no case shows: rules that decide none, and choices that none takes. */
export function uncovered(scenario: Scenario, decided: ReadonlySet<string>, cases: readonly ScenarioCase[]): Remark[] {
  const taken = new Set(
    cases.flatMap(({ answers }) => Object.entries(answers).map(([question, choice]) => `${question}=${choice}`)),
  )
  return [
    ...scenario.rules.flatMap(({ id }, at): Remark[] =>
      decided.has(id)
        ? []
        : [
            {
              path: ['rules', at],
              what: `no case is decided by the rule "${id}"`,
              fix: 'Add a case that shows when it holds.',
            },
          ],
    ),
    ...scenario.questions.flatMap((question, at) =>
      question.choices.flatMap((choice, place): Remark[] =>
        taken.has(`${question.id}=${choice.id}`)
          ? []
          : [
              {
                path: ['questions', at, 'choices', place],
                what: `no case takes the choice "${choice.id}" of "${question.id}"`,
                fix: 'Add a case that takes it.',
              },
            ],
      ),
    ),
  ]
}

// Ties a scenario to the edition in force: a rule whose words are not in that edition is off, and a choice that no rule
// covers is closed.
import type { Choice, Condition, Question, Rule, Scenario } from '../guide/scenario.ts'
import type { Edition } from '../policy/types.ts'
import { leavesIn } from './facts.ts'
import { holdsIn } from './rests.ts'

export interface Bound {
  /** The scenario as it is used for decisions. */
  readonly scenario: Scenario
  /** Rules whose words that edition does not have, in order. */
  readonly off: readonly Rule[]
}

/**
 * `today` is a day such as 2026-11-30. In a `preview`, rules that are not yet approved take part. A way that would have
 * met a rule that is off ends in "ask first" or something stricter. Rules that say what to do in an urgent matter, or
 * that a matter is protected, are never off.
 */
export function bind(
  scenario: Scenario,
  {
    edition,
    today,
    preview = false,
  }: { readonly edition: Edition; readonly today: string; readonly preview?: boolean },
): Bound {
  const current = scenario.rules.filter(
    ({ from, until, draft }) =>
      (from === undefined || from <= today) && (until === undefined || today <= until) && (preview || draft !== true),
  )
  const off: Rule[] = []
  const rules = current.map((rule): Rule => {
    const held = holdsIn(rule, edition)
    if (held !== undefined) return { ...rule, cites: held.cites, words: held.words }
    off.push(rule)
    return whenOff(rule)
  })
  return { scenario: { ...scenario, rules: [...rules, ...closing({ ...scenario, rules })] }, off }
}

function whenOff(rule: Rule): Rule {
  const { cites: _cites, rests: _rests, ...rest } = rule
  if (rule.ruling === 'report-now' || rule.ruling === 'not-for-this-tool') return { ...rest, cites: undefined }
  const reason = 'A rule was written for this, but the words that it rests on are not in the edition in force.'
  return { ...rest, ruling: 'ask-first', reason, cites: undefined }
}

/** One rule for each choice that no rule mentions, unless its owner said that nothing depends on it. */
export function closing(scenario: Scenario): Rule[] {
  return unspoken(scenario).map(({ question, choice }) => ({
    id: `unspoken-${question.id}-${choice.id}`,
    ruling: 'ask-first',
    when: allOf(choice),
    reason: `No rule covers “${choice.text}” yet.`,
    cites: undefined,
  }))
}

function allOf({ facts }: Choice): Condition {
  return { all: Object.entries(facts).map(([fact, value]) => ({ fact, operator: 'equal', value }) as const) }
}

/** A scenario without any choice marked harmless dates from before this mark existed, and is left as it is. */
export function unspoken({ questions, rules }: Scenario): { question: Question; choice: Choice }[] {
  if (!questions.some(({ choices }) => choices.some(({ harmless }) => harmless))) return []
  // A "go ahead" rule covers every choice at once.
  const strict = rules.filter(({ ruling }) => ruling !== 'go-ahead').flatMap(({ when }) => leavesIn(when))
  return questions.flatMap((question) =>
    question.choices
      .filter(
        ({ harmless, facts }) =>
          harmless !== true &&
          !Object.entries(facts).some(([fact, value]) =>
            strict.some((leaf) => leaf.fact === fact && valuesIn(leaf).includes(value)),
          ),
      )
      .map((choice) => ({ question, choice })),
  )
}

function valuesIn(leaf: ReturnType<typeof leavesIn>[number]): readonly string[] {
  return leaf.operator === 'in' ? leaf.value : [leaf.value]
}

// What a policy owner should know about a scenario before it is used: what is unreachable, duplicated, closed, off, or
// not tied to the policy.
import { isSame } from '../kit/same.ts'
import type { Condition, Rule, Scenario } from '../guide/scenario.ts'
import type { Edition } from '../policy/types.ts'
import { bind, unspoken } from './bind.ts'
import type { Leaf } from './facts.ts'
import { proposeRest } from './propose.ts'
import { unreached } from './reached.ts'
import type { Remark } from './remark.ts'
import { hashOfWords } from './rests.ts'

/** `ways` gives the lists of single conditions that each make a condition hold. */
export function analyse(
  scenario: Scenario,
  {
    edition,
    today,
    ways,
  }: { readonly edition: Edition; readonly today: string; readonly ways: (when: Condition) => Leaf[][] },
): Remark[] {
  return [
    ...closedChoices(scenario),
    ...rulesThatAreOff(scenario, { edition, today }),
    ...unboundRules(scenario),
    ...unreached(scenario, ways),
    ...saidTwice(scenario),
  ]
}

function closedChoices(scenario: Scenario): Remark[] {
  return unspoken(scenario).map(({ question, choice }) => ({
    path: ['questions', scenario.questions.indexOf(question), 'choices', question.choices.indexOf(choice)],
    what: `no rule covers the choice "${choice.id}" of "${question.id}", so it leads to "ask first"`,
    fix: 'Add a rule that names it, or write harmless: true if nothing hangs on it.',
  }))
}

function rulesThatAreOff(scenario: Scenario, { edition, today }: { edition: Edition; today: string }): Remark[] {
  return bind(scenario, { edition, today }).off.map((rule) => ({
    path: ['rules', scenario.rules.indexOf(rule)],
    what: `the rule "${rule.id}" is off: the words that it rests on are not in edition ${edition.id}, which is in force`,
    fix: `Write the words of that edition under rests${sayProposal(rule, edition)}, or run npm run policy -- confirm ${scenario.policy} words; left off, what it would have met is "ask first" at least.`,
  }))
}

function sayProposal(rule: Rule, edition: Edition): string {
  const found = proposeRest(rule, edition)
  return found === undefined ? '' : ` (perhaps ${found.section}: "${found.sentence.slice(0, 120)}")`
}

/** Checked only where the owner has begun to say what rules rest on. */
function unboundRules({ rules }: Scenario): Remark[] {
  if (!rules.some(({ rests }) => rests !== undefined)) return []
  return rules.flatMap((rule, at) => {
    const remarks: Remark[] = []
    if (rule.cites !== undefined && rule.rests === undefined)
      remarks.push({
        path: ['rules', at],
        what: `the rule "${rule.id}" does not say on which words it rests`,
        fix: 'Write rests: { section, quote } with words that stand in that section.',
      })
    if (rule.rests !== undefined && !rule.rests.some(({ section }) => section === rule.cites))
      remarks.push({
        path: ['rules', at, 'cites'],
        what: `the rule "${rule.id}" cites ${rule.cites ?? 'nothing'} and rests on words of ${rule.rests.map(({ section }) => section).join(', ')}`,
        fix: 'Cite the section in which the words stand.',
      })
    if (rule.decided === undefined)
      remarks.push({
        path: ['rules', at],
        what: `nobody is named who decided the rule "${rule.id}"`,
        fix: 'Write decided: { by, on }.',
      })
    return remarks
  })
}

/** Two rules with the same reason, or with the same conditions and different rulings. */
function saidTwice({ rules }: Scenario): Remark[] {
  return rules.flatMap((rule, at) =>
    rules.slice(0, at).flatMap((other): Remark[] => {
      const same = isSame(rule.when, other.when)
      if (same && rule.ruling !== other.ruling)
        return [
          {
            path: ['rules', at],
            what: `the rules "${other.id}" and "${rule.id}" hold at the same time and contradict each other: ${other.ruling} and ${rule.ruling}`,
            fix: 'Keep one of them, or make the conditions of one narrower.',
          },
        ]
      if (same && hashOfWords(rule.reason) === hashOfWords(other.reason))
        return [
          {
            path: ['rules', at],
            what: `the rules "${other.id}" and "${rule.id}" say the same`,
            fix: 'Keep one of them.',
          },
        ]
      return []
    }),
  )
}

// Proposes the words of another edition that a rule may rest on, by the words they share. A person confirms them.
import type { Rule, Scenario } from '../guide/scenario.ts'
import { sentencesOf } from '../kit/text.ts'
import { sha256 } from '../kit/hash.ts'
import type { Edition } from '../policy/types.ts'
import type { RuleConfirmed } from '../ports/rule-words.ts'
import { holdsIn, restTextsOf } from './rests.ts'

export interface RestProposal {
  readonly section: string
  readonly sentence: string
}

/** A sentence that shares fewer long words than this is not proposed. */
const least = 4

/** The sentence that shares most words with what the rule rested on; undefined where none comes near. */
export function proposeRest({ rests = [], reason }: Rule, edition: Edition): RestProposal | undefined {
  const wanted = longWords(`${rests.map(({ quote = '' }) => quote).join(' ')} ${reason}`)
  let best: (RestProposal & { readonly score: number }) | undefined
  for (const section of edition.sections)
    for (const sentence of restTextsOf(section).flatMap(sentencesOf)) {
      const score = [...longWords(sentence)].filter((word) => wanted.has(word)).length
      if (score >= least && score > (best?.score ?? 0))
        best = { score, section: section.ref, sentence: sentence.trim() }
    }
  return best && { section: best.section, sentence: best.sentence }
}

function longWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? [])
}

/** A rule that is off under an edition, with the words that it could rest on there. */
export interface ToConfirm {
  readonly scenario: string
  readonly rule: Rule
  readonly proposal: RestProposal | undefined
}

/**
 * Every rule about that edition's policy whose words the edition does not have; rules with a proposal come first,
 * otherwise in the order of the scenarios.
 */
export function rulesToConfirm(scenarios: readonly Scenario[], edition: Edition): ToConfirm[] {
  const all = scenarios
    .filter(({ policy }) => policy === edition.policy)
    .flatMap(({ id, rules }) =>
      rules
        .filter((rule) => holdsIn(rule, edition) === undefined)
        .map((rule) => ({ scenario: id, rule, proposal: proposeRest(rule, edition) })),
    )
  return all.toSorted((a, b) => Number(a.proposal === undefined) - Number(b.proposal === undefined))
}

/** What is kept for the rules that somebody confirms; where nothing was proposed there is nothing to keep. */
export function confirmedOf(chosen: readonly ToConfirm[]): RuleConfirmed[] {
  return chosen.flatMap(({ scenario, rule, proposal }) =>
    proposal === undefined ? [] : [{ scenario, rule: rule.id, section: proposal.section, quote: proposal.sentence }],
  )
}

/** A short hash of all that is shown, so that confirming an older list can be told apart. */
export function hashOfList(list: readonly ToConfirm[]): string {
  const shown = list.map(({ scenario, rule, proposal }) => [
    scenario,
    rule.id,
    rule.ruling,
    rule.reason,
    proposal?.section ?? '',
    proposal?.sentence ?? '',
  ])
  return sha256(JSON.stringify(shown)).slice(0, 12)
}

// What a ruling can be quoted by: the scenario and its version, the edition, the day, and the rules that led to it.
import type { Rule, Scenario, Verdict } from '../guide/scenario.ts'
import { sha256 } from '../kit/hash.ts'
import type { Edition } from '../policy/types.ts'

export interface Reference {
  readonly scenario: string
  /** Changes with every word and rule of the scenario. */
  readonly version: string
  readonly edition: string
  /** The day as at which it was ruled. */
  readonly on: string
  /** With what was decided on which day; none in a protected matter, which is nobody's business. */
  readonly rules: readonly string[]
}

export function referenceOf(
  scenario: Scenario,
  verdict: Verdict,
  { edition, today }: { readonly edition: Edition; readonly today: string },
): Reference {
  const rules = verdict.ruling === 'not-for-this-tool' ? [] : verdict.because.map(nameOf)
  return {
    scenario: scenario.id,
    version: versionOf(scenario),
    edition: `${edition.policy}@${edition.id}`,
    on: today,
    rules,
  }
}

/** "can-i-post-this 1f3a9c02 · social-media@2015-10 · 2026-11-30 · pupil-own-account". */
export function sayReference({ scenario, version, edition, on, rules }: Reference): string {
  return [`${scenario} ${version}`, edition, on, ...(rules.length === 0 ? [] : [rules.join(', ')])].join(' · ')
}

export function versionOf({ id, questions, detections, rules }: Scenario): string {
  return sha256(JSON.stringify([id, questions, detections, rules])).slice(0, 8)
}

function nameOf({ id, decided }: Rule): string {
  return decided === undefined ? id : `${id}@${decided.on}`
}

// What a ruling can be quoted by: the scenario and its version, the edition, the day, the rules that led to it, and a code
// by which the home can tell that it was really ruled so.
import type { Rule, Scenario, Verdict } from '../guide/scenario.ts'
import { saltedHash, sha256 } from '../kit/hash.ts'
import { compact } from '../kit/defined.ts'
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
  /** Stands on the person's card only; undefined where nothing was kept. */
  readonly code?: string | undefined
}

export function referenceOf(
  scenario: Scenario,
  verdict: Verdict,
  { edition, today, code }: { readonly edition: Edition; readonly today: string; readonly code?: string | undefined },
): Reference {
  const rules = verdict.ruling === 'not-for-this-tool' ? [] : verdict.because.map(nameOf)
  return {
    scenario: scenario.id,
    version: versionOf(scenario),
    edition: `${edition.policy}@${edition.id}`,
    on: today,
    rules,
    code,
  }
}

/** "can-i-post-this 1f3a9c02 · social-media@2015-10 · 2026-11-30 · pupil-own-account@2026-11-30 · 7KQ2-M9XD-4RTB". */
export function sayReference({ scenario, version, edition, on, rules, code }: Reference): string {
  return compact([`${scenario} ${version}`, edition, on, rules.length > 0 && rules.join(', '), code]).join(' · ')
}

/** Sixty bits of chance, in letters and figures that nobody takes for one another. `id` is made for this once. */
export function codeFrom(id: string): string {
  const hex = sha256(id)
  const letters = Array.from(
    { length: 12 },
    (_, at) => alphabet[Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16) % alphabet.length] ?? '0',
  )
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The hash that the home keeps, of a reference somewhere in what somebody quotes; undefined where there is none with a
 * code. Without the code, which is on the card alone, nobody can try which rules it was.
 */
export function hashOfReference(quoted: string): string | undefined {
  // Some platforms put what nobody sees into a text, such as beside an @.
  const seen = quoted.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ')
  const [, line, code] =
    /([a-z0-9-]+ [0-9a-f]{8} · [^·]+(?: · [^·]+){1,2}) · ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/.exec(seen) ?? []
  return line === undefined || code === undefined ? undefined : saltedHash(code, line)
}

export function versionOf({ id, questions, detections, rules }: Scenario): string {
  return sha256(JSON.stringify([id, questions, detections, rules])).slice(0, 8)
}

function nameOf({ id, decided }: Rule): string {
  return decided === undefined ? id : `${id}@${decided.on}`
}

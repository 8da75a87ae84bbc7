// The reference that a ruling can be quoted by: the scenario and its version, the edition, the day, the rules that led
// to it, and a code that lets the home tell that this ruling was really made.
import type { Rule, Scenario, Verdict } from '../guide/scenario.ts'
import { saltedHash, sha256 } from '../kit/hash.ts'
import { compact } from '../kit/defined.ts'
import type { Edition } from '../policy/types.ts'

export interface Reference {
  readonly scenario: string
  /** Changes with every word and rule of the scenario. */
  readonly version: string
  readonly edition: string
  /** The day for which the ruling was made. */
  readonly on: string
  /** With the day on which each was decided; empty for a protected matter, which is nobody's business. */
  readonly rules: readonly string[]
  /** Shown on the person's card only; undefined where nothing was kept. */
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

/** Sixty random bits in letters and digits that are not easily confused. `id` is made for this one use. */
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
 * The hash that the home keeps, for a reference anywhere in what somebody quotes; undefined where it holds no reference
 * with a code. The code is on the card only, so without it nobody can find the rules by trying.
 */
export function hashOfReference(quoted: string): string | undefined {
  // Hardly any message contains this sign, and every message is checked.
  if (!quoted.includes('·')) return undefined
  // Some platforms insert invisible characters into a text, for example beside an @.
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

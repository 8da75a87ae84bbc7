// Reads and writes the words that a person confirmed for rules whose own words another edition does not have. They are
// kept in the home, beside the scenarios, so that the project's own scenarios stay unchanged.
import { z } from 'zod'
import type { Scenario } from '../guide/scenario.ts'
import type { Problem } from '../turn/library.ts'
import { readYaml } from './yaml.ts'

const Confirmed = z.strictObject({
  scenario: z.string().min(1),
  rules: z.record(
    z.string(),
    z.strictObject({
      section: z.union([z.string().min(1), z.number()]).transform(String),
      quote: z.string().min(3),
      edition: z.string().min(1),
      on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-11-30'),
    }),
  ),
})

export type ConfirmedRests = z.output<typeof Confirmed>['rules']

export function readRests(
  file: string,
  source: string,
): { readonly rules: ConfirmedRests; readonly problems: Problem[] } {
  const { yaml, problems } = readYaml({ file, source }, Confirmed)
  return { rules: yaml?.value.rules ?? {}, problems }
}

/** The rule's own words come first. */
export function withRests(scenario: Scenario, rules: ConfirmedRests): Scenario {
  return {
    ...scenario,
    rules: scenario.rules.map((rule) => {
      const more = Object.hasOwn(rules, rule.id) ? rules[rule.id] : undefined
      if (more === undefined) return rule
      const rest = { section: more.section, quote: more.quote, gap: false, hashes: [] }
      return { ...rule, rests: [...(rule.rests ?? []), rest] }
    }),
  }
}

export function writeRests(scenario: string, rules: ConfirmedRests): string {
  const lines = Object.entries(rules).map(
    ([id, rest]) =>
      `  ${JSON.stringify(id)}: { section: ${JSON.stringify(rest.section)}, quote: ${JSON.stringify(rest.quote)}, edition: ${JSON.stringify(rest.edition)}, on: ${rest.on} }`,
  )
  const head =
    '# Written by `policy confirm POLICY words`: the words of another edition that a person found a rule to rest on.'
  return [head, `scenario: ${scenario}`, 'rules:', ...lines, ''].join('\n')
}

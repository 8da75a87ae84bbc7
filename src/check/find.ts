// Which scenario somebody means, by what they say or by the section they are reading.
import type { Scenario } from '../guide/scenario.ts'
import { wordsOf } from '../kit/text.ts'

/**
 * The scenario one of whose phrases has all its words in what was said, in order; the longest phrase wins. A phrase is
 * written as people say it; `…` in it stands for up to six other words.
 */
export function findScenario<S extends Pick<Scenario, 'hears' | 'title'>>(
  words: string,
  scenarios: readonly S[],
): S | undefined {
  const said = wordsOf(words)
  let best: { scenario: S; length: number } | undefined
  for (const scenario of scenarios) {
    for (const phrase of [scenario.title, ...(scenario.hears ?? [])]) {
      const parts = phrase.split('…').map(wordsOf)
      const length = parts.flat().length
      if (length > (best?.length ?? 0) && stands(parts, said)) best = { scenario, length }
    }
  }
  return best?.scenario
}

const mostBetween = 6

function stands(parts: readonly (readonly string[])[], said: readonly string[]): boolean {
  const [first, ...others] = parts
  if (first === undefined) return true
  return placesOf(first, said).some((start) => {
    let end = start + first.length
    return others.every((part) => {
      const next = placesOf(part, said).find((at) => at >= end && at - end <= mostBetween)
      if (next === undefined) return false
      end = next + part.length
      return true
    })
  })
}

function placesOf(part: readonly string[], said: readonly string[]): number[] {
  return said.flatMap((_, at) => (part.every((word, offset) => said[at + offset] === word) ? [at] : []))
}

/** Those with a rule that rests on the section: "Check this with me". */
export function scenariosAbout(scenarios: readonly Scenario[], policy: string, section: string): Scenario[] {
  return scenarios.filter((each) => each.policy === policy && each.rules.some(({ cites }) => cites === section))
}

// Which scenario somebody means: by what they say, by the section they are reading, or the one that is usual.
import type { Scenario } from './scenario.ts'
import { wordsOf } from '../kit/text.ts'

type Heard = Pick<Scenario, 'hears' | 'title'>

/**
 * The scenario one of whose phrases has all its words in what was said, in order; the longest phrase wins. A phrase is
 * written as people say it; `…` in it stands for up to six other words.
 */
export function findScenario<S extends Heard>(words: string, scenarios: readonly S[]): S | undefined {
  const said = wordsOf(words)
  let best: { scenario: S; length: number } | undefined
  for (const scenario of scenarios) {
    for (const parts of phrasesOf(scenario)) {
      const length = parts.flat().length
      if (length > (best?.length ?? 0) && stands(parts, said)) best = { scenario, length }
    }
  }
  return best?.scenario
}

/**
 * The scenario that is asked for by one of its phrases or by three words of its title or more, with nothing else said:
 * "check a new app". A question that only speaks of it is answered first.
 */
export function findWished<S extends Heard>(words: string, scenarios: readonly S[]): S | undefined {
  const said = wordsOf(words)
  const bare = bareOf(said)
  if (bare.length === 0) return undefined
  return scenarios.find((scenario) => {
    const isPhrase = phrasesOf(scenario).some(([only = [], ...more]) => more.length === 0 && isSame(bareOf(only), bare))
    const rest = said[0] === 'check' ? said.slice(1) : said
    return isPhrase || (rest.length >= 3 && placesOf(rest, wordsOf(scenario.title)).length > 0)
  })
}

const fillers = new Set(['a', 'an', 'the', 'my', 'our', 'please', 'check'])

function bareOf(words: readonly string[]): string[] {
  return words.filter((word) => !fillers.has(word))
}

function isSame(one: readonly string[], two: readonly string[]): boolean {
  return one.join(' ') === two.join(' ')
}

function phrasesOf({ title, hears = [] }: Heard): string[][][] {
  return [title, ...hears].map((phrase) => phrase.split('…').map(wordsOf))
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

/** Those with a rule that cites the section: "Check this with me". */
export function scenariosAbout<S extends Pick<Scenario, 'policy' | 'rules'>>(
  scenarios: readonly S[],
  { policy, section }: { readonly policy: string; readonly section: string },
): S[] {
  return scenarios.filter((each) => each.policy === policy && each.rules.some(({ cites }) => cites === section))
}

/** The one that is meant where nothing says which: "Can I post this?"; else one that reads drafts; else the first. */
export function usualScenario<S extends Pick<Scenario, 'id' | 'detections'>>(scenarios: readonly S[]): S | undefined {
  return (
    scenarios.find(({ id }) => id === 'can-i-post-this') ??
    scenarios.find(({ detections }) => detections.length > 0) ??
    scenarios[0]
  )
}

// Finds which scenario somebody means: by its name, by the section they are reading, or the usual one.
import type { Scenario } from './scenario.ts'
import { memo } from '../kit/memo.ts'
import { wordsOf } from '../kit/text.ts'

type Heard = Pick<Scenario, 'hears' | 'title'>

/**
 * The scenario that is asked for by one of its phrases, or by at least three words of its title, with nothing else
 * said: "check a new app". A question that merely mentions it is answered as a question.
 */
export function findWished<S extends Heard>(words: string, scenarios: readonly S[]): S | undefined {
  const said = wordsOf(words)
  const bare = bareOf(said)
  if (bare.length === 0) return undefined
  const whole = bare.join(' ')
  const rest = said[0] === 'check' ? said.slice(1) : said
  return scenarios.find((scenario) => {
    const { phrases, title } = wordsOfScenario(scenario)
    return phrases.has(whole) || (rest.length >= 3 && placesOf(rest, title).length > 0)
  })
}

const fillers = new Set(['a', 'an', 'the', 'my', 'our', 'please', 'check'])

function bareOf(words: readonly string[]): string[] {
  return words.filter((word) => !fillers.has(word))
}

/** Computed once, because every message is compared with the phrases of every scenario first. */
const wordsOfScenario = memo(({ title, hears = [] }: Heard) => ({
  // Without phrases in which "…" stands for other words.
  phrases: new Set(
    [title, ...hears].filter((phrase) => !phrase.includes('…')).map((phrase) => bareOf(wordsOf(phrase)).join(' ')),
  ),
  title: wordsOf(title),
}))

function placesOf(part: readonly string[], said: readonly string[]): number[] {
  return said.flatMap((_, at) => (part.every((word, offset) => said[at + offset] === word) ? [at] : []))
}

/** The scenarios with a rule that cites the section: "Check this with me". */
export function scenariosAbout<S extends Pick<Scenario, 'policy' | 'rules'>>(
  scenarios: readonly S[],
  { policy, section }: { readonly policy: string; readonly section: string },
): S[] {
  return scenarios.filter((each) => each.policy === policy && each.rules.some(({ cites }) => cites === section))
}

/** The scenario for a plain "Can I post this?": the one of that name, otherwise one that reads drafts. */
export function usualScenario<S extends Pick<Scenario, 'id' | 'detections'>>(scenarios: readonly S[]): S | undefined {
  return (
    scenarios.find(({ id }) => id === 'can-i-post-this') ?? scenarios.find(({ detections }) => detections.length > 0)
  )
}

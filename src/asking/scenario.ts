// Chooses the check to offer beside an answer: the one whose own words the question contains, otherwise the usual one
// where it is about posting.
import { memo } from '../kit/memo.ts'
import { wordsOf } from '../kit/text.ts'
import { usualScenario } from '../guide/find.ts'
import type { Scenario } from '../guide/scenario.ts'
import { stem } from '../search/terms.ts'

export function scenarioFor(question: string, scenarios: readonly Scenario[]): Scenario | undefined {
  const said = wordsOf(question).map(stem)
  let heard: { readonly scenario: Scenario; readonly length: number } | undefined
  for (const scenario of scenarios) {
    for (const parts of phrasesOf(scenario)) {
      const length = heardIn(parts, said)
      if (length > (heard?.length ?? 0)) heard = { scenario, length }
    }
  }
  if (heard !== undefined) return heard.scenario
  return said.some((word) => postingStems.has(word)) ? usualScenario(scenarios) : undefined
}

/**
 * For each phrase, the stems of the parts around each "…". Computed once, because every answer is compared with all of
 * them.
 */
const phrasesOf = memo(({ hears = [] }: Scenario) =>
  hears.map((phrase) => phrase.split('…').map((part) => wordsOf(part).map(stem))),
)

/**
 * How many words of the phrase were said, in order, where all of them were; between its parts a few other words may
 * stand.
 */
function heardIn(parts: readonly (readonly string[])[], said: readonly string[]): number {
  // Most phrases end here, for most questions.
  const first = parts[0]?.[0]
  if (first !== undefined && !said.includes(first)) return 0
  let from = 0
  for (const [n, part] of parts.entries()) {
    const at = said.findIndex(
      (_, start) =>
        start >= from && (n === 0 || start - from <= mostBetween) && part.every((word, i) => said[start + i] === word),
    )
    if (at < 0) return 0
    from = at + part.length
  }
  return parts.flat().length
}
const mostBetween = 5

const postingStems = new Set(
  ['post', 'share', 'upload', 'publish', 'tweet', 'retweet', 'repost', 'tag', 'put'].map(stem),
)

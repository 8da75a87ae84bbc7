// How sure the bot is that a policy covers a query at all, from three signs that do not depend on one school's text.
import type { SearchIndex } from './build.ts'
import type { Query } from './query.ts'
import type { Ranked } from './rank.ts'

// Fitted by logistic regression over test/bench/questions.jsonl, with the covered and the uncovered weighing the same;
// `npm run bench` prints how well it tells them apart. Three weights cannot remember single questions.
const weights = { base: -5.91, share: 3.93, strength: 1.11, ours: 1.18, elsewhere: -2 }

/** 0 … 1. */
export function howSure(query: Query, best: Ranked | undefined, index: SearchIndex): number {
  if (best === undefined || query.own.length === 0) return 0
  const total = sum(query.own.map((term) => rarity(term, index)))
  const found = sum(query.own.filter((term) => best.section.terms.has(term)).map((term) => rarity(term, index)))
  const sign =
    weights.base +
    weights.share * (found / total) +
    weights.strength * Math.log(1 + best.strength) +
    weights.ours * Math.min(query.heard.ours, 3) +
    weights.elsewhere * Math.min(query.heard.elsewhere, 2)
  return 1 / (1 + Math.exp(-sign))
}

/** A word that stands in few pieces says more; one that nobody here knows says most. */
function rarity(term: string, index: SearchIndex): number {
  return Math.log(1 + (index.pieceCount + 1) / ((index.spread.get(term) ?? 0) + 0.5))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

// How sure the bot is that a policy covers a query at all, from four signs that do not depend on one school's text.
import type { SearchIndex } from './build.ts'
import type { Query } from './query.ts'
import type { Ranked } from './rank.ts'

// Fitted by logistic regression, with the covered and the uncovered weighing the same, over every known question while
// a tenth of them at a time was left out of the index, and over questions about school life that no policy here covers.
// `elsewhere` was then held down to -2.6: the list of other subjects fits the questions beside which it was written
// better than it fits the next one. `npm run bench` prints how well the sum tells the two apart.
const weights = { base: -4.27, share: 2.02, strength: 1.96, ours: 2.54, elsewhere: -2.6 }

// More phrases than this of one kind are a longer question, not a surer one.
const mostOurs = 3
const mostElsewhere = 2

/** 0 … 1. */
export function howSure(query: Query, best: Ranked | undefined, index: SearchIndex): number {
  if (best === undefined || query.own.length === 0) return 0
  const total = sum(query.own.map((term) => rarity(term, index)))
  const found = sum(query.own.filter((term) => best.section.terms.has(term)).map((term) => rarity(term, index)))
  const sign =
    weights.base +
    weights.share * (found / total) +
    weights.strength * Math.log(1 + best.strength) +
    weights.ours * Math.min(query.heard.ours, mostOurs) +
    weights.elsewhere * Math.min(query.heard.elsewhere, mostElsewhere)
  return 1 / (1 + Math.exp(-sign))
}

/** A word that stands in few pieces says more; one that nobody here knows says most. */
function rarity(term: string, index: SearchIndex): number {
  return Math.log(1 + (index.pieceCount + 1) / ((index.spread.get(term) ?? 0) + 0.5))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

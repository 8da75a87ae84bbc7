// How certain the bot is: that the policies cover a question at all, and that the first section is the right one.
import type { SearchIndex } from './build.ts'
import type { Query } from './query.ts'
import { about, type Ranked } from './rank.ts'

export interface Sure {
  readonly covered: number
  readonly section: number
}

export function howSure(query: Query, ranked: readonly Ranked[], index: SearchIndex): Sure {
  const [best, second] = ranked
  if (best === undefined || query.own.length === 0) return { covered: 0, section: 0 }
  const signs = coverSigns(query, best, index)
  const byText = {
    covered: logistic(coverWeights, signs),
    section: logistic(sectionWeights, sectionSigns(signs, best, second)) * twinned(best, second),
  }
  const { asked, edition } = best.section
  if (asked === undefined) return byText
  // An owner's own words separate a policy's questions from others far better than its text alone.
  const byOwner = { covered: best.signs.own, section: (0.55 + 0.45 * best.signs.own) * nearness(best, second) }
  return hasWords(edition.policy, index) ? byOwner : surer(byOwner, byText)
}

/** Known questions alone, without a word list, say little about other questions. */
function hasWords(policy: string, { own }: SearchIndex): boolean {
  return own.some((each) => each.policy === policy && each.index.words.size > 0)
}

function surer(one: Sure, other: Sure): Sure {
  return { covered: Math.max(one.covered, other.covered), section: Math.max(one.section, other.section) }
}

export function coverSigns(query: Query, best: Ranked, index: SearchIndex): number[] {
  const { signs } = best
  const anywhere = query.topics.topics.reduce((most, each) => Math.max(most, each), 0)
  const here = index.treats.reduce((most, treats) => Math.max(most, about(treats, query)), 0)
  return [
    1,
    signs.coverage,
    signs.sentence,
    signs.heading,
    signs.policy,
    signs.pack,
    signs.topic,
    anywhere - here,
    signs.pairs,
    signs.whole,
  ]
}

export function sectionSigns(cover: readonly number[], best: Ranked, second: Ranked | undefined): number[] {
  const apart = apartFrom(best, second)
  return [...cover, apart, Math.min(1, apart * 4)]
}

/** Where two are the same, nobody can be certain. */
function twinned(best: Ranked, second: Ranked | undefined): number {
  return 0.75 + 0.25 * Math.min(1, 15 * apartFrom(best, second))
}

/** Beside an equally good section, the first is right half of the time. */
function nearness(best: Ranked, second: Ranked | undefined): number {
  return 0.6 + 0.4 * Math.min(1, 8 * apartFrom(best, second))
}

function apartFrom(best: Ranked, second: Ranked | undefined): number {
  return second === undefined ? 1 : (best.score - second.score) / best.score
}

// Found by test/bench/fit.ts; the base of the first was then lowered by 0.3, so that `doubt` is the same for every
// policy. Signs are in the order of `coverSigns`; the second also uses the distance to the second section.
const coverWeights = [-1.52, 1.24, 1.07, 1.67, 0.91, 0, 0.29, -4.08, 1.35, 1.57]
const sectionWeights = [-3.18, 1.55, 0.35, 1.44, 1.18, 0.36, 0, -3.24, 0.78, 1.02, 0, 1.82]

export function logistic(weights: readonly number[], signs: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * (signs[at] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}

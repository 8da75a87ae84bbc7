// Questions whose section an owner named: the known questions of policies, and what owners adopted. Whoever asks one of
// them in nearly the same words gets that section, even on a small shelf.
import { subjectTerms } from './terms.ts'

/** A question, and the place of the section that answers it. */
export interface KnownQuestion {
  readonly question: string
  readonly place: number
}

export interface KnownQuestions {
  /** The place of the one section with a known question that says nearly the same. */
  find(terms: readonly string[]): number | undefined
}

/** How much of two questions must be the same. */
const nearlyTheSame = 0.8
/** A little more than enough, so that no rounding decides. */
const enough = 1.001
const nothing = { place: 0, weight: 0, terms: new Set<string>() }

export function compileKnown(questions: readonly KnownQuestion[], rarity: (term: string) => number): KnownQuestions {
  const weightOf = (terms: Iterable<string>) => {
    let sum = 0
    for (const term of terms) sum += rarity(term)
    return sum
  }
  const known = questions
    .map(({ question, place }) => ({ place, terms: new Set(subjectTerms(question)) }))
    .filter(({ terms }) => terms.size > 0)
    .map((each) => ({ ...each, weight: weightOf(each.terms) }))
  const byTerm = new Map<string, number[]>()
  for (const [at, { terms }] of known.entries())
    for (const term of terms) {
      const before = byTerm.get(term)
      if (before === undefined) byTerm.set(term, [at])
      else before.push(at)
    }
  /**
   * Those that may be nearly the same: what says all but a fifth of it holds one of the rarest terms that weigh more than
   * that fifth. Those with its common words alone would be many.
   */
  const likely = (terms: ReadonlySet<string>, whole: number): ReadonlySet<number> => {
    const found = new Set<number>()
    const rarestFirst = [...terms].toSorted((a, b) => rarity(b) - rarity(a))
    let passed = 0
    for (const term of rarestFirst) {
      for (const at of byTerm.get(term) ?? []) found.add(at)
      passed += rarity(term)
      if (passed > whole * (1 - nearlyTheSame) * enough) break
    }
    return found
  }
  return {
    find(said) {
      const terms = new Set(said)
      const whole = weightOf(terms)
      const places = new Set<number>()
      let most = nearlyTheSame
      for (const at of likely(terms, whole)) {
        const { place, weight, terms: own } = known[at] ?? nothing
        let shared = 0
        for (const term of terms) if (own.has(term)) shared += rarity(term)
        const alike = shared / (whole + weight - shared)
        if (alike < most) continue
        if (alike > most) places.clear()
        most = alike
        places.add(place)
      }
      // Where two sections have the same question, neither is chosen.
      const [only, ...others] = places
      return others.length > 0 ? undefined : only
    },
  }
}

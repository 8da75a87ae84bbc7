// Turns a question into an answer: ranked sections, the passage that shows why, and how certain the bot is of each.
import { defined } from '../kit/defined.ts'
import { becauseOf } from './because.ts'
import { howSure, type Sure } from './certainty.ts'
import { findPassage } from './passage.ts'
import { readQuery } from './query.ts'
import { noSigns, rankSections, type Ranked } from './rank.ts'
import type { SearchIndex } from './build.ts'
import type { Answer, Passage } from './types.ts'

// Below `doubt` the bot says that the policies do not cover the question; below `trust` it offers sections instead of
// answering. `doubt` is the highest at which, of the strangers' questions that may be looked at, asked of ten policies, and of
// the dialogues, none more is refused though covered.
const doubt = 0.43
const trust = { covered: 0.65, section: 0.75 }
const mostMatches = 5

export function ask(index: SearchIndex, text: string): Answer {
  const query = readQuery(text, index)
  const first = index.known.find(query.subject.own)
  const ranked = putFirst(rankSections(query, index), index, first)
  const sure = first === undefined ? howSure(query, ranked, index) : sureOfKnown
  const outcome = outcomeOf(sure)
  return {
    outcome,
    ...defined({ why: outcome === 'unsure' ? whyUnsure(ranked) : undefined }),
    certainty: sure.covered,
    certaintyOfFirst: sure.section,
    matches: ranked.slice(0, mostMatches).map(({ section: found, score }) => {
      const { edition, section, excerpts } = found
      let passage: Passage | undefined
      return {
        cites: { policy: edition.policy, edition: edition.id, section: section.ref },
        edition,
        section,
        score,
        // Most matches are only listed.
        get passage() {
          return (passage ??= findPassage(excerpts(), query))
        },
        get because() {
          return becauseOf(text, query, found, index)
        },
      }
    }),
  }
}

/** An owner named that section for exactly this question. */
const sureOfKnown: Sure = { covered: 0.95, section: 0.95 }

function putFirst(ranked: readonly Ranked[], { sections }: SearchIndex, first: number | undefined): readonly Ranked[] {
  const section = first === undefined ? undefined : sections[first]
  if (section === undefined) return ranked
  const found = ranked.find((each) => each.section === section) ?? { section, score: 0, signs: noSigns }
  const score = Math.max(1, (ranked[0]?.score ?? 0) * ahead)
  return [{ ...found, score }, ...ranked.filter((each) => each.section !== section)]
}
const ahead = 1.2

/** Two sections that fit equally well lead to a question back; a single one is the nearest that the policies say. */
function whyUnsure([best, second]: readonly Ranked[]): 'nearest' | 'which' {
  return best !== undefined && second !== undefined && second.score >= best.score * asGood ? 'which' : 'nearest'
}
const asGood = 0.85

function outcomeOf({ covered, section }: Sure): Answer['outcome'] {
  if (covered < doubt) return 'not-covered'
  return covered >= trust.covered && section >= trust.section ? 'answered' : 'unsure'
}

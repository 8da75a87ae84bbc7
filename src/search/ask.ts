// A question becomes an answer: ranked sections with the passage that shows why, and how sure the bot is of what.
import { howSure, type Sure } from './certainty.ts'
import { findPassage } from './passage.ts'
import { readQuery } from './query.ts'
import { rankSections } from './rank.ts'
import type { SearchIndex } from './build.ts'
import type { Answer, Passage } from './types.ts'

// Below `doubt` the bot says that the policies do not cover it; below `trust` it offers sections instead of answering.
const doubt = 0.4
const trust = 0.5
const mostMatches = 5

export function ask(index: SearchIndex, text: string): Answer {
  const query = readQuery(text, index)
  const ranked = rankSections(query, index)
  const sure = howSure(query, ranked, index)
  return {
    outcome: outcomeOf(sure),
    certainty: sure.covered,
    certaintyOfFirst: sure.section,
    matches: ranked.slice(0, mostMatches).map(({ section: { edition, section, excerpts }, score }) => {
      let passage: Passage | undefined
      return {
        cites: { policy: edition.policy, edition: edition.id, section: section.ref },
        edition,
        section,
        score,
        // Most matches are only named.
        get passage() {
          return (passage ??= findPassage(excerpts(), query))
        },
      }
    }),
  }
}

function outcomeOf({ covered, section }: Sure): Answer['outcome'] {
  if (covered < doubt) return 'not-covered'
  return section < trust ? 'unsure' : 'answered'
}

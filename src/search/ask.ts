// A question becomes an answer: ranked sections with the passage that shows why, and how sure the bot is.
import { howSure } from './certainty.ts'
import { findPassage } from './passage.ts'
import { readQuery } from './query.ts'
import { rankSections } from './rank.ts'
import type { SearchIndex } from './build.ts'
import type { Answer, Passage } from './types.ts'

// Below `doubt` the bot says that the policies do not cover it; below `trust` it offers sections instead of answering.
const doubt = 0.4
const trust = 0.65
const mostMatches = 5

export function ask(index: SearchIndex, text: string): Answer {
  const query = readQuery(text, index)
  const ranked = rankSections(query, index)
  const certainty = howSure(query, ranked[0], index)
  return {
    outcome: outcomeOf(certainty),
    certainty,
    matches: ranked.slice(0, mostMatches).map(({ section: { edition, section, excerpts }, score }) => {
      let passage: Passage | undefined
      return {
        cites: { policy: edition.policy, edition: edition.id, section: section.ref },
        edition,
        section,
        score,
        // Most matches are only named.
        get passage() {
          return (passage ??= findPassage(excerpts, query))
        },
      }
    }),
  }
}

function outcomeOf(certainty: number): Answer['outcome'] {
  if (certainty < doubt) return 'not-covered'
  return certainty < trust ? 'unsure' : 'answered'
}

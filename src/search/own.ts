// A policy with its owner's own known questions and words: every section is one document, and every sentence and known
// question another. It answers for that policy only; between policies, their texts decide.
import { sentencesOf, wordsOf } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
import { indexTerms, type TermIndex } from './lunr.ts'
import { indexPieces, type PieceIndex } from './pieces.ts'
import { stem, termsOf } from './terms.ts'
import type { ShelvedSection, Shows, WordEntry } from './types.ts'

export interface OwnIndex {
  readonly sections: readonly OwnSection[]
  /** One document for each section, in order. */
  readonly whole: TermIndex
  /** Every sentence, heading and known question separately. */
  readonly pieces: PieceIndex
  /** The number of pieces that contain a term. */
  readonly spread: ReadonlyMap<string, number>
  readonly pieceCount: number
  /** The word list's phrases, by the first stem of each. */
  readonly words: ReadonlyMap<string, readonly CompiledWord[]>
  /** The stems of all words in the word list's phrases. */
  readonly spoken: ReadonlySet<string>
}

export interface OwnSection extends ShelvedSection {
  /** All terms of the section, its heading and its known questions. */
  readonly terms: ReadonlySet<string>
}

/** What people say, as the stems of a phrase, and the terms that it adds to a query. */
export interface CompiledWord {
  readonly phrase: readonly string[]
  readonly adds: readonly string[]
  readonly shows: Shows
  /** As the list writes them, for explanations. */
  readonly says: string
  readonly means: readonly string[]
}

/** Prepares the editions in force for questions. It takes about 100 ms for a policy of twenty pages. */
export function indexOwn(shelf: readonly ShelvedSection[], words: readonly WordEntry[]): OwnIndex {
  const pieces = shelf.map(piecesOf)
  const spread = new Map<string, number>()
  for (const piece of pieces.flat()) for (const term of new Set(piece)) spread.set(term, (spread.get(term) ?? 0) + 1)
  return {
    sections: shelf.map((each, at) => ({
      ...each,
      terms: new Set(pieces[at]?.flat()),
    })),
    whole: indexTerms(
      shelf.map(({ section, asked }) => ({
        title: termsOf(`${section.title} ${asked?.heading ?? ''}`),
        text: termsOf(textOf(section)),
        asked: asked?.asked.flatMap(termsOf) ?? [],
      })),
      { title: 2, text: 1, asked: 1 },
    ),
    pieces: indexPieces(pieces),
    spread,
    pieceCount: pieces.flat().length,
    words: byFirstStem(words.flatMap(compileWord)),
    spoken: new Set(words.flatMap(({ says }) => says.flatMap(wordsOf).map(stem))),
  }
}

function piecesOf(shelved: ShelvedSection): string[][] {
  return ownTextsOf(shelved)
    .map(termsOf)
    .filter((terms) => terms.length > 0)
}

export function ownTextsOf({ section, asked }: ShelvedSection): string[] {
  return [section.title, asked?.heading ?? '', ...(asked?.asked ?? []), ...sentencesOf(textOf(section))]
}

function compileWord({ says, means, shows = 'ours' }: WordEntry): CompiledWord[] {
  const adds = [...new Set(means.flatMap(termsOf))]
  return says.map((phrase) => ({ phrase: wordsOf(phrase).map(stem), adds, shows, says: phrase, means }))
}

function byFirstStem(words: readonly CompiledWord[]): Map<string, CompiledWord[]> {
  const grouped = new Map<string, CompiledWord[]>()
  for (const word of words) {
    const [first = ''] = word.phrase
    grouped.set(first, [...(grouped.get(first) ?? []), word])
  }
  return grouped
}

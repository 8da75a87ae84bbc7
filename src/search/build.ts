// What is looked up when somebody asks: every section as one document, and every sentence and known question as another.
import { sentencesOf, wordsOf } from '../kit/text.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Section } from '../policy/types.ts'
import { indexTerms, type TermIndex } from './lunr.ts'
import { excerptsOf, type Excerpt } from './passage.ts'
import { indexPieces, type PieceIndex } from './pieces.ts'
import { compileSlips } from './slips.ts'
import { stem, termsOf } from './terms.ts'
import type { AskedSection, Shows, WordEntry } from './types.ts'

export interface Shelved {
  readonly edition: Edition
  readonly section: Section
  readonly asked: AskedSection | undefined
}

export interface SearchIndex {
  readonly sections: readonly IndexedSection[]
  /** One document a section, in their order. */
  readonly whole: TermIndex
  /** Every sentence, heading and known question by itself. */
  readonly pieces: PieceIndex
  /** In how many pieces a term stands. */
  readonly spread: ReadonlyMap<string, number>
  readonly pieceCount: number
  /** The word list's phrases, by the first stem of each. */
  readonly words: ReadonlyMap<string, readonly CompiledWord[]>
  /** Stems of every word in the word list's phrases. */
  readonly spoken: ReadonlySet<string>
  /** The known word that a typed one was meant to be, if one slip explains it. */
  readonly spell: (word: string) => string | undefined
}

export interface IndexedSection extends Shelved {
  /** All terms of the section, its heading and its known questions. */
  readonly terms: ReadonlySet<string>
  readonly excerpts: readonly Excerpt[]
}

/** What people say, as stems of a phrase, and the terms that it adds to a query. */
export interface CompiledWord {
  readonly phrase: readonly string[]
  readonly adds: readonly string[]
  readonly shows: Shows
}

/** The editions in force, ready to be asked. Takes some 100 ms for a policy of twenty pages. */
export function buildIndex(shelf: readonly Shelved[], words: readonly WordEntry[]): SearchIndex {
  const pieces = shelf.map(piecesOf)
  const spread = new Map<string, number>()
  for (const piece of pieces.flat()) for (const term of new Set(piece)) spread.set(term, (spread.get(term) ?? 0) + 1)
  return {
    sections: shelf.map((each, at) => ({
      ...each,
      terms: new Set(pieces[at]?.flat()),
      excerpts: excerptsOf(each.section),
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
    spell: compileSpelling([...shelf.flatMap(textsOf), ...words.flatMap(({ says }) => says)]),
  }
}

/** Double letters are what people get wrong most: they are taken as one before the words are compared. */
function compileSpelling(texts: readonly string[]): (word: string) => string | undefined {
  const squeezed = new Map(texts.flatMap(wordsOf).map((word) => [squeeze(word), word]))
  // A wrong guess costs less here than in urgent matters, so shorter words are mended too.
  const find = compileSlips(squeezed.keys(), 5)
  return (word) => squeezed.get(find(squeeze(word)) ?? '')
}

function squeeze(word: string): string {
  return word.replace(/(\p{L})\1/gu, '$1')
}

function piecesOf(shelved: Shelved): string[][] {
  return textsOf(shelved)
    .map(termsOf)
    .filter((terms) => terms.length > 0)
}

function textsOf({ section, asked }: Shelved): string[] {
  return [section.title, asked?.heading ?? '', ...(asked?.asked ?? []), ...sentencesOf(textOf(section))]
}

function compileWord({ says, means, shows = 'ours' }: WordEntry): CompiledWord[] {
  const adds = [...new Set(means.flatMap(termsOf))]
  return says.map((phrase) => ({ phrase: wordsOf(phrase).map(stem), adds, shows }))
}

function byFirstStem(words: readonly CompiledWord[]): Map<string, CompiledWord[]> {
  const grouped = new Map<string, CompiledWord[]>()
  for (const word of words) {
    const [first = ''] = word.phrase
    grouped.set(first, [...(grouped.get(first) ?? []), word])
  }
  return grouped
}

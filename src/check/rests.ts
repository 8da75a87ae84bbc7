// Decides whether a rule's words stand in an edition: verbatim, or recognised by their hash where another edition words
// them differently.
import type { Rest, Rule } from '../guide/scenario.ts'
import { sha256 } from '../kit/hash.ts'
import { fold, sentencesOf, shorten } from '../kit/text.ts'
import { findSection } from '../policy/force.ts'
import type { Edition, Section } from '../policy/types.ts'

/** Where the words stand now; without words it is a gap. */
export interface HeldQuotes {
  readonly section: string
  readonly words: string | undefined
}

/**
 * Looks in the section that the rule names, otherwise in the only other section with the same words, because sections
 * get renumbered. A gap is known by its section only.
 */
export function wordsIn(rest: Rest, edition: Edition): HeldQuotes | undefined {
  const named = findSection(edition, rest.section)
  if (rest.gap) {
    const has = named?.parts.some(({ kind }) => kind === 'gap') === true
    return has ? { section: rest.section, words: undefined } : undefined
  }
  const here = named && wordsOfSection(rest, named)
  if (here !== undefined) return { section: rest.section, words: here }
  const [elsewhere, ...more] = edition.sections.flatMap((section): HeldQuotes[] => {
    const words = wordsOfSection(rest, section)
    return words === undefined ? [] : [{ section: section.ref, words }]
  })
  return more.length === 0 ? elsewhere : undefined
}

function wordsOfSection({ quote, hashes }: Rest, section: Section): string | undefined {
  const texts = restTextsOf(section)
  if (quote !== undefined && texts.some((text) => plain(text).includes(plain(quote)))) return quote
  const same = texts.flatMap(sentencesOf).find((sentence) => hashes.includes(hashOfWords(sentence)))
  return same === undefined ? undefined : shorten(same.trim(), 240)
}

/** Whether the rule may be applied under that edition, with the words it then quotes and where they stand. */
export function holdsIn(
  { rests = [], cites }: Rule,
  edition: Edition,
): { readonly words: string | undefined; readonly cites: string | undefined } | undefined {
  if (rests.length === 0)
    return cites !== undefined && findSection(edition, cites) === undefined ? undefined : { words: undefined, cites }
  for (const rest of rests) {
    const held = wordsIn(rest, edition)
    if (held !== undefined) return { words: held.words, cites: held.section }
  }
  return undefined
}

/** Sixteen hex digits made from letters and digits only, so that quotation marks and spaces do not matter. */
export function hashOfWords(words: string): string {
  return sha256(plain(words)).slice(0, 16)
}

/** Every text of a section, item by item. */
export function restTextsOf(section: Section): readonly string[] {
  return section.parts.flatMap((part) => {
    switch (part.kind) {
      case 'paragraph':
        return [part.text]
      case 'list':
        return part.items
      case 'gap':
        return []
    }
  })
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

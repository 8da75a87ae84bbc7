// Whether a rule's words stand in an edition: verbatim, or known again by their hash where another edition puts them otherwise.
import type { Rest, Rule } from '../guide/scenario.ts'
import { sha256 } from '../kit/hash.ts'
import { fold, sentencesOf, shorten } from '../kit/text.ts'
import { findSection } from '../policy/force.ts'
import type { Edition, Section } from '../policy/types.ts'

/** The words as that edition has them; undefined where it does not. Of a gap, what is said of the gap. */
export function wordsIn(rest: Rest, edition: Edition): string | undefined {
  const section = findSection(edition, rest.section)
  if (section === undefined) return undefined
  if (rest.gap) return section.parts.find(({ kind }) => kind === 'gap') === undefined ? undefined : ''
  const { quote } = rest
  if (quote !== undefined && textsOf(section).some((text) => plain(text).includes(plain(quote)))) return quote
  const same = textsOf(section)
    .flatMap(sentencesOf)
    .find((sentence) => rest.hashes.includes(hashOfWords(sentence)))
  return same === undefined ? undefined : shorten(same.trim(), 240)
}

/** Whether the rule may be applied under that edition, with the words it then quotes. */
export function holdsIn(rule: Rule, edition: Edition): { readonly words: string | undefined } | undefined {
  const { rests = [], cites } = rule
  if (cites !== undefined && findSection(edition, cites) === undefined) return undefined
  if (rests.length === 0) return { words: undefined }
  for (const rest of rests) {
    const words = wordsIn(rest, edition)
    if (words !== undefined) return { words: words === '' ? undefined : words }
  }
  return undefined
}

/** Sixteen hex digits of the letters and figures only, so that quotation marks and spaces do not matter. */
export function hashOfWords(words: string): string {
  return sha256(plain(words)).slice(0, 16)
}

/** Every text of a section, item by item. */
export function textsOf(section: Section): readonly string[] {
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

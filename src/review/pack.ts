// The review pack: what an edition leaves open, and what it mentions that has changed since.
import { compact } from '../kit/defined.ts'
import { textOf } from '../policy/text.ts'
import type { Edition, Section } from '../policy/types.ts'
import type { Law } from '../guide/law.ts'
import type { ReviewContents } from './types.ts'

export function packFor(edition: Edition, laws: readonly Law[]): ReviewContents {
  return {
    gaps: edition.sections.flatMap(({ ref, parts }) =>
      parts.flatMap((part) => (part.kind === 'gap' ? [{ section: ref, what: part.text }] : [])),
    ),
    changed: laws.flatMap((law) => findLaw(edition, law)),
    open: openIn(edition),
  }
}

function findLaw({ sections }: Edition, law: Law): ReviewContents['changed'] {
  return law.names.flatMap((name) => {
    const named = sections.filter((section) => names(section, name)).map(({ ref }) => ref)
    return named.length === 0 ? [] : [{ name, law, sections: named }]
  })
}

/**
 * Whole words, whatever the spaces between them, and a year in brackets as well; "Twitter" does not occur in
 * "twittering".
 */
function names(section: Section, name: string): boolean {
  const words = name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s,(]+')}(?![\\p{L}\\p{N}])`, 'u').test(
    `${section.title}\n${textOf(section)}`,
  )
}

function openIn({ nextReview, approvedBy, ratified, wording, outside }: Edition): string[] {
  const undated = nextReview === undefined && 'It names no day for its next review.'
  if (outside !== undefined)
    return compact([
      undated,
      `It is outside: look whether ${outside.by} has published a newer edition, at ${outside.link}`,
    ])
  return compact([
    undated,
    ratified === undefined && 'It does not say when it was ratified.',
    approvedBy === undefined && 'It does not say who approved it.',
    wording === 'restated' && 'It is a summary in other words: import the school’s adopted text.',
  ])
}

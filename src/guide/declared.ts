// Finds the section of an edition that looks like its declaration: a proposal that a person confirms.
import { piecesOf } from '../policy/bare.ts'
import type { Edition, Section } from '../policy/types.ts'

/**
 * The section with most sentences in which people say something about themselves, and say that they have read it;
 * between equals, the last.
 */
export function proposeDeclaration({ sections }: Edition): Section | undefined {
  let best: { readonly section: Section; readonly marks: number } | undefined
  for (const section of sections) {
    const marks = marksOf(section)
    if (marks > 0 && marks >= (best?.marks ?? 0)) best = { section, marks }
  }
  return best?.section
}

/** A section that only mentions reading and signing has none. */
function marksOf({ title, parts }: Section): number {
  const pieces = parts.flatMap(piecesOf)
  const spoken = pieces.filter((piece) => /^\W*I (?:have|confirm|understand|agree|accept|will|undertake)\b/.test(piece))
  if (!pieces.some((piece) => /\bI (?:have (?:read|received)|confirm|agree|accept)\b/i.test(piece))) return 0
  return 1 + spoken.length + (/\b(?:declaration|agreement|acknowledge?ment)\b/i.test(title) ? 2 : 0)
}

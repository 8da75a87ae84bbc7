// Which section of an edition looks like its declaration: a proposal, for a person to confirm.
import { piecesOf } from '../policy/bare.ts'
import type { Edition, Section } from '../policy/types.ts'

/** The one with most sentences that somebody says of themselves, having read; between equals, the last. */
export function proposeDeclaration({ sections }: Edition): Section | undefined {
  let best: { readonly section: Section; readonly marks: number } | undefined
  for (const section of sections) {
    const marks = marksOf(section)
    if (marks > 0 && marks >= (best?.marks ?? 0)) best = { section, marks }
  }
  return best?.section
}

/** A section that only speaks of reading and signing has none. */
function marksOf({ title, parts }: Section): number {
  const pieces = parts.flatMap(piecesOf)
  const spoken = pieces.filter((piece) => /^\W*I (?:have|confirm|understand|agree|accept|will|undertake)\b/.test(piece))
  if (!pieces.some((piece) => /\bI (?:have (?:read|received)|confirm|agree|accept)\b/i.test(piece))) return 0
  return 1 + spoken.length + (/\b(?:declaration|agreement|acknowledge?ment)\b/i.test(title) ? 2 : 0)
}

// a., b., c. below a number: headings where each has text of its own below it, otherwise list items.
import { likeliestChain } from './chain.ts'
import { looksLikeProse, looksLikeTitle } from './looks.ts'
import { parseBullet, parseCounted } from './marks.ts'
import { candidatesIn, readCapital, readLetter, type NumberedText, type Scored } from './numbers.ts'
import type { SourceBlock, Doubt, Heading } from './types.ts'

export interface FoundLetters {
  readonly headings: readonly Heading[]
  readonly doubts: readonly Doubt[]
}

/** `headings` are those known already, in order. Letters start again under each of them. */
export function findLetters(document: NumberedText, headings: readonly Heading[]): FoundLetters {
  const { blocks } = document
  const found: Heading[] = []
  const doubts: Doubt[] = []
  for (const [index, over] of headings.entries()) {
    if (over.number === undefined || (over.number.kind === 'letter' && /[a-z]/.test(over.number.letter))) continue
    const range = { from: over.at + 1, to: headings[index + 1]?.at ?? blocks.length }
    for (const read of [readLetter, readCapital]) {
      const scored = candidatesIn(document, range, read)
      const chain = new Set(likeliestChain(scored.map(({ candidate }) => candidate)).map(({ at }) => at))
      const run = scored.filter(({ candidate }) => chain.has(candidate.at))
      const titled = scored.filter((each) => isHeading(each, blocks, range.to))
      if (areHeadings(run, titled.length)) found.push(...run.map((each) => toHeading(each, over, blocks)))
      else
        doubts.push(
          ...titled.map(({ candidate: { at } }) => ({
            at,
            what: `"${blocks[at]?.text ?? ''}" may be a heading; it stays text.`,
          })),
        )
    }
  }
  return { headings: found, doubts }
}

function areHeadings(run: readonly Scored[], titled: number): boolean {
  return run.length >= 2 && titled >= run.length * 0.75 && run.every(({ rest }) => !/^\p{Ll}|[;,]$/u.test(rest))
}

/** A title with a sentence or a list below it. */
function isHeading({ candidate: { at }, rest }: Scored, blocks: readonly SourceBlock[], to: number): boolean {
  const next = at + 1 < to ? blocks[at + 1] : undefined
  if (next === undefined || !looksLikeTitle(rest) || next.level !== undefined) return false
  return parseBullet(next.text) !== undefined || (parseCounted(next.text) === undefined && looksLikeProse(next.text))
}

function toHeading({ candidate: { at }, rest }: Scored, over: Heading, blocks: readonly SourceBlock[]): Heading {
  const letter = (parseCounted(blocks[at]?.text ?? '')?.mark ?? '').replace(/[^A-Za-z]/g, '')
  const title = looksLikeTitle(rest) ? rest : undefined
  return { at, depth: over.depth + 1, number: { kind: 'letter', letter }, title, isText: title === undefined }
}

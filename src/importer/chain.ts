// Decides which of the lines that begin with 1., 2., 3. … are headings and which are list items: the likeliest chain.

export interface Candidate {
  /** Its position among the blocks. */
  readonly at: number
  readonly value: number
  /** How the number is written, such as with `.` or `)`. */
  readonly style: string
  /** How much it looks like a heading on its own; below zero, like a list item. */
  readonly score: number
}

interface Link {
  readonly candidate: Candidate
  readonly before: Link | undefined
  readonly sum: number
  readonly length: number
}

const forNext = 1.5
const forOtherStyle = -1.5
const forEachMissing = -2
const leastMean = 1.5

/**
 * The run of rising numbers that as a whole looks most like headings, in order; empty where none is likely enough.
 * `from` is a number that it may begin with, besides 1. It takes one pass, so a document may have any size.
 */
export function likeliestChain(candidates: readonly Candidate[], from = 1): readonly Candidate[] {
  const best = new Map<number, Link>()
  let top: Link | undefined
  for (const candidate of candidates) {
    const link = bestLink(candidate, best, from)
    if (link === undefined) continue
    const rival = best.get(candidate.value)
    // Of two equal candidates the later one: the first is the title of the document, or a list item.
    if (rival === undefined || link.sum >= rival.sum) best.set(candidate.value, link)
    if (top === undefined || link.sum >= top.sum) top = link
  }
  if (top === undefined || top.sum / top.length < leastMean) return []
  const chain: Candidate[] = []
  for (let link: Link | undefined = top; link !== undefined; link = link.before) chain.push(link.candidate)
  return chain.reverse()
}

function bestLink(candidate: Candidate, best: ReadonlyMap<number, Link>, from: number): Link | undefined {
  const { value, style, score } = candidate
  const isStart = value <= 1 || value === from
  let link: Link | undefined = isStart ? { candidate, before: undefined, sum: score, length: 1 } : undefined
  for (const missing of [0, 1, 2]) {
    const before = best.get(value - 1 - missing)
    if (before === undefined) continue
    const ways =
      (missing === 0 ? forNext : missing * forEachMissing) + (before.candidate.style === style ? 0 : forOtherStyle)
    const sum = before.sum + score + ways
    if (link === undefined || sum > link.sum) link = { candidate, before, sum, length: before.length + 1 }
  }
  return link
}

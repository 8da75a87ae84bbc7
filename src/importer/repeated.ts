// Two sections with one number: a citation could mean either, so the second gets a ref of its own and a doubt is
// raised.
import type { SourceBlock } from './types.ts'

export function repeats(ref: string, one: SourceBlock | undefined, other: SourceBlock | undefined): string {
  const [first = 0, second = 0] = [one?.no ?? 0, other?.no ?? 0].toSorted((a, b) => a - b)
  return `The document repeats section ${ref}: it stands in line ${first} and again in line ${second}. Both are kept; give one of them a number of its own.`
}

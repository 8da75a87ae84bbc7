// Two sections with one ref: a citation could mean either, so the document is not imported.
import type { Block, Refusal } from './types.ts'

export function repeated(ref: string, one: Block | undefined, other: Block | undefined): Refusal {
  const [first = 0, second = 0] = [one?.no ?? 0, other?.no ?? 0].toSorted((a, b) => a - b)
  return {
    kind: 'refused',
    why: 'repeated-ref',
    line: second,
    what: `repeats section ${ref}: it stands in line ${first} and again in line ${second}`,
    fix: 'Give each section a number of its own, then import it again.',
  }
}

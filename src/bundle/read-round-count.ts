// Reads everybody once and counts, for each document of a bundle and for the bundle as a whole, who has signed and who
// owes.
import { countAsked, nobodyAsked, type PreviewAsked, type SendingWay } from '../campaign/preview.ts'
import { owing, whatAsked } from '../campaign/read-preview.ts'
import type { Person } from '../chat/people.ts'
import type { Audience } from '../journal/types.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import type { Counting, RegisterLine } from '../standing/totals.ts'

/** A document, the people it is asked of, and what a standing with it depends on. */
export interface CountedPart {
  readonly policy: string
  readonly audience: Audience
  readonly counting: Counting
}

export interface CountAsked {
  readonly parts: readonly CountedPart[]
  readonly practice: boolean
  /** Whether somebody with an address and no account is written to. */
  readonly letters: boolean
}

export interface RoundCount {
  /** Each person once: somebody who owes one document owes, and somebody who has signed all of theirs has signed. */
  readonly everybody: PreviewAsked
  /** In the order of the parts. */
  readonly parts: readonly PreviewAsked[]
}

const pageSize = 500

export async function readRoundCount(
  { register, people }: Pick<Ports, 'register' | 'people'>,
  asked: CountAsked,
): Promise<RoundCount> {
  let count: RoundCount = { everybody: nobodyAsked, parts: asked.parts.map(() => nobodyAsked) }
  let after: string | undefined
  for (;;) {
    const which = { practice: asked.practice, most: pageSize, after }
    const pages = await Promise.all(asked.parts.map(({ policy }) => register.page({ policy, ...which })))
    const [first = []] = pages
    const ways = await people.waysOf(first.map(({ person }) => person.id))
    const beside = pages.map((page) => new Map(page.map((line) => [line.person.id, line])))
    for (const { person } of first) {
      const lines = beside.map((page) => page.get(person.id))
      count = countPerson(count, asked, { person, lines, way: ways.get(person.id) })
    }
    after = first.at(-1)?.person.id
    if (first.length < pageSize) return count
  }
}

interface One {
  readonly person: Person
  /** What their standing depends on, for each part. */
  readonly lines: readonly (RegisterLine | undefined)[]
  readonly way: SendingWay | undefined
}

function countPerson(count: RoundCount, { parts, letters }: CountAsked, { person, lines, way }: One): RoundCount {
  const whats = parts.map(({ audience, counting }, at) => {
    const line = lines[at]
    return line !== undefined && inAudience(person, audience) ? whatAsked(line, counting) : undefined
  })
  const today = parts[0]?.counting.asOf.today
  if (today === undefined || whats.every((what) => what === undefined)) return count
  const add = (asked: PreviewAsked, what: 'signed' | 'excused' | 'owes') =>
    countAsked(asked, what === 'owes' ? owing(person, { today, letters, way }) : { kind: what })
  const signed = whats.includes('signed') ? 'signed' : 'excused'
  return {
    everybody: add(count.everybody, whats.includes('owes') ? 'owes' : signed),
    parts: count.parts.map((asked, at) => {
      const what = whats[at]
      return what === undefined ? asked : add(asked, what)
    }),
  }
}

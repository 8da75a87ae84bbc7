// Everybody with how they stand with each document of a bundle, a page of people at a time.
import { whatAsked } from '../campaign/read-preview.ts'
import type { Person } from '../chat/people.ts'
import type { Audience } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import { standingOf } from '../standing/standing.ts'
import type { Counting, RegisterLine } from '../standing/totals.ts'

/** A document, the people it is asked of, and what a standing with it depends on. */
export interface CountedPart {
  readonly policy: string
  readonly audience: Audience
  readonly counting: Counting
}

export interface AskedPeople {
  readonly parts: readonly CountedPart[]
  readonly practice: boolean
}

export interface AskedPerson {
  readonly person: Person
  /** What their standing depends on, for each part. */
  readonly lines: readonly (RegisterLine | undefined)[]
}

type Reading = Pick<Ports, 'register'>

const pageSize = 500

/** By name. */
export async function* askedPages(
  { register }: Reading,
  { parts, practice }: AskedPeople,
): AsyncGenerator<readonly AskedPerson[]> {
  let after: string | undefined
  for (;;) {
    const which = { practice, most: pageSize, after }
    const pages = await Promise.all(parts.map(({ policy }) => register.page({ policy, ...which })))
    const [first = []] = pages
    const beside = pages.map((page) => new Map(page.map((line) => [line.person.id, line])))
    yield first.map(({ person }) => ({ person, lines: beside.map((page) => page.get(person.id)) }))
    after = first.at(-1)?.person.id
    if (first.length < pageSize) return
  }
}

/** Somebody who has not signed all that is asked of them. */
export interface Ower {
  readonly person: Person
  /** In the order of the bundle; a joiner has longer. */
  readonly owes: readonly { readonly policy: string; readonly due: Day | undefined }[]
}

/** By name, with constant memory. */
export async function* owersOf(reading: Reading, asked: AskedPeople): AsyncGenerator<Ower> {
  for await (const people of askedPages(reading, asked)) {
    for (const one of people) {
      const owes = owedBy(one, asked.parts)
      if (owes.length > 0) yield { person: one.person, owes }
    }
  }
}

function owedBy({ person, lines }: AskedPerson, parts: readonly CountedPart[]): Ower['owes'] {
  return parts.flatMap(({ policy, audience, counting }, at) => {
    const line = lines[at]
    if (line === undefined || !inAudience(person, audience) || whatAsked(line, counting) !== 'owes') return []
    const standing = standingOf({ ...line, ...counting }, counting.asOf)
    return [{ policy, due: 'due' in standing ? standing.due : undefined }]
  })
}

// Reads everybody once and counts, for each document of a bundle and for the bundle as a whole, who has signed and who
// owes.
import { countAsked, nobodyAsked, type PreviewAsked, type SendingWay } from '../campaign/preview.ts'
import { owing, whatAsked } from '../campaign/read-preview.ts'
import type { Ports } from '../ports/ports.ts'
import { inAudience } from '../standing/audience.ts'
import type { Round } from '../standing/rounds.ts'
import { countingOf } from '../turn/counting.ts'
import type { Matter } from '../turn/matter.ts'
import { askedPages, type AskedPeople, type AskedPerson, type CountedPart } from './read-asked-people.ts'

export interface CountAsked extends AskedPeople {
  /** Whether somebody with an address and no account is written to. */
  readonly letters: boolean
}

export interface RoundCount {
  /** Each person once: somebody who owes one document owes, and somebody who has signed all of theirs has signed. */
  readonly everybody: PreviewAsked
  /** In the order of the parts. */
  readonly parts: readonly PreviewAsked[]
}

export async function readRoundCount(
  { register, people }: Pick<Ports, 'register' | 'people'>,
  asked: CountAsked,
): Promise<RoundCount> {
  let count: RoundCount = { everybody: nobodyAsked, parts: asked.parts.map(() => nobodyAsked) }
  for await (const page of askedPages({ register }, asked)) {
    const ways = await people.waysOf(page.map(({ person }) => person.id))
    for (const one of page) count = countPerson(count, asked, { ...one, way: ways.get(one.person.id) })
  }
  return count
}

/** How far everybody is with a round. */
export interface RoundStand {
  readonly everybody: PreviewAsked
  /** By policy; without those that have nothing to sign any more. */
  readonly documents: ReadonlyMap<string, PreviewAsked>
}

interface StandAsked {
  readonly round: Round
  readonly matters: readonly Matter[]
  readonly letters: boolean
}

export async function readRoundStand(
  ports: Pick<Ports, 'journal' | 'register' | 'people'>,
  { round, matters, letters }: StandAsked,
): Promise<RoundStand> {
  const parts = await countedParts(ports, { round, matters })
  const { everybody, parts: counts } = await readRoundCount(ports, { parts, practice: round.practice, letters })
  const documents = new Map<string, PreviewAsked>()
  for (const [at, count] of counts.entries()) {
    const policy = parts[at]?.policy
    if (policy !== undefined) documents.set(policy, count)
  }
  return { everybody, documents }
}

/** The documents of a round that can still be signed. */
export async function countedParts(
  { journal }: Pick<Ports, 'journal'>,
  { round, matters }: Pick<StandAsked, 'round' | 'matters'>,
): Promise<readonly CountedPart[]> {
  const parts = await Promise.all(
    round.parts.map(async ({ policy, audience }) => {
      const matter = matters.find((each) => each.policy.id === policy)
      return matter && { policy, audience, counting: await countingOf({ ports: { journal } }, matter, round) }
    }),
  )
  return parts.filter((part) => part !== undefined)
}

interface One extends AskedPerson {
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

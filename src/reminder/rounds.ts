// How far somebody is with each bundle, and what they owe of it, in the order of the bundle.
import type { Person } from '../chat/people.ts'
import { inAudience } from '../standing/audience.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { AskResult } from './due.ts'
import type { OwedItem, OwedRound } from './types.ts'

/** `rounded` are the open campaigns of each ask that belong to a round. */
export function withRounds(
  found: readonly AskResult[],
  rounded: readonly (readonly Campaign[])[],
  person: Person,
): readonly AskResult[] {
  if (found.every(({ kind }) => kind === 'nothing')) return found
  const far = new Map<string, { signed: number; of: number }>()
  const theirs = rounded.map((campaigns) => campaigns.find(({ audience }) => inAudience(person, audience))?.round)
  for (const [at, round] of theirs.entries()) {
    const result = found[at]
    if (round === undefined || result === undefined || isExcused(result)) continue
    const so = far.get(round.id) ?? { signed: 0, of: 0 }
    far.set(round.id, { signed: so.signed + Number(isSigned(result)), of: so.of + 1 })
  }
  return found.map((result, at) => {
    const round = theirs[at]
    const so = round && far.get(round.id)
    if (result.kind === 'nothing' || round === undefined || so === undefined) return result
    return { ...result, round: { id: round.id, title: round.title, at: round.at, ...so } }
  })
}

function isSigned(result: AskResult): boolean {
  return result.kind === 'nothing' && result.why.kind === 'signed'
}

/** Documents that they are excused from are not counted. */
function isExcused(result: AskResult): boolean {
  return result.kind === 'nothing' && result.why.kind === 'excused'
}

/** What is owed of one bundle, or one document that is asked for alone. */
export interface OwedGroup {
  readonly round: OwedRound | undefined
  readonly items: readonly OwedItem[]
}

/** In the order in which they are first owed; within a bundle, in its order. */
export function groupsOf(owes: readonly OwedItem[]): readonly OwedGroup[] {
  const groups = new Map<string, OwedItem[]>()
  for (const [at, item] of owes.entries()) {
    const key = item.round === undefined ? `alone ${at}` : `round ${item.round.id}`
    const items = groups.get(key)
    if (items === undefined) groups.set(key, [item])
    else items.push(item)
  }
  return [...groups.values()].map((items) => ({
    round: items[0]?.round,
    items: items.toSorted((a, b) => (a.round?.at ?? 0) - (b.round?.at ?? 0)),
  }))
}

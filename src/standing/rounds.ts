// Puts together the campaigns of one opening of a bundle: what people see as one campaign over several documents.
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { inAudience } from './audience.ts'
import type { Campaign } from './campaigns.ts'

export interface Round {
  /** Such as `september-pack.2`. */
  readonly id: string
  readonly bundle: string
  /** The bundle's title when it was opened. */
  readonly title: string
  readonly practice: boolean
  /** One campaign for each document, in the order of the bundle. */
  readonly parts: readonly Campaign[]
}

/** The rounds that these campaigns belong to, in the order of the campaigns. */
export function roundsOf(campaigns: readonly Campaign[]): readonly Round[] {
  const found = new Map<string, Campaign[]>()
  for (const campaign of campaigns) {
    if (campaign.round === undefined) continue
    const parts = found.get(campaign.round.id)
    if (parts === undefined) found.set(campaign.round.id, [campaign])
    else parts.push(campaign)
  }
  return [...found.values()].flatMap((parts) => roundOf(parts) ?? [])
}

function roundOf(campaigns: readonly Campaign[]): Round | undefined {
  const parts = campaigns.toSorted((a, b) => placeOf(a) - placeOf(b))
  const [first] = parts
  if (first?.round === undefined) return undefined
  const { id, bundle, title } = first.round
  return { id, bundle, title, practice: first.practice, parts }
}

function placeOf({ round }: Campaign): number {
  return round?.at ?? 0
}

/** The parts that are still open. */
export function openParts({ parts }: Round): readonly Campaign[] {
  return parts.filter(({ closedOn }) => closedOn === undefined)
}

/** The parts that this person's duties include. */
export function partsFor(person: Person, { parts, practice }: Round): readonly Campaign[] {
  return practice === person.practice ? parts.filter(({ audience }) => inAudience(person, audience)) : []
}

/** The last day of the parts, which nearly always have the same day. */
export function lastDue({ parts }: Round): Day | undefined {
  return parts.reduce<Day | undefined>((last, { due }) => (last === undefined || due > last ? due : last), undefined)
}

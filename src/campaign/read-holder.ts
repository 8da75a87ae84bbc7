// Finds the person to whom a campaign is to be handed, by name or email address, among those who work here.
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { everybody } from '../outbox/slt.ts'
import type { Ports } from '../ports/ports.ts'
import { isFoundBy } from '../register/filter.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { hasLeft } from '../standing/due.ts'

export type HolderFound =
  | { readonly kind: 'found'; readonly person: Person }
  /** The first few of them, by name. */
  | { readonly kind: 'several'; readonly among: readonly Person[] }
  | { readonly kind: 'nobody' }

interface Looking {
  readonly practice: boolean
  readonly today: Day
}

const mostAlike = 8

export async function findHolder(
  { people }: Pick<Ports, 'people'>,
  typed: string,
  about: Looking,
): Promise<HolderFound> {
  const wanted = typed.trim()
  if (wanted === '') return { kind: 'nobody' }
  const exact = wanted.includes('@') ? await people.byEmail(wanted.toLowerCase()) : undefined
  if (exact !== undefined) return canHold(exact, about) ? { kind: 'found', person: exact } : { kind: 'nobody' }
  const among: Person[] = []
  for await (const person of everybody({ people }, about.practice)) {
    if (canHold(person, about) && isFoundBy(person, wanted)) among.push(person)
    if (among.length === mostAlike) break
  }
  const [first, ...others] = among
  if (first === undefined) return { kind: 'nobody' }
  return others.length === 0 ? { kind: 'found', person: first } : { kind: 'several', among }
}

/** Of the same world, and neither gone nor erased. */
export function canHold(person: Person | undefined, { practice, today }: Looking): person is Person {
  return person !== undefined && person.practice === practice && person.name !== '' && !hasLeft(person, today)
}

/** Their names by campaign id, as they are called now. */
export async function holdersOf(
  { people }: Pick<Ports, 'people'>,
  campaigns: readonly Campaign[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const { id, handed } of campaigns)
    if (handed !== undefined) names.set(id, (await people.byId(handed.to))?.name ?? 'somebody')
  return names
}

/** Whether a campaign is theirs, under whichever of their ids it was handed to them. */
export async function isHeldBy(
  { people }: Pick<Ports, 'people'>,
  { handed }: Pick<Campaign, 'handed'>,
  person: string,
): Promise<boolean> {
  return handed !== undefined && (handed.to === person || (await people.byId(handed.to))?.id === person)
}

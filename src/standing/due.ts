// By which day somebody is to sign, and which campaigns ask them at all.
import type { Person } from '../chat/people.ts'
import { addDays, type Day } from '../kit/days.ts'
import { inAudience } from './audience.ts'
import type { Campaign, Owed } from './campaigns.ts'

/** The campaign's day; whoever started lately, or starts later, has `joinerDays` from their first day. */
export function dueFor(person: Pick<Person, 'startsOn'>, { due }: Pick<Campaign, 'due'>, joinerDays: number): Day {
  if (person.startsOn === undefined) return due
  const own = addDays(person.startsOn, joinerDays)
  return own > due ? own : due
}

/** Which of the campaigns ask this person today, the first due first. Nobody is asked before their first day or after their last. */
export function owedBy(
  person: Person,
  campaigns: readonly Campaign[],
  { today, joinerDays }: { readonly today: Day; readonly joinerDays: number },
): readonly Owed[] {
  if (hasLeft(person, today) || (person.startsOn !== undefined && person.startsOn > today)) return []
  // A county is judged person by person: nothing is built that is not needed.
  const owed: Owed[] = []
  for (const campaign of campaigns)
    if (isOpen(campaign, today) && campaign.practice === person.practice && inAudience(person, campaign.audience))
      owed.push({ campaign, due: dueFor(person, campaign, joinerDays) })
  return owed.length < 2 ? owed : owed.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
}

/** The last day still belongs to it. */
export function hasLeft({ leavesOn }: Pick<Person, 'leavesOn'>, today: Day): boolean {
  return leavesOn !== undefined && leavesOn < today
}

/** While it is paused it still asks, and nobody is reminded. */
export function isPaused({ pausedOn }: Pick<Campaign, 'pausedOn'>, today: Day): boolean {
  return pausedOn !== undefined && pausedOn <= today
}

export function isOpen({ openedOn, closedOn }: Campaign, today: Day): boolean {
  return closedOn === undefined && openedOn <= today
}

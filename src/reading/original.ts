// Who may open the school's own file of an edition.
import type { Person } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import { may } from '../people/may.ts'
import type { Edition } from '../policy/types.ts'

/**
 * Everybody who works here, if the import found nothing in the file besides what staff can read anyway; otherwise only
 * the people who keep the policy. A note in a margin may be about somebody.
 */
export function mayOpenOriginal(person: Person | undefined, { source }: Pick<Edition, 'source'>, today: Day): boolean {
  if (person === undefined || source === undefined) return false
  if (may(person, 'own-policy', today)) return true
  const hasLeft = person.leavesOn !== undefined && person.leavesOn < today
  return !hasLeft && source.unseen?.length === 0
}

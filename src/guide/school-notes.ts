// Finds which of the school's own notes stand beside a section today. A note follows the section's text, never its
// number alone.
import type { Day } from '../kit/days.ts'
import type { Edition } from '../policy/types.ts'
import { pointedRef } from './proposals.ts'
import type { Pointer } from './types.ts'

interface Beside {
  readonly policy: string
  readonly pointer: Pointer
  readonly until: Day
  readonly takenUp: boolean
  readonly practice: boolean
}

/** Notes that were adopted and have not lapsed. Practice people also see those of practice. */
export function notesBeside<N extends Beside>(
  notes: readonly N[],
  { edition, ref, today, practice }: { edition: Edition; ref: string; today: Day; practice: boolean },
): N[] {
  return notes.filter(
    (each) =>
      each.takenUp &&
      each.policy === edition.policy &&
      each.until >= today &&
      (practice || !each.practice) &&
      pointedRef(each.pointer, edition) === ref,
  )
}

// Finds which of the school's own notes stand beside a section today. A note follows the section's text, never its
// number alone.
import { addDays, parseDay, type Day } from '../kit/days.ts'
import { wordsOf } from '../kit/text.ts'
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

/** The length that can be read at a glance beside a section. */
export const mostNoted = 400

const mostDays = 366

/** About a school year, after which somebody should look at it again. */
export function usualUntil(today: Day): Day {
  return addDays(today, 180)
}

/** Undefined for what is no day, or too early or too late. */
export function readUntil(typed: string, today: Day): Day | undefined {
  const day = parseDay(typed.trim())
  return day === undefined || day < today || day > addDays(today, mostDays) ? undefined : day
}

/** What is wrong with a note, as a sentence for each of its fields. */
export function slipsInNote(note: string, until: Day | undefined): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  if (wordsOf(note).length === 0) errors['note'] = 'Write the note.'
  if (note.trim().length > mostNoted) errors['note'] = `Write at most ${mostNoted} characters.`
  if (until === undefined) errors['until'] = 'Give a day from today on, a year from now at most, such as 2027-07-21.'
  return errors
}

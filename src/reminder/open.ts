// Small questions that planning asks over and over.
import type { Away } from '../chat/people.ts'
import type { Day } from '../kit/days.ts'
import type { Notice } from '../ports/evidence.ts'

/** Still to be sent. */
export function isOpenNotice({ state }: Notice): boolean {
  return state === 'planned' || state === 'failed'
}

/** The school's own days are looked at once for everybody. */
export function isAway(away: readonly Away[], day: Day): boolean {
  return away.some(({ from, to }) => from <= day && day <= to)
}

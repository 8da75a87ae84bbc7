// Small questions that planning asks again and again.
import type { Away } from '../chat/people.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Notice } from '../ports/notices.ts'

/** Still to be sent. */
export function isOpenNotice({ state }: Notice): boolean {
  return state === 'planned' || state === 'failed'
}

/**
 * The number of days for which somebody who says they are away is left alone, until SLT has entered when they are back.
 */
export const quietDaysOnWord = 14

export function saysAway(notices: readonly Notice[], day: Day, zone: string): boolean {
  return notices.some(({ kind, at }) => {
    if (kind !== 'away-said') return false
    const said = dayIn(zone, at)
    return said <= day && day < addDays(said, quietDaysOnWord)
  })
}

/** The school's own days are computed once for everybody. */
export function isAway(away: readonly Away[], day: Day): boolean {
  return away.some(({ from, to }) => from <= day && day <= to)
}

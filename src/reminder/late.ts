// Who is overdue so that their line manager hears, once; and when the manager does.
import { hasLeft } from '../standing/due.ts'
import type { Person } from '../chat/people.ts'
import { worksOn } from '../kit/calendar.ts'
import { addDays, type Day } from '../kit/days.ts'
import { isAway, isOpenNotice } from './open.ts'
import { slotFor } from './slot.ts'
import { managerKey, notTheirsKey } from './steps.ts'
import type { Ask, Moment, Overdue, Subject } from './types.ts'

/** Undefined where there is nothing to tell, or it was told: what was noted of it is among the notices. */
export function overdueBy(
  { ask, due }: { readonly ask: Ask; readonly due: Day },
  { person, notices }: Pick<Subject, 'person' | 'notices'>,
  day: Day,
): Overdue | undefined {
  const { id, name, away, manager } = person
  if (manager === undefined || manager === id || due >= day || isAway(away, day)) return undefined
  const key = managerKey(ask, id)
  if (notices.some((notice) => notice.key === notTheirsKey(ask, id))) return undefined
  const told = notices.find((notice) => notice.key === key)
  if (told !== undefined && !isOpenNotice(told)) return undefined
  const { policy, edition, title } = ask
  // Many may wait for the end of the walk: no more is held of each than what is told.
  return { policy, edition, title, due, key, person: { id, name, away }, manager, nextAt: told?.nextAt }
}

/** What a line manager hears at once. */
export interface LateNow {
  readonly person: Person
  readonly theirs: readonly Overdue[]
  readonly at: Date
  /** A second try, or more. */
  readonly again: boolean
}

/** One message with all that they have not heard of; undefined where there is nothing on that day. */
export function lateNow(manager: Person, late: readonly Overdue[], moment: Moment): LateNow | undefined {
  const theirs = heardBy(manager, late, moment)
  if (theirs.length === 0) return undefined
  const waits = theirs.flatMap(({ nextAt }) => nextAt?.getTime() ?? [])
  const slot = slotFor(manager.id, moment).getTime()
  return { person: manager, theirs, at: new Date(Math.max(slot, ...waits)), again: waits.length > 0 }
}

/** Of what is theirs to hear: on their own working days; looking ahead, not what they will have heard before. */
function heardBy(
  manager: Person,
  theirs: readonly Overdue[],
  { day, calendar, passingFrom }: Pick<Moment, 'day' | 'calendar' | 'passingFrom'>,
): readonly Overdue[] {
  if (hasLeft(manager, day) || !worksOn(day, calendar, manager)) return []
  if (passingFrom === undefined) return theirs
  return theirs.filter(({ due, person: { away } }) => {
    const first = addDays(due, 1)
    for (let each = first > passingFrom ? first : passingFrom; each < day; each = addDays(each, 1))
      if (worksOn(each, calendar, manager) && !isAway(away, each)) return false
    return true
  })
}

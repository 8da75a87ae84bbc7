// Who is overdue, so that their line manager hears once; and when the manager hears.
import { hasLeft, nthWorkingDay } from '../standing/due.ts'
import type { Person } from '../chat/people.ts'
import { worksOn } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Notice } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { DueAsked } from './due.ts'
import { isAway, isOpenNotice, saysAway } from './open.ts'
import { slotFor } from './slot.ts'
import { managerKey, notTheirsKey, withoutCampaign } from './steps.ts'
import type { Ask, ReminderMoment, Overdue, Subject } from './types.ts'

/**
 * The number of their own working days for which somebody who was away on the due day is left alone once they are back.
 */
const quietDays = 5

/** Undefined where there is nothing to tell, or it was already told: the manager's notices show that. */
export function overdueBy(
  { ask, asking: { campaign, due } }: { readonly ask: Ask; readonly asking: Pick<DueAsked, 'campaign' | 'due'> },
  { person, notices }: Pick<Subject, 'person' | 'notices'>,
  { day, calendar }: Pick<ReminderMoment, 'day' | 'calendar'>,
): Overdue | undefined {
  const { id, name, away, manager } = person
  if (manager === undefined || manager === id || due >= day || isAway(away, day)) return undefined
  if (isJustBack(person, due, { day, calendar }) || saysAway(notices, day, calendar.zone)) return undefined
  if (notices.some((notice) => notice.key === notTheirsKey(ask, id))) return undefined
  const { key, told } = keyOf(campaign, id, { notices, zone: calendar.zone })
  if (told !== undefined && !isOpenNotice(told)) return undefined
  const { policy, edition, title } = ask
  // Many may wait for the end of the pass, so no more of each is kept than is told.
  const about = { policy, edition, title, due, key, campaign, manager }
  return { ...about, person: { id, name, away }, nextAt: told?.nextAt }
}

/** Away on the due day, and not back for long. */
function isJustBack(
  { away, weekdays }: Person,
  due: Day,
  { day, calendar }: Pick<ReminderMoment, 'day' | 'calendar'>,
): boolean {
  const back = away.find(({ from, to }) => from <= due && due <= to)?.to
  if (back === undefined) return false
  const quiet = nthWorkingDay(quietDays, addDays(back, 1), { calendar, weekdays, away })
  return quiet === undefined || day <= quiet
}

/**
 * What was told before the campaign changed is told afresh; notices from before campaigns were part of keys still
 * count.
 */
function keyOf(
  campaign: Campaign,
  person: string,
  { notices, zone }: { readonly notices: readonly Notice[]; readonly zone: string },
): { readonly key: string; readonly told: Notice | undefined } {
  const [key, anew, ...older] = keysOf(campaign, person)
  const { openedOn, changedOn = openedOn } = campaign
  const find = (each: string) => notices.find((notice) => notice.key === each)
  const since = ({ at }: Notice) => dayIn(zone, at) >= changedOn
  const told = find(key)
  if (told !== undefined && anew !== undefined && !since(told)) return { key: anew, told: find(anew) }
  const before = told ?? older.map(find).find((notice) => notice !== undefined && since(notice))
  return { key: before?.key ?? key, told: before }
}

function keysOf(campaign: Campaign, person: string): readonly [string, string | undefined, string] {
  const key = managerKey(campaign, person)
  const { changedOn } = campaign
  return [key, changedOn && `${key}:${changedOn}`, managerKey({ id: withoutCampaign(campaign) }, person)]
}

/** All keys under which it may have been told. */
export function managerKeys({ campaign, person }: Pick<Overdue, 'campaign' | 'person'>): readonly string[] {
  return keysOf(campaign, person.id).filter((key) => key !== undefined)
}

/** What a line manager hears at once. */
export interface LateNow {
  readonly person: Person
  readonly theirs: readonly Overdue[]
  readonly at: Date
  /** The second attempt, or a later one. */
  readonly again: boolean
}

/** One message with everything that they have not heard of; undefined where there is nothing that day. */
export function lateNow(manager: Person, late: readonly Overdue[], moment: ReminderMoment): LateNow | undefined {
  const theirs = heardBy(manager, late, moment)
  if (theirs.length === 0) return undefined
  const waits = theirs.flatMap(({ nextAt }) => nextAt?.getTime() ?? [])
  const slot = slotFor(manager.id, moment).getTime()
  return { person: manager, theirs, at: new Date(Math.max(slot, ...waits)), again: waits.length > 0 }
}

/** Of what is theirs to hear: on their own working days; when looking ahead, not what they will have heard before. */
function heardBy(
  manager: Person,
  theirs: readonly Overdue[],
  { day, calendar, passingFrom }: Pick<ReminderMoment, 'day' | 'calendar' | 'passingFrom'>,
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

// Who is overdue, so that their line manager and whoever else the school names hear once; and when they hear.
import { hasLeft, nthWorkingDay } from '../standing/due.ts'
import type { Person } from '../chat/people.ts'
import { compact } from '../kit/defined.ts'
import { worksOn, type Calendar } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import type { Notice } from '../ports/notices.ts'
import type { DueAsked } from './due.ts'
import { isAway, isOpenNotice, saysAway } from './left-alone.ts'
import { slotFor } from './slot.ts'
import { escalatedKey, managerKey, notTheirsKey, withoutCampaign } from './steps.ts'
import type { Ask, LateChain, ReminderMoment, Overdue, Subject } from './types.ts'

/**
 * The number of their own working days for which somebody who was away on the due day is left alone once they are back.
 */
const quietDays = 5

interface Late {
  readonly ask: Ask
  readonly asking: Pick<DueAsked, 'campaign' | 'due'>
}

type Whose = Pick<Subject, 'person' | 'notices'>
type When = Pick<ReminderMoment, 'day' | 'calendar' | 'chain'>

/** Who is to hear of it; nobody where there is nothing to tell, or they were already told: their notices show that. */
export function overdueBy(late: Late, whose: Whose, when: When): readonly Overdue[] {
  const { due } = late.asking
  if (due >= when.day || isLeftAlone(late, whose, when)) return nobody
  const { day, calendar, chain = managersAlone } = when
  const found: Overdue[] = []
  for (const { after, to } of chain) {
    const from = after === 0 ? addDays(due, 1) : dayAfter(after, due, calendar)
    if (from === undefined || from > day) continue
    for (const each of to === 'manager' ? compact([whose.person.manager]) : to) {
      const told = tellOne(late, whose, { to: each, from, chain, zone: calendar.zone })
      if (told !== undefined && found.every((other) => other.to !== told.to)) found.push(told)
    }
  }
  return found
}

/** Away, hardly back, or it is not theirs to sign. */
function isLeftAlone(
  { ask, asking: { due } }: Late,
  { person, notices }: Whose,
  { day, calendar }: Pick<When, 'day' | 'calendar'>,
): boolean {
  if (isAway(person.away, day) || isJustBack(person, due, { day, calendar })) return true
  if (saysAway(notices, day, calendar.zone)) return true
  return notices.some((notice) => notice.key === notTheirsKey(ask, person.id))
}

const nobody: readonly Overdue[] = []
/** Where the school says nothing else: line managers hear on the day after. */
const managersAlone: LateChain = [{ after: 0, to: 'manager' }]

/** The day after so many of the school's working days, counted from the day after the due day. */
function dayAfter(count: number, due: Day, calendar: Calendar): Day | undefined {
  const last = nthWorkingDay(count, addDays(due, 1), { calendar })
  return last && addDays(last, 1)
}

interface Telling {
  readonly to: string
  readonly from: Day
  readonly chain: LateChain
  readonly zone: string
}

/** Whoever is also their line manager hears as that alone. */
function tellOne(
  { ask, asking: { campaign, due } }: Late,
  { person: { id, name, away, manager }, notices }: Whose,
  { to, from, chain, zone }: Telling,
): Overdue | undefined {
  if (to === id) return undefined
  const asManager = to === manager && chain.some((rung) => rung.to === 'manager')
  const about = { campaign, person: { id, name, away }, to, asManager }
  const { key, told } = keyOf(about, { notices, zone })
  if (told !== undefined && !isOpenNotice(told)) return undefined
  const { policy, edition, title } = ask
  // Many may wait for the end of the pass, so no more of each is kept than is told.
  return { policy, edition, title, due, key, ...about, from, nextAt: told?.nextAt }
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

type Told = Pick<Overdue, 'campaign' | 'person' | 'to' | 'asManager'>

/**
 * What was told before the campaign changed is told afresh; notices from before campaigns were part of keys still
 * count.
 */
function keyOf(
  about: Told,
  { notices, zone }: { readonly notices: readonly Notice[]; readonly zone: string },
): { readonly key: string; readonly told: Notice | undefined } {
  const [key = '', anew, ...older] = keysOf(about)
  const { openedOn, changedOn = openedOn } = about.campaign
  const find = (each: string) => notices.find((notice) => notice.key === each)
  const since = ({ at }: Notice) => dayIn(zone, at) >= changedOn
  const told = find(key)
  if (told !== undefined && anew !== undefined && !since(told)) return { key: anew, told: find(anew) }
  const before = told ?? older.flatMap((each) => (each === undefined ? [] : (find(each) ?? []))).find(since)
  return { key: before?.key ?? key, told: before }
}

function keysOf({ campaign, person, to, asManager }: Told): readonly (string | undefined)[] {
  const { changedOn } = campaign
  const key = asManager ? managerKey(campaign, person.id) : escalatedKey(campaign, person.id, to)
  const older = asManager ? managerKey({ id: withoutCampaign(campaign) }, person.id) : undefined
  return [key, changedOn && `${key}:${changedOn}`, older]
}

/** All keys under which it may have been told. */
export function managerKeys(about: Told): readonly string[] {
  return keysOf(about).filter((key) => key !== undefined)
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
  return theirs.filter(({ from, person: { away } }) => {
    for (let each = from > passingFrom ? from : passingFrom; each < day; each = addDays(each, 1))
      if (worksOn(each, calendar, manager) && !isAway(away, each)) return false
    return true
  })
}

// Who is reminded, of what and when; and of everybody else, why not. Pure: the same state and moment, the same plan.
import { hasLeft, isOpen, owedBy } from '../campaign/due.ts'
import type { Campaign, Owed } from '../campaign/types.ts'
import { carriesOver, standingOf } from '../declaration/standing.ts'
import type { Standing } from '../declaration/types.ts'
import { hoursOf, isWorkingDay, worksOn } from '../kit/calendar.ts'
import { addDays, dayIn, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { Notice } from '../evidence.ts'
import { dailyKey, latestStep, managerKey, minuteOf, notTheirsKey, reminderKey, tomorrows, type Step } from './steps.ts'
import type { Ask, Moment, Overdue, Owing, Subject, Verdict, Why } from './types.ts'
import { sayStep } from './words.ts'

export interface Planner {
  /** Where it is not empty, their notices have to be known to judge. */
  owing(subject: Omit<Subject, 'notices'>): readonly Owing[]
  judge(subject: Subject): Verdict
  /** What their line manager has not heard of yet. */
  overdue(subject: Subject): readonly Overdue[]
}

/** What one ask comes to for one person. */
type Found =
  | { readonly kind: 'owed'; readonly ask: Ask; readonly due: Day; readonly askedOn: Day; readonly joined: boolean }
  | { readonly kind: 'nothing'; readonly why: Why }

interface Due {
  readonly key: string
  readonly step: string
  readonly nextAt: Date | undefined
}

/** `asks` are of one world, the real one or that of practice. What is the same for everybody is worked out once. */
export function planReminders(asks: readonly Ask[], moment: Moment): Planner {
  const { day, calendar } = moment
  const live = asks.map(({ counting }) => {
    const { campaigns, marks, asOf } = counting
    return campaigns.filter((each) => isOpen(each, day) && carriesOver(each.edition, marks, asOf))
  })
  const frame: Frame = {
    ...moment,
    working: isWorkingDay(day, calendar),
    hours: hoursOf(day, calendar),
    stepOf: remember((askedOn: Day, due: Day) => latestStep({ askedOn, due }, moment.rhythm, day)),
  }
  // Each subject is looked at up to three times, and standing is the most of the work.
  const known = new WeakMap<Subject['involvements'], readonly Found[]>()
  const findAll = ({ person, involvements }: Omit<Subject, 'notices'>) => {
    const before = known.get(involvements)
    if (before !== undefined) return before
    const found = asks.map((ask, at) =>
      find({ ask, campaigns: live[at] ?? [] }, { person, involvement: involvements[at] }, day),
    )
    known.set(involvements, found)
    return found
  }
  return {
    owing: (subject) => findAll(subject).flatMap((found) => (found.kind === 'owed' ? [owingOf(found)] : [])),
    judge: (subject) => judge(findAll(subject), subject, frame),
    overdue: (subject) =>
      findAll(subject).flatMap((found) => (found.kind === 'owed' ? overdue(found, subject, frame) : [])),
  }
}

interface Frame extends Moment {
  readonly working: boolean
  readonly hours: { readonly from: Date; readonly to: Date }
  stepOf(askedOn: Day, due: Day): Step | undefined
}

interface About {
  readonly person: Subject['person']
  readonly involvement: Subject['involvements'][number]
}

function find({ ask, campaigns }: { ask: Ask; campaigns: readonly Campaign[] }, about: About, day: Day): Found {
  const { person } = about
  const { marks, asOf } = ask.counting
  const standing = standingOf({ ...about, marks, campaigns }, asOf)
  const why = settled(standing, person, day)
  if (why !== undefined) return { kind: 'nothing', why }
  const first: Owed | undefined = owedBy(person, campaigns, asOf)[0]
  if (first === undefined) return { kind: 'nothing', why: { kind: 'not-asked' } }
  if (!ask.signable) return { kind: 'nothing', why: { kind: 'not-signable' } }
  const { openedOn } = first.campaign
  const { startsOn = openedOn } = person
  const joined = startsOn > openedOn
  return { kind: 'owed', ask, due: first.due, askedOn: joined ? startsOn : openedOn, joined }
}

/** Undefined where they may still owe something. */
function settled(standing: Standing, person: About['person'], day: Day): Why | undefined {
  switch (standing.kind) {
    case 'left':
      return standing
    case 'signed':
    case 'carried-over':
      return { kind: 'signed' }
    case 'excused':
      return { kind: 'excused', until: standing.until }
    case 'concern-raised':
    case 'declined':
      return { kind: standing.kind }
    case 'not-asked':
      return person.startsOn !== undefined && person.startsOn > day
        ? { kind: 'not-started', on: person.startsOn }
        : { kind: 'not-asked' }
    case 'asked':
    case 'reading':
    case 'signed-earlier':
      return undefined
    default:
      return never(standing)
  }
}

function judge(found: readonly Found[], subject: Subject, frame: Frame): Verdict {
  const { person } = subject
  const not = (why: Why): Verdict => ({ kind: 'not-reminded', person, why })
  const owed = found.filter((each) => each.kind === 'owed')
  if (owed.length === 0) return not(whyNothing(found))
  const notices = new Map(subject.notices.map((notice) => [notice.key, notice]))
  const judged = owed.map((each) => ({ each, ...stepsDue(each, { person, notices }, frame) }))
  const theirs = judged.filter(({ why }) => why?.kind !== 'not-theirs')
  const due = theirs.flatMap((each) => each.due)
  const [first] = due
  if (first === undefined) return not((theirs[0] ?? judged[0])?.why ?? { kind: 'no-step-yet' })
  const slot = slotOf(person, { due, daily: notices.get(dailyKey(person.id, frame.day)) }, frame)
  if (!(slot instanceof Date)) return not(slot)
  const owes = theirs.map(({ each }) => owingOf(each))
  return {
    kind: 'reminded',
    reminder: {
      person,
      keys: due.map(({ key }) => key),
      daily: dailyKey(person.id, frame.day),
      at: slot,
      owes,
      welcomes: owes.length === 1 && first.step === 'asked' && (owed[0]?.joined ?? false),
      reason: sayStep(first.step, owes[0]?.due),
    },
  }
}

function whyNothing(found: readonly Found[]): Why {
  const whys = found.flatMap((each) => (each.kind === 'nothing' ? [each.why] : []))
  return whys.find(({ kind }) => kind !== 'not-asked') ?? { kind: 'not-asked' }
}

/** When on this day they may hear of it. */
function slotOf(
  { id, away }: Subject['person'],
  { due, daily }: { due: readonly Due[]; daily: Notice | undefined },
  { working, hours, day, now }: Frame,
): Date | Why {
  if (!working) return { kind: 'day-off' }
  if (isAway(away, day)) return { kind: 'away' }
  if (daily?.state === 'claimed') return { kind: 'being-told' }
  if (daily !== undefined && daily.state !== 'failed') return { kind: 'told-today' }
  const slot = withinFirstHour(id, hours).getTime()
  const waits = [...due, ...(daily === undefined ? [] : [daily])].map(({ nextAt }) => nextAt?.getTime() ?? 0)
  const at = new Date(Math.max(slot, now.getTime(), ...waits))
  return at < hours.to ? at : { kind: 'hours-over' }
}

/** When somebody hears of things on a day: always at the same time, and not everybody at once. */
export function slotFor(person: string, { day, calendar }: Pick<Moment, 'day' | 'calendar'>): Date {
  return withinFirstHour(person, hoursOf(day, calendar))
}

function withinFirstHour(person: string, { from, to }: Frame['hours']): Date {
  const minutes = Math.min(60, (to.getTime() - from.getTime()) / minute)
  return new Date(from.getTime() + minuteOf(person, minutes) * minute)
}

const minute = 60_000

type Owes = Extract<Found, { kind: 'owed' }>

/** The keys that are to go out now, or why none is. */
function stepsDue(
  { ask, due, askedOn }: Owes,
  { person, notices }: { person: Subject['person']; notices: ReadonlyMap<string, Notice> },
  frame: Frame,
): { readonly due: readonly Due[]; readonly why: Why | undefined } {
  const { day, calendar } = frame
  const { zone } = calendar
  if (notices.has(notTheirsKey(ask, person.id))) return { due: [], why: { kind: 'not-theirs' } }
  const later = tomorrows.flatMap((step) => {
    const notice = notices.get(reminderKey(ask, person.id, step))
    return notice === undefined ? [] : [{ step, notice, on: dayIn(zone, notice.at) }]
  })
  const waiting = later.find(({ notice, on }) => notice.state === 'planned' && on > day)
  if (waiting !== undefined) return { due: [], why: { kind: 'asked-for-later', on: waiting.on } }
  const again = later.filter(({ notice, on }) => on <= day && isOpenNotice(notice))
  const asked = again.map(({ step, notice }): Due => ({ key: notice.key, step, nextAt: notice.nextAt }))
  const step = frame.stepOf(askedOn, due)
  if (step === undefined) return { due: asked, why: { kind: 'no-step-yet' } }
  const { key, notice } = keyed(reminderKey(ask, person.id, step.id), { askedOn, notices, zone })
  if (notice === undefined ? !hasPassed(step.on, person, frame) : isOpenNotice(notice))
    return { due: [{ key, step: step.id, nextAt: notice?.nextAt }, ...asked], why: undefined }
  return { due: asked, why: whyNot(notice, step.id) }
}

function whyNot(notice: Notice | undefined, step: string): Why {
  if (notice?.state === 'claimed') return { kind: 'being-told' }
  return { kind: notice?.state === 'given-up' ? 'given-up' : 'told', step }
}

function isOpenNotice({ state }: Notice): boolean {
  return state === 'planned' || state === 'failed'
}

/** Who is asked anew for the same edition hears the same steps anew: the day of asking then stands in the key, too. */
function keyed(
  key: string,
  { askedOn, notices, zone }: { askedOn: Day; notices: ReadonlyMap<string, Notice>; zone: string },
): { readonly key: string; readonly notice: Notice | undefined } {
  const notice = notices.get(key)
  if (notice === undefined || dayIn(zone, notice.at) >= askedOn) return { key, notice }
  const anew = `${key}:${askedOn}`
  return { key: anew, notice: notices.get(anew) }
}

/** Looking ahead: whether it will have gone out on a day before. */
function hasPassed(on: Day, { away }: Subject['person'], { day, calendar, passingFrom }: Frame): boolean {
  if (passingFrom === undefined) return false
  for (let each = on > passingFrom ? on : passingFrom; each < day; each = addDays(each, 1))
    if (worksOn(each, calendar, { weekdays: undefined, away })) return true
  return false
}

function overdue(found: Owes, { person, notices }: Subject, frame: Frame): readonly Overdue[] {
  const { ask, due } = found
  const { manager } = person
  const { day, working } = frame
  if (manager === undefined || manager === person.id || due >= day || hasLeft(person, day)) return []
  if (!working || isAway(person.away, day)) return []
  const key = managerKey(ask, person.id)
  const skip = notices.some(
    (notice) => notice.key === notTheirsKey(ask, person.id) || (notice.key === key && !isOpenNotice(notice)),
  )
  return skip || hasPassed(addDays(due, 1), person, frame) ? [] : [{ ...owingOf(found), key, person, manager }]
}

/** The school's own days are looked at once for everybody. */
function isAway(away: Subject['person']['away'], day: Day): boolean {
  return away.some(({ from, to }) => from <= day && day <= to)
}

function owingOf({ ask: { policy, edition, title }, due }: Owes): Owing {
  return { policy, edition, title, due }
}

/** Few pairs of days occur among many people. */
function remember<T>(work: (a: Day, b: Day) => T): (a: Day, b: Day) => T {
  const known = new Map<string, T>()
  return (a, b) => {
    const key = `${a} ${b}`
    const before = known.get(key)
    if (before !== undefined) return before
    const made = work(a, b)
    known.set(key, made)
    return made
  }
}

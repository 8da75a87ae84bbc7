// Who is reminded, of what and when; and of everybody else, why not. Pure: the same state and moment, the same plan.
import { isOpen, isPaused, owedBy } from '../standing/due.ts'
import type { Campaign, Owed } from '../standing/campaigns.ts'
import { carriesOver, standingOf } from '../standing/standing.ts'
import type { Standing } from '../standing/types.ts'
import type { Rhythm } from '../journal/types.ts'
import { hoursOf, isWorkingDay } from '../kit/calendar.ts'
import { weekdayOf, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import type { Notice } from '../ports/evidence.ts'
import { stepsDue, type Due, type Found, type Frame, type Noted, type Owes } from './due.ts'
import { overdueBy } from './late.ts'
import { isAway } from './open.ts'
import { slotIn } from './slot.ts'
import { dailyKey, latestStep } from './steps.ts'
import type { Ask, Moment, Overdue, Owing, Subject, Verdict, Why } from './types.ts'
import { sayStep } from './words.ts'

export interface Planner {
  /** Where it is not empty, their notices have to be known to judge. */
  owing(subject: Omit<Subject, 'notices'>): readonly Owing[]
  judge(subject: Subject): Verdict
  /** What their line manager has not heard of yet. */
  overdue(subject: Subject): readonly Overdue[]
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
    weekday: weekdayOf(day),
    reasonOf: sayOnce(),
    stepOf: remember((rhythm, askedOn, due) => latestStep({ askedOn, due }, rhythm, day)),
  }
  // Each subject is looked at up to three times, and standing is the most of the work.
  const known = new Map<Subject['involvements'], readonly Found[]>()
  const findAll = ({ person, involvements }: Omit<Subject, 'notices'>) => {
    const before = known.get(involvements)
    if (before !== undefined) return before
    const found = asks.map((ask, at) =>
      find({ ask, campaigns: live[at] ?? [] }, { person, involvement: involvements[at] }, moment),
    )
    // Page by page: what is past is not held.
    if (known.size >= 1_000) known.clear()
    known.set(involvements, found)
    return found
  }
  return {
    owing: (subject) => findAll(subject).flatMap((found) => (found.kind === 'owed' ? [owingOf(found)] : [])),
    judge: (subject) => judge(findAll(subject), subject, frame),
    overdue: (subject) =>
      findAll(subject).flatMap((found) =>
        found.kind === 'owed' && frame.working ? (overdueBy(found, subject, day) ?? []) : [],
      ),
  }
}

interface About {
  readonly person: Subject['person']
  readonly involvement: Subject['involvements'][number]
}

function find(
  { ask, campaigns }: { ask: Ask; campaigns: readonly Campaign[] },
  about: About,
  { day, rhythm }: Pick<Moment, 'day' | 'rhythm'>,
): Found {
  const { person, involvement } = about
  const { marks, asOf } = ask.counting
  const standing = standingOf({ person, involvement, marks, campaigns }, asOf)
  const why = settled(standing, person, day)
  if (why !== undefined) return { kind: 'nothing', why }
  const owed = owedBy(person, campaigns, asOf)
  const first: Owed | undefined = owed.find(({ campaign }) => !isPaused(campaign, day))
  if (first === undefined) return { kind: 'nothing', why: whyNotAsked(owed) }
  if (!ask.signable) return { kind: 'nothing', why: { kind: 'not-signable' } }
  const { openedOn } = first.campaign
  const { startsOn = openedOn } = person
  const joined = startsOn > openedOn
  const own = first.campaign.rhythm ?? rhythm
  return { kind: 'owed', ask, due: first.due, askedOn: joined ? startsOn : openedOn, joined, rhythm: own }
}

function whyNotAsked([first]: readonly Owed[]): Why {
  return first?.campaign.pausedOn === undefined
    ? { kind: 'not-asked' }
    : { kind: 'paused', on: first.campaign.pausedOn }
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
  const notices = notedIn(subject.notices)
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
      again: due.some(({ nextAt }) => nextAt !== undefined),
      owes,
      welcomes: owes.length === 1 && first.step === 'asked' && (owed[0]?.joined ?? false),
      reason: frame.reasonOf(first.step, owes[0]?.due),
    },
  }
}

function whyNothing(found: readonly Found[]): Why {
  const whys = found.flatMap((each) => (each.kind === 'nothing' ? [each.why] : []))
  return whys.find(({ kind }) => kind !== 'not-asked') ?? { kind: 'not-asked' }
}

/** When on this day they may hear of it. */
function slotOf(
  { id, away, weekdays }: Subject['person'],
  { due, daily }: { due: readonly Due[]; daily: Notice | undefined },
  { working, weekday, hours, day, now }: Frame,
): Date | Why {
  if (!working) return { kind: 'day-off' }
  if (isAway(away, day)) return { kind: 'away' }
  if (weekdays !== undefined && !weekdays.includes(weekday)) return { kind: 'own-day-off' }
  if (daily?.state === 'claimed') return { kind: 'being-told' }
  if (daily !== undefined && daily.state !== 'failed') return { kind: 'told-today' }
  const slot = slotIn(hours, id).getTime()
  const waits = [...due, ...(daily === undefined ? [] : [daily])].map(({ nextAt }) => nextAt?.getTime() ?? 0)
  const at = new Date(Math.max(slot, now.getTime(), ...waits))
  return at < hours.to ? at : { kind: 'hours-over' }
}

/** When somebody hears of things on a day: always at the same time, and not everybody at once. */
export function slotFor(person: string, { day, calendar }: Pick<Moment, 'day' | 'calendar'>): Date {
  return slotIn(hoursOf(day, calendar), person)
}

function owingOf({ ask: { policy, edition, title }, due }: Owes): Owing {
  return { policy, edition, title, due }
}

/** Most have heard a few times at most: looking is faster than sorting them in. */
function notedIn(notices: readonly Notice[]): Noted {
  if (notices.length > 8) return new Map(notices.map((notice) => [notice.key, notice]))
  return { get: (key) => notices.find((notice) => notice.key === key) }
}

/** Few steps and days occur among many people, and those of one person nearly always with the next. */
function sayOnce(): Frame['reasonOf'] {
  const known = new Map<string, string>()
  let last = { step: '', due: undefined as Day | undefined, said: '' }
  return (step, due) => {
    if (step === last.step && due === last.due) return last.said
    const key = `${step} ${due ?? ''}`
    const said = known.get(key) ?? sayStep(step, due)
    known.set(key, said)
    last = { step, due, said }
    return said
  }
}

/** Few pairs of days occur among many people, and fewer rhythms. */
function remember<T>(work: (rhythm: Rhythm, a: Day, b: Day) => T): (rhythm: Rhythm, a: Day, b: Day) => T {
  const known = new Map<Rhythm, Map<string, T>>()
  let last: { readonly rhythm: Rhythm; readonly a: Day; readonly b: Day; readonly made: T } | undefined
  return (rhythm, a, b) => {
    if (last?.rhythm === rhythm && last.a === a && last.b === b) return last.made
    const own = known.get(rhythm) ?? new Map<string, T>()
    known.set(rhythm, own)
    const key = `${a} ${b}`
    const made = own.get(key) ?? work(rhythm, a, b)
    own.set(key, made)
    last = { rhythm, a, b, made }
    return made
  }
}

// Decides who is reminded of what and when, and why everybody else is not. Pure: the same state and moment give the
// same plan.
import { compact, defined } from '../kit/defined.ts'
import { isCampaignOpen, isPaused, owedBy } from '../standing/due.ts'
import type { Campaign, Owed } from '../standing/campaigns.ts'
import { carriesOver, standingOf, unanswered } from '../standing/standing.ts'
import type { Standing } from '../standing/types.ts'
import type { Person } from '../chat/people.ts'
import { hoursOf, isWorkingDay } from '../kit/calendar.ts'
import { dayIn, weekdayOf, type Day } from '../kit/days.ts'
import { memo, memoLast } from '../kit/memo.ts'
import { never } from '../kit/never.ts'
import type { Notice } from '../ports/notices.ts'
import type { Rhythm } from '../journal/types.ts'
import { createAlike, judgeAlike, usualOf, type Usual } from './alike.ts'
import { stepsDue, type DueAsked, type Due, type AskResult, type DayFrame, type Noted, type Owes } from './due.ts'
import { overdueBy } from './late.ts'
import { isAway, saysAway } from './left-alone.ts'
import { groupsOf, withRounds } from './rounds.ts'
import { minuteFor } from './slot.ts'
import { dailyKey, latestStep, nudgeStep, stepKey } from './steps.ts'
import type { Ask, ReminderMoment, Overdue, OwedItem, Subject, ReminderVerdict, NotReminded } from './types.ts'
import { sayStep } from './words.ts'

export interface Planner {
  /** Their standing with everything that is asked. This is most of the work, so it is computed once for each person. */
  look(about: Pick<Subject, 'person' | 'involvements'>): Looked
  judge(looked: Looked, notices: readonly Notice[]): ReminderVerdict
  /** What their line manager has not heard of yet. */
  overdue(looked: Looked, notices: readonly Notice[]): readonly Overdue[]
}

export interface Looked {
  readonly person: Person
  /** In the order of the asks. */
  readonly found: readonly AskResult[]
  /** Where it is not empty, their notices are needed to judge them. */
  readonly owes: readonly OwedItem[]
  /** Where others are judged in the same way. */
  readonly usual: Usual | undefined
}

/** `asks` belong to one world, the real one or practice. What is the same for everybody is computed once. */
export function planReminders(asks: readonly Ask[], moment: ReminderMoment): Planner {
  const { day } = moment
  const live = asks.map(({ counting }) => {
    const { campaigns, marks, asOf } = counting
    return campaigns.filter((each) => isCampaignOpen(each, day) && carriesOver(each.edition, marks, asOf))
  })
  const frame = frameOf(moment)
  const rounded = live.map((campaigns) => campaigns.filter(({ round }) => round !== undefined))
  // Those who are alike share what was found.
  const lateOf = memo((found: readonly AskResult[]) => pastDue(found, day))
  const rounds = rounded.some((campaigns) => campaigns.length > 0)
  const look = ({ person, involvements }: Pick<Subject, 'person' | 'involvements'>) => {
    const each = asks.map((ask, at) =>
      find({ ask, campaigns: live[at] ?? [] }, { person, involvement: involvements[at] }, moment),
    )
    const found = rounds ? withRounds(each, rounded, person) : each
    return { found, owes: found.flatMap((each) => (each.kind === 'owed' ? [owingOf(each)] : [])) }
  }
  const alike = createAlike(asks, live, (about) => {
    const { found, owes } = look(about)
    return { found, owes, usual: usualOf(found, frame) }
  })
  return {
    look(about) {
      const { person } = about
      const shared = alike(about)
      if (shared === undefined) return { person, ...look(about), usual: undefined }
      const { found, owes, usual } = shared
      return { person, found, owes, usual }
    },
    judge({ person, found, usual }, notices) {
      const byThemselves = () => judge(found, { person, notices }, frame)
      return usual === undefined ? byThemselves() : judgeAlike(usual, { person, notices, frame }, byThemselves)
    },
    overdue({ person, found }, notices) {
      if (!frame.working) return nobody
      const late = lateOf(found)
      return late.length === 0
        ? nobody
        : late.flatMap(({ ask, asking }) => overdueBy({ ask, asking }, { person, notices }, moment))
    },
  }
}

const nobody: readonly Overdue[] = []

function pastDue(found: readonly AskResult[], day: Day) {
  return found.flatMap((each) =>
    each.kind === 'owed' ? each.asking.filter(({ due }) => due < day).map((asking) => ({ ask: each.ask, asking })) : [],
  )
}

function frameOf(moment: ReminderMoment): DayFrame {
  const { day, calendar } = moment
  return {
    ...moment,
    working: isWorkingDay(day, calendar),
    hours: hoursOf(day, calendar),
    weekday: weekdayOf(day),
    // Neighbours are asked and due on the same days: judging 100,000 people took 0.5 s of processor time with these
    // two, 0.9 s without.
    reasonOf: memoLast(sayStep),
    stepOf: memoLast((rhythm, askedOn, due) => latestStep({ askedOn, due }, rhythm, day)),
  }
}

interface About {
  readonly person: Subject['person']
  readonly involvement: Subject['involvements'][number]
}

function find(
  { ask, campaigns }: { ask: Ask; campaigns: readonly Campaign[] },
  about: About,
  { day, rhythm }: Pick<ReminderMoment, 'day' | 'rhythm'>,
): AskResult {
  const { person, involvement } = about
  const { marks, asOf } = ask.counting
  // Worked out once: of these campaigns, all carry over to the edition in force.
  const owed = owedBy(person, unanswered(campaigns, { involvement, marks }, asOf), asOf)
  const standing = standingOf({ person, involvement, marks, campaigns }, asOf, { day: owed[0]?.due })
  const why = settled(standing, person, day)
  if (why !== undefined) return { kind: 'nothing', why }
  const going = owed.some(({ campaign }) => isPaused(campaign, day))
    ? owed.filter(({ campaign }) => !isPaused(campaign, day))
    : owed
  const [first] = going
  if (first === undefined) return { kind: 'nothing', why: whyNotAsked(owed) }
  if (!ask.signable) return { kind: 'nothing', why: { kind: 'not-signable' } }
  return { kind: 'owed', ask, due: first.due, asking: going.map((each) => askingOf(each, person, rhythm)) }
}

function askingOf({ campaign, due }: Owed, { startsOn }: About['person'], rhythm: Rhythm): DueAsked {
  const { openedOn } = campaign
  const joined = startsOn !== undefined && startsOn > openedOn
  return { campaign, due, askedOn: joined ? startsOn : openedOn, joined, rhythm: campaign.rhythm ?? rhythm }
}

function whyNotAsked([first]: readonly Owed[]): NotReminded {
  return first?.campaign.pausedOn === undefined
    ? { kind: 'not-asked' }
    : { kind: 'paused', on: first.campaign.pausedOn }
}

/** Undefined where they may still owe something. */
function settled(standing: Standing, person: About['person'], day: Day): NotReminded | undefined {
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

function judge(
  found: readonly AskResult[],
  subject: Pick<Subject, 'person' | 'notices'>,
  frame: DayFrame,
): ReminderVerdict {
  const { person } = subject
  const not = (why: NotReminded): ReminderVerdict => ({ kind: 'not-reminded', person, why })
  const owed = found.filter((each) => each.kind === 'owed')
  if (owed.length === 0) return not(whyNothing(found))
  if (saysAway(subject.notices, frame.day, frame.calendar.zone)) return not({ kind: 'away-said' })
  const notices = notedIn(subject.notices)
  const judged = owed.map((each) => ({ each, ...stepsDue(each, { person, notices }, frame) }))
  const theirs = judged.filter(({ why }) => why?.kind !== 'not-theirs')
  const due = theirs.flatMap((each) => each.due)
  const [first] = due
  if (first === undefined) return not((theirs[0] ?? judged[0])?.why ?? { kind: 'no-step-yet' })
  const slot = slotOf(person, { due, daily: notices.get(dailyKey(person.id, frame.day)) }, frame)
  if (!(slot instanceof Date)) return not(slot)
  const again = due.some(({ nextAt }) => nextAt !== undefined)
  const reminder = () => {
    const owes = groupsOf(theirs.map(({ each }) => owingOf(each))).flatMap(({ items }) => items)
    return {
      person,
      keys: due.map(({ key }) => key),
      daily: dailyKey(person.id, frame.day),
      at: slot,
      again,
      owes,
      welcomes: owes.length === 1 && first.step === 'asked' && hasJoined(owed[0]),
      back: theirs.every(({ each }) => isBack(each, { person, notices: subject.notices }, frame)),
      first: due.length >= owes.length && due.every(({ step }) => step === 'asked'),
      reason: frame.reasonOf(first.step, owes[0]?.due),
    }
  }
  return { kind: 'reminded', person, at: slot, again, reminder }
}

function whyNothing(found: readonly AskResult[]): NotReminded {
  const whys = found.flatMap((each) => (each.kind === 'nothing' ? [each.why] : []))
  return whys.find(({ kind }) => kind !== 'not-asked') ?? { kind: 'not-asked' }
}

/** The time of this day at which they may hear of it. */
function slotOf(
  { id, away, weekdays }: Subject['person'],
  { due, daily }: { due: readonly Due[]; daily: Notice | undefined },
  { working, weekday, hours, day, now }: DayFrame,
): Date | NotReminded {
  if (!working) return { kind: 'day-off' }
  if (isAway(away, day)) return { kind: 'away' }
  if (weekdays !== undefined && !weekdays.includes(weekday)) return { kind: 'own-day-off' }
  if (daily?.state === 'claimed') return { kind: 'being-told' }
  if (daily !== undefined && daily.state !== 'failed') return { kind: 'told-today' }
  const slot = minuteFor(hours, id).getTime()
  const waits = compact([...due, daily]).map(({ nextAt }) => nextAt?.getTime() ?? 0)
  const at = new Date(Math.max(slot, now.getTime(), ...waits))
  return at < hours.to ? at : { kind: 'hours-over' }
}

function hasJoined(owes: Owes | undefined): boolean {
  return owes?.asking[0]?.joined ?? false
}

/** Away when they were asked or when it was due, and nothing about it has reached them since. */
function isBack(
  { ask, asking }: Owes,
  { person, notices }: Pick<Subject, 'person' | 'notices'>,
  frame: DayFrame,
): boolean {
  const { day, calendar } = frame
  const spans = person.away.filter(({ from, to }) => {
    const within = (each: Day) => from <= each && each <= to
    return to < day && asking.some(({ askedOn, due }) => within(askedOn) || within(due))
  })
  if (spans.length === 0) return false
  const last = spans.reduce((latest, { to }) => (to > latest ? to : latest), spans[0]?.to ?? day)
  const abouts = [`reminder:${ask.policy}@`, ...asking.map(({ campaign }) => stepKey(campaign, person.id, ''))]
  const isOfIt = (key: string) => abouts.some((about) => key.startsWith(about))
  return !notices.some(({ key, state, at }) => state === 'sent' && isOfIt(key) && dayIn(calendar.zone, at) > last)
}

function owingOf({ ask: { policy, edition, title }, due, asking, round }: Owes): OwedItem {
  const owing = { policy, edition, title, due, rhythm: asking[0]?.rhythm, ...defined({ round }) }
  if (asking.length < 2) return owing
  return { ...owing, asked: asking.map((each) => ({ whom: each.campaign.audience, due: each.due })) }
}

/**
 * Most people have heard a few times at most, so searching is faster than sorting. Which kinds there are is seen once:
 * of ten documents, a person has seldom been asked about in any other way than by the campaign's own steps.
 */
function notedIn(notices: readonly Notice[]): Noted {
  const hasKind = (sign: string) => notices.some(({ key }) => key.includes(sign))
  const abouts = new Set(notices.map(({ key }) => key.slice(0, key.indexOf(':', key.indexOf(':') + 1))))
  const kinds = {
    notTheirs: hasKind('not-theirs:'),
    wished: hasKind(':tomorrow-'),
    nudged: hasKind(`:${nudgeStep}`),
    isAbout: (what: string) => abouts.has(`reminder:${what}`),
  }
  if (notices.length <= 4) return { ...kinds, get: (key) => notices.find((notice) => notice.key === key) }
  const byKey = new Map(notices.map((notice) => [notice.key, notice]))
  return { ...kinds, get: (key) => byKey.get(key) }
}

// People whom nothing tells apart are judged once: most of a county share their group, their weekdays and what was
// recorded for them, so one judgement is right for all of them, each with their own name, keys and minute.
import type { Person } from '../chat/people.ts'
import { compact } from '../kit/defined.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Notice } from '../ports/notices.ts'
import { hasTheseWords } from '../standing/standing.ts'
import type { Involvement, LatestSignature } from '../standing/types.ts'
import type { AskResult, DayFrame, DueAsked } from './due.ts'
import { minuteFor } from './slot.ts'
import { dailyKey, stepKey, withoutCampaign } from './steps.ts'
import type { Ask, OwedItem, ReminderVerdict, Subject } from './types.ts'

/** What is the same for all who are alike. */
export interface Alike {
  readonly found: readonly AskResult[]
  readonly owes: readonly OwedItem[]
  /** Undefined where each has to be judged for themselves. */
  readonly usual: Usual | undefined
}

/** The steps that have come for them, and the judgements by what of them was told. */
export interface Usual {
  readonly steps: readonly UsualStep[]
  /** Keys that begin so are from before campaigns were part of them, or of something that was wished for. */
  readonly others: readonly string[]
  readonly judged: Map<number, ReminderVerdict>
}

interface UsualStep {
  /** The step's key is `before`, the person's id and `after`. */
  readonly before: string
  readonly after: string
  /** What was told before that day is told afresh. */
  readonly since: Day
}

/** More than these are not remembered, so memory stays flat however different people are. */
const mostAlike = 2_000

type About = Pick<Subject, 'person' | 'involvements'>

/** Undefined for somebody who is like nobody else. `live` are the campaigns of each ask that ask people on that day. */
export function createAlike(
  asks: readonly Ask[],
  live: readonly (readonly Campaign[])[],
  make: (about: About) => Alike,
): (about: About) => Alike | undefined {
  const named = new Set(live.flat().flatMap(({ audience }) => audience.people))
  const anew = live.map((campaigns) => campaigns.flatMap(({ since }) => since ?? []))
  const known = new Map<string, Alike>()
  return (about) => {
    const { person } = about
    // Days away, and being asked by name, are theirs alone.
    if (person.away.length > 0 || named.has(person.id)) return undefined
    let sign = signOf(person)
    for (let at = 0; at < about.involvements.length; at++) {
      const [involvement, ask] = [about.involvements[at], asks[at]]
      if (involvement === undefined || ask === undefined) continue
      if (isTheirs(involvement)) return undefined
      if (involvement.signed !== undefined) sign += ` ${at} ${signedSign(involvement.signed, ask, anew[at] ?? [])}`
    }
    const before = known.get(sign)
    if (before !== undefined) return before
    const alike = make(about)
    if (known.size < mostAlike) known.set(sign, alike)
    return alike
  }
}

/** Said, read or allowed, with days and sections of their own. */
function isTheirs({ open, excused, reading }: Involvement): boolean {
  return open !== undefined || excused !== undefined || reading !== undefined
}

/** Everything that it depends on whether the signature counts. */
function signedSign(signed: LatestSignature, { counting }: Ask, anew: readonly Date[]): string {
  const words = hasTheseWords(signed, counting.asOf) ? 'these' : 'others'
  return `${signed.edition} ${words} ${anew.map((since) => (signed.at < since ? 1 : 0)).join('')}`
}

/** Everything of a person that a judgement depends on, besides their id, their days away and their line manager. */
function signOf({ group, roles, startsOn, leavesOn, weekdays, practice }: Person): string {
  return `${group ?? ''} ${roles.join()} ${startsOn ?? ''} ${leavesOn ?? ''} ${weekdays?.join() ?? 'all'} ${practice ? 1 : 0}`
}

/** A number has a bit for each of so many steps, and one for the day's message. */
const mostSteps = 29
const heardToday = 1 << mostSteps

/** Undefined where everybody is judged for themselves: when looking ahead, and where SLT asked for a reminder. */
export function usualOf(found: readonly AskResult[], frame: DayFrame): Usual | undefined {
  const owed = found.filter((each) => each.kind === 'owed')
  if (frame.passingFrom !== undefined || owed.some(({ ask }) => ask.nudged !== undefined)) return undefined
  const steps = owed.flatMap(({ asking }) => asking.map((each) => stepOf(each, frame)))
  const others = owed.flatMap(({ ask: { policy, edition }, asking }) =>
    [edition, ...asking.map(({ campaign }) => campaign.edition)].map((each) =>
      stepKey({ id: withoutCampaign({ policy, edition: each }) }, '', '').slice(0, -1),
    ),
  )
  if (steps.length === 0 || steps.length > mostSteps) return undefined
  return { steps: compact(steps), others: [...new Set(others)], judged: new Map() }
}

function stepOf({ campaign, rhythm, askedOn, due }: DueAsked, frame: DayFrame): UsualStep | undefined {
  // Nobody is asked before the day of asking, so there always is one.
  const step = frame.stepOf(rhythm, askedOn, due)
  if (step === undefined) return undefined
  const { changedOn = askedOn } = campaign
  const [before = '', after = ''] = stepKey(campaign, between, step.id).split(between)
  return { before, after, since: changedOn > askedOn ? changedOn : askedOn }
}

/** Stands in no id. */
const between = '\n'

interface Whose {
  readonly person: Person
  readonly notices: readonly Notice[]
  readonly frame: DayFrame
}

/** The steps that have come, as keys have them: of what they were told before, no more is needed to judge them. */
export function endsOf({ steps }: Usual): readonly string[] {
  return steps.map(({ after }) => after)
}

/** `judge` is asked only where nobody who is alike was judged before, or where something of theirs is their own. */
export function judgeAlike(usual: Usual, whose: Whose, judge: () => ReminderVerdict): ReminderVerdict {
  const { steps, judged } = usual
  const told = toldOf(usual, whose)
  if (told === undefined) return judge()
  const model = judged.get(told)
  if (model === undefined) {
    const verdict = judge()
    judged.set(told, verdict)
    return verdict
  }
  const { person, frame } = whose
  if (model.kind === 'not-reminded') return { kind: 'not-reminded', person, why: model.why }
  // Everybody's minute is before the end of the hours, so they are over for all or for nobody.
  const at = new Date(Math.max(minuteFor(frame.hours, person.id).getTime(), frame.now.getTime()))
  const reminder = () => {
    const keys = steps.flatMap(({ before, after }, bit) =>
      (told & (1 << bit)) === 0 ? [before + person.id + after] : [],
    )
    return { ...model.reminder(), person, keys, daily: dailyKey(person.id, frame.day), at }
  }
  return { kind: 'reminded', person, at, again: model.again, reminder }
}

/** A bit for each step that was told. Undefined where anything was recorded that may matter in another way. */
function toldOf(usual: Usual, { person: { id }, notices, frame }: Whose): number | undefined {
  let told = 0
  for (const notice of notices) {
    const { key, kind } = notice
    if (kind === 'away-said' || key.startsWith('not-theirs:')) return undefined
    const bits =
      kind === 'daily' && key === dailyKey(id, frame.day)
        ? bitIfSent(notice, heardToday)
        : toldBy(notice, usual, id, frame)
    if (bits === undefined) return undefined
    told |= bits
  }
  return told
}

/** 0 where it is about no step that has come. */
function toldBy(notice: Notice, { steps, others }: Usual, id: string, { calendar }: DayFrame): number | undefined {
  const { key, at } = notice
  const bit = steps.findIndex(({ before }) => key.startsWith(before))
  const step = steps[bit]
  if (step === undefined) return others.some((before) => key.startsWith(before)) ? undefined : 0
  if (!key.endsWith(step.after) || key !== step.before + id + step.after) return 0
  return dayIn(calendar.zone, at) < step.since ? undefined : bitIfSent(notice, 1 << bit)
}

function bitIfSent({ state }: Notice, bit: number): number | undefined {
  return state === 'sent' ? bit : undefined
}

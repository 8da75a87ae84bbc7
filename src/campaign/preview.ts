// What a campaign will do before it begins: on which days it writes, whom it reaches and how, and what looks doubtful.
// Pure.
import { compact } from '../kit/defined.ts'
import type { Platform } from '../chat/people.ts'
import type { Rhythm } from '../journal/types.ts'
import { isWorkingDay, nextWorkingTime, type Calendar } from '../kit/calendar.ts'
import { addDays, dayIn, sayDay, weekdayOf, type Day } from '../kit/days.ts'
import { capital, sayList } from '../kit/text.ts'
import { leastDays, nthWorkingDay } from '../standing/due.ts'

/** The people who are asked, counted. */
export interface PreviewAsked {
  /** Those who have to sign. */
  readonly owe: number
  readonly signed: number
  readonly excused: number
  /** Those who owe a signature and are away on the opening day. */
  readonly away: number
  /** Those who owe a signature and start later. */
  readonly later: number
  /** How those who owe a signature are reached first. */
  readonly ways: Readonly<Record<SendingWay, number>>
  /** The first few who cannot be reached. */
  readonly unreached: readonly string[]
}

export type SendingWay = Platform | 'email' | 'none'

export const mostUnreached = 10

export function countAsked(
  asked: PreviewAsked,
  one: { readonly kind: 'signed' | 'excused' } | ({ readonly kind: 'owes'; readonly name: string } & Owing),
): PreviewAsked {
  if (one.kind !== 'owes') return { ...asked, [one.kind]: asked[one.kind] + 1 }
  const { name, way, away, later } = one
  const unreached =
    way === 'none' && asked.unreached.length < mostUnreached ? [...asked.unreached, name] : asked.unreached
  return {
    ...asked,
    owe: asked.owe + 1,
    away: asked.away + Number(away),
    later: asked.later + Number(later),
    ways: { ...asked.ways, [way]: asked.ways[way] + 1 },
    unreached,
  }
}

interface Owing {
  readonly way: SendingWay
  readonly away: boolean
  readonly later: boolean
}

export const nobodyAsked: PreviewAsked = {
  owe: 0,
  signed: 0,
  excused: 0,
  away: 0,
  later: 0,
  ways: { slack: 0, teams: 0, web: 0, email: 0, none: 0 },
  unreached: [],
}

/** A day on which it is meant to write, and the day on which it will. */
export interface WayCount {
  /** `asked`, `joining`, `due-7`, `late`; `late-slt` where the school says who hears. */
  readonly step: string
  readonly on: Day
  /** The day used instead, where nobody works on that one; undefined where none comes within two years. */
  readonly out: Day | undefined
}

export interface CampaignDoubt {
  readonly kind: 'nobody' | 'day-off' | 'far' | 'missing'
  /** A sentence. */
  readonly what: string
}

export interface CampaignPreview {
  readonly asked: PreviewAsked
  readonly due: Day
  /** Nobody is asked to sign before this day: the least number of working days from now. */
  readonly least: Day | undefined
  readonly days: readonly WayCount[]
  /** What must be confirmed before it begins. */
  readonly doubts: readonly CampaignDoubt[]
}

interface Planned {
  readonly due: Day
  readonly rhythm: Rhythm
  readonly calendar: Calendar
  readonly now: Date
  /** It runs already and keeps its due day: nobody is asked who was asked before. */
  readonly goesOn?: boolean | undefined
  /** Who hears of whoever is overdue, as the school says. */
  readonly escalation?: readonly { readonly to: string; readonly after: number }[] | undefined
}

export function previewOf(asked: PreviewAsked, planned: Planned): CampaignPreview {
  const { due, calendar, now } = planned
  const today = dayIn(calendar.zone, now)
  return {
    asked,
    due,
    least: nthWorkingDay(leastDays, today, { calendar }),
    days: writingDays(planned, today),
    doubts: compact([asked.owe + asked.signed + asked.excused === 0 && nobody, ...dueDoubts(due, { today, calendar })]),
  }
}

const nobody: CampaignDoubt = { kind: 'nobody', what: 'Nobody belongs to this audience, so nobody is asked.' }

function writingDays({ due, rhythm, calendar, now, goesOn, escalation }: Planned, today: Day): readonly WayCount[] {
  const first = nextWorkingTime(now, calendar)
  const asked: WayCount = {
    step: goesOn === true ? 'joining' : 'asked',
    on: today,
    out: first && dayIn(calendar.zone, first),
  }
  const before = rhythm.before
    .toSorted((a, b) => b - a)
    .map((days) => ({ step: `due-${days}`, on: addDays(due, -days) }))
    .filter(({ on }) => on > today)
  const late = escalation?.map(({ to, after }) => {
    const last = after === 0 ? due : (nthWorkingDay(after, addDays(due, 1), { calendar }) ?? addDays(due, after))
    return { step: `late-${to}`, on: addDays(last, 1) }
  })
  return [
    asked,
    ...[...before, ...(late ?? [{ step: 'late', on: addDays(due, 1) }])].map((each) => ({
      ...each,
      out: workingFrom(each.on, calendar),
    })),
  ]
}

function workingFrom(day: Day, calendar: Calendar): Day | undefined {
  return nthWorkingDay(1, day, { calendar })
}

/** More than a year ahead is nearly always a typing slip. */
const farDays = 366

export function dueDoubts(
  due: Day,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): readonly CampaignDoubt[] {
  const far: readonly CampaignDoubt[] =
    due > addDays(today, farDays) ? [{ kind: 'far', what: `${sayDay(due)} is more than a year away.` }] : []
  if (isWorkingDay(due, calendar)) return far
  const before = lastWorkingBefore(due, { today, calendar })
  const other = before === undefined ? '' : ` The last working day before it is ${sayDay(before)}.`
  return [...far, { kind: 'day-off', what: `${sayDay(due)} is ${sayDayOff(due, calendar)}.${other}` }]
}

function lastWorkingBefore(
  due: Day,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): Day | undefined {
  for (let day = addDays(due, -1); day >= today; day = addDays(day, -1)) if (isWorkingDay(day, calendar)) return day
  return undefined
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "a Sunday", "a day on which the school is closed". */
export function sayDayOff(day: Day, calendar: Calendar): string {
  const weekday = weekdayOf(day)
  if (!calendar.weekdays.includes(weekday)) return `a ${weekdays[weekday - 1] ?? ''}`
  return calendar.closed.has(day) ? 'a bank holiday, or a day on which the school is closed' : 'in the school holidays'
}

/** Everything in sentences, the same on the card and on the command line; `when` is the opening day, in words. */
export function sayPreview({ asked, due, least, days }: CampaignPreview, when = 'today'): readonly string[] {
  return [sayAskedCount(asked, when), ...sayWays(asked), ...sayShort(due, least), ...days.map(sayWriting)].filter(
    (line) => line !== '',
  )
}

export function sayAskedCount({ owe, signed, excused, away, later }: PreviewAsked, when = 'today'): string {
  const parts = [
    signed === 0 ? '' : `${count(signed, 'has', 'have')} signed already`,
    excused === 0 ? '' : `${count(excused, 'is', 'are')} excused`,
    away === 0 ? '' : `${count(away, 'is', 'are')} away ${when}, and ${away === 1 ? 'hears' : 'hear'} when back`,
    later === 0 ? '' : `${count(later, 'starts', 'start')} later, and ${later === 1 ? 'is' : 'are'} asked then`,
  ].filter((part) => part !== '')
  const first = `${owe === 1 ? '1 person is' : `${owe.toLocaleString('en-GB')} people are`} asked to sign`
  return `${[first, ...parts].join('; ')}.`
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

const wayNames: Readonly<Record<Exclude<SendingWay, 'none'>, string>> = {
  slack: 'in Slack',
  teams: 'in Teams',
  web: 'on the web page',
  email: 'by email',
}

function sayWays({ owe, ways, unreached }: PreviewAsked): readonly string[] {
  if (owe === 0) return []
  const named = (['slack', 'teams', 'web', 'email'] as const).filter((way) => ways[way] > 0)
  const reached = named.map((way) => `${ways[way].toLocaleString('en-GB')} ${wayNames[way]}`)
  const lost = ways.none
  const more = lost > unreached.length ? [`${lost - unreached.length} more`] : []
  return [
    reached.length === 0 ? '' : `They hear of it: ${sayList(reached)}.`,
    lost === 0
      ? ''
      : `${lost === 1 ? '1 person' : `${lost.toLocaleString('en-GB')} people`} can’t be reached yet, neither in a chat nor by email: ${sayList([...unreached, ...more])}. They hear once they can be.`,
  ]
}

function sayShort(due: Day, least: Day | undefined): readonly string[] {
  if (least === undefined || least <= due) return []
  return [
    `Everybody has at least ${leastDays} working days of their own: until ${sayDay(least)}, or later where somebody is away or works part-time.`,
  ]
}

function sayWriting({ step, on, out }: WayCount): string {
  const [kind, days = ''] = step.split('-')
  const what = {
    asked: 'they are asked',
    joining: 'whoever has not been asked yet is asked',
    late: sayWhoHears(step),
    due: days === '0' ? 'a reminder on the day itself' : `a reminder ${days} ${days === '1' ? 'day' : 'days'} before`,
  }[kind ?? '']
  const moved =
    out === undefined ? 'no working day follows' : out === on ? '' : `it falls on a day off, so on ${sayDay(out)}`
  return `${capital(sayDay(on))}: ${what ?? step}${moved === '' ? '' : `; ${moved}`}.`
}

/** "line managers hear who is late". */
export function sayWhoHears(step: string): string {
  const to = step.slice('late-'.length)
  const who = { '': 'line managers hear', manager: 'line managers hear', slt: 'the senior leadership team hears', administrator: 'administrators hear' }[to] // prettier-ignore
  return `${who ?? `${to} hears`} who is late`
}

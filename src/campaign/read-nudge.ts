// Who would hear of it if everybody were reminded now who has not signed, and when: of a policy, or of some campaigns for it.
import { hoursOf, nextWorkingTime, type Calendar } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import type { Ports } from '../ports/ports.ts'
import type { NudgeSubject } from '../reminder/nudged-cards.ts'
import { planReminders } from '../reminder/plan.ts'
import { asksOn, momentAt } from '../reminder/read.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { isCampaignOpen, isPaused } from '../standing/due.ts'
import type { Library } from '../turn/library.ts'
import type { Matter } from '../turn/matter.ts'
import type { NudgeTime } from './nudge-all-cards.ts'

export type NudgeWish =
  | { readonly kind: 'nobody'; readonly about: NudgeSubject; readonly paused: boolean }
  | {
      readonly kind: 'wish'
      readonly about: NudgeSubject
      readonly count: number
      readonly when: NudgeTime & { readonly at: Date }
    }

export interface NudgeReading {
  readonly ports: Pick<Ports, 'journal' | 'register'>
  readonly library: Pick<Library, 'policies' | 'school'>
  readonly now: Date
}

/** `campaign`: only those whom it asks; undefined where everybody is meant who has not signed. */
export async function readNudge(
  { ports, library, now }: NudgeReading,
  {
    matter,
    practice,
    campaign,
  }: { readonly matter: Matter; readonly practice: boolean; readonly campaign?: Campaign | undefined },
): Promise<NudgeWish> {
  const { policy, edition } = matter
  const about = { policy: policy.id, edition: edition.id, title: edition.title, practice }
  const moment = momentAt(library.school, now)
  const asks = (await asksOn(ports, library, { day: moment.day, practice }))
    .filter((ask) => ask.policy === policy.id)
    .map((ask) => (campaign === undefined ? ask : { ...ask, counting: { ...ask.counting, campaigns: [campaign] } }))
  const planner = planReminders(asks, moment)
  // A few lines stand for everybody, so nobody waits while a whole county is counted.
  const tally = asks.length === 0 ? [] : await ports.register.tally({ policy: policy.id, practice, today: moment.day })
  const count = tally
    .filter(({ person, involvement }) => planner.look({ person, involvements: [involvement] }).owes.length > 0)
    .reduce((sum, line) => sum + line.count, 0)
  const when = whenToNudge(now, library.school.calendar)
  if (count > 0 && when !== undefined) return { kind: 'wish', about, count, when }
  const open = asks.flatMap(({ counting }) => counting.campaigns).filter((each) => isCampaignOpen(each, moment.day))
  return { kind: 'nobody', about, paused: open.some((each) => isPaused(each, moment.day)) }
}

/**
 * Now, where at least one hour of the working day is left for all to hear; otherwise at the start of the next working
 * day.
 */
function whenToNudge(now: Date, calendar: Calendar): (NudgeTime & { readonly at: Date }) | undefined {
  const { zone } = calendar
  const at = nextWorkingTime(now, calendar)
  if (at === undefined) return undefined
  const day = dayIn(zone, at)
  const { to } = hoursOf(day, calendar)
  if (at.getTime() + mostMinutes * 60_000 <= to.getTime()) return { day, at, today: at.getTime() === now.getTime() }
  const next = nextWorkingTime(to, calendar)
  return next && { day: dayIn(zone, next), at: next, today: false }
}

/** All the minutes of an hour, and a few more for the last messages. */
const mostMinutes = 70

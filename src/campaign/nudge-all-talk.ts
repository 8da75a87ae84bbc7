// SLT reminds everybody who has not signed. It is written down as one request, which the scheduled job carries out:
// nobody waits for hundreds of messages after pressing a button.
import type { Reply } from '../chat/replies.ts'
import { permit, quietly } from '../turn/permit.ts'
import { isCampaignOpen, isPaused } from '../standing/due.ts'
import type { Person } from '../chat/people.ts'
import type { Matter } from '../turn/matter.ts'
import { hoursOf, nextWorkingTime, type Calendar } from '../kit/calendar.ts'
import { dayIn } from '../kit/days.ts'
import type { Turn } from '../turn/turn.ts'
import { asksOn, momentAt } from '../reminder/read.ts'
import {
  showAskNudgeAll,
  showNobodyToNudge,
  showNudgeAll,
  showNudgedBefore,
  type NudgeTime,
} from './nudge-all-cards.ts'
import type { NudgeSubject as Card } from '../reminder/nudged-cards.ts'
import { planReminders } from '../reminder/plan.ts'
import { nudgeAllKey } from '../reminder/steps.ts'

export async function askNudgeAll(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const wish = await prepare(turn, permitted)
  if (wish.kind === 'nobody') return [quietly(turn, showNobodyToNudge(wish.about, wish.paused))]
  return [quietly(turn, showAskNudgeAll(wish.about, wish))]
}

export async function hearNudgeAll(
  turn: Turn,
  { policy, edition }: { policy: string; edition: string },
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const wish = await prepare(turn, permitted)
  if (wish.kind === 'nobody') return [quietly(turn, showNobodyToNudge(wish.about, wish.paused))]
  // The card was about another edition, so it is asked again.
  if (wish.about.edition !== edition) return [quietly(turn, showAskNudgeAll(wish.about, wish))]
  const { day, at } = wish.when
  const key = nudgeAllKey(wish.about, day, by.practice)
  const planned = await turn.ports.notices.plan({ key, kind: 'nudge', person: by.id, at })
  return [quietly(turn, planned ? showNudgeAll(wish.about, wish) : showNudgedBefore(wish.about, wish.when))]
}

type Wish =
  | { readonly kind: 'nobody'; readonly about: Card; readonly paused: boolean }
  | {
      readonly kind: 'wish'
      readonly about: Card
      readonly count: number
      readonly when: NudgeTime & { readonly at: Date }
    }

async function prepare(turn: Turn, { matter, by }: { readonly matter: Matter; readonly by: Person }): Promise<Wish> {
  const { ports, library, now } = turn
  const { practice } = by
  const { policy, edition } = matter
  const about = { policy: policy.id, edition: edition.id, title: edition.title, practice }
  const moment = momentAt(library.school, now)
  const asks = (await asksOn(ports, library, { day: moment.day, practice })).filter((ask) => ask.policy === policy.id)
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

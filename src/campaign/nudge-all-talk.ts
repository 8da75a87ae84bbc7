// SLT reminds everybody who has not signed. It is written down as one request, which the scheduled job carries out:
// nobody waits for hundreds of messages after pressing a button.
import type { Reply } from '../chat/replies.ts'
import { permit, permitCampaign, quietly } from '../turn/permit.ts'
import { isCampaignOpen, isPaused } from '../standing/due.ts'
import { campaignActions } from './actions.ts'
import type { Campaign } from '../standing/campaigns.ts'
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
  return permitted.kind === 'refused' ? permitted.replies : askToNudge(turn, permitted)
}

export async function hearNudgeAll(
  turn: Turn,
  { policy, edition }: { policy: string; edition: string },
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  return permitted.kind === 'refused' ? permitted.replies : nudgeAll(turn, permitted, edition)
}

/** Only those whom one campaign asks, for whoever minds it. */
export async function askRemindMinded(turn: Turn, about: { policy: string; campaign: string }): Promise<Reply[]> {
  const permitted = await permitCampaign(turn, about)
  return permitted.kind === 'refused' ? permitted.replies : askToNudge(turn, permitted)
}

export async function hearRemindMinded(
  turn: Turn,
  { edition, ...about }: { policy: string; campaign: string; edition: string },
): Promise<Reply[]> {
  const permitted = await permitCampaign(turn, about)
  return permitted.kind === 'refused' ? permitted.replies : nudgeAll(turn, permitted, edition)
}

interface Nudging {
  readonly matter: Matter
  readonly by: Person
  /** Undefined where everybody is meant who has not signed. */
  readonly campaign?: Campaign
}

async function askToNudge(turn: Turn, nudging: Nudging): Promise<Reply[]> {
  const wish = await prepare(turn, nudging)
  return [quietly(turn, wish.kind === 'nobody' ? showNobodyToNudge(wish.about, wish.paused) : askCard(wish, nudging))]
}

function askCard(wish: Extract<Wish, { kind: 'wish' }>, { campaign }: Nudging) {
  const { policy, edition } = wish.about
  const confirm =
    campaign === undefined
      ? campaignActions('confirm-nudge-all', { policy, edition })
      : campaignActions('confirm-remind-minded', { policy, campaign: campaign.id, edition })
  return showAskNudgeAll(wish.about, { ...wish, confirm })
}

async function nudgeAll(turn: Turn, nudging: Nudging, edition: string): Promise<Reply[]> {
  const { by, campaign } = nudging
  const wish = await prepare(turn, nudging)
  if (wish.kind === 'nobody') return [quietly(turn, showNobodyToNudge(wish.about, wish.paused))]
  // The card was about another edition, so it is asked again.
  if (wish.about.edition !== edition) return [quietly(turn, askCard(wish, nudging))]
  const { day, at } = wish.when
  const everybody = nudgeAllKey(wish.about, day, by.practice)
  const key = nudgeAllKey({ ...wish.about, only: campaign?.id }, day, by.practice)
  // Whoever is reminded with everybody is not reminded once more.
  const before = key === everybody ? [] : await turn.ports.notices.find([everybody])
  const planned = before.length === 0 && (await turn.ports.notices.plan({ key, kind: 'nudge', person: by.id, at }))
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

async function prepare(turn: Turn, { matter, by, campaign }: Nudging): Promise<Wish> {
  const { ports, library, now } = turn
  const { practice } = by
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

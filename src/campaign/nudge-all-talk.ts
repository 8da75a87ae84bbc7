// SLT reminds everybody who has not signed. It is written down as one request, which the scheduled job carries out:
// nobody waits for hundreds of messages after pressing a button.
import type { Reply } from '../chat/replies.ts'
import { permit, permitCampaign, quietly } from '../turn/permit.ts'
import { campaignActions } from './actions.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Person } from '../chat/people.ts'
import type { Matter } from '../turn/matter.ts'
import type { Turn } from '../turn/turn.ts'
import { showAskNudgeAll, showNobodyToNudge, showNudgeAll, showNudgedBefore } from './nudge-all-cards.ts'
import { readNudge, type NudgeWish } from './read-nudge.ts'
import { planNudgeAll } from './send-nudge-all.ts'

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
  const wish = await wishOf(turn, nudging)
  return [quietly(turn, wish.kind === 'nobody' ? showNobodyToNudge(wish.about, wish.paused) : askCard(wish, nudging))]
}

function askCard(wish: Extract<NudgeWish, { kind: 'wish' }>, { campaign }: Nudging) {
  const { policy, edition } = wish.about
  const confirm =
    campaign === undefined
      ? campaignActions('confirm-nudge-all', { policy, edition })
      : campaignActions('confirm-remind-minded', { policy, campaign: campaign.id, edition })
  return showAskNudgeAll(wish.about, { ...wish, confirm })
}

async function nudgeAll(turn: Turn, nudging: Nudging, edition: string): Promise<Reply[]> {
  const { by, campaign } = nudging
  const wish = await wishOf(turn, nudging)
  if (wish.kind === 'nobody') return [quietly(turn, showNobodyToNudge(wish.about, wish.paused))]
  // The card was about another edition, so it is asked again.
  if (wish.about.edition !== edition) return [quietly(turn, askCard(wish, nudging))]
  const planned = await planNudgeAll(turn.ports, wish, { by: by.id, campaign: campaign?.id })
  return [quietly(turn, planned ? showNudgeAll(wish.about, wish) : showNudgedBefore(wish.about, wish.when))]
}

function wishOf(turn: Turn, { matter, by, campaign }: Nudging): Promise<NudgeWish> {
  return readNudge(turn, { matter, practice: by.practice, campaign })
}

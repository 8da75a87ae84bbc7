// The timeline of a campaign in a conversation: a picture where the platform shows one, and always the same in words.
import type { ActionOf } from '../chat/actions.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { permit, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { campaignActions } from './actions.ts'
import { readTimeline } from './read-timeline.ts'
import { timelineLink } from './send-timeline-link.ts'
import { showTimelineCard } from './timeline-cards.ts'
import { sayGoesOn } from './timeline.ts'

export async function showTimeline(
  turn: Turn,
  { policy, campaign: id }: ActionOf<typeof campaignActions, 'timeline'>,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { by, matter } = permitted
  const campaign = (await turn.ports.journal.campaigns(policy)).find((each) => each.id === id)
  if (campaign?.practice !== by.practice) return [privately(staleCard())]
  const { reminders, calendar } = turn.library.school
  const timeline = await readTimeline(turn.ports, { matter, campaign, reminders, calendar })
  const url = await timelineLink(turn, { person: by.id, policy, campaign: id })
  const back = { label: 'Back to the campaigns', action: campaignActions('campaigns', { policy }) }
  const shown = { url, more: sayGoesOn(campaign, reminders), back, practice: by.practice }
  return [quietly(turn, showTimelineCard(timeline, shown))]
}

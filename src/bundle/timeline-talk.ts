// The timeline of a round in a conversation: a picture where the platform shows one, and always the same in words.
import { showTimelineCard } from '../campaign/timeline-cards.ts'
import { timelineLink } from '../campaign/send-timeline-link.ts'
import { sayGoesOn } from '../campaign/timeline.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { roundsOf } from '../standing/rounds.ts'
import { mattersOf } from '../turn/matter.ts'
import { permitAny, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { bundleActions } from './actions.ts'
import { readRoundTimeline } from './read-round-timeline.ts'
import { wholeRound } from './timeline.ts'

export async function showRoundTimeline(turn: Turn, { round: id }: { round: string }): Promise<Reply[]> {
  const permitted = await permitAny(turn, 'run-campaign')
  if (permitted.kind === 'refused') return permitted.replies
  const { by } = permitted
  const round = roundsOf(await turn.ports.journal.campaigns()).find((each) => each.id === id)
  const [part] = round?.parts ?? []
  const whole = round && wholeRound(round)
  if (round?.practice !== by.practice || part === undefined || whole === undefined) return [privately(staleCard())]
  const { reminders, calendar } = turn.library.school
  const { today } = turn.desk.shelf
  const timeline = await readRoundTimeline(turn.ports, { round, matters: mattersOf(turn), reminders, calendar, today })
  if (timeline === undefined) return [privately(staleCard())]
  const { policy } = part
  const url = await timelineLink(turn, { person: by.id, policy, campaign: part.id, round: round.id })
  const back = { label: 'Back to the bundle', action: bundleActions('bundle', { bundle: round.bundle }) }
  const shown = { url, more: sayGoesOn(whole, reminders), back, practice: by.practice }
  return [quietly(turn, showTimelineCard(timeline, shown))]
}

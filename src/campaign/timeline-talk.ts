// The timeline of a campaign in a conversation: a picture where the platform shows one, and always the same in words.
import type { ActionOf } from '../chat/actions.ts'
import { buttons, note, plain, type Card } from '../chat/cards.ts'
import { markPractice } from '../chat/practice.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { compact } from '../kit/defined.ts'
import { capital } from '../kit/text.ts'
import { sayTimeline, type Timeline } from '../kit/timeline.ts'
import { permit, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { campaignActions } from './actions.ts'
import { readTimeline } from './read-timeline.ts'
import { sayGoesOn } from './timeline.ts'

const dayLong = 24 * 60 * 60_000
/** The words stay; whoever scrolls back later than this has another picture by one press. */
const pictureDays = 7

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
  const url = await pictureUrl(turn, { person: by.id, policy, campaign: id })
  const more = sayGoesOn(campaign, reminders)
  return [quietly(turn, timelineCard(timeline, { url, more, policy, practice: by.practice }))]
}

/** Teams shows pictures that it fetches itself; everywhere else it comes with the card. */
async function pictureUrl(
  { ports, now, event }: Turn,
  { person, policy, campaign }: { readonly person: string; readonly policy: string; readonly campaign: string },
): Promise<string | undefined> {
  if (event.account.platform !== 'teams' || ports.publicUrl === undefined) return undefined
  const token = ports.newToken()
  const expires = new Date(now.getTime() + pictureDays * dayLong)
  await ports.doors.makeLink({ person, purpose: { kind: 'timeline', policy, campaign }, expires, token })
  return `${ports.publicUrl}/timeline/${token}.png`
}

interface Shown {
  readonly url: string | undefined
  readonly more: string
  readonly policy: string
  readonly practice: boolean
}

function timelineCard(timeline: Timeline, { url, more, policy, practice }: Shown): Card {
  const said = sayTimeline(timeline)
  const card: Card = {
    title: timeline.label,
    tone: 'plain',
    summary: compact([timeline.label, said.at(-1)]).join('. '),
    blocks: [
      { kind: 'timeline', timeline, url },
      { kind: 'list', ordered: false, items: said.map((line) => plain(capital(line))) },
      note(more),
      buttons({ label: 'Back to the campaigns', action: campaignActions('campaigns', { policy }) }),
    ],
  }
  return markPractice(card, practice)
}

// Changing a running campaign: another day, audience or rhythm, with a reason.
import { nothingSent, type Sent } from '../chat/forms.ts'
import type { Reply } from '../chat/replies.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { byNow, permit, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { sayOutcome, showChange } from './change-cards.ts'
import { changeCampaign, type ChangeOutcome } from './change.ts'
import { campaignsReply, type Permitted } from './list-talk.ts'
import { readChanges, type CampaignFields } from './read-asked.ts'

interface About {
  readonly policy: string
  readonly campaign: string
}

export async function prepareChange(turn: Turn, about: About): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', about.policy)
  if (permitted.kind === 'refused') return permitted.replies
  return [await formReply(turn, permitted, { about, sent: nothingSent })]
}

export async function hearChange(turn: Turn, about: About, fields: CampaignFields): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', about.policy)
  if (permitted.kind === 'refused') return permitted.replies
  const again = (errors: CampaignFields) => formReply(turn, permitted, { about, sent: { fields, errors } })
  if ((await ownOpen(turn, permitted, about)) === undefined) return [await again({})]
  const read = await readChanges(turn, fields)
  if (read.kind === 'wrong') return [await again(read.errors)]
  const { zone } = turn.library.school
  const request = { ...read.changes, campaign: about.campaign, zone, reason: fields['reason'] ?? '' }
  const outcome = await turn.ports.journal.record({ policy: about.policy }, (facts) =>
    changeCampaign(facts, { ...request, ...byNow(turn, permitted.by) }),
  )
  const errors = errorsOf(outcome)
  if (errors !== undefined) return [await again(errors)]
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done: sayOutcome(outcome) })]
}

/** An open campaign of their own world. */
async function ownOpen(turn: Turn, { by }: Permitted, { policy, campaign }: About): Promise<Campaign | undefined> {
  const found = (await turn.ports.journal.campaigns(policy)).find(({ id }) => id === campaign)
  return found?.practice === by.practice && found.closedOn === undefined ? found : undefined
}

async function formReply(
  turn: Turn,
  permitted: Permitted,
  { about, sent }: { readonly about: About; readonly sent: Sent },
): Promise<Reply> {
  const campaign = await ownOpen(turn, permitted, about)
  if (campaign === undefined)
    return campaignsReply(turn, permitted, {
      sent: nothingSent,
      done: 'That campaign is closed, so nothing was changed.',
    })
  return quietly(turn, showChange(campaign, sent))
}

/** What is wrong with what was sent; undefined where it was changed, or can no longer be changed. */
function errorsOf(outcome: ChangeOutcome): CampaignFields | undefined {
  if (outcome.kind === 'reason-empty') return { reason: 'Write why, in a few words.' }
  if (outcome.kind === 'due-passed') return { due: 'That day has passed. Choose today or a later one.' }
  if (outcome.kind === 'no-change') return { due: 'That is how it is already.' }
  return undefined
}

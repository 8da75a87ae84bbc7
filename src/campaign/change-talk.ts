// Changing a running campaign: another day, audience or rhythm. What that will do is shown first, and it is changed once
// that is confirmed, with a reason.
import { sendsLetters } from '../outbox/letters.ts'
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import type { Reply } from '../chat/replies.ts'
import { defined } from '../kit/defined.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { byNow, permit, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import type { campaignActions } from './actions.ts'
import { sayOutcome, showChange, showChangePreview } from './change-cards.ts'
import { changeCampaign, type ChangeOutcome } from './change.ts'
import { campaignsReply, type Permitted } from './list-talk.ts'
import { readChanges, unlessEmpty, type CampaignFields } from './read-asked.ts'
import { openingOf, readPreview } from './read-preview.ts'

interface About {
  readonly policy: string
  readonly campaign: string
}

export async function prepareChange(turn: Turn, about: About): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', about.policy)
  if (permitted.kind === 'refused') return permitted.replies
  return [await formReply(turn, permitted, { about, sent: nothingSent })]
}

/** Shows what the change will do. Nothing is changed yet. */
export async function hearChange(turn: Turn, { policy, campaign }: About, fields: CampaignFields): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const about = { policy, campaign }
  return [await previewReply(turn, permitted, { about, fields, errors: {} })]
}

export async function confirmChange(
  turn: Turn,
  { policy, campaign: id, due, audience, remind }: Confirmed,
  { reason = '' }: CampaignFields,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const about = { policy, campaign: id }
  const fields = { ...defined({ due, audience, remind }), reason }
  const asked = await changeAskedIn(turn, permitted, { about, fields })
  if (asked.kind === 'wrong')
    return [await formReply(turn, permitted, { about, sent: { fields, errors: asked.errors } })]
  const outcome = await turn.ports.journal.record({ policy }, (facts) => changeCampaign(facts, asked.request))
  if (outcome.kind === 'reason-empty')
    return [await previewReply(turn, permitted, { about, fields, errors: { reason: 'Write why, in a few words.' } })]
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done: sayOutcome(outcome) })]
}

type Confirmed = ActionOf<typeof campaignActions, 'confirm-change'>

interface Written {
  readonly about: About
  readonly fields: CampaignFields
}

/** What it would do, or the form again with what is wrong. `errors` are of what is sent with the preview. */
async function previewReply(
  turn: Turn,
  permitted: Permitted,
  { about, fields, errors }: Written & { readonly errors: CampaignFields },
): Promise<Reply> {
  const again = (wrong: CampaignFields) => formReply(turn, permitted, { about, sent: { fields, errors: wrong } })
  if ((await ownOpen(turn, permitted, about)) === undefined) return again({})
  const asked = await changeAskedIn(turn, permitted, { about, fields })
  if (asked.kind === 'wrong') return again(asked.errors)
  const facts = await turn.ports.journal.factsOf({ policy: about.policy })
  // Why is asked with the preview, so here anything will do.
  const { outcome } = changeCampaign(facts, { ...asked.request, reason: 'It is only looked at.' })
  if (outcome.kind !== 'changed') return again(errorsOf(outcome))
  const { campaign } = outcome
  const { matter } = permitted
  const frame = { matter, school: turn.library.school, now: turn.now, letters: sendsLetters(turn.ports) }
  const preview = await readPreview(turn.ports, openingOf(campaign, frame))
  const { due, audience, remind, reason = '' } = fields
  const confirms = {
    ...about,
    ...defined({ due: unlessEmpty(due), audience: unlessEmpty(audience), remind: unlessEmpty(remind) }),
  }
  return quietly(turn, showChangePreview({ campaign, preview, confirms, sent: { fields: { reason }, errors } }))
}

async function changeAskedIn(turn: Turn, { by }: Permitted, { about, fields }: Written) {
  const read = await readChanges(turn, fields)
  if (read.kind === 'wrong') return read
  const { zone } = turn.library.school
  const { reason = '' } = fields
  const request = { ...read.changes, campaign: about.campaign, zone, reason, ...byNow(turn, by) }
  return { kind: 'asked', request } as const
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

function errorsOf(outcome: ChangeOutcome): CampaignFields {
  return {
    due: outcome.kind === 'due-passed' ? 'That day has passed. Choose today or a later one.' : sayOutcome(outcome),
  }
}

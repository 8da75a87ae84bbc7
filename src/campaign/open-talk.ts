// Opening a campaign: the form's content is shown with everything that it will do, and the campaign opens once that is
// confirmed.
import { sendsLetters } from '../outbox/letters.ts'
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent } from '../chat/forms.ts'
import type { Reply } from '../chat/replies.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { sayAudience } from '../standing/audience.ts'
import { byNow, permit, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import type { campaignActions } from './actions.ts'
import { campaignsReply, type Permitted } from './list-talk.ts'
import { openCampaign, type CampaignOpened } from './open-campaign.ts'
import { showCampaignPreview } from './preview-cards.ts'
import { readAsked, writtenIn, type CampaignAsked, type CampaignFields } from './read-asked.ts'
import { openingOf, readPreview } from './read-preview.ts'

/** Shows what it will do. Nothing is opened yet. */
export async function hearCampaign(
  turn: Turn,
  { policy, edition }: { policy: string; edition: string },
  fields: CampaignFields,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, by } = permitted
  if (matter.edition.id !== edition)
    return [await campaignsReply(turn, permitted, { sent: nothingSent, done: replaced })]
  const written = writtenIn(fields)
  const asked = await readAsked(turn, written)
  if (asked.kind === 'wrong') return [await campaignsReply(turn, permitted, { sent: { fields, errors: asked.errors } })]
  const facts = await turn.ports.journal.factsOf({ policy, person: by.id })
  const { outcome } = openCampaign(facts, requestOf(turn, permitted, asked))
  if (outcome.kind !== 'opened') return [await refusal(turn, permitted, { outcome, fields })]
  const frame = { matter, school: turn.library.school, now: turn.now, letters: sendsLetters(turn.ports) }
  const preview = await readPreview(turn.ports, openingOf({ ...asked, practice: by.practice }, frame))
  const { remind } = written
  const about = { policy, edition, audience: written.audience, due: asked.due }
  const confirms = remind === '' ? about : { ...about, remind }
  return [
    quietly(
      turn,
      showCampaignPreview({ edition: matter.edition, audience: asked.audience, preview, confirms }, by.practice),
    ),
  ]
}

export async function confirmCampaign(
  turn: Turn,
  { policy, edition, audience, due, remind = '' }: ActionOf<typeof campaignActions, 'confirm-campaign'>,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  if (permitted.matter.edition.id !== edition)
    return [await campaignsReply(turn, permitted, { sent: nothingSent, done: replaced })]
  const fields = { audience: 'others', others: audience, due, remind }
  const asked = await readAsked(turn, { audience, due, remind })
  if (asked.kind === 'wrong') return [await campaignsReply(turn, permitted, { sent: { fields, errors: asked.errors } })]
  const outcome = await turn.ports.journal.record({ policy }, (facts) =>
    openCampaign(facts, requestOf(turn, permitted, asked)),
  )
  if (outcome.kind !== 'opened') return [await refusal(turn, permitted, { outcome, fields })]
  const done = `Open. It asks ${sayAudience(asked.audience)} to sign by ${sayDay(asked.due)}.`
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done })]
}

function requestOf(
  turn: Turn,
  { matter, by }: Permitted,
  { audience, due, rhythm }: Extract<CampaignAsked, { kind: 'asked' }>,
) {
  const { zone, signing } = turn.library.school
  const { policy, edition } = matter
  const about = { policy, edition, audience, due, rhythm, practice: by.practice, zone }
  return { ...about, accepted: signing.acceptRestated, ...byNow(turn, by) }
}

async function refusal(
  turn: Turn,
  permitted: Permitted,
  {
    outcome,
    fields,
  }: { readonly outcome: Exclude<CampaignOpened, { kind: 'opened' }>; readonly fields: CampaignFields },
): Promise<Reply> {
  const again = (errors: CampaignFields) => campaignsReply(turn, permitted, { sent: { fields, errors } })
  switch (outcome.kind) {
    case 'already-open': {
      const done = `The same campaign is open already, until ${sayDay(outcome.campaign.due)}. Nothing was changed.`
      return campaignsReply(turn, permitted, { sent: nothingSent, done })
    }
    case 'due-passed':
      return again({ due: 'That day has passed. Choose today or a later one.' })
    case 'nobody':
      return again({ others: 'Say who is asked.' })
    case 'no-declaration':
      return again({
        others:
          'This edition has no declaration to sign, and the school has no standard statement. One can be written in the office, under Settings, What is signed.',
      })
    case 'not-accepted':
      return again({ audience: `${outcome.what} ${outcome.fix}` })
    default:
      return never(outcome)
  }
}

const replaced =
  'A new edition came into force meanwhile, so nothing was opened. Look again, and open it for the new one.'

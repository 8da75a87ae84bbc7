// Campaigns as a conversation: opened and closed by SLT, editions marked, and "Sign here" for everybody in a channel.
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import type { Person } from '../chat/people.ts'
import { matterOf, type Matter } from '../declaration/matter.ts'
import { mark } from '../declaration/other.ts'
import { marksOf } from '../declaration/standing.ts'
import { personOf } from '../declaration/signer.ts'
import { sayDay } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { may } from '../people/may.ts'
import { readDayCell } from '../people/cells.ts'
import type { Turn } from '../turn.ts'
import { sayAudience } from './audience.ts'
import { showCampaigns, showSignHere, showSignHereElsewhere } from './cards.ts'
import { findAudience } from './find-audience.ts'
import { nothingSent, type Sent } from './form-cards.ts'
import { byNow, permit, quietly } from './guard.ts'
import { countingOf, totalsFor } from './look.ts'
import { closeCampaign, openCampaign } from './open.ts'

type Fields = Readonly<Record<string, string>>

interface Permitted {
  readonly matter: Matter
  readonly by: Person
}

export async function openCampaigns(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  return permitted.kind === 'refused'
    ? permitted.replies
    : [await campaignsReply(turn, permitted, { sent: nothingSent })]
}

export async function hearCampaign(
  turn: Turn,
  { policy, edition }: { policy: string; edition: string },
  fields: Fields,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, by } = permitted
  const again = async (errors: Fields) => [await campaignsReply(turn, permitted, { sent: { fields, errors } })]
  if (matter.edition.id !== edition)
    return [await campaignsReply(turn, permitted, { sent: nothingSent, done: replaced })]
  const due = readDayCell((fields.due ?? '').trim())
  if (due.kind === 'wrong') return again({ due: due.fix })
  if (due.value === 'none') return again({ due: 'Write the day by which they sign.' })
  const { audience: chosen = '', others = '' } = fields
  const audience = await findAudience(turn.ports.people, chosen === 'others' || chosen === '' ? others : chosen)
  if (audience.kind === 'problem') return again({ others: audience.what })
  const day = due.value
  const outcome = await turn.ports.journal.record({ policy }, (facts) =>
    openCampaign(facts, {
      policy: matter.policy,
      edition: matter.edition,
      audience: audience.audience,
      due: day,
      practice: by.practice,
      zone: turn.library.school.zone,
      accepted: turn.library.school.signing.acceptRestated,
      ...byNow(turn, by),
    }),
  )
  switch (outcome.kind) {
    case 'opened': {
      const done = `Open. It asks ${sayAudience(audience.audience)} to sign by ${sayDay(day)}.`
      return [await campaignsReply(turn, permitted, { sent: nothingSent, done })]
    }
    case 'already-open': {
      const done = `The same campaign is open already, until ${sayDay(outcome.campaign.due)}. Nothing was changed.`
      return [await campaignsReply(turn, permitted, { sent: nothingSent, done })]
    }
    case 'due-passed':
      return again({ due: 'That day has passed. Choose today or a later one.' })
    case 'nobody':
      return again({ others: 'Say who is asked.' })
    case 'no-declaration':
      return again({ others: 'This edition has no declaration to sign.' })
    case 'not-accepted':
      return again({ audience: `${outcome.what} ${outcome.fix}` })
    default:
      return never(outcome)
  }
}

const replaced =
  'A new edition came into force meanwhile, so nothing was opened. Look again, and open it for the new one.'

export async function hearClose(
  turn: Turn,
  { policy, campaign }: { policy: string; campaign: string },
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const own = (await turn.ports.journal.campaigns(policy)).find(({ id }) => id === campaign)
  if (own?.practice !== permitted.by.practice) return [await campaignsReply(turn, permitted, { sent: nothingSent })]
  const outcome = await turn.ports.journal.record({ policy }, (facts) =>
    closeCampaign(facts, { campaign, zone: turn.library.school.zone, ...byNow(turn, permitted.by) }),
  )
  const done = {
    closed: 'The campaign is closed. What was signed stays signed.',
    'already-closed': 'That campaign was closed before.',
    'no-such-campaign': 'There is no such campaign.',
  }[outcome.kind]
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done })]
}

export async function hearMark(
  turn: Turn,
  { policy, edition, change }: { policy: string; edition: string; change: 'material' | 'editorial' },
): Promise<Reply[]> {
  const permitted = await permit(turn, 'own-policy', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const outcome = await turn.ports.journal.record({ policy }, (facts) =>
    mark(facts, { policy, edition, change, practice: permitted.by.practice, ...byNow(turn, permitted.by) }),
  )
  const done = outcome.kind === 'marked' ? `Marked ${change}.` : `It was marked ${change} before.`
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done })]
}

async function campaignsReply(
  turn: Turn,
  { matter, by }: Permitted,
  { sent, done }: { sent: Sent; done?: string },
): Promise<Reply> {
  const { policy, edition, asOf } = matter
  const { campaigns, marks } = await turn.ports.journal.factsOf({ policy: policy.id, person: by.id })
  const view = {
    edition,
    campaigns: campaigns.filter(({ practice }) => practice === by.practice),
    editions: policy.editions.filter(({ id }) => asOf.editions.includes(id)),
    marks: marksOf(marks, by.practice),
    owns: may(by, 'own-policy', asOf.today),
    practice: by.practice,
    ...(done === undefined ? {} : { done }),
  }
  return quietly(turn, showCampaigns(view, sent))
}

/** Puts the card that everybody may press into the place where it was asked for. */
export async function putSignHere(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  if (turn.event.place.kind === 'private') return [privately(showSignHereElsewhere())]
  return [here(await signHereCard(turn, permitted))]
}

/** The card with the count as it is now, in the place of the one that was pressed. */
export async function recount(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  const [by, matter] = [await personOf(turn), matterOf(turn, policy)]
  return by === undefined || matter === undefined ? [] : [instead(await signHereCard(turn, { by, matter }))]
}

async function signHereCard(turn: Turn, { by, matter }: Permitted) {
  const counting = await countingOf(turn, matter, by)
  const { all } = await totalsFor(turn, { matter, counting, practice: by.practice })
  return showSignHere(matter.edition, { count: all, practice: by.practice })
}

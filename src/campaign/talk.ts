// Campaigns as a conversation: opened and closed by SLT, editions marked, and "Sign here" for everybody in a channel.
import type { ActionOf } from '../chat/actions.ts'
import type { campaignActions } from './actions.ts'
import { opening } from '../chat/opening.ts'
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import type { Person } from '../chat/people.ts'
import { matterOf, mattersOf, type Matter } from '../turn/matter.ts'
import { mark } from '../declaration/mark.ts'
import type { Facts } from '../standing/types.ts'
import { marksOf } from '../standing/standing.ts'
import type { Audience, Rhythm } from '../journal/types.ts'
import { sayDay, type Day } from '../kit/days.ts'
import { never } from '../kit/never.ts'
import { may } from '../people/may.ts'
import { readDayCell } from '../people/cells.ts'
import type { Recorded } from '../ports/evidence.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import { sayAudience } from '../standing/audience.ts'
import { showCampaigns, showSignHere, showSignHereElsewhere } from './cards.ts'
import { findAudience } from './read-audience.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import { byNow, onlyPolicy, permit, permitAny, quietly } from '../turn/permit.ts'
import { countingOf, totalsFor } from '../turn/counting.ts'
import { closeCampaign, openCampaign, type CloseRequest } from './open.ts'
import { openAllCampaigns, showWhichSignHere } from './overview-talk.ts'
import { pauseCampaign, resumeCampaign } from './pause.ts'
import { readRhythm } from './rhythm.ts'

type Fields = Readonly<Record<string, string>>

interface Permitted {
  readonly matter: Matter
  readonly by: Person
}

/** Without a policy, those of the only one, or how all of them stand. */
export async function openCampaigns(
  turn: Turn,
  { policy = onlyPolicy(turn) }: { policy?: string | undefined },
): Promise<Reply[]> {
  if (policy === undefined) return openAllCampaigns(turn)
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
  const asked = await readAsked(turn, fields)
  if (asked.kind === 'wrong') return again(asked.errors)
  const { audience, due: day } = asked
  const outcome = await turn.ports.journal.record({ policy }, (facts) =>
    openCampaign(facts, {
      policy: matter.policy,
      edition: matter.edition,
      audience,
      due: day,
      rhythm: asked.rhythm,
      practice: by.practice,
      zone: turn.library.school.zone,
      accepted: turn.library.school.signing.acceptRestated,
      ...byNow(turn, by),
    }),
  )
  switch (outcome.kind) {
    case 'opened': {
      const done = `Open. It asks ${sayAudience(audience)} to sign by ${sayDay(day)}.`
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

type Asked =
  | { readonly kind: 'asked'; readonly audience: Audience; readonly due: Day; readonly rhythm: Rhythm | undefined }
  | { readonly kind: 'wrong'; readonly errors: Fields }

async function readAsked({ ports, library }: Turn, fields: Fields): Promise<Asked> {
  const due = readDayCell((fields.due ?? '').trim())
  if (due.kind === 'wrong') return { kind: 'wrong', errors: { due: due.fix } }
  if (due.value === 'none') return { kind: 'wrong', errors: { due: 'Write the day by which they sign.' } }
  const rhythm = readRhythm(fields.remind ?? '', library.school.reminders)
  if (rhythm.kind === 'wrong') return { kind: 'wrong', errors: { remind: rhythm.fix } }
  const { audience: chosen = '', others = '' } = fields
  const found = await findAudience(ports.people, chosen === 'others' || chosen === '' ? others : chosen)
  if (found.kind === 'problem') return { kind: 'wrong', errors: { others: found.what } }
  return { kind: 'asked', audience: found.audience, due: due.value, rhythm: rhythm.rhythm }
}

const replaced =
  'A new edition came into force meanwhile, so nothing was opened. Look again, and open it for the new one.'

/** Closes a campaign, pauses its reminders, or lets them go on. */
export async function turnCampaign(
  turn: Turn,
  { do: what, policy, campaign }: ActionOf<typeof campaignActions, keyof typeof turns>,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const own = (await turn.ports.journal.campaigns(policy)).find(({ id }) => id === campaign)
  if (own?.practice !== permitted.by.practice) return [await campaignsReply(turn, permitted, { sent: nothingSent })]
  const request = { campaign, zone: turn.library.school.zone, ...byNow(turn, permitted.by) }
  const outcome = await turn.ports.journal.record({ policy }, (facts) => turns[what](facts, request))
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done: outcome })]
}

const turns = {
  'close-campaign': said(closeCampaign, {
    closed: 'The campaign is closed. What was signed stays signed.',
    'already-closed': 'That campaign was closed before.',
    'no-such-campaign': 'There is no such campaign.',
  }),
  'pause-campaign': said(pauseCampaign, {
    paused: 'The reminders are paused. It still counts as asked, and nobody hears of it until it goes on.',
    'already-paused': 'The reminders were paused before.',
    closed: 'That campaign was closed before.',
    'no-such-campaign': 'There is no such campaign.',
  }),
  'resume-campaign': said(resumeCampaign, {
    resumed: 'It goes on. Whoever is due hears once, about now; what was missed is not made up for.',
    'not-paused': 'It was not paused.',
    closed: 'That campaign was closed before.',
    'no-such-campaign': 'There is no such campaign.',
  }),
}

/** A decision whose outcome is a sentence. */
function said<K extends string>(
  decide: (facts: Facts, request: CloseRequest) => Recorded<{ readonly kind: K }>,
  words: Readonly<Record<K, string>>,
): (facts: Facts, request: CloseRequest) => Recorded<string> {
  return (facts, request) => {
    const recorded = decide(facts, request)
    return { ...recorded, outcome: words[recorded.outcome.kind] }
  }
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
    rhythm: turn.library.school.reminders,
    ...(done === undefined ? {} : { done }),
  }
  return quietly(turn, showCampaigns(view, sent))
}

/** Puts the card that everybody may press into the place where it was asked for. */
export async function putSignHere(
  turn: Turn,
  { policy = onlyPolicy(turn) }: { policy?: string | undefined },
): Promise<Reply[]> {
  if (policy === undefined) {
    const any = await permitAny(turn, 'run-campaign')
    if (any.kind === 'refused') return any.replies
    return [privately(showWhichSignHere(mattersOf(turn).map(({ edition }) => edition.title)))]
  }
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  if (turn.event.place.kind === 'private') return [privately(showSignHereElsewhere())]
  return [here(await signHereCard(turn, permitted))]
}

/** The card is counted anew, and whoever pressed it gets the form for themselves. */
export async function signHere(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  return [...(await recount(turn, { policy })), ...(await turn.doors.follow(opening('sign', { policy })))]
}

/** The card with the count as it is now, in the place of the one that was pressed. */
async function recount(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  const [by, matter] = [await personOf(turn), matterOf(turn, policy)]
  return by === undefined || matter === undefined ? [] : [instead(await signHereCard(turn, { by, matter }))]
}

async function signHereCard(turn: Turn, { by, matter }: Permitted) {
  const counting = await countingOf(turn, matter, by)
  const { all } = await totalsFor(turn, { matter, counting, practice: by.practice })
  return showSignHere(matter.edition, { count: all, practice: by.practice })
}

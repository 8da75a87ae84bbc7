// Campaigns as a conversation: SLT closes, pauses and reopens them and marks editions; everybody in a channel gets
// "Sign here".
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent } from '../chat/forms.ts'
import { opening } from '../chat/opening.ts'
import { here, instead, privately, type Reply } from '../chat/replies.ts'
import { sayDay } from '../kit/days.ts'
import { stampOf } from '../journal/stamp.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { SigningFacts } from '../standing/types.ts'
import { countingOf, totalsFor } from '../turn/counting.ts'
import { matterOf, mattersOf } from '../turn/matter.ts'
import { byNow, onlyPolicy, permit, permitAny, quietly } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { campaignActions } from './actions.ts'
import { showSignHere, showSignHereElsewhere } from './cards.ts'
import { showAskClose } from './change-cards.ts'
import { markEdition, reopenCampaign, type MarkedOutcome } from './change.ts'
import { campaignsReply, type Permitted } from './list-talk.ts'
import { closeCampaign, type CloseRequest } from './open-campaign.ts'
import { openAllCampaigns, showWhichSignHere } from './overview-talk.ts'
import { pauseCampaign, resumeCampaign } from './pause.ts'

/** Without a policy, the campaigns of the only one, or how all of them stand. */
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

/** Once closed it asks nobody any more, so this is confirmed first. */
export async function askClose(
  turn: Turn,
  { policy, campaign }: ActionOf<typeof campaignActions, 'close-campaign'>,
): Promise<Reply[]> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { by, matter } = permitted
  const own = (await turn.ports.journal.campaigns(policy)).find(({ id }) => id === campaign)
  if (own?.practice !== by.practice || own.closedOn !== undefined)
    return [await campaignsReply(turn, permitted, { sent: nothingSent })]
  const counting = await countingOf(turn, matter, by)
  const { all } = await totalsFor(turn, { matter, counting, practice: by.practice })
  return [quietly(turn, showAskClose(own, { outstanding: all.outstanding, title: matter.edition.title }))]
}

/** Closes a campaign, pauses its reminders, or lets them go on. */
export async function pressCampaign(
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
  'confirm-close-campaign': said(closeCampaign, {
    closed: 'The campaign is closed. What was signed stays signed.',
    'already-closed': 'That campaign was closed already.',
    'no-such-campaign': 'There is no such campaign.',
  }),
  'reopen-campaign': said(reopenCampaign, {
    reopened: 'It is open again, as it was. Nobody is told again what they have been told.',
    'not-closed': 'That campaign is open.',
    'another-open': 'Another campaign asks the same people for the same edition, so this one stays closed.',
    'no-such-campaign': 'There is no such campaign.',
  }),
  'pause-campaign': said(pauseCampaign, {
    paused: 'The reminders are paused. It still counts as asked, and nobody hears of it until it goes on.',
    'already-paused': 'The reminders were paused already.',
    closed: 'That campaign was closed already.',
    'no-such-campaign': 'There is no such campaign.',
  }),
  'resume-campaign': said(resumeCampaign, {
    resumed: 'It goes on. Whoever is due hears once, about now; what was missed is not made up for.',
    'not-paused': 'It was not paused.',
    closed: 'That campaign was closed already.',
    'no-such-campaign': 'There is no such campaign.',
  }),
}

/** A decision whose outcome is a sentence. */
function said<K extends string>(
  decide: (facts: SigningFacts, request: CloseRequest) => RecordDecision<{ readonly kind: K }>,
  words: Readonly<Record<K, string>>,
): (facts: SigningFacts, request: CloseRequest) => RecordDecision<string> {
  return (facts, request) => {
    const recorded = decide(facts, request)
    return { ...recorded, outcome: words[recorded.outcome.kind] }
  }
}

/** At most this many campaigns are open at once for one policy. */
const mostMoved = 40

export async function hearMark(
  turn: Turn,
  { policy, edition, change }: { policy: string; edition: string; change: 'material' | 'editorial' },
): Promise<Reply[]> {
  const permitted = await permit(turn, 'own-policy', policy)
  if (permitted.kind === 'refused') return permitted.replies
  const { matter, by } = permitted
  const { now, ports } = turn
  const stamps = Array.from({ length: mostMoved }, () => stampOf({ clock: () => now, newId: ports.newId }))
  const about = { policy, edition, change, practice: by.practice, asOf: matter.asOf, stamps }
  const outcome = await ports.journal.record({ policy }, (facts) =>
    markEdition(facts, { ...about, ...byNow(turn, by) }),
  )
  return [await campaignsReply(turn, permitted, { sent: nothingSent, done: sayMarked(outcome, change) })]
}

function sayMarked(outcome: MarkedOutcome, change: 'material' | 'editorial'): string {
  if (outcome.kind === 'already-marked') return `It was marked ${change} already.`
  if (outcome.kind === 'due-passed')
    return 'Nothing was marked: the day of the campaign has passed, so everybody would be late at once. Change its day first.'
  const [first] = outcome.moved
  if (first === undefined) return `Marked ${change}.`
  return `Marked ${change}. Everybody is asked for it from now on, by ${sayDay(first.due)}; whoever has fewer than five working days until then has five.`
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

/** The card is counted again, and whoever pressed it gets a private form. */
export async function signHere(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  return [...(await recount(turn, { policy })), ...(await turn.doors.follow(opening('sign', { policy })))]
}

/** The card with the current count replaces the one that was pressed. */
async function recount(turn: Turn, { policy }: { policy: string }): Promise<Reply[]> {
  const [by, matter] = [await personOf(turn), matterOf(turn, policy)]
  return by === undefined || matter === undefined ? [] : [instead(await signHereCard(turn, { by, matter }))]
}

async function signHereCard(turn: Turn, { by, matter }: Permitted) {
  const counting = await countingOf(turn, matter, by)
  const { all } = await totalsFor(turn, { matter, counting, practice: by.practice })
  return showSignHere(matter.edition, { count: all, practice: by.practice })
}

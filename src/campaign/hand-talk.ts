// SLT hands a campaign, or all those of a round, to a named person, and takes it back.
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import { opening } from '../chat/opening.ts'
import type { Person } from '../chat/people.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { staleCard } from '../chat/wording.ts'
import { stampOf } from '../journal/stamp.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { roundsOf } from '../standing/rounds.ts'
import { permit, quietly } from '../turn/permit.ts'
import type { Turn } from '../turn/turn.ts'
import { campaignActions } from './actions.ts'
import { handCampaigns, stampsToHand, takeBackCampaigns } from './hand.ts'
import { sayHandedWhat, showHandDone, showHandForm, type HandedWhat } from './hand-cards.ts'
import { canHold, findHolder, holdersOf } from './read-holder.ts'

type Asked = ActionOf<typeof campaignActions, 'prepare-hand' | 'hand-campaign' | 'take-back'>

export async function prepareHand(turn: Turn, asked: Asked): Promise<Reply[]> {
  const handing = await permitHanding(turn, asked)
  return handing.kind === 'refused'
    ? handing.replies
    : [await formReply(turn, handing, { sent: nothingSent, among: [] })]
}

export async function hearHand(
  turn: Turn,
  asked: Asked,
  { whom = '' }: Readonly<Record<string, string>>,
): Promise<Reply[]> {
  const handing = await permitHanding(turn, asked)
  if (handing.kind === 'refused') return handing.replies
  const found = await findHolder(turn.ports, whom, { practice: handing.by.practice, today: turn.desk.shelf.today })
  if (found.kind === 'found') return handTo(turn, handing, found.person)
  if (found.kind === 'several')
    return [await formReply(turn, handing, { sent: { fields: { whom }, errors: {} }, among: found.among })]
  const errors = { whom: 'Nobody who works here matches that. Write a name or an email address.' }
  return [await formReply(turn, handing, { sent: { fields: { whom }, errors }, among: [] })]
}

export async function hearHandTo(
  turn: Turn,
  { person: id, ...asked }: ActionOf<typeof campaignActions, 'hand-to'>,
): Promise<Reply[]> {
  const handing = await permitHanding(turn, asked)
  if (handing.kind === 'refused') return handing.replies
  const person = await turn.ports.people.byId(id)
  const about = { practice: handing.by.practice, today: turn.desk.shelf.today }
  return canHold(person, about) ? handTo(turn, handing, person) : [privately(staleCard())]
}

export async function hearTakeBack(turn: Turn, asked: Asked): Promise<Reply[]> {
  const handing = await permitHanding(turn, asked)
  if (handing.kind === 'refused') return handing.replies
  const outcome = await turn.ports.journal.record({}, (facts) => takeBackCampaigns(facts, requestOf(turn, handing)))
  const done =
    outcome.kind === 'taken-back'
      ? 'It is with the senior leadership team alone again, and they are told.'
      : 'It was with nobody else. Nothing was changed.'
  return [doneReply(turn, handing, done)]
}

async function handTo(turn: Turn, handing: Handing, person: Person): Promise<Reply[]> {
  const request = { ...requestOf(turn, handing), to: person.id }
  const outcome = await turn.ports.journal.record({}, (facts) => handCampaigns(facts, request))
  const says = {
    handed: `${person.name} now has ${sayHandedWhat(handing.what)}, and is told.`,
    'theirs-before': `It is with ${person.name} already. Nothing was changed.`,
    closed: 'It has been closed, so nothing was handed over.',
  }
  return [doneReply(turn, handing, says[outcome.kind])]
}

function requestOf({ ports, now }: Turn, { by, what: { campaigns } }: Handing) {
  const length = stampsToHand(campaigns.length)
  const stamps = Array.from({ length }, () => stampOf({ clock: () => now, newId: ports.newId }))
  return { campaigns: campaigns.map(({ id }) => id), by: by.id, stamps }
}

interface Handing {
  readonly kind: 'may'
  readonly by: Person
  readonly about: { readonly policy: string; readonly campaign: string; readonly whole?: boolean | undefined }
  readonly what: HandedWhat
}

async function permitHanding(
  turn: Turn,
  { policy, campaign: id, whole }: Omit<Asked, 'do'>,
): Promise<Handing | { readonly kind: 'refused'; readonly replies: Reply[] }> {
  const permitted = await permit(turn, 'run-campaign', policy)
  if (permitted.kind === 'refused') return permitted
  const { by } = permitted
  const all = await turn.ports.journal.campaigns()
  const own = all.find((each) => each.id === id && each.policy === policy && each.practice === by.practice)
  if (own === undefined) return { kind: 'refused', replies: [privately(staleCard())] }
  const campaigns = whole === true ? roundWith(all, own) : [own]
  const titleOf = (named: string) => turn.desk.shelf.edition(named)?.title ?? named
  const about = whole === true ? { policy, campaign: id, whole } : { policy, campaign: id }
  return { kind: 'may', by, about, what: { campaigns, titleOf } }
}

/** The open campaigns of its round; itself where it is part of none. */
function roundWith(all: readonly Campaign[], own: Campaign): readonly Campaign[] {
  const round = roundsOf(all).find(({ id, practice }) => id === own.round?.id && practice === own.practice)
  return round?.parts.filter(({ closedOn }) => closedOn === undefined) ?? [own]
}

interface FormShown {
  readonly sent: Sent
  readonly among: readonly Person[]
}

async function formReply(turn: Turn, handing: Handing, { sent, among }: FormShown): Promise<Reply> {
  const { what, about } = handing
  const [holder] = (await holdersOf(turn.ports, what.campaigns)).values()
  return quietly(turn, showHandForm({ what, about, holder, among, back: backOf(handing) }, sent))
}

function doneReply(turn: Turn, handing: Handing, done: string): Reply {
  return quietly(turn, showHandDone(handing.what, { done, back: backOf(handing) }))
}

function backOf({ about: { policy, whole } }: Handing) {
  return whole === true ? opening('bundles') : campaignActions('campaigns', { policy })
}

// Whoever was handed a campaign sees how it stands and gives it a later day. SLT may press the same buttons.
import type { ActionOf } from '../chat/actions.ts'
import { nothingSent, type Sent } from '../chat/forms.ts'
import { privately, type Reply } from '../chat/replies.ts'
import { sayDay } from '../kit/days.ts'
import { readDayCell } from '../people/cells.ts'
import { may } from '../people/may.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { byNow, permitCampaign, quietly, type CampaignPermit } from '../turn/permit.ts'
import { personOf, type Turn } from '../turn/turn.ts'
import type { campaignActions } from './actions.ts'
import { giveLaterDay, type LaterOutcome } from './hand.ts'
import { showHandedList, showLaterForm, showMinded } from './mind-cards.ts'
import { sayOutcome } from './change-cards.ts'
import { isHeldBy } from './read-holder.ts'
import { readMinded, type MindedShow } from './read-minded.ts'

type About = Pick<ActionOf<typeof campaignActions, 'mind-campaign'>, 'policy' | 'campaign'>
type Minding = Extract<CampaignPermit, { kind: 'may' }>

/** What is with whoever asks; one campaign is opened at once. */
export async function openHanded(turn: Turn): Promise<Reply[]> {
  const by = await personOf(turn)
  const held: Campaign[] = []
  for (const each of by === undefined ? [] : await turn.ports.journal.campaigns())
    if (each.practice === by?.practice && (await isHeldBy(turn.ports, each, by.id))) held.push(each)
  const [only, ...others] = held
  if (only !== undefined && others.length === 0) return openMinded(turn, { policy: only.policy, campaign: only.id })
  return [privately(showHandedList(held, (policy) => turn.desk.shelf.edition(policy)?.title ?? policy))]
}

export async function openMinded(
  turn: Turn,
  { show = 'owes', after, ...about }: About & { show?: MindedShow | undefined; after?: string | undefined },
): Promise<Reply[]> {
  const permitted = await permitCampaign(turn, about)
  return permitted.kind === 'refused' ? permitted.replies : [await mindedReply(turn, permitted, { show, after })]
}

export async function prepareLater(turn: Turn, about: About): Promise<Reply[]> {
  const permitted = await permitCampaign(turn, about)
  return permitted.kind === 'refused' ? permitted.replies : [laterReply(turn, permitted, nothingSent)]
}

export async function hearLater(turn: Turn, asked: About, fields: Readonly<Record<string, string>>): Promise<Reply[]> {
  const permitted = await permitCampaign(turn, asked)
  if (permitted.kind === 'refused') return permitted.replies
  const { due: typed = '', reason = '' } = fields
  const again = (errors: Sent['errors']) => [laterReply(turn, permitted, { fields, errors })]
  const due = readDayCell(typed.trim())
  if (due.kind === 'wrong') return again({ due: due.fix })
  if (due.value === 'none') return again({ due: 'Write the day by which they sign.' })
  const { by, campaign } = permitted
  const { policy } = campaign
  // SLT may do it whoever has it.
  const handing = may(by, 'run-campaign', turn.desk.shelf.today) ? undefined : campaign.handed?.handing
  const about = { campaign: campaign.id, due: due.value, reason, zone: turn.library.school.zone, handing }
  const request = { ...about, ...byNow(turn, by) }
  const outcome = await turn.ports.journal.record({ policy }, (facts) => giveLaterDay(facts, request))
  if (outcome.kind === 'changed')
    return [await mindedReply(turn, { ...permitted, campaign: outcome.campaign }, { done: sayOutcome(outcome) })]
  // It was taken back meanwhile, and the refusal says so.
  if (outcome.kind === 'taken-back') return openMinded(turn, asked)
  return again(sayLaterRefusal(outcome))
}

function laterReply(turn: Turn, { campaign }: Minding, sent: Sent): Reply {
  return quietly(turn, showLaterForm(campaign, sent))
}

function sayLaterRefusal(outcome: Exclude<LaterOutcome, { kind: 'changed' | 'taken-back' }>): Sent['errors'] {
  if (outcome.kind === 'not-later') return { due: `It is due on ${sayDay(outcome.due)}. Write a later day.` }
  return outcome.kind === 'reason-empty' ? { reason: sayOutcome(outcome) } : { due: sayOutcome(outcome) }
}

interface Shown {
  readonly show?: MindedShow
  readonly after?: string | undefined
  readonly done?: string | undefined
}

async function mindedReply(
  turn: Turn,
  { matter, campaign }: Minding,
  { show = 'owes', after, done }: Shown,
): Promise<Reply> {
  const minded = await readMinded(turn.ports, { matter, campaign }, { show, after })
  const { zone } = turn.library.school
  const { title } = matter.edition
  return quietly(turn, showMinded({ campaign, title, zone, show, later: after !== undefined, minded, done }))
}

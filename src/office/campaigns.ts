// Campaigns in the office: what one will do is shown before it begins or changes; it can be paused, closed and
// reopened.
import { sendsLetters } from '../outbox/letters.ts'
import { changeCampaign, reopenCampaign, type ChangeRequest } from '../campaign/change.ts'
import { closeCampaign, openCampaign, type CloseRequest } from '../campaign/open-campaign.ts'
import { pauseCampaign, resumeCampaign } from '../campaign/pause.ts'
import { readAsked, readChanges, writtenIn, type CampaignAsked } from '../campaign/read-asked.ts'
import { readTimeline } from '../campaign/read-timeline.ts'
import { openingOf, readPreview } from '../campaign/read-preview.ts'
import type { CampaignPreview } from '../campaign/preview.ts'
import { stampOf } from '../journal/stamp.ts'
import { sha256 } from '../kit/hash.ts'
import type { OfficeAnswer, OfficeRequest } from '../ports/office.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { Matter } from '../turn/matter.ts'
import { campaignPage, type CampaignDeed } from './campaign-page.ts'
import { campaignsPage, newCampaignPage, type NewCampaign } from './campaign-pages.ts'
import { sayChangeRefusal, sayOpenRefusal } from './campaign-words.ts'
import { holdersOf } from '../campaign/read-holder.ts'
import { handInOffice } from './handing.ts'
import { mattersIn } from './matters.ts'
import { openReminding, remindAll, type Reminded } from './reminding.ts'
import { readTold } from './campaign-told.ts'
import { actOnRecurring, openAgainPage } from './recurring.ts'
import { todayOf, type Insider, type World } from './world.ts'

interface Asking {
  readonly insider: Insider
  readonly request: OfficeRequest
}

const go = (to: string): OfficeAnswer => ({ kind: 'go', to })
const pathOf = ({ id }: Pick<Campaign, 'id'>) => `/office/campaigns/${encodeURIComponent(id)}`

export async function openCampaignsRoom(
  world: World,
  [id, room]: readonly string[],
  { request }: Pick<Asking, 'request'>,
): Promise<OfficeAnswer> {
  const { fields } = request
  if (id !== undefined && room === 'again') return openAgainPage(world, id, request)
  const matters = mattersIn(world)
  if (id === undefined) return campaignsPage({ matters, campaigns: await realCampaigns(world), done: fields['done'] })
  if (id === 'new') return newCampaignPage({ matters, reminders: world.library().school.reminders, fields })
  const campaign = (await realCampaigns(world)).find((each) => each.id === id)
  if (campaign === undefined) return { kind: 'missing' }
  if (room === 'remind') return openReminding(world, remindedBy(matters, campaign))
  return showCampaign(world, campaign, { done: fields['done'] })
}

function remindedBy(matters: readonly Matter[], campaign: Campaign): Reminded {
  const title = matters.find(({ policy }) => policy.id === campaign.policy)?.edition.title ?? campaign.policy
  return { title, home: pathOf(campaign), campaigns: campaign.closedOn === undefined ? [campaign] : [] }
}

export async function actInCampaignsRoom(
  world: World,
  [id, room]: readonly string[],
  asking: Asking,
): Promise<OfficeAnswer> {
  if (id !== undefined && room === 'again') return actOnRecurring(world, id, asking)
  if (id === 'new') return openNew(world, asking)
  const campaign = (await realCampaigns(world)).find((each) => each.id === id)
  if (campaign === undefined) return { kind: 'missing' }
  if (room === 'remind') return remindAll(world, remindedBy(mattersIn(world), campaign), asking.insider)
  const { fields } = asking.request
  const what = fields['do']
  if (what === 'look' || what === 'change') return change(world, campaign, asking)
  if (what === 'close' && fields['sure'] !== 'yes')
    return showCampaign(world, campaign, { problem: ['Tick the box if it is to be closed. Nothing was changed.'] })
  return handOrTurn(world, campaign, asking)
}

async function handOrTurn(world: World, campaign: Campaign, asking: Asking): Promise<OfficeAnswer> {
  const what = asking.request.fields['do']
  if (what === 'hand' || what === 'take-back') return handOn(world, campaign, asking)
  if (what === undefined || !Object.hasOwn(turns, what)) return { kind: 'missing' }
  return turnCampaign(world, campaign, { what: what as keyof typeof turns, asking })
}

async function handOn(world: World, campaign: Campaign, { insider, request }: Asking): Promise<OfficeAnswer> {
  const { fields } = request
  const handed = await handInOffice(world, [campaign], { by: insider.by, fields })
  return handed.kind === 'done'
    ? go(`${pathOf(campaign)}?done=${handed.done}`)
    : showCampaign(world, campaign, { problem: handed.problem, fields })
}

/** The office is about the real school; the newest comes first. */
async function realCampaigns({ ports }: World): Promise<readonly Campaign[]> {
  return (await ports.journal.campaigns()).filter(({ practice }) => !practice)
}

interface Shown {
  readonly done?: string | undefined
  readonly problem?: readonly string[]
  /** A change that somebody is about to make, with its effect. */
  readonly change?: CampaignDeed['change']
  readonly fields?: OfficeRequest['fields']
}

async function showCampaign(world: World, campaign: Campaign, shown: Shown): Promise<OfficeAnswer> {
  const matter = mattersIn(world).find(({ policy }) => policy.id === campaign.policy)
  const running = campaign.closedOn === undefined && matter !== undefined
  const { reminders, calendar } = world.library().school
  return campaignPage({
    campaign,
    title: matter?.edition.title ?? campaign.policy,
    seen: sealOf(campaign),
    today: todayOf(world),
    reminders,
    preview: running ? await previewFor(world, matter, campaign) : undefined,
    holder: (await holdersOf(world.ports, [campaign])).get(campaign.id),
    told: await readTold(world, campaign),
    timeline: matter && (await readTimeline(world.ports, { matter, campaign, reminders, calendar })),
    ...shown,
  })
}

/** A seal over what is shown, so that whoever changes it has seen exactly this. */
function sealOf(campaign: Campaign): string {
  return sha256(JSON.stringify(campaign))
}

function previewFor(
  world: World,
  matter: Matter,
  planned: Omit<Parameters<typeof openingOf>[0], 'practice'>,
): Promise<CampaignPreview> {
  const { ports } = world
  const frame = { matter, school: world.library().school, now: ports.clock(), letters: sendsLetters(ports) }
  return readPreview(ports, openingOf({ ...planned, practice: false }, frame))
}

async function openNew(world: World, { insider, request: { fields } }: Asking): Promise<OfficeAnswer> {
  const matters = mattersIn(world)
  const { school } = world.library()
  const again = (found: Partial<NewCampaign>) =>
    newCampaignPage({ matters, reminders: school.reminders, fields, ...found })
  const matter = matters.find(({ policy }) => policy.id === fields['policy'])
  if (matter === undefined) return again({ problem: ['Choose the policy that is to be signed.'] })
  const asked = await readAsked({ ports: world.ports, library: world.library() }, writtenIn(fields))
  if (asked.kind === 'wrong') return again({ errors: asked.errors })
  const request = requestFor(world, matter, { asked, by: insider.by })
  const facts = await world.ports.journal.factsOf({ policy: matter.policy.id })
  const { outcome } = openCampaign(facts, request)
  if (outcome.kind !== 'opened') return again({ problem: [sayOpenRefusal(outcome), 'Nothing was opened.'] })
  const shown = { matter, asked, preview: await previewFor(world, matter, asked) }
  if (fields['do'] !== 'open') return again({ shown })
  // What was looked at asked for a different edition from the one now in force.
  if (fields['edition'] !== matter.edition.id)
    return again({ shown, problem: ['A new edition came into force meanwhile, so nothing was opened. Look again.'] })
  const opened = await world.ports.journal.record({ policy: matter.policy.id }, (now) => openCampaign(now, request))
  if (opened.kind !== 'opened') return again({ problem: [sayOpenRefusal(opened), 'Nothing was opened.'] })
  return go(`${pathOf(opened.campaign)}?done=opened`)
}

function requestFor(
  world: World,
  { policy, edition }: Matter,
  { asked, by }: { readonly asked: Extract<CampaignAsked, { kind: 'asked' }>; readonly by: string },
) {
  const { zone, signing } = world.library().school
  const { audience, due, rhythm } = asked
  const stamp = stampOf(world.ports)
  return {
    policy, edition, audience, due, rhythm, practice: false, zone, accepted: signing.acceptRestated, by, stamp,
  } // prettier-ignore
}

async function change(world: World, campaign: Campaign, { insider, request }: Asking): Promise<OfficeAnswer> {
  const { fields } = request
  const again = (shown: Shown) => showCampaign(world, campaign, { fields, ...shown })
  if (fields['seen'] !== sealOf(campaign))
    return again({ problem: ['It was changed since this page was shown. Nothing of yours was changed: look again.'] })
  const read = await readChanges({ ports: world.ports, library: world.library() }, fields)
  if (read.kind === 'wrong') return again({ problem: [...Object.values(read.errors), 'Nothing was changed.'] })
  const about = { campaign: campaign.id, zone: world.library().school.zone, by: insider.by }
  const asked: ChangeRequest = {
    ...about,
    ...read.changes,
    stamp: stampOf(world.ports),
    reason: fields['reason'] ?? '',
  }
  const facts = await world.ports.journal.factsOf({ policy: campaign.policy })
  const planned = changeCampaign(facts, asked).outcome
  if (planned.kind !== 'changed') return again({ problem: [sayChangeRefusal(planned), 'Nothing was changed.'] })
  if (fields['do'] === 'look') {
    const matter = mattersIn(world).find(({ policy }) => policy.id === campaign.policy)
    const preview = matter && (await previewFor(world, matter, planned.campaign))
    return again({ change: preview && { campaign: planned.campaign, preview } })
  }
  const changed = await world.ports.journal.record({ policy: campaign.policy }, (now) => changeCampaign(now, asked))
  if (changed.kind !== 'changed') return again({ problem: [sayChangeRefusal(changed), 'Nothing was changed.'] })
  return go(`${pathOf(campaign)}?done=saved`)
}

type Turning = (facts: SigningFacts, request: CloseRequest) => RecordDecision<{ readonly kind: string }>

const turns = {
  close: closeCampaign,
  reopen: reopenCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
} satisfies Record<string, Turning>

/** The outcomes that mean it is as asked; any other is reported. */
const became = { close: 'closed', reopen: 'reopened', pause: 'paused', resume: 'resumed' } as const

async function turnCampaign(
  world: World,
  campaign: Campaign,
  { what, asking }: { readonly what: keyof typeof turns; readonly asking: Asking },
): Promise<OfficeAnswer> {
  const request = {
    campaign: campaign.id,
    zone: world.library().school.zone,
    by: asking.insider.by,
    stamp: stampOf(world.ports),
  }
  const decide: Turning = turns[what]
  const outcome = await world.ports.journal.record({ policy: campaign.policy }, (facts) => decide(facts, request))
  if (outcome.kind === became[what]) return go(`${pathOf(campaign)}?done=${outcome.kind}`)
  const why =
    outcome.kind === 'another-open'
      ? 'Another campaign asks the same people for the same edition, so this one stays closed.'
      : 'Somebody was faster: it is shown as it stands now. Nothing was changed.'
  const now = (await realCampaigns(world)).find(({ id }) => id === campaign.id) ?? campaign
  return showCampaign(world, now, { problem: [why] })
}

// The decisions to pause a campaign and to let it go on. A paused campaign still asks, but reminds nobody.
import type { SigningFacts } from '../standing/types.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'

export interface PauseRequest {
  readonly campaign: string
  readonly zone: string
  readonly by: string
  readonly stamp: Stamp
}

export type PauseOutcome =
  | { readonly kind: 'paused'; readonly campaign: Campaign }
  | { readonly kind: 'already-paused'; readonly on: Day }
  | NotRunning

export type ResumeOutcome =
  { readonly kind: 'resumed'; readonly campaign: Campaign } | { readonly kind: 'not-paused' } | NotRunning

type NotRunning = { readonly kind: 'closed'; readonly on: Day } | { readonly kind: 'no-such-campaign' }

export function pauseCampaign(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  { campaign: id, zone, by, stamp }: PauseRequest,
): RecordDecision<PauseOutcome> {
  const found = findOpen(campaigns, id)
  if (found.kind !== 'open') return { entries: [], outcome: found }
  const { campaign: open } = found
  if (open.pausedOn !== undefined) return { entries: [], outcome: { kind: 'already-paused', on: open.pausedOn } }
  const campaign: Campaign = { ...open, pausedOn: dayIn(zone, stamp.at) }
  const entry = entryOf({ kind: 'campaign-paused', policy: open.policy, campaign: id, by }, stamp)
  return { entries: [entry], campaign, outcome: { kind: 'paused', campaign } }
}

export function resumeCampaign(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  { campaign: id, by, stamp }: PauseRequest,
): RecordDecision<ResumeOutcome> {
  const found = findOpen(campaigns, id)
  if (found.kind !== 'open') return { entries: [], outcome: found }
  const { campaign: open } = found
  if (open.pausedOn === undefined) return { entries: [], outcome: { kind: 'not-paused' } }
  const campaign: Campaign = { ...open, pausedOn: undefined }
  const entry = entryOf({ kind: 'campaign-resumed', policy: open.policy, campaign: id, by }, stamp)
  return { entries: [entry], campaign, outcome: { kind: 'resumed', campaign } }
}

function findOpen(
  campaigns: readonly Campaign[],
  id: string,
): { readonly kind: 'open'; readonly campaign: Campaign } | NotRunning {
  const campaign = campaigns.find((each) => each.id === id)
  if (campaign === undefined) return { kind: 'no-such-campaign' }
  return campaign.closedOn === undefined ? { kind: 'open', campaign } : { kind: 'closed', on: campaign.closedOn }
}

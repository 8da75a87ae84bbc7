// The decisions to hand campaigns to a named person, to take them back, and that they lapse when that person has gone;
// and to give a campaign that was handed over a later day.
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { FactOf } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { SigningFacts } from '../standing/types.ts'
import { changeCampaign, type ChangeOutcome } from './change.ts'

type Facts = Pick<SigningFacts, 'campaigns'>

interface About {
  /** One campaign, or all those of a round. */
  readonly campaigns: readonly string[]
  readonly by: string
  /** As many as it needs; see `stampsToHand`. */
  readonly stamps: readonly Stamp[]
}

export type HandOutcome =
  | { readonly kind: 'handed'; readonly campaigns: readonly Campaign[] }
  /** It is with them already. */
  | { readonly kind: 'theirs-before' }
  /** None of them is open. */
  | { readonly kind: 'closed' }

/** How many stamps handing so many campaigns may need: each may first be taken back from somebody else. */
export function stampsToHand(campaigns: number): number {
  return 2 * campaigns
}

/** Whoever had it before has it no more, and the journal says so. */
export function handCampaigns(
  facts: Facts,
  { campaigns: ids, by, stamps, to }: About & { readonly to: string },
): RecordDecision<HandOutcome> {
  const open = openOf(facts, ids)
  if (open.length === 0) return refuse({ kind: 'closed' })
  const given = open.filter(({ handed }) => handed?.to !== to)
  const handing = stamps[0]?.id
  if (given.length === 0 || handing === undefined) return refuse({ kind: 'theirs-before' })
  const campaigns = given.map((each): Campaign => ({ ...each, handed: { to, by, handing } }))
  const happened = given.flatMap(
    ({ id: campaign, policy, handed }): FactOf<'campaign-handed' | 'campaign-taken-back'>[] => {
      const fact = { kind: 'campaign-handed', policy, campaign, to, by, handing } as const
      return handed === undefined ? [fact] : [{ ...handed, kind: 'campaign-taken-back', policy, campaign, by }, fact]
    },
  )
  const entries = stamped(happened, stamps).map(([fact, stamp]) => entryOf(fact, stamp))
  return { entries, campaigns, outcome: { kind: 'handed', campaigns } }
}

export type TakeBackOutcome =
  { readonly kind: 'taken-back'; readonly campaigns: readonly Campaign[] } | { readonly kind: 'not-handed' }

export function takeBackCampaigns(
  facts: Facts,
  { campaigns: ids, by, stamps }: About,
): RecordDecision<TakeBackOutcome> {
  const held = openOf(facts, ids).flatMap((each) => (each.handed === undefined ? [] : [{ each, was: each.handed }]))
  if (held.length === 0) return refuse({ kind: 'not-handed' })
  const campaigns = held.map(({ each }): Campaign => ({ ...each, handed: undefined }))
  const entries = stamped(held, stamps).map(([{ each, was }, stamp]) =>
    entryOf({ ...was, kind: 'campaign-taken-back', policy: each.policy, campaign: each.id, by }, stamp),
  )
  return { entries, campaigns, outcome: { kind: 'taken-back', campaigns } }
}

/** Whoever had it has gone; nothing is written where it was handed to somebody else meanwhile. */
export function lapseCampaign(
  { campaigns }: Facts,
  { campaign: id, handing, stamp }: { readonly campaign: string; readonly handing: string; readonly stamp: Stamp },
): RecordDecision<{ readonly kind: 'lapsed' | 'other-now' }> {
  const held = campaigns.find((each) => each.id === id)
  if (held?.handed?.handing !== handing) return refuse({ kind: 'other-now' })
  const { policy, handed } = held
  const entry = entryOf({ kind: 'campaign-lapsed', policy, campaign: id, to: handed.to, handing }, stamp)
  return { entries: [entry], campaign: { ...held, handed: undefined }, outcome: { kind: 'lapsed' } }
}

export interface LaterRequest {
  readonly campaign: string
  readonly zone: string
  readonly due: Day
  readonly reason: string
  readonly by: string
  readonly stamp: Stamp
  /** What it was handed over by when they were let in; undefined for SLT. */
  readonly handing: string | undefined
}

export type LaterOutcome =
  | ChangeOutcome
  | { readonly kind: 'not-later'; readonly due: Day }
  /** It was taken back between the press and now. */
  | { readonly kind: 'taken-back' }

/** A due day only moves away: nobody who was given more time loses it by this. */
export function giveLaterDay(facts: Facts, { handing, ...request }: LaterRequest): RecordDecision<LaterOutcome> {
  const campaign = facts.campaigns.find(({ id }) => id === request.campaign)
  if (handing !== undefined && campaign?.handed?.handing !== handing) return refuse({ kind: 'taken-back' })
  if (campaign?.closedOn === undefined && campaign !== undefined && request.due <= campaign.due)
    return refuse({ kind: 'not-later', due: campaign.due })
  return changeCampaign(facts, request)
}

function openOf({ campaigns }: Facts, ids: readonly string[]): readonly Campaign[] {
  return campaigns.filter(({ id, closedOn }) => closedOn === undefined && ids.includes(id))
}

function stamped<T>(all: readonly T[], stamps: readonly Stamp[]): (readonly [T, Stamp])[] {
  return all.flatMap((each, at) => {
    const stamp = stamps[at]
    return stamp === undefined ? [] : [[each, stamp] as const]
  })
}

function refuse<T>(outcome: T): RecordDecision<T> {
  return { entries: [], outcome }
}

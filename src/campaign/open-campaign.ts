// The decisions to open and to close a campaign.
import { sameAudience } from '../standing/audience.ts'
import { mayBeSigned } from '../standing/accept.ts'
import { declarationOf } from '../standing/declared.ts'
import type { SigningFacts } from '../standing/types.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { Audience, Recurring, Rhythm, RoundPart } from '../journal/types.ts'
import { dayIn, type Day } from '../kit/days.ts'
import { defined } from '../kit/defined.ts'
import type { Edition, Policy } from '../policy/types.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { leastDays } from '../standing/due.ts'

export interface OpenRequest {
  readonly policy: Policy
  /** The edition in force. */
  readonly edition: Edition
  readonly audience: Audience
  readonly due: Day
  /** Undefined means the school's own rhythm. */
  readonly rhythm?: Rhythm | undefined
  /** Where it asks together with others. */
  readonly round?: RoundPart | undefined
  /** A signature from before that instant does not count. */
  readonly since?: Date | undefined
  /** The campaign after which it asks people again. */
  readonly follows?: string | undefined
  readonly recurs?: Recurring | undefined
  /** It asks practice people, and nobody else. */
  readonly practice: boolean
  readonly zone: string
  /** Restated editions that the school accepts, as `policy@edition`. */
  readonly accepted: readonly string[]
  /** A person id, or `operator` on the command line. */
  readonly by: string
  readonly stamp: Stamp
}

export type CampaignOpened =
  | { readonly kind: 'opened'; readonly campaign: Campaign }
  /** A campaign for the same edition and audience is open, of the same bundle or of none. */
  | { readonly kind: 'already-open'; readonly campaign: Campaign }
  | { readonly kind: 'due-passed'; readonly today: Day }
  | { readonly kind: 'nobody' }
  /** This edition has no section to sign. */
  | { readonly kind: 'no-declaration' }
  | { readonly kind: 'not-accepted'; readonly what: string; readonly fix: string; readonly typed: string }

export function openCampaign(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  request: OpenRequest,
): RecordDecision<CampaignOpened> {
  const { policy, edition, audience, due, rhythm, round, since, follows, recurs, practice, zone, by, stamp } = request
  const today = dayIn(zone, stamp.at)
  const refusal = refusalOf(request, today)
  if (refusal !== undefined) return { entries: [], outcome: refusal }
  const same = campaigns.find(
    (each) =>
      each.closedOn === undefined &&
      each.edition === edition.id &&
      each.practice === practice &&
      each.round?.bundle === round?.bundle &&
      sameAudience(each.audience, audience),
  )
  if (same !== undefined) return { entries: [], outcome: { kind: 'already-open', campaign: same } }
  // Counted inside the transaction, so that the next campaign gets the next number.
  const id = `${policy.id}@${edition.id}.${campaigns.length + 1}`
  const about = { policy: policy.id, edition: edition.id, audience, due, practice }
  const campaign: Campaign = {
    id,
    ...about,
    openedOn: today,
    closedOn: undefined,
    rhythm,
    pausedOn: undefined,
    leastDays,
    round,
    since,
    follows,
    recurs,
  }
  const said = defined({ rhythm, round, since: since?.toISOString(), follows, recurring: recurs })
  const entry = entryOf({ kind: 'campaign-opened', campaign: id, ...about, ...said, leastDays, by }, stamp)
  return { entries: [entry], campaign, outcome: { kind: 'opened', campaign } }
}

function refusalOf(
  { policy, edition, audience, due, practice, accepted }: OpenRequest,
  today: Day,
): CampaignOpened | undefined {
  if (declarationOf(policy, edition) === undefined) return { kind: 'no-declaration' }
  const may = mayBeSigned(edition, { practice, accepted })
  if (may.kind === 'restated') return { kind: 'not-accepted', what: may.what, fix: may.fix, typed: may.typed }
  if (due < today) return { kind: 'due-passed', today }
  const { everybody, groups, roles, people } = audience
  return everybody || groups.length + roles.length + people.length > 0 ? undefined : { kind: 'nobody' }
}

export interface CloseRequest {
  readonly campaign: string
  readonly zone: string
  readonly by: string
  readonly stamp: Stamp
}

export type CloseOutcome =
  | { readonly kind: 'closed'; readonly campaign: Campaign }
  | { readonly kind: 'already-closed'; readonly on: Day }
  | { readonly kind: 'no-such-campaign' }

/** Nobody is asked any more; signatures stay. */
export function closeCampaign(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  { campaign: id, zone, by, stamp }: CloseRequest,
): RecordDecision<CloseOutcome> {
  const open = campaigns.find((each) => each.id === id)
  if (open === undefined) return { entries: [], outcome: { kind: 'no-such-campaign' } }
  if (open.closedOn !== undefined) return { entries: [], outcome: { kind: 'already-closed', on: open.closedOn } }
  const campaign: Campaign = { ...open, closedOn: dayIn(zone, stamp.at), handed: undefined }
  const entry = entryOf({ kind: 'campaign-closed', policy: open.policy, campaign: id, by }, stamp)
  return { entries: [entry], campaign, outcome: { kind: 'closed', campaign } }
}

// The decision to open a round of a bundle: a campaign for each document, all of them or none.
import { closeCampaign, openCampaign, type CampaignOpened } from '../campaign/open-campaign.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Stamp } from '../journal/stamp.ts'
import type { Day } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Bundle } from '../standing/bundles.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { openParts, roundsOf, type Round } from '../standing/rounds.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { BundlePart } from './parts.ts'

export interface OpenRoundRequest {
  readonly bundle: Pick<Bundle, 'id' | 'title'>
  readonly parts: readonly BundlePart[]
  readonly due: Day
  /** Undefined means the school's own rhythm. */
  readonly rhythm?: Rhythm | undefined
  /**
   * People are asked to sign again: signatures from before that instant do not count, and the previous round is closed.
   */
  readonly since?: Date | undefined
  /** It asks practice people, and nobody else. */
  readonly practice: boolean
  readonly zone: string
  /** Restated editions that the school accepts, as `policy@edition`. */
  readonly accepted: readonly string[]
  /** A person id; `operator` on the command line. */
  readonly by: string
  /** Enough stamps for every entry that may be needed: see `mostStamps`. */
  readonly stamps: readonly Stamp[]
}

/** A bundle has at most forty documents, and as many campaigns of the previous round may have to be closed. */
export const mostStamps = 80

export type RoundOpened =
  | { readonly kind: 'opened'; readonly round: Round }
  /** A round of this bundle is open. */
  | { readonly kind: 'round-open'; readonly round: Round }
  /** None of its documents can be signed. */
  | { readonly kind: 'nothing' }
  /** One of its documents cannot be asked for, so none is. */
  | {
      readonly kind: 'part-refused'
      readonly title: string
      readonly why: Exclude<CampaignOpened, { kind: 'opened' | 'already-open' }>
    }

/** The facts contain all campaigns. */
export function openRound(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  request: OpenRoundRequest,
): RecordDecision<RoundOpened> {
  const { bundle, parts, practice, since } = request
  if (parts.length === 0) return refuse({ kind: 'nothing' })
  const before = roundsOf(campaigns).filter((each) => each.bundle === bundle.id)
  const open = before.filter((each) => each.practice === practice && openParts(each).length > 0)
  const [running] = open
  if (running !== undefined && since === undefined) return refuse({ kind: 'round-open', round: running })
  const closing = closeAll(campaigns, open.flatMap(openParts), request)
  const still = campaigns.map((each) => closing.campaigns.find(({ id }) => id === each.id) ?? each)
  const id = `${bundle.id}.${before.length + 1}`
  const opened: Campaign[] = []
  const entries = [...closing.entries]
  for (const [at, part] of parts.entries()) {
    const decided = openPart(still, { ...request, id, at, part, stamp: stampAt(request, entries.length) })
    const { outcome } = decided
    if (outcome.kind === 'already-open') throw new Error(`${outcome.campaign.id} is open, and its round is not`)
    if (outcome.kind !== 'opened')
      return refuse({ kind: 'part-refused', title: part.matter.edition.title, why: outcome })
    entries.push(...decided.entries)
    opened.push(outcome.campaign)
  }
  const round: Round = { id, bundle: bundle.id, title: bundle.title, practice, parts: opened }
  return { entries, campaigns: [...closing.campaigns, ...opened], outcome: { kind: 'opened', round } }
}

interface Opening extends OpenRoundRequest {
  readonly id: string
  readonly at: number
  readonly part: BundlePart
  readonly stamp: Stamp
}

function openPart(campaigns: readonly Campaign[], { id, at, part, bundle, ...request }: Opening) {
  const { policy, edition } = part.matter
  const own = campaigns.filter((each) => each.policy === policy.id)
  const round = { id, bundle: bundle.id, title: bundle.title, at }
  const { audience, follows, recurs } = part
  return openCampaign({ campaigns: own }, { ...request, policy, edition, audience, follows, recurs, round })
}

function closeAll(campaigns: readonly Campaign[], open: readonly Campaign[], request: OpenRoundRequest) {
  const { zone, by } = request
  const closed = open.map((each, at) =>
    closeCampaign({ campaigns }, { campaign: each.id, zone, by, stamp: stampAt(request, at) }),
  )
  return {
    entries: closed.flatMap(({ entries }) => entries),
    campaigns: closed.flatMap(({ campaign }) => (campaign === undefined ? [] : [campaign])),
  }
}

function stampAt({ stamps }: OpenRoundRequest, at: number): Stamp {
  const stamp = stamps[at]
  if (stamp === undefined) throw new Error('there are fewer stamps than entries')
  return stamp
}

function refuse(outcome: RoundOpened): RecordDecision<RoundOpened> {
  return { entries: [], outcome }
}

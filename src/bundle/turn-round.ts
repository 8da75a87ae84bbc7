// The decisions to close a round, to reopen it, to pause it, to let it go on and to change it: the same for all its
// campaigns.
import { changeCampaign, reopenCampaign } from '../campaign/change.ts'
import { closeCampaign } from '../campaign/open-campaign.ts'
import { pauseCampaign, resumeCampaign } from '../campaign/pause.ts'
import type { Rhythm } from '../journal/types.ts'
import type { Stamp } from '../journal/stamp.ts'
import type { Day } from '../kit/days.ts'
import type { NewEntry } from '../journal/types.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { roundsOf, type Round } from '../standing/rounds.ts'
import type { SigningFacts } from '../standing/types.ts'

export interface TurnRequest {
  readonly round: string
  readonly zone: string
  readonly by: string
  /** One for each part. */
  readonly stamps: readonly Stamp[]
}

export type RoundTurned<K extends string> =
  | { readonly kind: K; readonly round: Round }
  | { readonly kind: 'no-such-round' }
  /** Another round of the same bundle is open. */
  | { readonly kind: 'another-open' }

type Each = {
  readonly [K in 'close' | 'reopen' | 'pause' | 'resume']: (
    facts: SigningFacts,
    request: { readonly campaign: string; readonly zone: string; readonly by: string; readonly stamp: Stamp },
  ) => RecordDecision<{ readonly kind: string }>
}

const each: Each = { close: closeCampaign, reopen: reopenCampaign, pause: pauseCampaign, resume: resumeCampaign }
export type RoundVerb = keyof Each

/** `unchanged` where it was so already. */
export function turnRound(
  facts: SigningFacts,
  { verb, ...request }: TurnRequest & { readonly verb: RoundVerb },
): RecordDecision<RoundTurned<'done' | 'unchanged'>> {
  if (verb === 'reopen' && hasAnother(facts, request.round)) return { entries: [], outcome: { kind: 'another-open' } }
  const turned = overAll(facts, request, (own, about) => each[verb](own, about))
  if (turned === undefined) return { entries: [], outcome: { kind: 'no-such-round' } }
  const { entries, campaigns, round } = turned
  return { entries, campaigns, outcome: { kind: entries.length === 0 ? 'unchanged' : 'done', round } }
}

export interface RoundChange extends TurnRequest {
  /** Missing fields stay as they are. */
  readonly due?: Day | undefined
  readonly rhythm?: Rhythm | undefined
  readonly reason: string
}

/** Where parts refuse, the reason of the first one is given. */
export function changeRound(
  facts: Pick<SigningFacts, 'campaigns'>,
  { due, rhythm, reason, ...request }: RoundChange,
): RecordDecision<RoundTurned<'changed' | 'no-change' | 'reason-empty' | 'due-passed' | 'closed'>> {
  let refusal: 'no-change' | 'reason-empty' | 'due-passed' | 'closed' = 'no-change'
  const turned = overAll(facts, request, (own, about) => {
    const decided = changeCampaign(own, { ...about, due, rhythm, reason })
    const { kind } = decided.outcome
    if (refusal === 'no-change' && kind !== 'changed' && kind !== 'no-such-campaign') refusal = kind
    return decided
  })
  if (turned === undefined) return { entries: [], outcome: { kind: 'no-such-round' } }
  const { entries, campaigns, round } = turned
  return { entries, campaigns, outcome: { kind: entries.length === 0 ? refusal : 'changed', round } }
}

function hasAnother({ campaigns }: Pick<SigningFacts, 'campaigns'>, id: string): boolean {
  const rounds = roundsOf(campaigns)
  const own = rounds.find((round) => round.id === id)
  return rounds.some(
    (round) =>
      round.id !== id &&
      round.bundle === own?.bundle &&
      round.practice === own.practice &&
      round.parts.some(({ closedOn }) => closedOn === undefined),
  )
}

function overAll<F extends Pick<SigningFacts, 'campaigns'>>(
  facts: F,
  { round: id, zone, by, stamps }: TurnRequest,
  decide: (
    facts: F,
    request: { readonly campaign: string; readonly zone: string; readonly by: string; readonly stamp: Stamp },
  ) => RecordDecision<unknown>,
): { readonly entries: NewEntry[]; readonly campaigns: Campaign[]; readonly round: Round } | undefined {
  const round = roundsOf(facts.campaigns).find((each) => each.id === id)
  if (round === undefined) return undefined
  const decided = round.parts.flatMap(({ id: campaign }, at) => {
    const stamp = stamps[at]
    return stamp === undefined ? [] : [decide(facts, { campaign, zone, by, stamp })]
  })
  const campaigns = decided.flatMap(({ campaign }) => (campaign === undefined ? [] : [campaign]))
  const parts = round.parts.map((part) => campaigns.find(({ id: changed }) => changed === part.id) ?? part)
  return { entries: decided.flatMap(({ entries }) => entries), campaigns, round: { ...round, parts } }
}

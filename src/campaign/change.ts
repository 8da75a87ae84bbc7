// The decisions to change a running campaign, to reopen a closed one, and to adjust campaigns when an edition is marked
// that came into force while they ran.
import { isSame } from '../kit/same.ts'
import { mark, type MarkOutcome } from '../declaration/mark.ts'
import { entryOf, type Stamp } from '../journal/stamp.ts'
import type { Audience, Rhythm } from '../journal/types.ts'
import { dayIn, type Day } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import { sameAudience } from '../standing/audience.ts'
import { undecidedIn } from '../standing/meanwhile.ts'
import { marksOf, type AsOf } from '../standing/standing.ts'
import type { SigningFacts } from '../standing/types.ts'
import type { CloseRequest } from './open-campaign.ts'

export interface ChangeRequest extends CloseRequest {
  /** Missing fields stay as they are. */
  readonly due?: Day | undefined
  readonly audience?: Audience | undefined
  readonly rhythm?: Rhythm | undefined
  /** As it was typed; kept apart from the fact. */
  readonly reason: string
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; readonly campaign: Campaign }
  | { readonly kind: 'no-change' }
  | { readonly kind: 'reason-empty' }
  | { readonly kind: 'due-passed'; readonly today: Day }
  | { readonly kind: 'closed'; readonly on: Day }
  | { readonly kind: 'no-such-campaign' }

export function changeCampaign(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  request: ChangeRequest,
): RecordDecision<ChangeOutcome> {
  const { campaign: id, by, stamp, reason, zone } = request
  const today = dayIn(zone, stamp.at)
  const open = campaigns.find((each) => each.id === id)
  if (open === undefined) return refuse({ kind: 'no-such-campaign' })
  if (open.closedOn !== undefined) return refuse({ kind: 'closed', on: open.closedOn })
  const changes = changesTo(open, request)
  if (Object.keys(changes).length === 0) return refuse({ kind: 'no-change' })
  if (changes.due !== undefined && changes.due < today) return refuse({ kind: 'due-passed', today })
  if (!/\p{L}|\p{N}/u.test(reason)) return refuse({ kind: 'reason-empty' })
  // Reminders count from the due day: a new day starts them afresh, a new audience or rhythm does not.
  const campaign: Campaign = {
    ...open,
    ...changes,
    changedOn: changes.due === undefined ? open.changedOn : today,
  }
  const entry = entryOf({ kind: 'campaign-changed', policy: open.policy, campaign: id, ...changes, by }, stamp, {
    reason: reason.trim(),
  })
  return { entries: [entry], campaign, outcome: { kind: 'changed', campaign } }
}

type Changes = Partial<Pick<Campaign, 'due' | 'audience'>> & { readonly rhythm?: Rhythm }

function changesTo(open: Campaign, { due, audience, rhythm }: ChangeRequest): Changes {
  const changes: { due?: Day; audience?: Audience; rhythm?: Rhythm } = {}
  if (due !== undefined && due !== open.due) changes.due = due
  if (audience !== undefined && !sameAudience(audience, open.audience)) changes.audience = audience
  if (rhythm !== undefined && !isSame(rhythm, open.rhythm)) changes.rhythm = rhythm
  return changes
}

export type ReopenOutcome =
  | { readonly kind: 'reopened'; readonly campaign: Campaign }
  | { readonly kind: 'not-closed' }
  /** Another campaign for the same edition and audience is open by now. */
  | { readonly kind: 'another-open'; readonly campaign: Campaign }
  | { readonly kind: 'no-such-campaign' }

/** It goes on as if it had not been closed: nobody hears again what they have heard already. */
export function reopenCampaign(
  { campaigns }: Pick<SigningFacts, 'campaigns'>,
  { campaign: id, by, stamp }: CloseRequest,
): RecordDecision<ReopenOutcome> {
  const closed = campaigns.find((each) => each.id === id)
  if (closed === undefined) return refuse({ kind: 'no-such-campaign' })
  if (closed.closedOn === undefined) return refuse({ kind: 'not-closed' })
  const same = campaigns.find(
    (each) =>
      each.closedOn === undefined &&
      each.edition === closed.edition &&
      each.practice === closed.practice &&
      sameAudience(each.audience, closed.audience),
  )
  if (same !== undefined) return refuse({ kind: 'another-open', campaign: same })
  const campaign: Campaign = { ...closed, closedOn: undefined }
  const entry = entryOf({ kind: 'campaign-reopened', policy: closed.policy, campaign: id, by }, stamp)
  return { entries: [entry], campaign, outcome: { kind: 'reopened', campaign } }
}

export interface MarkRequest {
  readonly policy: string
  readonly edition: string
  readonly change: 'material' | 'editorial'
  readonly practice: boolean
  readonly asOf: AsOf
  readonly by: string
  readonly stamp: Stamp
  /** One for each campaign that may have to change as well. */
  readonly stamps: readonly Stamp[]
}

export type MarkedOutcome =
  /** Campaigns that ask for the edition in force from now on. */
  | (Extract<MarkOutcome, { kind: 'marked' }> & { readonly moved: readonly Campaign[] })
  | { readonly kind: 'already-marked' }
  /** Their due day has passed, so everybody would be late at once. Another day has to be set first. */
  | { readonly kind: 'due-passed'; readonly campaigns: readonly Campaign[] }

/**
 * If the edition in force is material, campaigns that were running when it came ask everybody for it from now on. If it
 * is editorial, they go on unchanged.
 */
export function markEdition(facts: SigningFacts, request: MarkRequest): RecordDecision<MarkedOutcome> {
  const { policy, edition, change, practice, asOf, by, stamp, stamps } = request
  const said = new Map([...marksOf(facts.marks, practice), [edition, change] as const])
  const undecided = undecidedIn({ campaigns: facts.campaigns, said }, practice, asOf)
  const moves = change === 'material' && edition === asOf.edition ? (undecided?.campaigns ?? []) : []
  const late = moves.filter(({ due }) => due < asOf.today)
  if (late.length > 0) return refuse({ kind: 'due-passed', campaigns: late })
  const marked = mark(facts, { policy, edition, change, practice, by, stamp })
  if (marked.outcome.kind === 'already-marked' && moves.length === 0) return refuse(marked.outcome)
  const moved = moves.slice(0, stamps.length).map((each): Campaign => ({ ...each, edition, changedOn: asOf.today }))
  const entries = moved.flatMap(({ id: campaign }, at) => {
    const own = stamps[at]
    return own === undefined ? [] : [entryOf({ kind: 'campaign-changed', policy, campaign, edition, by }, own)]
  })
  const outcome = { kind: 'marked', entry: stamp.id, at: stamp.at, moved } as const
  return { entries: [...marked.entries, ...entries], campaigns: moved, outcome }
}

function refuse<T>(outcome: T): RecordDecision<T> {
  return { entries: [], outcome }
}

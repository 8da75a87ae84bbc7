// The decisions to open the next round that SLT has agreed to: the round before is closed with it, its signatures stay as
// history, and whoever asks second finds it open.
import type { BundlePart } from '../bundle/parts.ts'
import { mostStamps, openRound, type OpenRoundRequest, type RoundOpened } from '../bundle/open-round.ts'
import { closeCampaign, openCampaign, type CampaignOpened, type OpenRequest } from '../campaign/open-campaign.ts'
import type { Stamp } from '../journal/stamp.ts'
import type { Recurring } from '../journal/types.ts'
import { compact } from '../kit/defined.ts'
import { dayIn, instantAt } from '../kit/days.ts'
import type { RecordDecision } from '../ports/evidence.ts'
import type { Campaign } from '../standing/campaigns.ts'
import type { Round } from '../standing/rounds.ts'
import type { SigningFacts } from '../standing/types.ts'
import { recursEntry } from './decide.ts'
import { everyOf, sinceDay } from './next.ts'

/** Why it cannot be opened. */
export type NextRefusal = Exclude<CampaignOpened, { kind: 'opened' }> | Exclude<RoundOpened, { kind: 'opened' }>

export type NextOpened =
  | { readonly kind: 'opened'; readonly campaign: Campaign }
  /** Nobody has agreed, its day has not come, or somebody else has opened it. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'refused'; readonly why: NextRefusal }

interface Opening {
  /** The id of the campaign that is asked for again; of a bundle's, the first. */
  readonly campaign: string
  readonly zone: string
  /** Restated editions that the school accepts, as `policy@edition`. */
  readonly accepted: readonly string[]
  readonly now: Date
  /** As many as `stampsNeeded`. */
  readonly stamps: readonly Stamp[]
}

/** One for each entry about a whole round, and one that says which campaign recurs from now on. */
export const stampsNeeded = mostStamps + 1

type Facts = Pick<SigningFacts, 'campaigns'>

/** `policy` and `edition` are what is in force today. */
export function openNext(
  { campaigns }: Facts,
  { policy, edition, ...opening }: Opening & Pick<OpenRequest, 'policy' | 'edition'>,
): RecordDecision<NextOpened> {
  const found = agreedIn(campaigns, opening)
  if (found === undefined) return { entries: [], outcome: { kind: 'not-now' } }
  const { before, agreed } = found
  const { zone, accepted } = opening
  const about = { zone, by: agreed.by }
  const closed =
    before.closedOn === undefined
      ? closeCampaign({ campaigns }, { ...about, campaign: before.id, stamp: stampAt(opening, 0) })
      : undefined
  const still = campaigns.map((each) => (each.id === before.id ? (closed?.campaign ?? each) : each))
  const { audience, rhythm, practice } = before
  const opened = openCampaign(
    { campaigns: still },
    {
      ...{ ...about, policy, edition, audience, rhythm, practice, accepted },
      due: agreed.due,
      since: sinceOf(found, opening),
      follows: before.id,
      recurs: goingOn(found, opening),
      stamp: stampAt(opening, 1),
    },
  )
  if (opened.outcome.kind !== 'opened') return { entries: [], outcome: { kind: 'refused', why: opened.outcome } }
  const next = opened.outcome.campaign
  const entries = [...(closed?.entries ?? []), ...opened.entries]
  return hand({ ...found, opening }, { entries, changed: compact([closed?.campaign]), next })
}

/** The facts contain all campaigns; `parts` are the bundle's documents today, with the people in its duties. */
export function openNextRound(
  { campaigns }: Facts,
  {
    bundle,
    parts,
    round,
    ...opening
  }: Opening & Pick<OpenRoundRequest, 'bundle' | 'parts'> & { readonly round: Round },
): RecordDecision<NextOpened> {
  const found = agreedIn(campaigns, opening)
  if (found === undefined) return { entries: [], outcome: { kind: 'not-now' } }
  const { before, agreed } = found
  const { zone, accepted } = opening
  const following = parts.map((part, at): BundlePart => {
    const follows = round.parts.find(({ policy }) => policy === part.matter.policy.id)?.id
    return { ...part, follows, recurs: at === 0 ? goingOn(found, opening) : undefined }
  })
  const opened = openRound(
    { campaigns },
    {
      ...{ bundle, parts: following, rhythm: before.rhythm, practice: before.practice, zone, accepted },
      due: agreed.due,
      since: sinceOf(found, opening),
      by: agreed.by,
      stamps: opening.stamps.slice(0, mostStamps),
    },
  )
  if (opened.outcome.kind !== 'opened') return { entries: [], outcome: { kind: 'refused', why: opened.outcome } }
  const [next] = opened.outcome.round.parts
  if (next === undefined) throw new Error('a round was opened without a document')
  return hand({ ...found, opening }, { entries: opened.entries, changed: opened.campaigns ?? [], next })
}

interface Agreed {
  readonly before: Campaign
  readonly recurs: Recurring
  readonly agreed: NonNullable<Recurring['agreed']>
}

function agreedIn(campaigns: readonly Campaign[], { campaign: id, zone, now }: Opening): Agreed | undefined {
  const before = campaigns.find((each) => each.id === id)
  const recurs = before?.recurs
  const agreed = recurs?.agreed
  if (before === undefined || recurs === undefined || agreed === undefined) return undefined
  return agreed.opens <= dayIn(zone, now) ? { before, recurs, agreed } : undefined
}

interface Handed {
  readonly entries: RecordDecision<unknown>['entries']
  /** All that were closed or opened. */
  readonly changed: readonly Campaign[]
  readonly next: Campaign
}

/** The round after the one that opens today. */
function goingOn({ recurs }: Agreed, { zone, now }: Opening): Recurring {
  return { ...everyOf(recurs), after: dayIn(zone, now) }
}

/** From now on the new campaign is the one that recurs. */
function hand(
  { before, agreed, opening }: Agreed & { readonly opening: Opening },
  { entries, changed, next }: Handed,
): RecordDecision<NextOpened> {
  const campaigns = new Map([before, ...changed, next].map((each) => [each.id, each]))
  const last: Campaign = { ...(campaigns.get(before.id) ?? before), recurs: undefined }
  campaigns.set(before.id, last)
  const stamp = stampAt(opening, mostStamps)
  const moved = recursEntry(last, { what: 'opened', recurs: undefined }, { by: agreed.by, stamp })
  return {
    entries: [...entries, moved],
    campaigns: [...campaigns.values()],
    outcome: { kind: 'opened', campaign: next },
  }
}

function stampAt({ stamps }: Opening, at: number): Stamp {
  const stamp = stamps[at]
  if (stamp === undefined) throw new Error('there are fewer stamps than entries')
  return stamp
}

function sinceOf({ recurs, agreed }: Agreed, { zone, now }: Opening): Date {
  return instantAt(sinceDay(recurs, { opens: dayIn(zone, now), due: agreed.due }), 0, zone)
}

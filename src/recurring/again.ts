// What is asked for, and may be asked for again: a campaign, or all of a bundle. Pure.
import type { Campaign } from '../standing/campaigns.ts'
import { roundsOf, type Round } from '../standing/rounds.ts'

/** What is asked for again: a campaign, or all of a bundle. */
export interface Again {
  /** The campaign that recurs; of a bundle's, the first. */
  readonly campaign: Campaign
  readonly title: string
  readonly round: Round | undefined
}

/** Everything that is asked for, of one world: what is open, and what recurs; the newest first. */
export function againIn(campaigns: readonly Campaign[], titleOf: (policy: string) => string): readonly Again[] {
  const rounds = roundsOf(campaigns)
  return campaigns.flatMap((campaign): Again[] => {
    if (campaign.closedOn !== undefined && campaign.recurs === undefined) return []
    if (campaign.round === undefined) return [{ campaign, title: titleOf(campaign.policy), round: undefined }]
    const round = rounds.find(({ id }) => id === campaign.round?.id)
    return round?.parts[0]?.id === campaign.id ? [{ campaign, title: round.title, round }] : []
  })
}

// The nouns of asking people to sign.
import type { Audience, Handed, Recurring, Rhythm, RoundPart } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** A campaign asks an audience to sign a policy's edition by a day. */
export interface Campaign {
  readonly id: string
  readonly policy: string
  readonly edition: string
  readonly audience: Audience
  readonly due: Day
  readonly openedOn: Day
  readonly closedOn: Day | undefined
  readonly practice: boolean
  /** When those who owe a signature are reminded; undefined means the school's own rhythm. */
  readonly rhythm: Rhythm | undefined
  /** The day from which nobody is reminded, until the campaign goes on. */
  readonly pausedOn: Day | undefined
  /** The last day on which its due day or edition was changed: its reminders start afresh from then. */
  readonly changedOn?: Day | undefined
  /**
   * The least number of their own working days that everybody has, however near the due day is; none in older
   * campaigns.
   */
  readonly leastDays?: number | undefined
  /** Where it asks for a bundle's documents together with others. */
  readonly round?: RoundPart | undefined
  /** Asked anew: a signature from before does not count while it is open. */
  readonly since?: Date | undefined
  /** Whether people are asked again after it; of a bundle's campaigns, the first says so for all. */
  readonly recurs?: Recurring | undefined
  /** The campaign after which it asks people again. */
  readonly follows?: string | undefined
  /** To whom SLT has handed it, for as long as it is theirs. */
  readonly handed?: Handed | undefined
}

/** What one person owes to one campaign. */
export interface Owed {
  readonly campaign: Campaign
  /** The person's own due day: a joiner has longer. */
  readonly due: Day
}

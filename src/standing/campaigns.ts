// The nouns of asking people to sign.
import type { Audience, Rhythm } from '../journal/types.ts'
import type { Day } from '../kit/days.ts'

/** Asking an audience to sign a policy's edition by a day. */
export interface Campaign {
  readonly id: string
  readonly policy: string
  readonly edition: string
  readonly audience: Audience
  readonly due: Day
  readonly openedOn: Day
  readonly closedOn: Day | undefined
  readonly practice: boolean
  /** When those who owe are reminded; undefined: as the school does. */
  readonly rhythm: Rhythm | undefined
  /** Nobody is reminded from that day on, until it goes on. */
  readonly pausedOn: Day | undefined
  /** The last day on which its day or its edition was changed: its reminders begin anew from then on. */
  readonly changedOn?: Day | undefined
  /** Own working days that everybody has at least, however near the day is; none in those from before there were any. */
  readonly leastDays?: number | undefined
}

/** What one person owes, of one campaign. */
export interface Owed {
  readonly campaign: Campaign
  /** Their own: a joiner has longer. */
  readonly due: Day
}
